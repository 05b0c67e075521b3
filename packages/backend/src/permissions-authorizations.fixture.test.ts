import type { Authorization, AuthorizationRequest, AuthorizationsPort } from '@portico/core/authorizations';
import type { Action } from '@portico/core/kernel';
import type { MemoryWorld } from '@portico/testing/contract';
import { named, parties, scoped, type Call, type Cell, type Whose } from './permissions.fixture.test.ts';

/** The rows of the port of authorizations. */
export const authorizationCalls: Readonly<Record<string, Call>> = {
  'authorizations.get': {
    action: 'authorizations.read',
    resource: scoped,
    call: async ({ page, world, whose }) => page.authorizations!.get((await authorizationOf(world, whose, 'received')).id),
  },
  'documents.form': {
    action: 'authorizations.read',
    resource: scoped,
    call: async ({ page, world, whose }) => page.documents!.form!(`${(await authorizationOf(world, whose, 'decided')).id}:form:1`),
  },
  'authorizations.worklist': {
    action: 'authorizations.read',
    resource: scoped,
    call: async ({ page, world, whose }) => {
      const { id } = await authorizationOf(world, whose, 'received');
      const { rows } = await page.authorizations!.worklist({ scope: 'all', payerId: null, urgency: null, number: '' }, { limit: 500 });
      return rows.filter((row) => row.id === id).length;
    },
  },
  'authorizations.informationRequests': {
    action: 'authorizations.read',
    resource: scoped,
    call: async ({ page, world, whose }) => {
      const { id } = await authorizationOf(world, whose, 'asked');
      return (await page.authorizations!.informationRequests!({ limit: 500 })).rows.filter(({ row }) => row.id === id).length;
    },
  },
  'authorizations.duplicates': {
    action: 'authorizations.submit',
    resource: scoped,
    call: async ({ page, world, whose }) =>
      (await page.authorizations!.duplicates!({ ...(await authorizationOf(world, whose, 'received')), ...named(whose) })).length,
  },
  'authorizations.submit': {
    action: 'authorizations.submit',
    resource: scoped,
    call: async ({ page, world, whose, meta }) =>
      page.authorizations!.submit!(requestOf(await authorizationOf(world, whose, 'received'), named(whose)), meta),
  },
  'authorizations.update': acting('authorizations.update', 'decided', (port, { id, items }, meta) =>
    port.update!(id, [...items, { ...items[0]!, sequence: 9 }], meta),
  ),
  'authorizations.extend': acting('authorizations.update', 'decided', (port, { id }, meta) =>
    port.extend!(id, '2030-01-01' as never, meta),
  ),
  'authorizations.cancel': acting('authorizations.update', 'received', (port, { id }, meta) => port.cancel!(id, meta)),
  'authorizations.void': acting('authorizations.void', 'decided', (port, { id }, meta) =>
    port.void!(id, { reason: 'not-performed', text: '' }, meta),
  ),
  'authorizations.answerInformation': acting('authorizations.update', 'asked', (port, { id }, meta) =>
    port.answerInformation!(id, { requestId: 'q', noteId: `note of ${id}`, isLast: true }, meta),
  ),
  'authorizations.requestInformation': acting('authorizations.decide', 'received', (port, { id }, meta) =>
    port.requestInformation!(id, { text: 'The report?', items: [], dueAt: null }, meta),
  ),
  'authorizations.pend': acting('authorizations.decide', 'received', (port, { id }, meta) => port.pend!(id, { text: 'The board.' }, meta)),
  'authorizations.decide': acting('authorizations.decide', 'received', (port, { id }, meta) => {
    const certified = { sequence: 1, outcome: 'certified', outcomeCode: null, reasons: [], authorized: null } as const;
    return port.decide!(id, { items: [certified], validFrom: null, validTo: null }, meta);
  }),
  'authorizations.markUsed': acting('authorizations.decide', 'decided', (port, { id }, meta) => port.markUsed!(id, 'used', meta)),
  'authorizations.receive': {
    action: 'authorizations.receive',
    resource: scoped,
    call: async ({ page, world, whose, meta }) => {
      const { numbers } = await authorizationOf(world, whose, 'received');
      const said = { notificationId: 'n', issuedAt: world.clock.now(), stage: 'pended', validFrom: null, validTo: null } as const;
      const answer = await page.authorizations!.receive!([{ ...said, numbers, items: [], added: [] }], meta);
      return answer.status === 'accepted' && answer.value.refused.length > 0 ? { status: 'refused', code: 'nothing' } : answer;
    },
  },
};

/** A row about a command on one authorization. */
function acting(
  action: Action,
  state: AuthorizationStage,
  act: (port: AuthorizationsPort, record: Authorization, meta: Cell['meta']) => Promise<unknown>,
): Call {
  const call = async ({ page, world, whose, meta }: Cell): Promise<unknown> =>
    act(page.authorizations!, await authorizationOf(world, whose, state), meta);
  return { action, resource: scoped, call };
}

type AuthorizationStage = 'received' | 'asked' | 'decided';

/** The authorization of that place, brought to a state in which everything of a kind may be done to it; a number of its own. */
async function authorizationOf({ store, clock }: MemoryWorld, whose: Whose, state: AuthorizationStage): Promise<Authorization> {
  return store.transaction('write', async (tx) => {
    const { providerId, payerId } = parties(whose);
    const all = await tx.query('authorizations', {});
    const found = all.find((one) =>
      whose === 'abroad'
        ? one.organisationId === 'organisation:2'
        : one.providerId === providerId && one.payerId === payerId && one.organisationId === 'organisation:1',
    )!;
    const at = clock.now();
    const isDecided = state === 'decided';
    const record: Authorization = {
      ...found.record,
      state: {
        case: isDecided ? 'decided' : 'received',
        information: state === 'asked' ? 'requested' : 'none',
        clock: 'stopped',
        use: 'unused',
      },
      items: found.record.items.map((item) => ({ ...item, outcome: isDecided ? 'certified' : 'undecided' })),
      ...{ decidedAt: isDecided ? at : null, pendedAt: null, voiding: null, cancelledAt: null, rejectedAt: null, usedAt: null },
      numbers: [{ type: 'reference-id', value: `X-${whose}` }],
      physician: { id: 'physician:1', name: 'Dr', identifiers: [] },
      serviceFrom: '2026-09-01' as never,
      serviceTo: null,
      informationRequests:
        state === 'asked' ? [{ id: 'q', askedAt: at, askedBy: 'Desk', text: '?', items: [], dueAt: null, state: 'open', answers: [] }] : [],
    };
    const note = { id: `note of ${found.id}`, caseId: found.id, version: 1, note: {} as never };
    await tx.put('notes', note);
    const waitsFor = state === 'asked' ? 'provider' : found.waitsFor;
    await tx.put('authorizations', { ...found, waitsFor, numbers: [`X-${whose.toUpperCase()}`], record });
    return record;
  });
}

/** What was asked for by a record, as a request of that place. */
const requestOf = (record: Authorization, of: ReturnType<typeof named>): AuthorizationRequest => {
  const { kind, urgency, physician, unlistedPhysician, member, serviceFrom, serviceTo, currency, diagnoses, items, supersedes, note } =
    record;
  return {
    kind,
    urgency,
    physician,
    unlistedPhysician,
    member,
    serviceFrom,
    serviceTo,
    currency,
    diagnoses,
    items,
    supersedes,
    note,
    ...of,
  };
};
