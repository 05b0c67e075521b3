import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  authorizationDecision,
  authorizationLifecycle,
  newAuthorization,
  type Authorization,
  type AuthorizationEvent,
  type AuthorizationItem,
  type AuthorizationRequest,
  type AuthorizationsPort,
  type ItemDecision,
} from '@portico/core/authorizations';
import { decisionOf } from '@portico/core/claims';
import { plainDate, type CommandAnswer } from '@portico/core/kernel';
import { cms0057Pack, createPolicyBook, defaultPack } from '@portico/core/policy';
import { checkPolicyKey } from '@portico/core/schemas';
import { contractWorld, createMemoryWorld, people, type MemoryWorld } from '@portico/testing/contract';
import type { AnyMachineSnapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';

const book = createPolicyBook([defaultPack, cms0057Pack], checkPolicyKey);
const policy = book.policy('cms-0057').authorizations;
const zone = book.policy('cms-0057').claims.zone;

const item = (sequence: number): AuthorizationItem => ({
  ...{ sequence, service: { code: `S-${sequence}`, system: null, text: null }, unlisted: null, quantity: '1', amount: null },
  ...{ from: null, to: null, origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
});
const party = (id: string) => ({ id, name: id, identifiers: [] });
const request: AuthorizationRequest = {
  ...{ kind: 'request', urgency: 'standard', payer: party('payer:x'), provider: party('provider:a'), physician: party('physician:1') },
  ...{ unlistedPhysician: null, member: { id: null, name: 'Mara Lind', number: 'M-1', birthDate: null } },
  ...{ serviceFrom: plainDate('2026-12-01'), serviceTo: null, currency: 'USD', supersedes: null, note: '' },
  diagnoses: [{ coded: { code: 'D-1', system: null, text: null }, exact: null }],
  items: [item(1), item(2)],
};
const told = (sequence: number, outcome: ItemDecision['outcome']): ItemDecision => ({
  ...{ sequence, outcome, outcomeCode: null, authorized: null },
  reasons: outcome === 'not-certified' ? [{ code: 'not-covered', system: null, text: 'Not in the plan.' }] : [],
});
const decision = (...items: readonly ItemDecision[]) => ({ items, validFrom: null, validTo: null });
const until = plainDate('2027-06-01');

interface Move {
  readonly type: AuthorizationEvent['type'];
  readonly name: string;
  readonly how: (record: Authorization) => Partial<AuthorizationEvent>;
  /** The same through the port; the desk decides, the clerk does the rest. */
  readonly act: (ports: Ports, record: Authorization, meta: { commandId: string }) => Promise<CommandAnswer<unknown>>;
}
interface Ports {
  readonly clerk: Required<AuthorizationsPort>;
  readonly desk: Required<AuthorizationsPort>;
}
const asked = { text: 'The report?', items: [], dueAt: null } as const;
const first = (record: Authorization): string =>
  record.informationRequests.find(({ state }) => state === 'open' || state === 'partial')?.id ?? '';
const notice = (record: Authorization, stage: 'pended' | 'decided' | 'cancelled' | 'error', at: number) => ({
  ...{ notificationId: `n-${stage}-${record.notified.ids.length}`, issuedAt: at, numbers: record.numbers, stage, added: [] },
  ...{ items: stage === 'decided' ? [told(1, 'certified'), told(2, 'certified')] : [], validFrom: null, validTo: null },
});

/** What people and payers can do through the port, each with the event that it is for the chart. */
const movesAt = (at: number): readonly Move[] => {
  const takes = (stage: Parameters<typeof notice>[1]): Move => ({
    type: 'authorization.notified',
    name: `told ${stage}`,
    how: (record) => ({ notice: notice(record, stage, at) }),
    act: ({ desk }, record, meta) => desk.receive([notice(record, stage, at)], meta),
  });
  const decides = (name: string, ...items: readonly ItemDecision[]): Move => ({
    ...{ type: 'authorization.decided', name, how: () => ({ decision: decision(...items) }) },
    act: ({ desk }, { id }, meta) => desk.decide(id, decision(...items), meta),
  });
  const answers = (isLast: boolean): Move => ({
    ...{ type: 'information.answered', name: isLast ? 'answered' : 'answered in part' },
    how: (record) => ({ reply: { requestId: first(record), noteId: 'the-note', isLast } }),
    act: ({ clerk }, record, meta) => clerk.answerInformation(record.id, { requestId: first(record), noteId: 'the-note', isLast }, meta),
  });
  const changed = ({ items }: Authorization): readonly AuthorizationItem[] => [{ ...items[0]!, quantity: '5' }, ...items.slice(1)];
  const why = { reason: 'not-performed', text: '' };
  return [
    {
      type: 'authorization.updated',
      name: 'updated',
      how: (r) => ({ items: changed(r) }),
      act: ({ clerk }, r, m) => clerk.update(r.id, changed(r), m),
    },
    { type: 'authorization.extended', name: 'extended', how: () => ({ until }), act: ({ clerk }, { id }, m) => clerk.extend(id, until, m) },
    { type: 'authorization.cancelled', name: 'cancelled', how: () => ({}), act: ({ clerk }, { id }, m) => clerk.cancel(id, m) },
    { type: 'authorization.voided', name: 'voided', how: () => ({ why }), act: ({ clerk }, { id }, m) => clerk.void(id, why, m) },
    {
      ...{ type: 'authorization.superseded', name: 'superseded', how: () => ({ successor: 'next' }) },
      act: ({ clerk }, { id }, meta) => clerk.submit({ ...request, supersedes: id }, meta),
    },
    {
      type: 'authorization.pended',
      name: 'pended',
      how: () => ({ text: 'Wait.' }),
      act: ({ desk }, { id }, m) => desk.pend(id, { text: 'Wait.' }, m),
    },
    decides('approved', told(1, 'certified'), told(2, 'certified')),
    decides('denied', told(1, 'not-certified'), told(2, 'not-certified')),
    decides('decided in part', told(1, 'certified'), told(2, 'pended')),
    takes('pended'),
    takes('decided'),
    takes('cancelled'),
    takes('error'),
    { type: 'authorization.used', name: 'used', how: () => ({ how: 'used' }), act: ({ desk }, { id }, m) => desk.markUsed(id, 'used', m) },
    {
      type: 'authorization.used',
      name: 'used in part',
      how: () => ({ how: 'partly-used' }),
      act: ({ desk }, { id }, m) => desk.markUsed(id, 'partly-used', m),
    },
    {
      type: 'information.requested',
      name: 'asked',
      how: () => ({ ask: { ...asked, id: 'q' } }),
      act: ({ desk }, { id }, m) => desk.requestInformation(id, asked, m),
    },
    answers(true),
    answers(false),
  ];
};

/** What the provider's side does: the payer is told. All else is the payer's, and the provider is told. */
const clerkDoes = ['updated', 'extended', 'cancelled', 'voided', 'superseded', 'answered', 'answered in part'];

/** The shortest way to every combination of states that these moves lead to, by the chart alone. */
function pathsOf(moves: readonly Move[], at: number): readonly (readonly string[])[] {
  const facts = {
    id: 'a',
    organisationId: 'o',
    numbers: [{ type: 'reference-id', value: 'PA' }],
    submittedAt: at,
    submittedBy: null,
  } as const;
  const { state: _, ...input } = newAuthorization(request, facts, policy, zone);
  const eventsIn = (snapshot: AnyMachineSnapshot): readonly AuthorizationEvent[] =>
    moves.map((move) => ({
      ...{ type: move.type, at, by: null, policy, zone, name: move.name },
      ...move.how({ ...(snapshot.context as Authorization), state: snapshot.value as Authorization['state'] }),
    }));
  const paths = getShortestPaths(authorizationLifecycle.chart, {
    input: input as never,
    events: eventsIn as never,
    serializeState: ({ value }: AnyMachineSnapshot) => JSON.stringify(value),
  } as never);
  return paths.map(({ steps }) =>
    steps.map(({ event }) => (event as unknown as { name?: string }).name ?? '').filter((name) => name !== ''),
  );
}

async function begin(): Promise<{ world: MemoryWorld; ports: Ports; id: string; next: () => { commandId: string } }> {
  const world = await createMemoryWorld([{ ...contractWorld[0]!, cases: [] }], { policies: { book, portal: 'cms-0057' } });
  const portOf = async (person: 'clerk' | 'claimsCenter') => {
    const page = world.connect();
    await page.access!.signIn(people[person]);
    return page.authorizations as Required<AuthorizationsPort>;
  };
  const ports = { clerk: await portOf('clerk'), desk: await portOf('claimsCenter') };
  let n = 0;
  const next = (): { commandId: string } => ({ commandId: `c-${(n += 1)}` });
  const answer = await ports.clerk.submit(request, next());
  assert.ok(answer.status === 'accepted');
  const { id } = answer.value;
  await world.store.transaction('write', (tx) => tx.put('notes', { id: 'the-note', version: 1, caseId: id, note: {} as never }));
  return { world, ports, id, next };
}

describe('authorizations through the port', () => {
  it('N29 N30 on every way of the chart record, version, case, history, notice and audit row are what the chart says', async () => {
    const at = (await begin()).world.clock.now();
    const moves = movesAt(at);
    const paths = pathsOf(moves, at);
    const reached = new Set<string>();
    const taken = new Set<string>();
    // Each way, and from its end each move: what is refused must leave everything as it was.
    for (const way of paths.flatMap((path) => moves.map(({ name }) => [...path, name]))) {
      const { world, ports, id, next } = await begin();
      const now = () =>
        world.store.transaction('read', async (tx) => ({
          ...{ kept: (await tx.get('authorizations', id))!, of: (await tx.get('cases', id))! },
          notices: (await tx.query('notices', { orderBy: { field: 'order', direction: 'descending' } })).filter(
            ({ notice }) => notice.recordId === id,
          ),
        }));
      for (const name of way) {
        const before = await now();
        const meta = next();
        const answer = await moves.find((move) => move.name === name)!.act(ports, before.kept.record, meta);
        const after = await now();
        const isTaken = answer.status === 'accepted' && (answer.value as { taken?: number }).taken !== 0;
        assert.equal(after.kept.version, before.kept.version + (isTaken ? 1 : 0), way.join(', '));
        if (!isTaken) assert.deepEqual(after, before);
        else taken.add(name);
        const { record, history } = after.kept;
        assert.equal(history.length, before.kept.history.length + (isTaken ? 1 : 0), way.join(', '));
        // The other side is told of what happened, once; whoever used it knows.
        const entry = history.at(-1)!;
        const told = after.notices.slice(before.notices.length).map(({ notice, audience }) => [notice.event, notice.at, audience]);
        const audience = clerkDoes.includes(name) ? 'payer/payer:x' : 'provider/provider:a';
        assert.deepEqual(told, isTaken && entry.what !== 'used' ? [[entry.what, entry.at, audience]] : [], way.join(', '));
        assert.deepEqual([record.version, after.of.record.use], [after.kept.version, record.state.use]);
        assert.deepEqual(
          [after.of.record.decision, decisionOf(after.of.record)],
          [authorizationDecision(record), authorizationDecision(record)],
        );
        const audit = await world.store.transaction('read', (tx) => tx.query('audit', {}));
        assert.equal(audit.find(({ commandId }) => commandId === meta.commandId)?.outcome, answer.status);
        reached.add(Object.values(record.state).join('/'));
      }
    }
    assert.deepEqual([...taken].sort(), moves.map(({ name }) => name).sort());
    assert.deepEqual(reached.size, paths.length, 'every combination of states that the chart can reach is reached through the port');
  });
});
