import { getInitialMicrosteps, getMicrosteps, type AnyMachineSnapshot, type AnyStateMachine, type AnyStateNode } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';

type Transition = AnyStateNode['always'] extends readonly (infer One)[] | undefined ? One : never;
type Event = { readonly type: string };

/** What to walk a chart with. */
export interface WalkOptions {
  readonly events: readonly Event[];
  readonly input?: unknown;
  /** Where to begin; left out: the initial state. */
  readonly from?: AnyMachineSnapshot;
  /** What makes two snapshots the same; by default their value and context as JSON. */
  readonly identity?: (snapshot: AnyMachineSnapshot) => string;
}

/** What came of walking through every snapshot that the events lead to. */
export interface Walk {
  readonly snapshots: readonly AnyMachineSnapshot[];
  /** Transitions of the chart that no event took, as `state: event[position]`. */
  readonly untaken: readonly string[];
}

/** Walks a chart by `xstate/graph` through all that these events can reach, without running any actor or action. */
export function walk(
  chart: AnyStateMachine,
  { events, input, from, identity = ({ value, context }) => JSON.stringify([value, context]) }: WalkOptions,
): Walk {
  const map = getAdjacencyMap(chart, {
    events: events as never,
    input: input as never,
    serializeState: identity,
    ...(from && { fromState: from }),
  } as never) as Record<string, { state: AnyMachineSnapshot; transitions: Record<string, { event: Event; state: AnyMachineSnapshot }> }>;
  const taken = new Set<Transition>();
  const allows = ({ guard }: Transition, { context }: AnyMachineSnapshot, event: Event): boolean => {
    const test: unknown = typeof guard === 'string' ? chart.implementations.guards[guard] : guard;
    return typeof test !== 'function' || (test as (args: object) => boolean)({ context, event });
  };
  const follow = (steps: readonly (readonly [AnyMachineSnapshot, unknown])[], event: Event): void => {
    for (const [snapshot] of steps) {
      for (const node of snapshot._nodes) {
        const took = node.always?.find((transition) => allows(transition, snapshot, event));
        if (took) taken.add(took);
      }
    }
  };
  if (!from) follow(getInitialMicrosteps(chart, input as never) as never, { type: 'xstate.init' });
  for (const { state, transitions } of Object.values(map)) {
    for (const { event } of Object.values(transitions)) {
      for (const transition of chart.getTransitionData(state as never, event)) taken.add(transition);
      follow(getMicrosteps(chart, state as never, event as never) as never, event);
    }
  }
  return {
    snapshots: Object.values(map).map(({ state }) => state),
    untaken: transitionsOf(chart)
      .filter(([, transition]) => !taken.has(transition))
      .map(([name]) => name),
  };
}

/** Every transition of a chart with a name to tell it by. */
export function transitionsOf(chart: AnyStateMachine): readonly (readonly [name: string, transition: Transition])[] {
  return nodesOf(chart.root).flatMap((node) =>
    [...node.transitions.entries(), ['always', node.always ?? []] as const].flatMap(([event, transitions]) =>
      transitions.map((transition: Transition, n: number) => [`${node.id}: ${event}[${n}]`, transition] as const),
    ),
  );
}

/** Event types that more than one region of a parallel state decides: they would half-apply when one of them refuses. */
export function sharedEvents(chart: AnyStateMachine): readonly string[] {
  return nodesOf(chart.root)
    .filter(({ type }) => type === 'parallel')
    .flatMap((parallel) => {
      const regions = Object.values(parallel.states).map(
        (region) => new Set(nodesOf(region).flatMap(({ ownEvents }) => ownEvents as string[])),
      );
      const all = new Set(regions.flatMap((events) => [...events]));
      return [...all].filter((event) => regions.filter((events) => events.has(event)).length > 1);
    });
}

/** The event by which an invoked actor of this state ends: `done` with its output, `error` with what it threw. */
export function ended(chart: AnyStateMachine, src: string, how: { readonly output: unknown } | { readonly error: unknown }): Event {
  const invoked = nodesOf(chart.root)
    .flatMap(({ invoke }) => invoke)
    .find((one) => one.src === src);
  if (!invoked) throw new Error(`no state invokes '${src}'`);
  return 'output' in how ? { type: `xstate.done.actor.${invoked.id}`, ...how } : { type: `xstate.error.actor.${invoked.id}`, ...how };
}

const nodesOf = (node: AnyStateNode): readonly AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];
