import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PortError } from '../kernel/index.ts';
import { aTask, capabilities, page, reaches, rows, settled, stateOf } from './claim-query-fixture.test.ts';
import { claimQueryPlace, claimQueryView, claimsPolicyDefaults, emptyForm, type ClaimQueryForm } from './index.ts';

const typed = { from: '1/11', to: '21/11' };
const execute = { type: 'query.executed' } as const;
const started = async (...options: Parameters<typeof aTask>) => {
  const task = aTask(...options);
  task.actor.start();
  await reaches(task.actor, 'idle');
  return task;
};
const found = async (...options: Parameters<typeof aTask>) => {
  const task = await started(...options);
  task.actor.send({ type: 'criteria.changed', changes: typed });
  task.actor.send(execute);
  await reaches(task.actor, 'searching');
  await settled();
  return task;
};

test('N25 typing and leaving fields searches nothing; Execute does', async () => {
  const { actor, searches } = await started();
  actor.send({ type: 'criteria.changed', changes: typed });
  actor.send({ type: 'field.left', field: 'to' });
  await settled();
  assert.equal(searches.length, 0);
  actor.send(execute);
  await settled();
  assert.equal(searches.length, 1);
  assert.deepEqual([searches[0]?.criteria.from, searches[0]?.criteria.to], ['2026-11-01', '2026-11-21']);
});

test('N25 Execute works on a form that nobody has touched', async () => {
  const { actor, searches } = await started();
  actor.send(execute);
  await reaches(actor, 'searching');
  await settled();
  assert.equal(searches[0]?.criteria.from, null);
});

test('N21 what is found is shown with its rows', async () => {
  const { actor, searches } = await found();
  searches[0]?.resolve(page(rows(2)));
  await reaches(actor, 'results');
  const { result } = actor.getSnapshot().context;
  assert.deepEqual([result?.rows.row(0)?.id, result?.rows.row(1)?.id, result?.rows.row(2)], ['c-0', 'c-1', undefined]);
});

test('N24 a query by payment date asks by payment date alone', async () => {
  const { actor, searches } = await started();
  actor.send({ type: 'criteria.changed', changes: { ...typed, dateMode: 'payment' } });
  actor.send(execute);
  await reaches(actor, 'searching');
  await settled();
  assert.equal(searches[0]?.criteria.dateMode, 'payment');
});

test('N23 filters of Advanced Search reach the backend in Advanced only', async () => {
  const { actor, searches } = await found();
  searches[0]?.resolve(page([]));
  await reaches(actor, 'empty');
  actor.send({ type: 'criteria.changed', changes: { memberName: 'Amina' } });
  actor.send(execute);
  await settled();
  actor.send({ type: 'criteria.changed', changes: { section: 'advanced' } });
  actor.send(execute);
  await settled();
  assert.deepEqual(
    searches.map(({ criteria }) => criteria.memberName),
    ['', '', 'Amina'],
  );
});

test('what is wrong is said at its field and nothing is searched', async () => {
  const { actor, searches } = await started();
  actor.send({ type: 'criteria.changed', changes: { from: '40/1' } });
  actor.send(execute);
  await settled();
  assert.deepEqual(actor.getSnapshot().context.errors, [{ field: 'from', code: 'no-such-day' }]);
  assert.deepEqual([stateOf(actor.getSnapshot()), searches.length], ['idle', 0]);
});

test('an error is said when its field is left, not before, and goes when the field changes', async () => {
  const { actor } = await started();
  const codes = () => actor.getSnapshot().context.errors.map(({ field, code }) => `${field} ${code}`);
  actor.send({ type: 'criteria.changed', changes: { from: 'x', to: 'y' } });
  actor.send({ type: 'field.left', field: 'from' });
  await settled();
  assert.deepEqual(codes(), ['from not-a-date']);
  actor.send({ type: 'criteria.changed', changes: { from: '1/1' } });
  assert.deepEqual(codes(), []);
});

test('the day that was meant is told when the field was left', async () => {
  const { actor } = await started();
  actor.send({ type: 'criteria.changed', changes: { from: 't-1' } });
  await settled();
  actor.send({ type: 'field.left', field: 'from' });
  assert.equal(actor.getSnapshot().context.dates.from, '2026-11-20');
});

test('a second Execute breaks the first off, and its late answer never shows', async () => {
  const { actor, searches } = await found();
  actor.send({ type: 'criteria.changed', changes: { to: '2/11' } });
  actor.send(execute);
  await settled();
  assert.deepEqual([searches[0]?.signal?.aborted, searches[1]?.signal?.aborted], [true, false]);
  searches[0]?.resolve(page(rows(5)));
  await settled();
  assert.equal(stateOf(actor.getSnapshot()), 'searching');
  searches[1]?.resolve(page(rows(1)));
  await reaches(actor, 'results');
  searches[0]?.resolve(page(rows(9)));
  await settled();
  assert.equal(actor.getSnapshot().context.result?.rows.count, 1);
});

test('a cancelled search leaves what was shown before, or the open form', async () => {
  const { actor, searches } = await found();
  actor.send({ type: 'query.cancelled' });
  assert.equal(stateOf(actor.getSnapshot()), 'idle');
  assert.equal(searches[0]?.signal?.aborted, true);
  actor.send(execute);
  await settled();
  searches[1]?.resolve(page(rows(3)));
  await reaches(actor, 'results');
  actor.send({ type: 'sort.changed', sort: { key: 'billed', direction: 'ascending' } });
  actor.send({ type: 'query.cancelled' });
  assert.equal(stateOf(actor.getSnapshot()), 'results');
  assert.equal(actor.getSnapshot().context.sort?.key, 'serviceDate');
});

test('a failed query names its code, keeps the form, and runs again on retry', async () => {
  const { actor, searches } = await found();
  searches[0]?.reject(new PortError('offline'));
  await reaches(actor, 'failed');
  assert.equal(actor.getSnapshot().context.code, 'offline');
  assert.equal(actor.getSnapshot().context.form.from, '1/11');
  actor.send({ type: 'query.retried' });
  await settled();
  searches[1]?.resolve(page(rows(1)));
  await reaches(actor, 'results');
  assert.equal(actor.getSnapshot().context.code, null);
});

test('a backend that never answers is given up after the time limit', async () => {
  const { actor, clock } = await found();
  await clock.advance(30_000);
  assert.deepEqual([stateOf(actor.getSnapshot()), actor.getSnapshot().context.code], ['failed', 'timeout']);
});

test('sorting runs the executed query again, not what is half-typed, and only by what the backend can', async () => {
  const { actor, searches } = await found();
  searches[0]?.resolve(page(rows(1)));
  await reaches(actor, 'results');
  actor.send({ type: 'criteria.changed', changes: { from: '2/' } });
  actor.send({ type: 'sort.changed', sort: { key: 'memberName', direction: 'ascending' } });
  await settled();
  assert.equal(searches.length, 1);
  actor.send({ type: 'sort.changed', sort: { key: 'billed', direction: 'descending' } });
  await settled();
  assert.deepEqual([searches[1]?.criteria.from, searches[1]?.sort?.key], ['2026-11-01', 'billed']);
});

test('a new query, another order and another page start at the top', async () => {
  const { actor, searches } = await found();
  const place = { activeId: 'c-9', offset: 8 };
  const acts = [
    execute,
    { type: 'sort.changed', sort: { key: 'billed', direction: 'ascending' } },
    { type: 'page.requested', direction: 'next' },
  ] as const;
  for (const act of acts) {
    searches.at(-1)?.resolve(page(rows(9), 'more'));
    await reaches(actor, 'results');
    actor.send({ type: 'place.changed', place });
    actor.send(act);
    assert.deepEqual(actor.getSnapshot().context.place, { activeId: null, offset: 0 }, act.type);
    await settled();
  }
});

test('pages go on and back by the cursors of the backend', async () => {
  const { actor, searches } = await found();
  searches[0]?.resolve(page(rows(2), 'after-2', { kind: 'at-least', n: 3 }));
  await reaches(actor, 'results');
  actor.send({ type: 'page.requested', direction: 'previous' });
  actor.send({ type: 'page.requested', direction: 'next' });
  await settled();
  searches[1]?.resolve(page(rows(1, 2)));
  await reaches(actor, 'results');
  assert.equal(actor.getSnapshot().context.run?.pages[0]?.before, 2);
  actor.send({ type: 'page.requested', direction: 'next' });
  actor.send({ type: 'page.requested', direction: 'previous' });
  await settled();
  assert.deepEqual(
    searches.map(({ cursor }) => cursor),
    [null, 'after-2', null],
  );
});

test('a page whose cursor has expired gives way to the first page', async () => {
  const { actor, searches } = await found();
  searches[0]?.resolve(page(rows(2), 'after-2'));
  await reaches(actor, 'results');
  actor.send({ type: 'page.requested', direction: 'next' });
  await settled();
  searches[1]?.reject(new PortError('expired-cursor'));
  await settled();
  assert.deepEqual([stateOf(actor.getSnapshot()), searches[2]?.cursor], ['searching', null]);
  searches[2]?.reject(new PortError('expired-cursor'));
  await settled();
  assert.equal(stateOf(actor.getSnapshot()), 'failed');
});

test('an empty page with another behind it is no empty result', async () => {
  const { actor, searches } = await found();
  searches[0]?.resolve(page([], 'more', { kind: 'unknown' }));
  await reaches(actor, 'results');
});

test('N24 the order follows the date mode with the next query, unless the person chose one', async () => {
  const sorts = ['serviceDate', 'paymentDate', 'billed'] as const;
  const { actor, searches } = aTask({ capabilities: { ...capabilities, sorts } });
  const shown = () => claimQueryView(actor.getSnapshot()).sort?.key;
  const run = async (changes: Partial<ClaimQueryForm>) => {
    actor.send({ type: 'criteria.changed', changes });
    const before = shown();
    actor.send({ type: 'query.executed' });
    await settled();
    searches.at(-1)!.resolve(page(rows(2)));
    await reaches(actor, 'results');
    return [before, searches.at(-1)!.sort?.key];
  };
  actor.start();
  await reaches(actor, 'idle');
  await run({ from: '1/11' });
  assert.deepEqual(await run({ dateMode: 'payment' }), ['serviceDate', 'paymentDate'], 'what is shown stays as it is until then');
  assert.deepEqual(await run({ dateMode: 'service' }), ['paymentDate', 'serviceDate']);
  actor.send({ type: 'sort.changed', sort: { key: 'billed', direction: 'ascending' } });
  await settled();
  searches.at(-1)!.resolve(page(rows(2)));
  await reaches(actor, 'results');
  assert.deepEqual(await run({ dateMode: 'payment' }), ['billed', 'billed']);
});

test('what a person may not see is neither offered nor sorted by', async () => {
  const { actor } = await started({ hidden: ['amounts', 'payment'] });
  const { currencies, ...offer } = actor.getSnapshot().context.offer;
  assert.deepEqual(offer, { filters: ['kind', 'memberName'], dateModes: ['service'], sorts: ['serviceDate'] });
  assert.deepEqual(currencies, claimsPolicyDefaults.currencies, 'those of the policy');
});

test('N24 a payer that offers payment dates alone starts the form in that mode', async () => {
  const policy = { ...(await aTask().input.policy(new AbortController().signal)), dateModes: ['payment'] as const };
  const { actor } = await started({ policy: () => Promise.resolve(policy) });
  assert.equal(actor.getSnapshot().context.form.dateMode, 'payment');
});

test('clearing empties the form and the result, and keeps section and date mode', async () => {
  const { actor, searches } = await found();
  searches[0]?.resolve(page(rows(1)));
  await reaches(actor, 'results');
  actor.send({ type: 'criteria.changed', changes: { section: 'advanced', memberName: 'A' } });
  actor.send({ type: 'criteria.cleared' });
  const { context } = actor.getSnapshot();
  assert.deepEqual(context.form, { ...emptyForm, section: 'advanced' });
  assert.deepEqual([stateOf(actor.getSnapshot()), context.result, context.run], ['idle', null, null]);
});

test('without a policy nothing can be run; trying again loads it, and what was asked meanwhile runs', async () => {
  let tries = 0;
  const policy = () => (tries++ < 2 ? Promise.reject(new PortError('unavailable')) : aTask().input.policy(new AbortController().signal));
  const { actor, errors, searches } = aTask({ policy });
  actor.start();
  await reaches(actor, 'unavailable');
  actor.send({ type: 'criteria.changed', changes: typed });
  actor.send(execute);
  assert.equal(claimQueryView(actor.getSnapshot()).isBusy, true);
  await reaches(actor, 'unavailable');
  actor.send({ type: 'query.retried' });
  await reaches(actor, 'searching');
  assert.equal(searches[0]?.criteria.from, '2026-11-01');
  assert.deepEqual(errors, []);
});

for (const taken of ['query.cancelled', 'criteria.cleared'] as const) {
  test(`Execute before the form can be read, then ${taken}: nothing runs`, async () => {
    const { actor, searches } = aTask();
    actor.start();
    actor.send({ type: 'criteria.changed', changes: typed });
    actor.send(execute);
    actor.send({ type: taken });
    await reaches(actor, 'idle');
    assert.deepEqual([claimQueryView(actor.getSnapshot()).isBusy, searches.length], [false, 0]);
    assert.equal(actor.getSnapshot().context.form.from, taken === 'criteria.cleared' ? '' : typed.from);
  });
}

test('a field left before the form can be read is explained when it can', async () => {
  const { actor } = aTask();
  actor.start();
  actor.send({ type: 'criteria.changed', changes: { from: 't-7', to: 'soon' } });
  actor.send({ type: 'field.left', field: 'from' });
  actor.send({ type: 'field.left', field: 'to' });
  await reaches(actor, 'idle');
  const { dates, errors } = claimQueryView(actor.getSnapshot());
  assert.deepEqual([dates.from, errors], ['2026-11-14', [{ field: 'to', code: 'not-a-date' }]]);
});

test('a date that was understood keeps its day when the language changes, and the query its answer', async () => {
  let locale = 'en-GB';
  const { actor, searches } = await found({ locale: () => locale });
  searches[0]?.resolve(page(rows(1)));
  await reaches(actor, 'results');
  locale = 'en-US';
  actor.send({ type: 'language.changed', before: 'en-GB' });
  const { form, dates } = actor.getSnapshot().context;
  assert.deepEqual([form.from, form.to, dates.from], ['2026-11-01', '2026-11-21', '2026-11-01']);
  assert.equal(claimQueryView(actor.getSnapshot()).isStale, false);
  actor.send(execute);
  await settled();
  assert.equal(searches[1]?.criteria.from, '2026-11-01');
});

test('a date that nobody left yet keeps its day as well, and one that is none stands as it was typed', async () => {
  let locale = 'en-GB';
  const { actor } = await found({ locale: () => locale });
  actor.send({ type: 'criteria.changed', changes: { from: '12/11', to: '11/2026/' } });
  locale = 'en-US';
  actor.send({ type: 'language.changed', before: 'en-GB' });
  const { form } = actor.getSnapshot().context;
  assert.deepEqual([form.from, form.to], ['2026-11-12', '11/2026/']);
});

test('criteria that were changed and not executed are still said to be so after a reload', async () => {
  const before = await found();
  before.searches[0]?.resolve(page(rows(1)));
  await reaches(before.actor, 'results');
  before.actor.send({ type: 'criteria.changed', changes: { from: '1/1/2019' } });
  const place = claimQueryPlace(before.actor.getSnapshot());
  const after = aTask({ place });
  after.actor.start();
  await reaches(after.actor, 'searching');
  assert.equal(claimQueryView(after.actor.getSnapshot()).isStale, true);
});
