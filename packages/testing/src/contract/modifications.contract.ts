import { equal, ok } from '@portico/backend/check';
import type { CaseDetail, ClaimsPort, IntakeCase, ModificationAsked, ModificationRequest, ModificationVerdict } from '@portico/core/claims';
import type { CommandAnswer } from '@portico/core/kernel';
import type { ContractCase, ContractContext, Need } from './contract.ts';
import { anotherCase, type PersonName } from './contract-world.ts';
import { samplePdf } from './sample-files.ts';
import { anything, claimsOf, failsWith, refusalOf, signedIn, valueOf } from './steps.ts';

const needs: readonly Need[] = [
  'claims.requestModification',
  'claims.withdrawModification',
  'claims.answerModification',
  'claims.modificationRequests',
  'claims.intake',
  'access',
];

const asked: ModificationAsked = { subject: 'services', text: 'Two sessions, not one.', documentIds: [] };
const applied: ModificationVerdict = { outcome: 'applied', reason: 'as-requested', text: '' };

/** A case whose window has just begun: of payer y, whose pack is `nextcare`, taken in by the clerk under this number. */
async function freshCase(context: ContractContext, number: string, changes: Partial<IntakeCase> = {}): Promise<CaseDetail> {
  const claims = await claimsOf(context);
  const record = anotherCase({
    ...{ identifiers: [{ type: 'claim-number', value: number }], life: 'active', createdAt: context.clock.now() },
    payer: { id: 'payer:y', name: 'يثرب للتأمين', identifiers: [] },
    ...changes,
  });
  valueOf(await claims.intake!([record], { commandId: context.commandId() }), 'the intake');
  const { rows } = await claims.search({ ...anything, identifier: number }, { limit: 5 });
  const detail = await claims.get(rows[0]!.id);
  ok(detail, 'the case is there');
  return detail;
}

const ask = (
  context: ContractContext,
  claims: ClaimsPort,
  caseId: string,
  changes: Partial<ModificationAsked> = {},
  commandId = context.commandId(),
): Promise<CommandAnswer<ModificationRequest>> => claims.requestModification!(caseId, { ...asked, ...changes }, { commandId });

const answer = (
  context: ContractContext,
  claims: ClaimsPort,
  { id, version }: ModificationRequest,
  changes: Partial<ModificationVerdict> = {},
): Promise<CommandAnswer<ModificationRequest>> =>
  claims.answerModification!(id, { ...applied, ...changes }, { commandId: context.commandId(), expectedVersion: version });

const happened = async (claims: ClaimsPort, id: string): Promise<readonly unknown[]> =>
  (await claims.get(id))!.history.map(({ what, by, reference }) => [what, by, reference]).slice(1);

/** Requests for modifications (N11–N13). */
export const modificationCases: readonly ContractCase[] = [
  {
    title: 'N11 a request goes to the claims center and is told in the history; the case itself stays as it is',
    needs,
    async run(context) {
      const before = await freshCase(context, 'MOD-1');
      const page = await signedIn(context, 'clerk');
      const told: string[] = [];
      page.changes.subscribe('claims', ({ id }) => told.push(id));
      const { id } = before.row;
      const request = valueOf(await ask(context, page.claims!, id), 'the request');
      equal([request.caseId, request.state, request.answer, request.asked], [id, 'requested', null, asked], 'the request');
      equal([request.providerId, request.payerId, request.requestedAt], ['provider:a', 'payer:y', context.clock.now()], 'its place');
      const after = (await page.claims!.get(id))!;
      equal({ ...after.record, version: 0 }, { ...before.record, version: 0 }, 'the case');
      ok(after.row.version > before.row.version && told.includes(id), 'whoever looks at the case hears of it');
      equal(await happened(page.claims!, id), [['modification-requested', 'The clerk', 'services']], 'the history');
    },
  },
  {
    title: 'N12 strictly before the end of the seventh day, by the backend’s own clock, a modification may be asked for',
    needs,
    async run(context) {
      const [inTime, tooLate] = [await freshCase(context, 'MOD-1'), await freshCase(context, 'MOD-2')];
      const { modification } = inTime.row.deadlines;
      ok(modification, 'the row carries its deadline');
      equal(modification, inTime.record.deadlines.modification, 'as its case does');
      await context.clock.advance(modification.dueAt - 1 - context.clock.now());
      // The session is over by now.
      equal(refusalOf(await ask(context, await claimsOf(context), inTime.row.id)), 'accepted', 'one millisecond before');
      await context.clock.advance(1);
      equal(refusalOf(await ask(context, await claimsOf(context), tooLate.row.id)), 'window-over', 'at the end');
    },
  },
  {
    title: 'N11 N12 no modification where the payer offers none, nor of a cancelled case; a later record moves no deadline',
    needs,
    async run(context) {
      const none = await freshCase(context, 'MOD-1', { payer: { id: 'payer:x', name: 'Xenon Health', identifiers: [] } });
      equal(none.row.deadlines.modification, null, 'no deadline');
      equal(refusalOf(await ask(context, await claimsOf(context), none.row.id)), 'not-offered', 'not offered');
      const first = await freshCase(context, 'MOD-2');
      await context.clock.advance(1_000);
      const createdAt = first.record.createdAt;
      const later = await freshCase(context, 'MOD-2', { createdAt, life: 'cancelled' });
      equal(later.row.deadlines, first.row.deadlines, 'the deadline stays');
      equal(refusalOf(await ask(context, await claimsOf(context), later.row.id)), 'case-cancelled', 'cancelled');
    },
  },
  {
    title: 'N13 a request needs a subject, and words or documents of that very case; words have an end',
    needs,
    async run(context) {
      const { row } = await freshCase(context, 'MOD-1');
      const claims = await claimsOf(context);
      const refusal = async (changes: Partial<ModificationAsked>) => refusalOf(await ask(context, claims, row.id, changes));
      equal(await refusal({ text: ' \n' }), 'text-missing', 'neither');
      equal(await refusal({ text: 'x'.repeat(2_001) }), 'text-too-long', 'too much');
      equal(await refusal({ documentIds: ['of-another-case'] }), 'invalid', 'a document from elsewhere');
      equal(await refusal({ subject: 'price-of-tea' as 'other' }), 'invalid', 'no subject of the list');
      equal(await happened(claims, row.id), [], 'nothing happened');
      equal(await refusal({ text: 'x'.repeat(2_000) }), 'accepted', 'as much as goes');
    },
  },
  {
    title: 'N13 a request points to documents of its own case that both sides see, without a word; the claims center finds them there',
    needs: [...needs, 'documents', 'documents.upload', 'documents.post'],
    async run(context) {
      const [before, other] = [await freshCase(context, 'MOD-9'), await freshCase(context, 'MOD-10')];
      const { claims, documents } = await signedIn(context, 'clerk');
      const filed = async (caseId: string, name: string, purpose: 'to-submit' | 'internal'): Promise<string> => {
        const uploadId = context.commandId();
        valueOf(await documents!.upload!(caseId, samplePdf(name, name), { uploadId }), name);
        const file = { uploadId, itemSequence: null, type: 'medical-report', purpose } as const;
        const note = await documents!.post!({ caseId, text: '', documents: [file] }, { commandId: context.commandId() });
        return valueOf(note, `the note of ${name}`).documents[0]!.id;
      };
      const { id } = before.row;
      const elsewhere = await filed(other.row.id, 'elsewhere.pdf', 'to-submit');
      const internal = await filed(id, 'internal.pdf', 'internal');
      const report = await filed(id, 'report.pdf', 'to-submit');
      const refusal = async (...documentIds: string[]): Promise<string> =>
        refusalOf(await ask(context, claims!, id, { text: '', documentIds }));
      equal(await refusal(report, elsewhere), 'invalid', 'one of another case');
      equal(await refusal(report, internal), 'invalid', 'one that stays on the own side');
      equal((await claims!.modificationRequests!({ caseId: id })).rows.length, 0, 'nothing was asked');
      valueOf(await ask(context, claims!, id, { text: '', documentIds: [report] }), 'the request');
      const center = await signedIn(context, 'payerDesk');
      const [entry] = (await center.claims!.modificationRequests!({ caseId: id })).rows;
      equal(entry?.request.asked, { ...asked, text: '', documentIds: [report] }, 'as the claims center reads it');
      equal((await center.documents!.content(report)).name, 'report.pdf', 'and can open it');
    },
  },
  {
    title: 'N11 one request at a time; what was withdrawn or answered makes room, and the same command makes no second one',
    needs,
    async run(context) {
      const { row } = await freshCase(context, 'MOD-1');
      const claims = await claimsOf(context);
      const commandId = context.commandId();
      const first = valueOf(await ask(context, claims, row.id, {}, commandId), 'the request');
      equal(valueOf(await ask(context, claims, row.id, {}, commandId), 'again'), first, 'the same command');
      equal(refusalOf(await ask(context, claims, row.id)), 'already-open', 'a second one');
      const withdraw = (version: number) =>
        claims.withdrawModification!(first.id, { commandId: context.commandId(), expectedVersion: version });
      equal(valueOf(await withdraw(1), 'the withdrawal').state, 'withdrawn', 'taken back');
      equal(refusalOf(await withdraw(2)), 'not-in-this-state', 'twice');
      valueOf(await ask(context, claims, row.id), 'another');
      equal(
        (await happened(claims, row.id)).map((event) => (event as string[])[0]),
        ['modification-requested', 'modification-withdrawn', 'modification-requested'],
        'the history',
      );
    },
  },
  {
    title: 'N11 the claims center applies or refuses with a reason, also after the window, and the clerk reads it in the history',
    needs,
    async run(context) {
      const [one, two] = [await freshCase(context, 'MOD-1'), await freshCase(context, 'MOD-2')];
      const clerk = await claimsOf(context);
      const first = valueOf(await ask(context, clerk, one.row.id), 'the first');
      const second = valueOf(await ask(context, clerk, two.row.id), 'the second');
      await context.clock.advance(9 * 86_400_000);
      const desk = await claimsOf(context, 'payerDesk');
      equal(refusalOf(await answer(context, desk, first, { outcome: 'refused' })), 'reason-missing', 'a reason of the other outcome');
      equal(refusalOf(await answer(context, desk, first, { outcome: 'refused', reason: 'other' })), 'text-missing', 'no words');
      const refused = valueOf(await answer(context, desk, first, { outcome: 'refused', reason: 'other', text: ' See N5. ' }), 'refused');
      equal(
        [refused.state, refused.version, refused.answer],
        [
          'refused',
          2,
          {
            ...{ outcome: 'refused', reason: 'other', text: 'See N5.', at: context.clock.now() },
            by: { accountId: 'account:payer-desk', displayName: 'The payer-desk' },
          },
        ],
        'the refusal',
      );
      equal(refusalOf(await answer(context, desk, refused)), 'not-in-this-state', 'answered already');
      equal((await answer(context, desk, first)).status, 'conflict', 'an answer to what has changed');
      valueOf(await answer(context, desk, second), 'applied');
      const again = await claimsOf(context);
      equal((await happened(again, one.row.id)).at(-1), ['modification-refused', 'The payer-desk', 'other'], 'what the clerk reads');
      equal((await happened(again, two.row.id)).at(-1), ['modification-applied', 'The payer-desk', 'as-requested'], 'of the other');
    },
  },
  {
    title: 'N11 only the payer’s own claims center answers, only the provider’s own clerk asks and takes back',
    needs,
    async run(context) {
      const { row } = await freshCase(context, 'MOD-1');
      const request = valueOf(await ask(context, await claimsOf(context), row.id), 'the request');
      const others: readonly (readonly [PersonName, asks: string, takesBack: string, answers: string])[] = [
        ['otherClerk', 'not-found', 'not-found', 'denied'],
        ['claimsCenter', 'denied', 'denied', 'not-found'],
        ['payerDesk', 'denied', 'denied', ''],
        ['helpdesk', 'denied', 'denied', 'denied'],
        ['stranger', 'not-found', 'not-found', 'denied'],
        ['clerk', '', '', 'denied'],
      ];
      for (const [person, asks, takesBack, answers] of others) {
        const claims = await claimsOf(context, person);
        const meta = () => ({ commandId: context.commandId() });
        if (asks) equal(refusalOf(await ask(context, claims, row.id)), asks, `${person} asks`);
        if (takesBack) equal(refusalOf(await claims.withdrawModification!(request.id, meta())), takesBack, `${person} takes back`);
        if (answers) equal(refusalOf(await claims.answerModification!(request.id, applied, meta())), answers, `${person} answers`);
      }
      equal((await happened(await claimsOf(context), row.id)).length, 1, 'nothing happened');
    },
  },
  {
    title: 'N11 the queue: oldest first, page by page, for each side its own, with the row of the case',
    needs,
    async run(context) {
      const clerk = await claimsOf(context);
      const made: ModificationRequest[] = [];
      for (let n = 0; n < 5; n += 1) {
        const { row } = await freshCase(context, `MOD-${n}`);
        made.push(valueOf(await ask(context, clerk, row.id), `request ${n}`));
        await context.clock.advance(60_000);
      }
      valueOf(await clerk.withdrawModification!(made[1]!.id, { commandId: context.commandId() }), 'the withdrawal');
      const desk = await claimsOf(context, 'payerDesk');
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<Required<ClaimsPort>['modificationRequests']>> = await desk.modificationRequests!({
          ...{ states: ['requested'], limit: 2, cursor },
        });
        equal(page.total, { kind: 'exact', n: 4 }, 'how many wait');
        for (const { request, row } of page.rows) {
          equal([row.id, row.payerId], [request.caseId, 'payer:y'], 'the row of its case');
          found.push(request.id);
        }
        cursor = page.next;
      } while (cursor !== null);
      equal(
        found,
        [0, 2, 3, 4].map((n) => made[n]!.id),
        'oldest first',
      );
      const idsOf = async (claims: ClaimsPort, caseId?: string) =>
        (await claims.modificationRequests!(caseId === undefined ? {} : { caseId })).rows.map(({ request }) => request.id);
      equal(await idsOf(clerk, made[1]!.caseId), [made[1]!.id], 'of one case, in any state');
      equal(
        await idsOf(clerk),
        made.map(({ id }) => id),
        'the clerk’s own',
      );
      for (const person of ['otherClerk', 'claimsCenter', 'stranger'] as const)
        equal(await idsOf(await claimsOf(context, person)), [], `nothing for ${person}`);
      const helpdesk = await claimsOf(context, 'helpdesk');
      await failsWith('denied', () => helpdesk.modificationRequests!({}), 'the helpdesk');
      await failsWith(['invalid', 'expired-cursor'], () => desk.modificationRequests!({ cursor: 'nonsense' }), 'a cursor of nobody');
    },
  },
];
