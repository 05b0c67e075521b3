import { equal, ok } from '@portico/backend/check';
import type {
  Authorization,
  AuthorizationItem,
  AuthorizationRequest,
  AuthorizationsPort,
  ItemDecision,
  WorklistFilter,
} from '@portico/core/authorizations';
import { plainDate, type CommandAnswer } from '@portico/core/kernel';
import type { ContractCase, ContractContext, Need } from './contract.ts';
import type { PersonName } from './contract-world.ts';
import { anything, claimsOf, failsWith, refusalOf, signedIn, valueOf } from './steps.ts';

/** What a case about authorizations needs. */
export const needs: readonly Need[] = ['access', 'claims', 'authorizations.submit', 'authorizations.decide'];
const everything: WorklistFilter = { scope: 'all', payerId: null, urgency: null, number: '' };

const item = (sequence: number, changes: Partial<AuthorizationItem> = {}): AuthorizationItem => ({
  ...{ sequence, service: { code: `S-${sequence}`, system: null, text: null }, unlisted: null, quantity: '1' },
  ...{ amount: { minor: 5_000, currency: 'USD' }, from: null, to: null, origin: 'provider', outcome: 'undecided' },
  ...{ outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

const party = (id: string, name: string) => ({ id, name, identifiers: [] });

/** A request of the clerk's own provider. */
export const request = (changes: Partial<AuthorizationRequest> = {}): AuthorizationRequest => ({
  ...{ kind: 'request', urgency: 'standard', payer: party('payer:x', 'Xenon Health'), provider: party('provider:a', 'Clinic A') },
  ...{ physician: party('physician:1', 'Dr. Ian Wu'), unlistedPhysician: null },
  member: { id: null, name: 'Mara Lind', number: 'M-77', birthDate: null },
  ...{ serviceFrom: plainDate('2026-12-01'), serviceTo: plainDate('2026-12-05'), currency: 'USD' },
  diagnoses: [{ coded: { code: 'D1', system: null, text: null }, exact: null }],
  items: [item(1), item(2)],
  ...{ supersedes: null, note: '' },
  ...changes,
});

/** An item approved as it was asked for. */
export const certified = (sequence: number, changes: Partial<ItemDecision> = {}): ItemDecision => ({
  ...{ sequence, outcome: 'certified', outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

/** An item denied with a reason. */
export const denied = (sequence: number): ItemDecision =>
  certified(sequence, { outcome: 'not-certified', reasons: [{ code: 'not-covered', system: null, text: 'Not in the plan.' }] });

/** A decision of these items. */
export const decided = (...items: readonly ItemDecision[]) => ({ items, validFrom: null, validTo: null });

async function portOf(context: ContractContext, person: PersonName = 'clerk'): Promise<Required<AuthorizationsPort>> {
  const { authorizations } = await signedIn(context, person);
  ok(authorizations, 'there is a port of authorizations');
  return authorizations as Required<AuthorizationsPort>;
}

/** A page of the clerk and one of the payer's desk, with a request that was sent and, where decisions are given, decided. */
export async function begun(
  context: ContractContext,
  decisions: readonly ItemDecision[] = [],
  changes: Partial<AuthorizationRequest> = {},
) {
  const [clerk, desk] = [await portOf(context), await portOf(context, 'claimsCenter')];
  const meta = () => ({ commandId: context.commandId() });
  const sent = valueOf(await clerk.submit(request(changes), meta()), 'the request');
  const record = decisions.length === 0 ? sent : valueOf(await desk.decide(sent.id, decided(...decisions), meta()), 'the decision');
  return { clerk, desk, meta, record, id: record.id };
}

/** The code of a refusal. */
export const codes = (answer: CommandAnswer<unknown>): string => refusalOf(answer);
/** All regions of the state in one text. */
export const stateOf = ({ state }: Authorization): string => Object.values(state).join('/');

/** Authorizations from request to "not used" (N15–N20, N26, N28–N30, P2–P5). */
export const authorizationsCases: readonly ContractCase[] = [
  {
    title: 'N21 P3 a request gets a number, a record and a case under one id, and is found by that number',
    needs,
    async run(context) {
      const { clerk, desk, record, id } = await begun(context);
      equal([stateOf(record), record.version], ['received/none/stopped/unused', 1], 'its beginning');
      const { rows } = await (await claimsOf(context)).search({ ...anything, identifier: record.numbers[0]!.value }, { limit: 5 });
      equal([rows.length, rows[0]?.id, rows[0]?.decision, rows[0]?.kind], [1, id, 'received', 'authorization'], 'its case');
      for (const port of [clerk, desk]) {
        const found = await port.worklist({ ...everything, number: ` ${record.numbers[0]!.value.toLowerCase()} ` }, {});
        equal(
          found.rows.map((row) => [row.id, row.isUnread]),
          [[id, true]],
          'the worklist',
        );
      }
      ok(await clerk.get(id), 'it is opened');
      const again = await clerk.worklist({ ...everything, number: record.numbers[0]!.value }, {});
      equal(
        again.rows.map(({ isUnread }) => isUnread),
        [false],
        'what was opened is read',
      );
    },
  },
  {
    title: 'the same command twice is one request, and two requests have two numbers',
    needs,
    async run(context) {
      const clerk = await portOf(context);
      const meta = { commandId: context.commandId() };
      const [one, again] = [valueOf(await clerk.submit(request(), meta), 'one'), valueOf(await clerk.submit(request(), meta), 'again')];
      const other = valueOf(await clerk.submit(request(), { commandId: context.commandId() }), 'another');
      equal(again.id, one.id, 'the same');
      ok(other.id !== one.id && other.numbers[0]!.value !== one.numbers[0]!.value, 'another number');
    },
  },
  {
    title: 'N18 N19 N20 a request is refused by its fault, and what it claims to be decided is not',
    needs,
    async run(context) {
      const clerk = await portOf(context);
      const send = (changes: Partial<AuthorizationRequest>) => clerk.submit(request(changes), { commandId: context.commandId() });
      equal(codes(await send({ diagnoses: [] })), 'diagnosis-missing', 'no diagnosis');
      const coded = { code: 'D1', system: null, text: null };
      equal(codes(await send({ diagnoses: [{ coded, exact: ' ' }] })), 'exact-missing', 'a nearest code without the exact words');
      const unlistedPhysician = { identifier: { type: 'lop', value: '<b>' }, name: 'Dr. New' } as const;
      equal(codes(await send({ physician: null, unlistedPhysician })), 'licence-wrong', 'what is no licence');
      const unlisted = { name: 'Gait study', estimatedCost: { minor: 0, currency: 'USD' } };
      equal(codes(await send({ items: [item(1, { service: null, unlisted })] })), 'estimate-missing', 'no estimate');
      const forged = valueOf(await send({ items: [item(1, { outcome: 'certified' })] }), 'the request');
      equal(forged.items[0]!.outcome, 'undecided', 'decided by nobody');
      equal(codes(await send({ provider: party('provider:c', 'Clinic C') })), 'no-such-authorization', 'a foreign provider');
    },
  },
  {
    title: 'N29 N30 a void needs a reason and is for good: not used in every query, with who and when',
    needs: [...needs, 'authorizations.void'],
    async run(context) {
      const { clerk, meta, id } = await begun(context, [certified(1), certified(2)]);
      equal(codes(await clerk.void(id, { reason: '', text: '' }, meta())), 'reason-missing', 'no reason');
      const voided = valueOf(await clerk.void(id, { reason: 'not-performed', text: '' }, meta()), 'the void');
      equal(
        [stateOf(voided), voided.voiding!.by, voided.voiding!.at],
        ['closed/none/stopped/not-used', 'The clerk', context.clock.now()],
        'the record',
      );
      const { rows } = await (await claimsOf(context)).search({ ...anything, notUsedOnly: true, memberNumber: 'M-77' }, {});
      equal(
        rows.map((row) => [row.id, row.use]),
        [[id, 'not-used']],
        'Claims Query',
      );
      equal(codes(await clerk.void(id, { reason: 'not-performed', text: '' }, meta())), 'is-void', 'twice');
      equal(codes(await clerk.update(id, [item(1), item(2)], meta())), 'is-void', 'an update');
    },
  },
  {
    title: 'N30 a used one is not voided, a denied one neither voided nor updated',
    needs: [...needs, 'authorizations.void', 'authorizations.markUsed', 'authorizations.update'],
    async run(context) {
      const used = await begun(context, [certified(1), certified(2)]);
      valueOf(await used.desk.markUsed(used.id, 'partly-used', used.meta()), 'the use');
      equal(codes(await used.clerk.void(used.id, { reason: 'not-performed', text: '' }, used.meta())), 'is-used', 'used');
      const no = await begun(context, [denied(1), denied(2)]);
      equal(codes(await no.clerk.void(no.id, { reason: 'not-performed', text: '' }, no.meta())), 'is-denied', 'denied');
      equal(codes(await no.clerk.update(no.id, [item(1), item(2, { quantity: '3' })], no.meta())), 'is-denied', 'its update');
      const next = valueOf(await no.clerk.submit(request({ supersedes: no.id }), no.meta()), 'what takes its place');
      equal((await no.clerk.get(no.id))!.record.supersededBy, next.id, 'superseded');
    },
  },
  {
    title: 'a denial needs a reason, and no item is left without a word',
    needs,
    async run(context) {
      const { desk, meta, id } = await begun(context);
      equal(codes(await desk.decide(id, decided(certified(1), { ...denied(2), reasons: [] }), meta())), 'reason-missing', 'no reason');
      equal(codes(await desk.decide(id, decided(certified(1)), meta())), 'undecided-items', 'one left');
      const part = valueOf(await desk.decide(id, decided(certified(1), denied(2)), meta()), 'the decision');
      const { rows } = await (await claimsOf(context)).search({ ...anything, identifier: part.numbers[0]!.value }, {});
      equal(
        rows.map(({ decision }) => decision),
        ['partially-approved'],
        'the decision of the items',
      );
    },
  },
  {
    title: 'P4 the payer asks, the clerk answers with a note of the case and no other, and the history tells it',
    needs: [...needs, 'authorizations.requestInformation', 'authorizations.answerInformation', 'documents.post'],
    async run(context) {
      const { clerk, desk, meta, id } = await begun(context);
      const asked = valueOf(
        await desk.requestInformation(id, { text: 'The report, please.', items: [1], dueAt: null }, meta()),
        'the question',
      );
      equal([stateOf(asked), asked.informationRequests[0]!.askedBy], ['pended/requested/stopped/unused', 'The claims-center'], 'asked');
      const mine = await clerk.worklist({ ...everything, scope: 'mine' }, {});
      equal([mine.rows[0]?.id, mine.rows[0]?.dueAt], [id, asked.informationRequests[0]!.dueAt], 'first of what waits for the clerk');
      const requestId = asked.informationRequests[0]!.id;
      equal(codes(await clerk.answerInformation(id, { requestId, noteId: 'nowhere', isLast: true }, meta())), 'invalid', 'no note');
      const { documents } = await signedIn(context, 'clerk');
      const note = valueOf(await documents!.post!({ caseId: id, text: 'Here it is.', documents: [] }, meta()), 'the note');
      const answered = valueOf(await clerk.answerInformation(id, { requestId, noteId: note.id, isLast: true }, meta()), 'the answer');
      equal(stateOf(answered), 'pended/satisfied/stopped/unused', 'answered');
      const { history, offers } = (await clerk.get(id))!;
      equal(
        history.map(({ what, by }) => [what, by]),
        [
          ['submitted', 'The clerk'],
          ['information-requested', 'The claims-center'],
          ['information-sent', 'The clerk'],
        ],
        'the history',
      );
      equal([...offers].sort(), ['cancel', 'update', 'void'], 'what the clerk may do now');
    },
  },
  {
    title: 'sequences of items are never dropped or reused, and an update asks anew for what changed only',
    needs: [...needs, 'authorizations.update'],
    async run(context) {
      const { clerk, meta, id, record } = await begun(context, [certified(1), certified(2)]);
      const [one, two] = record.items as readonly [AuthorizationItem, AuthorizationItem];
      equal(codes(await clerk.update(id, [one], meta())), 'sequence-dropped', 'dropped');
      equal(codes(await clerk.update(id, [one, two, item(2)], meta())), 'sequence-reused', 'reused');
      const next = valueOf(await clerk.update(id, [one, { ...two, quantity: '4' }, item(3)], meta()), 'the update');
      equal(
        next.items.map(({ outcome }) => outcome),
        ['certified', 'undecided', 'undecided'],
        'the items',
      );
      equal([stateOf(next), next.version], ['received/none/stopped/unused', 3], 'the record');
    },
  },
  {
    title: 'the same services for the same member near these days are told as possible duplicates',
    needs: [...needs, 'authorizations.duplicates'],
    async run(context) {
      const { clerk, id } = await begun(context);
      const found = async (changes: Partial<AuthorizationRequest>) => (await clerk.duplicates(request(changes))).map((row) => row.id);
      equal(await found({ items: [item(2)], serviceFrom: plainDate('2026-12-31') }), [id], 'near');
      equal(await found({ serviceFrom: plainDate('2027-01-02') }), [], 'too far');
      equal(await found({ items: [item(7)] }), [], 'another service');
      equal(await found({ member: { id: null, name: 'Mara Lind', number: 'M-78', birthDate: null } }), [], 'another member');
    },
  },
  {
    title: 'somebody else’s is not there, and the helpdesk sees neither money nor diagnoses',
    needs,
    async run(context) {
      const { meta, id } = await begun(context, [certified(1), certified(2)]);
      for (const person of ['otherClerk', 'payerDesk', 'stranger'] as const) {
        const port = await portOf(context, person);
        equal(await port.get(id), null, `${person} opens it`);
        const { rows } = await port.worklist(everything, { limit: 500 });
        ok(
          rows.every((row) => row.id !== id),
          `${person} lists it`,
        );
      }
      const helpdesk = await portOf(context, 'helpdesk');
      const detail = (await helpdesk.get(id))!;
      equal(
        [detail.record.diagnoses, detail.record.items[0]!.amount, detail.record.items[0]!.service, detail.offers],
        [[], null, null, []],
        'hidden',
      );
      equal(codes(await helpdesk.cancel(id, meta())), 'denied', 'a command of the helpdesk');
      await failsWith('denied', () => helpdesk.duplicates(request()), 'a search for duplicates');
    },
  },
  {
    title: 'P3 what payers ask for is listed with its words, due first, until it is answered; reading the list opens nothing',
    needs: [...needs, 'authorizations.requestInformation', 'authorizations.informationRequests'],
    async run(context) {
      const { clerk, desk, meta, id } = await begun(context);
      const ask = { text: 'The report, please.', items: [1], dueAt: null };
      valueOf(await desk.requestInformation(id, ask, meta()), 'the question');
      const { rows } = await clerk.informationRequests({ limit: 500 });
      const entry = rows.find(({ row }) => row.id === id);
      equal(
        entry?.requests.map(({ text, items, state }) => [text, items, state]),
        [['The report, please.', [1], 'open']],
        'the question is listed',
      );
      equal(entry?.row.isUnread, true, 'it is not opened by that');
      const dues = rows.map(({ row }) => row.dueAt ?? Infinity);
      equal(
        dues,
        dues.toSorted((one, other) => one - other),
        'due first',
      );
      const other = await (await portOf(context, 'otherClerk')).informationRequests({ limit: 500 });
      ok(
        other.rows.every(({ row }) => row.id !== id),
        'nobody else sees it',
      );
      valueOf(await desk.decide(id, decided(certified(1), certified(2)), meta()), 'the decision');
      const after = await clerk.informationRequests({ limit: 500 });
      ok(
        after.rows.every(({ row }) => row.id !== id),
        'what is decided asks for nothing',
      );
    },
  },
  {
    title: 'N26 a worklist shows what waits, due first, page by page; all of it when every filter is dropped',
    needs,
    async run(context) {
      const { clerk, id } = await begun(context);
      const closed = await begun(context, [certified(1), certified(2)]);
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof clerk.worklist>> = await clerk.worklist(everything, { limit: 4, cursor });
        ids.push(...page.rows.map((row) => row.id));
        cursor = page.next;
      } while (cursor !== null);
      equal(new Set(ids).size, ids.length, 'each once');
      ok(ids.includes(id) && ids.includes(closed.id), 'all');
      const { rows } = await clerk.worklist({ ...everything, scope: 'open' }, { limit: 500 });
      ok(rows.some((row) => row.id === id) && rows.every((row) => row.id !== closed.id), 'what waits');
    },
  },
  {
    title: 'N26 N29 a row says how it was decided, as Claims Query does, and what is settled is listed apart from what waits',
    needs: [...needs, 'authorizations.void', 'authorizations.cancel'],
    async run(context) {
      const { clerk, desk, meta, id } = await begun(context);
      const otherService = {
        service: { code: 'S-9', system: null, text: 'Another one' },
        quantity: null,
        amount: null,
        from: null,
        to: null,
      };
      const modified = certified(1, { outcome: 'modified', authorized: { ...otherService, number: null } });
      const ends: Readonly<Record<string, readonly ItemDecision[]>> = {
        approved: [certified(1), certified(2)],
        'partially-approved': [certified(1), denied(2)],
        modified: [modified, certified(2)],
        denied: [denied(1), denied(2)],
      };
      const told = new Map([[id, 'received']]);
      for (const [word, items] of Object.entries(ends)) told.set((await begun(context, items)).id, word);
      const voided = await begun(context, [certified(1), certified(2)]);
      valueOf(await clerk.void(voided.id, { reason: 'not-performed', text: '' }, meta()), 'the void');
      told.set(voided.id, 'not-used');
      const taken = await begun(context);
      valueOf(await clerk.cancel(taken.id, meta()), 'what is taken back');
      told.set(taken.id, 'cancelled');
      const words = async (port: AuthorizationsPort, scope: WorklistFilter['scope']) => {
        const { rows } = await port.worklist({ ...everything, scope }, { limit: 500 });
        return new Map(rows.filter((row) => told.has(row.id)).map((row) => [row.id, row.headline]));
      };
      for (const port of [clerk, desk]) {
        const [all, settled, open] = [await words(port, 'all'), await words(port, 'settled'), await words(port, 'open')];
        for (const [one, word] of told) equal(all.get(one), word, `the word for ${word}`);
        equal([settled.size, open.size], [told.size - 1, 1], 'settled and open');
        ok(open.has(id) && !settled.has(id), 'what waits is not settled');
      }
    },
  },
  {
    title: 'what was seen in an older version is answered with the present one, and a change is told',
    needs: [...needs, 'authorizations.cancel', 'authorizations.pend'],
    async run(context) {
      const { clerk, desk, meta, id, record } = await begun(context);
      const page = await signedIn(context, 'clerk');
      const told: string[] = [];
      page.changes.subscribe('authorizations', (change) => told.push(change.id));
      valueOf(await desk.pend(id, { text: 'The board meets on Friday.' }, meta()), 'the pend');
      const answer = await clerk.cancel(id, { ...meta(), expectedVersion: record.version });
      equal(answer.status, 'conflict', 'an older version');
      equal(
        stateOf(valueOf(await page.authorizations!.cancel!(id, { ...meta(), expectedVersion: record.version + 1 }), 'the cancel')),
        'closed/none/stopped/unused',
        'cancelled',
      );
      ok(told.includes(id), 'told');
    },
  },
];
