import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActor, fromPromise } from 'xstate';
import { accepted, money, plainDate, PortError, refused, type CommandAnswer, type Draft, type SubmitCommand } from '../kernel/index.ts';
import { anyCriteria } from './case-fixture.test.ts';
import { page, rows, settled, TestClock } from './claim-query-fixture.test.ts';
import { bordereauRequestSchema } from './bordereau-draft.schema.ts';
import { bordereauExportMachine } from './bordereau-export.machine.ts';
import type { BordereauExportEvent, BordereauExportInput, WriteInput } from './bordereau-export.task.ts';
import { bordereauExportView } from './bordereau-export.view.ts';
import type { Bordereau, BordereauRefusal, BordereauRequest, CaseBreakdown, CaseRow } from './index.ts';

const october = { from: plainDate('2026-10-01'), to: plainDate('2026-10-31') };
const criteria = { ...anyCriteria, ...october };
const party = (id: string) => ({ id, name: id, count: 2 });
const one: CaseBreakdown = { total: { kind: 'exact', n: 2 }, payers: [party('p-1')], providers: [party('h-1')] };
const several: CaseBreakdown = { ...one, payers: [party('p-1'), party('p-2')] };
const paired: CaseBreakdown = {
  ...{ total: one.total, payers: [party('p-1'), party('p-2')], providers: [party('h-1'), party('h-2')] },
  pairs: [
    { payerId: 'p-1', providerId: 'h-1', count: 1 },
    { payerId: 'p-2', providerId: 'h-2', count: 1 },
  ],
};
const batch = (request: BordereauRequest, rowCount: number): Bordereau => ({
  number: 'B-2026-000001',
  provider: { id: request.providerId, name: 'H' },
  payer: { id: request.payerId, name: 'P' },
  period: request.period,
  ...{ dateMode: 'service', issuedAt: 0, issuedBy: 'Amal', rowCount, totals: [] },
});

interface Given {
  readonly breakdown?: CaseBreakdown;
  readonly answers?: readonly (CommandAnswer<Bordereau, BordereauRefusal> | PortError | 'never')[];
  readonly rowCount?: number;
  readonly hidden?: BordereauExportInput['hidden'];
  readonly draft?: Draft;
  readonly write?: (input: WriteInput, signal: AbortSignal) => Promise<void>;
}

/** An export over a backend of so many rows, with everything it asked for. */
async function started(given: Given = {}) {
  const { breakdown = one, answers = [], rowCount = 1_200, hidden = [] } = given;
  const clock = new TestClock();
  const issued: { request: BordereauRequest; commandId: string }[] = [];
  const drafts = new Map<string, Draft>(given.draft ? [['bordereau:test', given.draft]] : []);
  const written: CaseRow[] = [];
  const pageSignals: (AbortSignal | undefined)[] = [];
  let ids = 0;
  const task = { locale: 'en-GB' };
  const submit: SubmitCommand = (run, options) => run({ commandId: options?.commandId ?? 'none' }) as never;
  const input: BordereauExportInput = {
    claims: {
      breakdown: () => Promise.resolve(breakdown),
      issueBordereau: (request, { commandId }) => {
        const answer = answers[issued.push({ request, commandId }) - 1] ?? accepted(batch(request, rowCount));
        if (answer === 'never') return new Promise(() => undefined);
        return answer instanceof PortError ? Promise.reject(answer) : Promise.resolve(answer);
      },
      bordereauRows: (_, { cursor, limit, signal }) => {
        pageSignals.push(signal);
        const from = Number(cursor ?? 0);
        const to = Math.min(from + (limit ?? 0), 1_200);
        return Promise.resolve(page(rows(to - from, from), to < 1_200 ? String(to) : null));
      },
    },
    submit,
    ids: { uuid: () => `id-${(ids += 1)}` },
    drafts: {
      get: (taskId) => Promise.resolve(drafts.get(taskId) ?? null),
      put: (draft) => Promise.resolve(void drafts.set(draft.taskId, draft)),
      remove: (taskId) => Promise.resolve(void drafts.delete(taskId)),
    },
    taskId: 'bordereau:test',
    clock,
    today: () => plainDate('2026-11-21'),
    locale: () => task.locale,
    hidden,
    criteria: given.draft ? null : criteria,
  };
  const writeAll = async (file: WriteInput, signal: AbortSignal): Promise<void> => {
    for await (const some of file.rows(signal)) written.push(...some);
  };
  const machine = bordereauExportMachine.provide({
    actors: { writeFile: fromPromise<void, WriteInput>(({ input: file, signal }) => (given.write ?? writeAll)(file, signal)) },
  });
  const actor = createActor(machine, { input });
  const errors: unknown[] = [];
  actor.subscribe({ error: (error) => errors.push(error) });
  actor.start();
  await settled();
  const send = async (event: BordereauExportEvent): Promise<void> => {
    actor.send(event);
    await settled();
  };
  return { task, actor, send, issued, drafts, written, pageSignals, clock, errors, view: () => bordereauExportView(actor.getSnapshot()) };
}

test('N22 one payer, one provider and the period of the query: one request gives the number', async () => {
  const { send, view, issued } = await started();
  assert.deepEqual([view().state, view().payerId, view().providerId], ['choosing', 'p-1', 'h-1']);
  await send({ type: 'issue.requested' });
  assert.deepEqual([view().state, view().bordereau?.number], ['issued', 'B-2026-000001']);
  assert.deepEqual(issued[0]?.request.period, { from: '2026-10-01', to: '2026-10-31' });
});

test('N22 a typed period is the same days in another language', async () => {
  const { task, send, issued } = await started();
  await send({ type: 'period.changed', changes: { from: '1/10', to: '12/11' } });
  task.locale = 'en-US';
  await send({ type: 'language.changed', before: 'en-GB' });
  await send({ type: 'issue.requested' });
  assert.deepEqual(issued[0]?.request.period, { from: '2026-10-01', to: '2026-11-12' });
});

test('N22 a result with several payers asks for one', async () => {
  const { send, view, issued } = await started({ breakdown: several });
  await send({ type: 'issue.requested' });
  assert.deepEqual([view().payerError, view().providerError, issued.length], ['bordereau.payerMissing', null, 0]);
  await send({ type: 'party.chosen', payerId: 'p-2' });
  assert.equal(view().payerError, null);
  await send({ type: 'issue.requested' });
  assert.equal(issued[0]?.request.payerId, 'p-2');
});

test('N22 a chosen payer leaves its own providers to choose from, and the other way round', async () => {
  const { send, view, issued } = await started({ breakdown: paired });
  const offered = () => [view().payers, view().providers].map((parties) => parties.map(({ id }) => id));
  assert.deepEqual(offered(), [
    ['p-1', 'p-2'],
    ['h-1', 'h-2'],
  ]);
  await send({ type: 'party.chosen', payerId: 'p-2' });
  assert.deepEqual([offered(), view().providerId], [[['p-1', 'p-2'], ['h-2']], 'h-2']);
  await send({ type: 'party.chosen', payerId: 'p-1' });
  assert.deepEqual([view().payerId, view().providerId], ['p-1', 'h-1']);
  await send({ type: 'party.chosen', providerId: 'h-1' });
  assert.deepEqual(offered(), [['p-1'], ['h-1', 'h-2']]);
  await send({ type: 'issue.requested' });
  assert.deepEqual([issued[0]?.request.payerId, issued[0]?.request.providerId], ['p-1', 'h-1']);
});

test('N22 totals leave out what is hidden, whatever the backend sends', async () => {
  const [billed, paid] = [money(3_000, 'KWD'), money(1_000, 'KWD')];
  const totals = [{ currency: 'KWD', count: 2, billed, approved: null, patientShare: null, paid }];
  const answers = [accepted({ ...batch({ providerId: 'h-1', payerId: 'p-1', period: october, criteria }, 2), totals })];
  const shown = async (hidden: BordereauExportInput['hidden']) => {
    const { send, view } = await started({ answers, hidden });
    await send({ type: 'issue.requested' });
    return view().bordereau?.totals;
  };
  assert.deepEqual(await shown([]), totals);
  assert.deepEqual(await shown(['payment']), [{ ...totals[0], paid: null }]);
  assert.deepEqual(await shown(['amounts', 'payment']), []);
});

test('N22 a bordereau needs both days of its period', async () => {
  const { send, view, issued } = await started();
  await send({ type: 'period.changed', changes: { from: '', to: '30/9' } });
  await send({ type: 'issue.requested' });
  assert.deepEqual(view().errors, [{ field: 'from', code: 'missing' }]);
  await send({ type: 'period.changed', changes: { from: '31/10' } });
  await send({ type: 'field.left', field: 'to' });
  assert.deepEqual([view().errors, issued.length], [[{ field: 'to', code: 'to-before-from' }], 0]);
});

test('an answer that got lost is asked for again under the same id, and after a change under another', async () => {
  const { send, view, issued } = await started({ answers: [new PortError('timeout'), { status: 'unknown' }] });
  await send({ type: 'issue.requested' });
  assert.equal(view().notice, 'bordereau.failed.issuing');
  await send({ type: 'export.retried' });
  await send({ type: 'export.retried' });
  assert.equal(view().state, 'issued');
  await send({ type: 'export.opened', criteria });
  await send({ type: 'issue.requested' });
  assert.deepEqual(
    issued.map(({ commandId }) => commandId),
    ['id-1', 'id-1', 'id-1', 'id-2'],
  );
});

test('a batch that was being issued when the page went away is finished under its own id', async () => {
  const first = await started({ answers: ['never'] });
  await first.send({ type: 'issue.requested' });
  const draft = first.drafts.get('bordereau:test')!;
  first.actor.stop();
  assert.deepEqual(bordereauRequestSchema.parse(draft.payload), first.issued[0]?.request);
  const second = await started({ draft });
  assert.deepEqual([second.issued[0]?.commandId, second.view().state, second.drafts.size], ['id-1', 'issued', 0]);
});

test('what may have been issued is asked for again by a reload', async () => {
  for (const answer of [{ status: 'unknown' }, new PortError('timeout')] as const) {
    const { send, drafts } = await started({ answers: [answer] });
    await send({ type: 'issue.requested' });
    assert.equal(drafts.get('bordereau:test')?.commandId, 'id-1');
  }
});

test('what was refused or never left is not issued by a reload', async () => {
  for (const answer of [refused('nothing-to-issue'), new PortError('offline')] as const) {
    const { send, drafts } = await started({ answers: [answer] });
    await send({ type: 'issue.requested' });
    assert.equal(drafts.size, 0);
  }
});

test('a refusal says why and how much is allowed, and the choice is open again as a new act', async () => {
  const { send, view, issued } = await started({ answers: [refused('too-many-rows', { max: 500 })] });
  await send({ type: 'issue.requested' });
  assert.deepEqual([view().state, view().notice, view().limit], ['choosing', 'bordereau.refused.too-many-rows', 500]);
  await send({ type: 'issue.requested' });
  assert.deepEqual([issued[1]?.commandId, view().notice, view().state], ['id-2', null, 'issued']);
});

test('N22 every frozen row is written once, in order, and the columns leave out what is hidden', async () => {
  let columns: readonly string[] = [];
  const task = await started({
    hidden: ['amounts', 'payment'],
    write: async (file, signal) => {
      columns = file.columns.map(({ key }) => key);
      for await (const some of file.rows(signal)) task.written.push(...some);
    },
  });
  await task.send({ type: 'issue.requested' });
  await task.send({ type: 'file.requested', format: 'csv' });
  assert.equal(task.view().notice, 'bordereau.written');
  assert.deepEqual(
    task.written.map(({ id }) => id),
    rows(1_200).map(({ id }) => id),
  );
  assert.ok(!columns.some((key) => ['billed', 'paid', 'currency', 'paymentDate'].includes(key)));
});

test('progress is told about ten times a second and at the end', async () => {
  const task = await started();
  const told: number[] = [];
  task.actor.subscribe(({ context }) => told.at(-1) !== context.rows && told.push(context.rows));
  await task.send({ type: 'issue.requested' });
  await task.send({ type: 'file.requested', format: 'xlsx' });
  // The clock stands still: the first page, then nothing until all rows are there.
  assert.deepEqual(told.slice(-3), [0, 500, 1_200]);
});

test('a cancel ends the reading, and the bordereau can be written again', async () => {
  const task = await started({
    write: async (file, signal) => {
      for await (const some of file.rows(signal)) {
        task.written.push(...some);
        if (task.written.length === 500) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  });
  await task.send({ type: 'issue.requested' });
  await task.send({ type: 'file.requested', format: 'xlsx' });
  await task.send({ type: 'file.requested', format: 'csv' });
  assert.equal(task.view().state, 'writing');
  await task.send({ type: 'file.cancelled' });
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.deepEqual([task.view().state, task.written.length, task.pageSignals.length], ['issued', 500, 1]);
  await task.send({ type: 'file.requested', format: 'csv' });
  assert.equal(task.view().state, 'done');
  assert.deepEqual(task.errors, []);
});

test('a batch that lost a row is not written, and a writer that fails can be tried again', async () => {
  const short = await started({ rowCount: 1_201 });
  await short.send({ type: 'issue.requested' });
  await short.send({ type: 'file.requested', format: 'xlsx' });
  assert.deepEqual([short.view().notice, short.view().code], ['bordereau.failed.writing', 'invalid']);
  let tries = 0;
  const flaky = await started({ write: () => ((tries += 1) === 1 ? Promise.reject(new PortError('offline')) : Promise.resolve()) });
  await flaky.send({ type: 'issue.requested' });
  await flaky.send({ type: 'file.requested', format: 'print' });
  assert.equal(flaky.view().notice, 'bordereau.failed.offline');
  await flaky.send({ type: 'export.retried' });
  assert.deepEqual([flaky.view().state, flaky.view().format, flaky.issued.length], ['done', 'print', 1]);
});

test('an empty result has nothing to export', async () => {
  const { view } = await started({ breakdown: { total: { kind: 'exact', n: 0 }, payers: [], providers: [] } });
  assert.deepEqual([view().state, view().notice], ['empty', 'bordereau.empty']);
});

test('every event is safe in every state, and the view keeps identity', async () => {
  const events: readonly BordereauExportEvent[] = [
    { type: 'export.opened', criteria },
    { type: 'party.chosen', providerId: 'h-2' },
    { type: 'period.changed', changes: { to: '' } },
    { type: 'field.left', field: 'from' },
    { type: 'issue.requested' },
    { type: 'file.requested', format: 'csv' },
    { type: 'file.cancelled' },
    { type: 'export.retried' },
    { type: 'export.closed' },
  ];
  const walks: readonly (readonly BordereauExportEvent[])[] = [
    [],
    [{ type: 'issue.requested' }],
    [{ type: 'issue.requested' }, { type: 'file.requested', format: 'csv' }],
    [{ type: 'export.closed' }],
  ];
  for (const given of [{}, { breakdown: several }, { answers: [new PortError('internal')] }, { answers: ['never'] }] as const) {
    for (const walk of walks) {
      for (const event of events) {
        const { send, view, errors, actor } = await started(given);
        for (const step of walk) actor.send(step);
        await send(event);
        const twice = view();
        for (const [key, value] of Object.entries(view())) assert.ok(Object.is(value, twice[key as 'state']), key);
        assert.deepEqual(errors, []);
        actor.stop();
      }
    }
  }
});
