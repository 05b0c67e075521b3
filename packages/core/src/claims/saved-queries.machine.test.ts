import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActor } from 'xstate';
import { accepted, money, plainDate, PortError, refused, type SubmitCommand } from '../kernel/index.ts';
import { anyCriteria } from './case-fixture.test.ts';
import { settled, TestClock } from './claim-query-fixture.test.ts';
import { readForm, type SavedQuery } from './index.ts';
import { formOf } from './saved-queries.rules.ts';
import { savedQueriesMachine, type SavedQueriesInput } from './saved-queries.machine.ts';
import { savedQueriesView } from './saved-queries.view.ts';

const sort = null;
const submit: SubmitCommand = (run, options) => run({ commandId: options?.commandId ?? 'made-by-the-outbox' }) as never;

async function started(changes: Partial<SavedQueriesInput['claims']> = {}) {
  let id = 0;
  const kept = new Map<string, SavedQuery>([['q-0', { id: 'q-0', name: 'October', criteria: anyCriteria, sort }]]);
  const claims: SavedQueriesInput['claims'] = {
    savedQueries: () => Promise.resolve([...kept.values()]),
    saveQuery: (query) => Promise.resolve(accepted((kept.set(query.id, query), query))),
    removeQuery: (key) => Promise.resolve(accepted((kept.delete(key), null))),
    ...changes,
  };
  const actor = createActor(savedQueriesMachine, {
    input: { claims, submit, ids: { uuid: () => `q-${(id += 1)}` }, clock: new TestClock() },
  });
  const errors: unknown[] = [];
  actor.subscribe({ error: (error) => errors.push(error) });
  actor.start();
  await settled();
  return { actor, kept, errors, view: () => savedQueriesView(actor.getSnapshot()) };
}

test('a query is saved under its name and listed', async () => {
  const { actor, kept, view } = await started();
  actor.send({ type: 'query.saved', name: ' November ', criteria: { ...anyCriteria, memberName: 'A' }, sort });
  await settled();
  assert.equal(kept.get('q-1')?.name, 'November');
  assert.deepEqual([view().queries.length, view().notice, view().name], [2, 'claim-query.savedDone', 'November']);
});

test('saving under a known name changes that query', async () => {
  const { actor, kept } = await started();
  actor.send({ type: 'query.saved', name: 'October', criteria: { ...anyCriteria, memberName: 'B' }, sort });
  await settled();
  assert.deepEqual([kept.size, kept.get('q-0')?.criteria.memberName], [1, 'B']);
});

test('a removed query can be put back as it was', async () => {
  const { actor, kept, view } = await started();
  const before = kept.get('q-0');
  actor.send({ type: 'query.removed', id: 'q-0' });
  await settled();
  assert.deepEqual([kept.size, view().canUndo, view().notice], [0, true, 'claim-query.removed']);
  actor.send({ type: 'removal.undone' });
  await settled();
  assert.deepEqual([kept.get('q-0'), view().canUndo], [before, false]);
});

test('a name that is missing or too long is refused before anything is sent', async () => {
  const { actor, kept, view } = await started();
  for (const [name, error] of [
    [' ', 'name-missing'],
    ['x'.repeat(81), 'name-too-long'],
  ] as const) {
    actor.send({ type: 'query.saved', name, criteria: anyCriteria, sort });
    assert.equal(view().error, `claim-query.savedError.${error}`);
  }
  await settled();
  assert.equal(kept.size, 1);
});

test('a refusal says why; a failure says so; nothing is claimed to be done', async () => {
  const full = await started({ saveQuery: () => Promise.resolve(refused('too-many-queries')) });
  const broken = await started({ removeQuery: () => Promise.reject(new PortError('offline')) });
  full.actor.send({ type: 'query.saved', name: 'N', criteria: anyCriteria, sort });
  broken.actor.send({ type: 'query.removed', id: 'q-0' });
  await settled();
  assert.deepEqual([full.view().error, full.view().notice], ['claim-query.savedError.too-many-queries', null]);
  assert.deepEqual([broken.view().error, broken.view().canUndo, broken.errors], ['claim-query.savedError.failed', false, []]);
  broken.actor.send({ type: 'notice.dismissed' });
  assert.equal(broken.view().error, null);
});

test('a list that cannot be had can be asked for again', async () => {
  let tries = 0;
  const { actor, view } = await started({
    savedQueries: () => ((tries += 1) === 1 ? Promise.reject(new PortError('timeout')) : Promise.resolve([])),
  });
  assert.deepEqual([view().state, view().error], ['failed', 'claim-query.savedError.failed']);
  actor.send({ type: 'list.retried' });
  await settled();
  assert.deepEqual([view().state, view().error, view().isBusy], ['ready', null, false]);
});

test('a form made of saved criteria asks for the same again', () => {
  const reading = {
    today: plainDate('2026-11-21'),
    locale: 'en-US',
    policy: { dateModes: ['service', 'payment'], maxSpanDays: 400 },
  } as const;
  const dates = { ...anyCriteria, from: plainDate('2026-01-02'), to: plainDate('2026-03-04') };
  const amount = { currency: 'KWD', from: money(1_500, 'KWD').minor, to: null };
  const wide = { ...dates, dateMode: 'payment', kinds: ['claim'], memberName: 'أمينة', payerId: 'p-1', amount } as const;
  for (const criteria of [dates, wide, anyCriteria]) assert.deepEqual(readForm(formOf(criteria), reading), { criteria, errors: [] });
  assert.deepEqual([formOf(dates).section, formOf(wide).section], ['basic', 'advanced']);
});
