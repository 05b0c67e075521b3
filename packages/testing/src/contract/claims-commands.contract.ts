import { equal, ok } from '@portico/backend/check';
import { decisionOf, type CaseItem, type IntakeCase, type SavedQuery } from '@portico/core/claims';
import { addDays } from '@portico/core/kernel';
import type { ContractCase } from './contract.ts';
import { anotherCase, firstDay, worldCases } from './contract-world.ts';
import { allRows, anything, claimsOf, refusalOf, signedIn, valueOf } from './steps.ts';

const numbered = (value: string, changes: Partial<IntakeCase> = {}): IntakeCase =>
  anotherCase({
    identifiers: [{ type: 'claim-number', value }],
    source: { format: 'world', reference: value, original: null },
    ...changes,
  });

const saved = (id: string, name: string): SavedQuery => ({ id, name, criteria: { ...anything, memberName: name }, sort: null });

/** Intake of files and feeds, and saved queries. */
export const claimsCommandCases: readonly ContractCase[] = [
  {
    title: 'takes records in and finds them at once, with the decision that the rules of core derive',
    needs: ['claims.intake'],
    async run(context) {
      const claims = await claimsOf(context);
      const item: CaseItem = { ...anotherCase().items[0]!, outcome: 'denied' };
      const record = numbered('NEW-1', { items: [item], processing: 'complete', life: 'active' });
      const report = valueOf(await claims.intake!([record], { commandId: context.commandId() }), 'the intake');
      equal(report, { taken: 1, updated: 0, unchanged: 0, refused: [] }, 'the report');
      const [row] = await allRows(claims, { ...anything, identifier: 'NEW-1' });
      equal([row?.decision, row?.version], [decisionOf(record), 1], 'the row');
      const detail = (await claims.get(row!.id))!;
      equal(detail.history, [{ at: context.clock.now(), what: 'taken-in', by: 'The clerk', reference: null }], 'the history');
      equal(detail.record.items, record.items, 'the lines');
    },
  },
  {
    title: 'the same record again is unchanged; a changed one is the same case with a new version',
    needs: ['claims.intake'],
    async run(context) {
      const claims = await claimsOf(context);
      const intake = async (...batch: IntakeCase[]) =>
        valueOf(await claims.intake!(batch, { commandId: context.commandId() }), 'the intake');
      const record = numbered('SAME-1');
      await intake(record);
      const [before] = await allRows(claims, { ...anything, identifier: 'SAME-1' });
      equal(await intake(structuredCopy(record)), { taken: 0, updated: 0, unchanged: 1, refused: [] }, 'the same again');
      const changed = { ...record, life: 'cancelled' } as const;
      equal(await intake(record, changed, changed), { taken: 0, updated: 1, unchanged: 2, refused: [] }, 'changed, and twice in one batch');
      const rows = await allRows(claims, { ...anything, identifier: 'SAME-1' });
      equal(
        rows.map(({ id, version, decision }) => ({ id, version, decision })),
        [{ id: before!.id, version: 2, decision: decisionOf(changed) }],
        'one case',
      );
      equal(
        (await claims.get(before!.id))!.history.map(({ what }) => what),
        ['taken-in', 'changed'],
        'the history',
      );
    },
  },
  {
    title: 'the same number of another provider, payer or kind is another case',
    needs: ['claims.intake'],
    async run(context) {
      const claims = await claimsOf(context);
      const record = numbered('TWIN-1');
      const batch = [
        record,
        { ...record, provider: { ...record.provider, id: 'provider:b' } },
        { ...record, payer: { ...record.payer, id: 'payer:y' } },
        { ...record, kind: 'authorization' as const },
      ];
      equal(valueOf(await claims.intake!(batch, { commandId: context.commandId() }), 'the intake').taken, 4, 'taken');
    },
  },
  {
    title: 'good records are taken even when others are refused, each with its place and why',
    needs: ['claims.intake'],
    async run(context) {
      const claims = await claimsOf(context);
      const extra = { ...numbered('BAD-1'), organisationId: 'organisation:2', id: 'mine' } as unknown as IntakeCase;
      const wrongDate = { ...numbered('BAD-2'), serviceFrom: '2026-02-30' } as unknown as IntakeCase;
      const batch = [
        extra,
        numbered('GOOD-1'),
        wrongDate,
        null as unknown as IntakeCase,
        numbered('BAD-3', { provider: { ...anotherCase().provider, id: 'provider:c' } }),
      ];
      const report = valueOf(await claims.intake!(batch, { commandId: context.commandId() }), 'the intake');
      equal(
        [report.taken, report.refused.map(({ index, code }) => [index, code])],
        [
          1,
          [
            [0, 'invalid'],
            [2, 'invalid'],
            [3, 'invalid'],
            [4, 'out-of-scope'],
          ],
        ],
        'the report',
      );
      equal(report.refused[1]!.path, 'serviceFrom', 'the path');
      equal((await allRows(claims, { ...anything, identifier: 'BAD' })).length, 0, 'the refused are not there');
      equal((await allRows(claims, { ...anything, identifier: 'GOOD' })).length, 1, 'the good one is');
    },
  },
  {
    title: 'a batch above the limit of policy is refused whole',
    needs: ['claims.intake'],
    async run(context) {
      const { claims, policies } = await signedIn(context, 'clerk');
      const max = (await policies.for('portal')).policy.claims.maxIntakeRecords;
      const answer = await claims!.intake!(Array<IntakeCase>(max + 1).fill(numbered('MANY-1')), { commandId: context.commandId() });
      equal(refusalOf(answer), 'too-many-records', 'the answer');
      equal((await allRows(claims!, { ...anything, identifier: 'MANY' })).length, 0, 'nothing was taken');
    },
  },
  {
    title: 'the same command id takes a batch in once, also when it comes many times at once',
    needs: ['claims.intake'],
    async run(context) {
      const claims = await claimsOf(context);
      const meta = { commandId: context.commandId() };
      const answers = await Promise.all(Array.from({ length: 5 }, () => claims.intake!([numbered('ONCE-1')], meta)));
      for (const answer of answers) equal(answer, answers[0], 'every answer is the first');
      equal(valueOf(answers[4]!, 'the last').taken, 1, 'taken');
      equal(refusalOf(await claims.intake!([numbered('ONCE-2')], meta)), 'payload-differs', 'another batch under this id');
      equal((await allRows(claims, { ...anything, identifier: 'ONCE' })).length, 1, 'cases');
    },
  },
  {
    title: 'an opened result stays as it was while cases come in',
    needs: ['claims.intake', 'claims.open'],
    async run(context) {
      const claims = await claimsOf(context);
      const set = await claims.open!(anything, {});
      const before = await set.rows(0, 200);
      await claims.intake!([numbered('LATE-1', { serviceFrom: addDays(firstDay, 60) })], { commandId: context.commandId() });
      equal(await set.rows(0, 200), before, 'the rows');
      equal((await claims.search(anything, {})).rows[0]?.reference, 'LATE-1', 'a new search finds it');
    },
  },
  {
    title: 'a page goes on where it stopped while cases come in, and says so where it cannot',
    needs: ['claims.intake'],
    async run(context) {
      const claims = await claimsOf(context);
      const whole = await allRows(claims, anything);
      const first = await claims.search(anything, { limit: 5 });
      await claims.intake!([numbered('EARLY-1', { serviceFrom: addDays(firstDay, 90) })], { commandId: context.commandId() });
      const second = await claims.search(anything, { limit: 5, cursor: first.next });
      equal(second.rows, whole.slice(5, 10), 'the second page');
    },
  },
  {
    title: 'only who may takes records in: not the helpdesk, not the payer',
    needs: ['claims.intake', 'access'],
    async run(context) {
      for (const person of ['helpdesk', 'claimsCenter'] as const) {
        const claims = await claimsOf(context, person);
        equal(refusalOf(await claims.intake!([worldCases[0]!], { commandId: context.commandId() })), 'denied', person);
      }
    },
  },
  {
    title: 'keeps a person’s queries under names, for this person only',
    needs: ['claims.saveQuery', 'claims.savedQueries', 'claims.removeQuery', 'access'],
    async run(context) {
      const [mine, theirs] = [await claimsOf(context), await claimsOf(context, 'otherClerk')];
      const save = async (query: SavedQuery) => valueOf(await mine.saveQuery!(query, { commandId: context.commandId() }), 'saving');
      await save(saved('q1', 'zulu'));
      await save(saved('q2', 'alpha'));
      await save(saved('q1', 'mike'));
      equal(await mine.savedQueries!(), [saved('q2', 'alpha'), saved('q1', 'mike')], 'mine, by name');
      equal(await theirs.savedQueries!(), [], 'theirs');
      await theirs.removeQuery!('q1', { commandId: context.commandId() });
      equal((await mine.savedQueries!()).length, 2, 'mine, after somebody else removed theirs');
      await mine.removeQuery!('q1', { commandId: context.commandId() });
      equal(await mine.savedQueries!(), [saved('q2', 'alpha')], 'after removing one');
    },
  },
  {
    title: 'refuses a saved query that is none, and more of them than policy allows',
    needs: ['claims.saveQuery', 'claims.savedQueries'],
    async run(context) {
      const { claims, policies } = await signedIn(context, 'clerk');
      const save = (query: SavedQuery) => claims!.saveQuery!(query, { commandId: context.commandId() });
      for (const broken of [saved('q', ''), { ...saved('q', 'x'), more: 1 }, { ...saved('q', 'x'), criteria: {} }])
        equal(refusalOf(await save(broken as SavedQuery)), 'invalid', 'a broken one');
      const { maxSavedQueries } = (await policies.for('portal')).policy.claims;
      for (let n = 0; n < maxSavedQueries; n += 1) valueOf(await save(saved(`q${n}`, `name ${n}`)), `query ${n}`);
      equal(refusalOf(await save(saved('one-more', 'x'))), 'too-many-queries', 'one more');
      valueOf(await save(saved('q0', 'changed')), 'changing one of them');
      ok(
        (await claims!.savedQueries!()).some(({ name }) => name === 'changed'),
        'it is changed',
      );
    },
  },
];

/** A copy that shares nothing, by JSON. */
const structuredCopy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
