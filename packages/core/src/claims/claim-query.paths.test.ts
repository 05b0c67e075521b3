import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActor, fromPromise, type AnyStateNode, type AnyTransitionDefinition, type EventObject, type SnapshotFrom } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { PortError } from '../kernel/index.ts';
import { CaseRows } from './case-rows.ts';
import { claimQueryMachine } from './claim-query.machine.ts';
import { aTask, rows, stateOf, TestClock, TestSet } from './claim-query-fixture.test.ts';
import { claimQueryView } from './claim-query.view.ts';
import { claimsPolicyDefaults } from './index.ts';
import type { QueryResult } from './query-result.ts';

type Snapshot = SnapshotFrom<typeof claimQueryMachine>;
type AnyEvent = EventObject & Readonly<Record<string, unknown>>;

// Nothing answers by itself: a walk says what comes of each call, by the very event that XState would send.
const silent = fromPromise(() => new Promise<never>(() => undefined));
const actors = { prepare: silent, search: silent, pause: silent, keep: silent };
const machine = claimQueryMachine.provide({ actors: actors as never });

const found = (count: number, next: string | null, set: TestSet | null = null): Omit<QueryResult, 'run'> => {
  const total = { kind: 'exact', n: count } as const;
  const list = new CaseRows(total, set, new TestClock());
  list.put(0, rows(Math.min(count, 100)));
  return { total, rows: list, next, set };
};

const outcomes: Readonly<Record<string, readonly unknown[]>> = {
  prepare: [{ policy: claimsPolicyDefaults, draft: null, unread: 'of an older build' }],
  search: [found(0, null), found(2, 'more'), found(300, null, new TestSet(300))],
  pause: [undefined],
  keep: [undefined],
};
const place = { activeId: 'c-1', offset: 0 };
const acts: readonly AnyEvent[] = [
  { type: 'criteria.changed', changes: { from: 'x' } },
  { type: 'criteria.changed', changes: { from: '' } },
  { type: 'field.left', field: 'from' },
  { type: 'query.executed' },
  { type: 'query.cancelled' },
  { type: 'query.retried' },
  { type: 'criteria.cleared' },
  { type: 'language.changed', before: 'en-GB' },
  { type: 'sort.changed', sort: { key: 'billed', direction: 'ascending' } },
  { type: 'page.requested', direction: 'next' },
  { type: 'page.requested', direction: 'previous' },
  { type: 'range.requested', from: 100, to: 109 },
  { type: 'rows.arrived' },
  { type: 'rows.failed', code: 'offline' },
  { type: 'rows.failed', code: 'expired-cursor' },
  { type: 'place.changed', place },
  { type: 'row.opened', place },
  { type: 'draft.dismissed' },
];

/** What a person may do, and what may come of everything that is under way. */
function events(snapshot: Snapshot): readonly AnyEvent[] {
  const nodes = snapshot._nodes as readonly AnyStateNode[];
  const answers = nodes.flatMap((node) =>
    node.invoke.flatMap(({ id, src }): readonly AnyEvent[] => {
      const known = outcomes[src as string];
      if (!known) return [];
      const done = known.map((output) => ({ type: `xstate.done.actor.${id}`, actorId: id, output: answerOf(src, output, snapshot) }));
      const failed = (['offline', 'expired-cursor'] as const).map((code) => ({
        type: `xstate.error.actor.${id}`,
        actorId: id,
        error: new PortError(code),
      }));
      return [...done, ...failed];
    }),
  );
  return [...acts, ...answers];
}

/** A result answers the very run that is asked, so on a new walk it is that walk's. */
const again = (event: AnyEvent, { context }: Snapshot): AnyEvent =>
  event.output && typeof event.output === 'object' && 'run' in event.output
    ? { ...event, output: { ...event.output, run: context.run } }
    : event;

const answerOf = (src: unknown, output: unknown, { context }: Snapshot): unknown =>
  src === 'search' ? { ...(output as object), run: context.run } : output;

// Keeping goes on beside everything else: with one state of the query is enough to walk it.
const shape = ({ value, context: { run, result } }: Snapshot): string =>
  JSON.stringify([stateOf({ value }), run?.pages.length, run === result?.run, result?.rows.count, keepingOf(value)]);
const keepingOf = (value: Snapshot['value']): string =>
  typeof value === 'string' || value.ready.query !== 'idle' ? '' : value.ready.keeping;

const paths = getShortestPaths(machine, {
  input: aTask().input,
  events: events as never,
  serializeState: shape,
  filterEvents: (snapshot: Snapshot, { direction }: AnyEvent) => direction !== 'next' || snapshot.context.run?.pages.length === 0,
  limit: 20_000,
});

const nameOf = ({ source, eventType, target, guard }: AnyTransitionDefinition): string =>
  [source.id, eventType, guard ?? '', ...(target ?? []).map(({ id }) => id)].join(' ');

test('every transition of Claims Query is walked, and what it shows holds together in every state', () => {
  const walked = new Set<string>();
  const walk = (steps: readonly AnyEvent[]): Snapshot => {
    const actor = createActor(machine, {
      input: aTask().input,
      inspect: (event) => {
        if (event.type === '@xstate.microstep') for (const taken of event._transitions) walked.add(nameOf(taken));
      },
    });
    actor.start();
    for (const event of steps) actor.send(again(event, actor.getSnapshot()) as never);
    const snapshot = actor.getSnapshot();
    actor.stop();
    return snapshot;
  };
  for (const path of paths) {
    const steps = (path.steps as readonly { readonly event: AnyEvent }[]).map(({ event }) => event).slice(1);
    const end = walk(steps);
    assert.equal(stateOf(end), stateOf(path.state));
    for (const event of events(end)) holdsTogether(walk([...steps, event]));
  }
  const { idMap } = machine as unknown as { readonly idMap: ReadonlyMap<string, AnyStateNode> };
  const declared = [...idMap.values()].flatMap((node) => [...[...node.transitions.values()].flat(), ...(node.always ?? [])]).map(nameOf);
  assert.deepEqual(
    declared.filter((name) => !walked.has(name)),
    [],
  );
});

function holdsTogether(snapshot: Snapshot): void {
  const { run, result, code } = snapshot.context;
  const view = claimQueryView(snapshot);
  assert.equal(view.state === 'searching', run !== null && run !== result?.run && view.state !== 'failed');
  assert.equal(view.failure !== null, view.state === 'failed' || view.state === 'unavailable');
  if (view.failure !== null) assert.notEqual(code, null);
  if (view.state === 'results') assert.ok(view.rows !== null && (view.rowCount > 0 || view.hasNext));
  if (view.state === 'empty') assert.equal(view.countN, 0);
  if (view.state === 'idle') assert.equal(result, null);
  const twice = claimQueryView(snapshot);
  for (const key of Object.keys(view) as (keyof typeof view)[]) assert.ok(Object.is(view[key], twice[key]), `view.${key} keeps identity`);
}
