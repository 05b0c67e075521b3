import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActor } from 'xstate';
import { PortError, type Change, type FieldGroup } from '../kernel/index.ts';
import { aCase } from './case-fixture.test.ts';
import { settled, TestClock } from './claim-query-fixture.test.ts';
import { claimDetailMachine, type ClaimDetailEvent } from './claim-detail.machine.ts';
import { claimDetailView } from './claim-detail.view.ts';
import { rowOf, visibleCase, type CaseDetail } from './index.ts';

const aDetail = (id: string, version = 1, hidden: readonly FieldGroup[] = []): CaseDetail => {
  const record = aCase({ id, version });
  return { row: rowOf(record, hidden), record: visibleCase(record, hidden), hidden, history: [] };
};

function open(caseId: string | null) {
  const calls: { id: string; signal: AbortSignal | undefined; resolve(detail: CaseDetail | null): void; reject(error: unknown): void }[] =
    [];
  const listeners = new Set<(change: Change) => void>();
  const clock = new TestClock();
  const actor = createActor(claimDetailMachine, {
    input: {
      claims: { get: (id, options) => new Promise((resolve, reject) => calls.push({ id, signal: options?.signal, resolve, reject })) },
      changes: { subscribe: (_, listener) => (listeners.add(listener), () => listeners.delete(listener)) },
      clock,
      caseId,
    },
  });
  const errors: unknown[] = [];
  actor.subscribe({ error: (error) => errors.push(error) });
  actor.start();
  const change = (id: string, version: number) => listeners.forEach((tell) => tell({ topic: 'claims', id, version }));
  return { actor, calls, listeners, change, clock, errors, view: () => claimDetailView(actor.getSnapshot()) };
}
const answered = async (detail: CaseDetail | null = aDetail('c-1')) => {
  const task = open('c-1');
  task.calls[0]?.resolve(detail);
  await settled();
  return task;
};

test('a case is loaded by its id and shown', async () => {
  const { view, calls } = await answered();
  assert.deepEqual([calls[0]?.id, view().state, view().detail?.row.reference], ['c-1', 'ready', '000123']);
  assert.deepEqual(view(), view());
  for (const [key, value] of Object.entries(view())) assert.ok(Object.is(value, view()[key as 'lines']), key);
});

test('without an id nothing is asked; opening another breaks the first off and shows nothing of it', async () => {
  const { actor, calls, view } = open(null);
  assert.deepEqual([view().state, calls.length], ['idle', 0]);
  actor.send({ type: 'case.opened', id: 'c-1' });
  actor.send({ type: 'case.opened', id: 'c-2' });
  calls[1]?.resolve(aDetail('c-2'));
  await settled();
  calls[0]?.resolve(aDetail('c-1'));
  await settled();
  assert.deepEqual([calls[0]?.signal?.aborted, view().detail?.row.id], [true, 'c-2']);
  actor.send({ type: 'case.opened', id: null });
  assert.deepEqual([view().state, view().detail], ['idle', null]);
});

test('a case of somebody else reads like one that does not exist', async () => {
  const absent = await answered(null);
  const refused = open('c-1');
  refused.calls[0]?.reject(new PortError('not-found'));
  await settled();
  assert.deepEqual([absent.view().notice, refused.view().notice], ['claim-detail.notFound', 'claim-detail.notFound']);
});

test('a newer version is fetched while the older stays in view; an older or foreign change is not', async () => {
  const { change, calls, view } = await answered(aDetail('c-1', 2));
  change('c-1', 2);
  change('c-9', 9);
  assert.equal(calls.length, 1);
  change('c-1', 3);
  assert.deepEqual([calls.length, view().isBusy, view().detail?.row.version], [2, true, 2]);
  calls[1]?.resolve(aDetail('c-1', 3));
  await settled();
  assert.equal(view().detail?.row.version, 3);
});

test('many changes told as one are a reason to look again', async () => {
  const { change, calls, view } = await answered(aDetail('c-1', 2));
  change('*', 0);
  calls[1]?.resolve(aDetail('c-1', 3));
  await settled();
  assert.equal(view().detail?.row.version, 3);
});

test('a refresh that fails leaves the case in view and says so; losing the right to it does not', async () => {
  const { actor, calls, view } = await answered();
  actor.send({ type: 'case.refreshed' });
  calls[1]?.reject(new PortError('offline'));
  await settled();
  assert.deepEqual([view().state, view().notice, view().detail !== null], ['ready', 'claim-detail.stale', true]);
  actor.send({ type: 'case.refreshed' });
  calls[2]?.reject(new PortError('denied'));
  await settled();
  assert.deepEqual([view().state, view().notice, view().detail], ['failed', 'claim-detail.failed.denied', null]);
});

test('a failure names its cause and can be tried again; silence ends at the time limit', async () => {
  const { actor, calls, view, clock, errors } = open('c-1');
  calls[0]?.reject(new PortError('offline'));
  await settled();
  assert.deepEqual([view().notice, view().code], ['claim-detail.failed.offline', 'offline']);
  actor.send({ type: 'case.refreshed' });
  await clock.advance(30_000);
  assert.deepEqual([view().code, errors], ['timeout', []]);
});

test('hidden groups are absent from the view', async () => {
  const { view } = await answered(aDetail('c-1', 1, ['amounts', 'clinical', 'payment']));
  assert.deepEqual([view().showsAmounts, view().showsClinical, view().lines, view().differences], [false, false, [], []]);
});

test('a stopped task listens to nothing any more', async () => {
  const { actor, listeners } = await answered();
  assert.equal(listeners.size, 1);
  actor.stop();
  assert.equal(listeners.size, 0);
});

test('every event is safe in every state', async () => {
  const events: readonly ClaimDetailEvent[] = [
    { type: 'case.opened', id: 'c-3' },
    { type: 'case.refreshed' },
    { type: 'case.changed', version: 7 },
    { type: 'case.opened', id: null },
  ];
  for (const start of [() => open(null), () => open('c-1'), () => answered(), () => answered(null)]) {
    for (const event of events) {
      const { actor, errors, view } = await start();
      actor.send(event);
      await settled();
      assert.deepEqual(errors, []);
      assert.ok(view().state.length > 0);
    }
  }
});
