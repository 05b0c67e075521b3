import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PortError } from '../kernel/index.ts';
import { anyCriteria } from './case-fixture.test.ts';
import { aTask, capabilities, reaches, rows, settled, TestClock, TestSet } from './claim-query-fixture.test.ts';
import { CaseRows, type RowsEvent } from './case-rows.ts';
import { emptyForm } from './index.ts';

const started = async (set: TestSet) => {
  const task = aTask({ capabilities: { ...capabilities, resultSets: true } });
  task.actor.start();
  await reaches(task.actor, 'idle');
  task.actor.send({ type: 'query.executed' });
  await reaches(task.actor, 'searching');
  await settled();
  task.opens[0]?.resolve(set);
  await settled();
  return task;
};

test('N21 a result of a hundred thousand is opened once, and rows come in blocks where one looks', async () => {
  const set = new TestSet(100_000);
  const { actor } = await started(set);
  const { result, revision } = actor.getSnapshot().context;
  assert.deepEqual([result?.rows.count, set.asked], [100_000, ['0-100']]);
  actor.send({ type: 'range.requested', from: 50_050, to: 50_130 });
  await settled();
  assert.deepEqual(set.asked, ['0-100', '50000-50100', '50100-50200']);
  assert.equal(result?.rows.row(50_123)?.id, 'c-50123');
  assert.equal(actor.getSnapshot().context.revision, revision + 2);
  actor.send({ type: 'range.requested', from: 50_050, to: 50_130 });
  await settled();
  assert.equal(set.asked.length, 3);
});

test('what scrolled out of sight before it came is broken off', async () => {
  const set = new TestSet(100_000);
  const { actor } = await started(set);
  const signals: (AbortSignal | undefined)[] = [];
  set.hold = (_, signal) => {
    signals.push(signal);
    return new Promise(() => undefined);
  };
  actor.send({ type: 'range.requested', from: 5_000, to: 5_010 });
  actor.send({ type: 'range.requested', from: 90_000, to: 90_010 });
  await settled();
  assert.deepEqual(
    signals.map((signal) => signal?.aborted),
    [true, false],
  );
  actor.send({ type: 'range.requested', from: 5_000, to: 5_010 });
  assert.equal(set.asked.filter((asked) => asked === '5000-5100').length, 2);
});

test('rows that could not be had are told and asked for again', async () => {
  const set = new TestSet(1_000);
  const { actor } = await started(set);
  set.hold = () => Promise.reject(new PortError('offline'));
  actor.send({ type: 'range.requested', from: 500, to: 510 });
  await settled();
  assert.equal(actor.getSnapshot().context.rowsCode, 'offline');
  set.hold = null;
  actor.send({ type: 'range.requested', from: 500, to: 510 });
  await settled();
  assert.deepEqual([actor.getSnapshot().context.rowsCode, actor.getSnapshot().context.result?.rows.row(505)?.id], [null, 'c-505']);
});

test('a result that the backend has let go of is opened again', async () => {
  const set = new TestSet(1_000);
  const { actor, opens } = await started(set);
  set.hold = () => Promise.reject(new PortError('expired-cursor'));
  actor.send({ type: 'range.requested', from: 500, to: 510 });
  await settled();
  assert.deepEqual([opens.length, opens[1]?.criteria], [2, opens[0]?.criteria]);
  opens[1]?.resolve(new TestSet(1_000));
  await reaches(actor, 'results');
  assert.equal(set.closed, 1);
});

test('a result is closed when the next one is there, and when the element is gone', async () => {
  const [first, second] = [new TestSet(10), new TestSet(20)];
  const { actor, opens } = await started(first);
  actor.send({ type: 'query.executed' });
  await settled();
  assert.equal(first.closed, 0);
  opens[1]?.resolve(second);
  await settled();
  assert.deepEqual([first.closed, second.closed], [1, 0]);
  actor.stop();
  assert.deepEqual([first.closed, second.closed], [1, 1]);
});

test('a result that opens after its search was cancelled is closed, and so is one whose rows cannot be read', async () => {
  const [late, broken] = [new TestSet(10), new TestSet(10)];
  broken.hold = () => Promise.reject(new PortError('internal'));
  const task = aTask({ capabilities: { ...capabilities, resultSets: true } });
  task.actor.start();
  await reaches(task.actor, 'idle');
  task.actor.send({ type: 'query.executed' });
  await reaches(task.actor, 'searching');
  await settled();
  task.actor.send({ type: 'query.cancelled' });
  task.opens[0]?.resolve(late);
  task.actor.send({ type: 'query.executed' });
  await settled();
  task.opens[1]?.resolve(broken);
  await reaches(task.actor, 'failed');
  assert.deepEqual([late.closed, broken.closed, late.asked.length], [1, 1, 0]);
});

test('a place far down is read first', async () => {
  const set = new TestSet(1_000);
  const run = { criteria: anyCriteria, sort: null, pages: [] };
  const place = { form: emptyForm, run, place: { activeId: 'c-740', offset: 730 } };
  const task = aTask({ capabilities: { ...capabilities, resultSets: true }, place });
  task.actor.start();
  await reaches(task.actor, 'searching');
  await settled();
  task.opens[0]?.resolve(set);
  await reaches(task.actor, 'results');
  assert.deepEqual(set.asked, ['700-800']);
});

test('while the end is not known one row more can be scrolled to, and the end is found by reading', async () => {
  const heard: RowsEvent[] = [];
  const set = new TestSet(150);
  const found = new CaseRows({ kind: 'unknown' }, set, new TestClock());
  const stop = found.listen((event) => heard.push(event));
  found.put(0, rows(100));
  assert.equal(found.count, 101);
  found.want(95, 101);
  await settled();
  assert.deepEqual([found.count, found.row(149)?.id, heard], [150, 'c-149', [{ type: 'rows.arrived' }]]);
  stop();
  found.want(0, 10);
  assert.equal(set.asked.length, 1);
});
