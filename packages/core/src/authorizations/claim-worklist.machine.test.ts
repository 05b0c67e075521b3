import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { PortError, type Change, type Draft } from '../kernel/index.ts';
import type { AuthorizationRow, WorklistFilter } from './authorizations.port.ts';
import { claimWorklistMachine } from './claim-worklist.machine.ts';
import type { ClaimWorklistEvent, WorklistPlace } from './claim-worklist.task.ts';
import { claimWorklistPlace, claimWorklistView } from './claim-worklist.view.ts';

const row = (n: number, changes: Partial<AuthorizationRow> = {}): AuthorizationRow => ({
  ...{ id: `a-${n}`, version: 1, reference: `PA-${n}`, memberName: `Member ${n}`, payerId: 'p', payerName: 'P', providerName: 'Q' },
  ...{ kind: 'request', urgency: 'standard', serviceFrom: null, submittedAt: n, dueAt: null, isUnread: true },
  ...{ state: { case: 'received', information: 'none', clock: 'stopped', use: 'unused' }, headline: 'received' },
  ...changes,
});

async function start(count: number, { place = null, keeps = true }: { place?: WorklistPlace | null; keeps?: boolean } = {}) {
  const clock = simulatedClock();
  const world = { rows: Array.from({ length: count }, (_, n) => row(n + 1)), error: null as PortError | null };
  const asked: (WorklistFilter & { readonly limit: number | undefined })[] = [];
  const kept = new Map<string, Draft>();
  const listeners = new Set<(change: Change) => void>();
  const actor = createActor(claimWorklistMachine, {
    input: {
      authorizations: {
        worklist: async (filter, { cursor, limit = 50 }) => {
          asked.push({ ...filter, limit });
          if (world.error) throw world.error;
          const from = cursor == null ? 0 : Number(cursor);
          const found = world.rows.filter(({ urgency }) => filter.urgency === null || urgency === filter.urgency);
          const next = from + limit < found.length ? String(from + limit) : null;
          return { rows: found.slice(from, from + limit), next, total: { kind: 'exact', n: found.length } };
        },
      },
      changes: { subscribe: (_, listener) => (listeners.add(listener), () => listeners.delete(listener)) },
      drafts: keeps
        ? {
            get: async (id) => kept.get(id) ?? null,
            put: async (draft) => void kept.set(draft.taskId, draft),
            remove: async (id) => void kept.delete(id),
          }
        : null,
      zoneOf: async () => 'UTC',
      ...{ clock, ids: countedIds(), scopes: ['mine', 'open'], place },
    },
  });
  actor.start();
  await settled();
  const send = async (...events: readonly ClaimWorklistEvent[]): Promise<void> => {
    for (const event of events) actor.send(event);
    await settled();
  };
  const tell = (id: string): void => listeners.forEach((listener) => listener({ topic: 'authorizations', id, version: 2 }));
  const view = () => claimWorklistView(actor.getSnapshot());
  return { actor, clock, world, asked, kept, send, tell, view, place: () => claimWorklistPlace(actor.getSnapshot()) };
}
const all: WorklistFilter = { scope: 'all', payerId: null, urgency: null, number: '' };
const ids = (rows: readonly AuthorizationRow[]): readonly string[] => rows.map(({ id }) => id);

suite('worklist: task', () => {
  test('N26 begins with what waits for the own side', async () => {
    const { asked, view } = await start(3);
    assert.deepEqual(asked, [{ scope: 'mine', payerId: null, urgency: null, number: '', limit: 50 }]);
    assert.deepEqual([view().state, view().isAll, ids(view().rows)], ['listed', false, ['a-1', 'a-2', 'a-3']]);
  });

  test('N26 a changed filter waits for Show Data, and is said to wait', async () => {
    const { asked, send, view, world } = await start(2);
    world.rows[1] = row(2, { urgency: 'expedited' });
    await send({ type: 'form.changed', changes: { urgency: 'expedited', payerId: 'p' } });
    assert.deepEqual([asked.length, view().isStale, view().rows.length], [1, true, 2]);
    await send({ type: 'data.shown' });
    assert.deepEqual(asked[1], { scope: 'mine', payerId: 'p', urgency: 'expedited', number: '', limit: 50 });
    assert.deepEqual([view().isStale, ids(view().rows)], [false, ['a-2']]);
  });

  test('N26 Show All leaves every filter aside and keeps it in the form for the next Show Data', async () => {
    const { asked, send, view } = await start(2);
    await send({ type: 'form.changed', changes: { urgency: 'expedited', payerId: 'p', number: '7' } }, { type: 'all.shown' });
    assert.deepEqual(asked.at(-1), { ...all, limit: 50 });
    assert.deepEqual([view().isAll, view().isStale, view().form.urgency], [true, false, 'expedited']);
    await send({ type: 'form.changed', changes: { number: '' } }, { type: 'data.shown' });
    assert.deepEqual([asked.at(-1)!.urgency, view().isAll], ['expedited', false]);
  });

  test('P3 a number is looked for whole among all there is, decided or not, whatever else is chosen', async () => {
    const { asked, send } = await start(1);
    await send({ type: 'form.changed', changes: { urgency: 'expedited', number: ' PA-7 ' } }, { type: 'data.shown' });
    assert.deepEqual(asked.at(-1), { ...all, number: 'PA-7', limit: 50 });
  });

  test('N26 the list goes on as it is scrolled, each row once, and ends at its cap, which is said', async () => {
    const { asked, send, view } = await start(620);
    assert.deepEqual([view().rows.length, view().rowCount], [50, 51]);
    for (let n = 0; n < 12; n += 1) await send({ type: 'more.requested' });
    assert.deepEqual([view().rows.length, view().rowCount, view().isCapped, new Set(ids(view().rows)).size], [500, 500, true, 500]);
    assert.equal(asked.length, 10);
    await send({ type: 'list.refreshed' });
    assert.deepEqual([asked.at(-1)!.limit, view().rows.length], [500, 500]);
  });

  test('what changes meanwhile is told and moves no row until it is asked for', async () => {
    const { clock, send, tell, view, world } = await start(2);
    world.rows.unshift(row(9));
    tell('a-9');
    tell('a-9');
    assert.equal(view().hasNews, false);
    await clock.pass(1_000);
    assert.deepEqual([view().hasNews, ids(view().rows)], [true, ['a-1', 'a-2']]);
    await send({ type: 'list.refreshed' });
    assert.deepEqual([view().hasNews, ids(view().rows)], [false, ['a-9', 'a-1', 'a-2']]);
    tell('a-1');
    assert.equal(view().hasNews, true);
  });

  test('what changes elsewhere and is not in the list is not told', async () => {
    const { asked, clock, tell, view } = await start(2);
    for (let n = 0; n < 5; n += 1) tell(`of-another-payer-${n}`);
    await clock.pass(1_000);
    assert.deepEqual([view().hasNews, asked.length], [false, 2]);
  });

  test('what becomes due while the list is open is marked by the minute', async () => {
    const { clock, view } = await start(1);
    const before = view();
    await clock.pass(60_000);
    assert.deepEqual([view().at - before.at, view().revision > before.revision, view().zones], [60_000, true, { p: 'UTC' }]);
  });

  test('N27 what is opened is read; the place is where a person left it, with as many rows', async () => {
    const { send, view, place } = await start(120);
    await send({ type: 'more.requested' });
    await send({ type: 'row.opened', id: 'a-70' }, { type: 'place.changed', activeId: 'a-70', offset: 60 });
    assert.equal(view().rows[69]!.isUnread, false);
    const again = await start(120, { place: place() });
    assert.deepEqual([again.view().rows.length, again.view().place, again.asked[0]!.limit], [100, { activeId: 'a-70', offset: 60 }, 100]);
    await again.send({ type: 'all.shown' });
    assert.deepEqual(again.view().place, { activeId: null, offset: 0 });
    assert.equal((await start(120, { place: again.place() })).asked[0]!.scope, 'all');
  });

  test('filters are kept under names for the person, applied, removed and put back', async () => {
    const { asked, kept, send, view } = await start(1);
    await send({ type: 'form.changed', changes: { urgency: 'expedited' } }, { type: 'filter.saved', name: ' ' });
    assert.deepEqual([view().filterError, kept.size], ['claim-worklist.saved.error.name-missing', 0]);
    await send({ type: 'filter.saved', name: ' Urgent ' });
    assert.deepEqual(
      [view().notice, view().name, view().filters?.map(({ name }) => name)],
      ['claim-worklist.saved.kept', 'Urgent', ['Urgent']],
    );
    await send({ type: 'form.changed', changes: { urgency: null } }, { type: 'data.shown' });
    const { id } = view().filters![0]!;
    await send({ type: 'filter.applied', id });
    assert.deepEqual([asked.at(-1)!.urgency, view().form.urgency, view().isStale], ['expedited', 'expedited', false]);
    await send({ type: 'filter.removed', id });
    assert.deepEqual([view().notice, view().filters], ['claim-worklist.saved.removed', []]);
    await send({ type: 'removal.undone' });
    assert.deepEqual(
      view().filters?.map((one) => one.id),
      [id],
    );
  });

  test('a filter that another page kept meanwhile is not lost', async () => {
    const { kept, send, view } = await start(1);
    await send({ type: 'filter.saved', name: 'Mine' });
    const [taskId, draft] = [...kept][0]!;
    const { filters } = draft.payload as { filters: readonly object[] };
    kept.set(taskId, { ...draft, payload: { filters: [...filters, { ...filters[0], id: 'x', name: 'Elsewhere' }] } });
    await send({ type: 'filter.saved', name: 'Third' });
    assert.deepEqual(
      view().filters?.map(({ name }) => name),
      ['Elsewhere', 'Mine', 'Third'],
    );
  });

  test('where nothing can be kept there are no saved filters', async () => {
    assert.equal((await start(1, { keeps: false })).view().filters, null);
  });

  test('F17 a list that cannot be had is told, what is shown stays, and it is asked for again', async () => {
    const { send, view, world } = await start(1);
    world.error = new PortError('offline');
    await send({ type: 'all.shown' });
    assert.deepEqual([view().state, view().error, view().isAll, view().rows.length], ['listed', 'claim-worklist.failed.offline', false, 1]);
    world.error = null;
    await send({ type: 'list.refreshed' });
    assert.deepEqual([view().error, view().isAll], [null, true]);
  });
});
