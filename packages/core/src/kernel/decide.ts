import { getNextTransitions, transition, type AnyStateMachine } from 'xstate';

/** A rule answers null when it has nothing against the event, or the code of why not. */
export type Rule<Context, Event, Code extends string> = (context: Context, event: Event) => Code | null;

/** What travels with every event into a lifecycle: time and policy never live in its context. */
export interface Envelope {
  /** Epoch milliseconds, from the clock of whoever decides. */
  readonly at: number;
}

/** A lifecycle: the chart and the rules its guards were made from. */
export interface Lifecycle<Chart extends AnyStateMachine, Code extends string> {
  readonly chart: Chart;
  // The event of a guard is known to the chart, not to this table.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly rules: Readonly<Record<string, Rule<any, any, Code>>>;
}

/** The stored form of a record's life: state value and context, as plain data. */
export interface Stored<Value, Context> {
  readonly value: Value;
  readonly context: Context;
}

/** Accepted with what to store next, or refused with the code of the rule that said no. */
export type Decision<Value, Context, Code extends string> =
  | { readonly accepted: true; readonly next: Stored<Value, Context> }
  | { readonly accepted: false; readonly code: Code | 'not-in-this-state' };

/** Guards under the rules' names: a guard is "the rule says nothing". */
export function guardsOf<Rules extends Readonly<Record<string, Rule<never, never, string>>>>(
  rules: Rules,
): { [Name in keyof Rules]: (args: { context: Parameters<Rules[Name]>[0]; event: Parameters<Rules[Name]>[1] }) => boolean } {
  const guards: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(rules)) {
    guards[name] = ({ context, event }: { context: unknown; event: unknown }) =>
      (rule as Rule<unknown, unknown, string>)(context, event) === null;
  }
  return guards as never;
}

/** Why this event is refused now, or null when the chart would take it. */
export function whyNot<Value, Context, Code extends string>(
  lifecycle: Lifecycle<AnyStateMachine, Code>,
  stored: Stored<Value, Context>,
  event: { readonly type: string },
): Code | 'not-in-this-state' | null {
  const snapshot = lifecycle.chart.resolveState(stored as never);
  if (snapshot.can(event as never)) return null;
  for (const candidate of getNextTransitions(snapshot)) {
    if (candidate.eventType !== event.type) continue;
    const { guard } = candidate;
    const name = typeof guard === 'string' ? guard : typeof guard === 'object' && guard !== null ? (guard as { type: string }).type : '';
    const code = lifecycle.rules[name]?.(stored.context, event);
    if (code) return code;
  }
  return 'not-in-this-state';
}

/** The only caller of XState's `transition`: decides one event over one stored record, without any effect. */
export function decide<Value, Context, Code extends string>(
  lifecycle: Lifecycle<AnyStateMachine, Code>,
  stored: Stored<Value, Context>,
  event: { readonly type: string },
): Decision<Value, Context, Code> {
  const code = whyNot(lifecycle, stored, event);
  if (code !== null) return { accepted: false, code };
  const [next, effects] = transition(lifecycle.chart, lifecycle.chart.resolveState(stored as never), event as never);
  if (effects.length > 0)
    throw new Error(`[portico/core] lifecycle '${lifecycle.chart.id}' is not pure: it asked for effects on '${event.type}'`);
  return { accepted: true, next: { value: next.value as Value, context: next.context as Context } };
}

/** The event types that a record's life would take now, of those given: what a screen may offer. */
export function offers<Value, Context, Event extends { readonly type: string }>(
  lifecycle: Lifecycle<AnyStateMachine, string>,
  stored: Stored<Value, Context>,
  events: readonly Event[],
): readonly Event['type'][] {
  return events.filter((event) => whyNot(lifecycle, stored, event) === null).map((event) => event.type);
}
