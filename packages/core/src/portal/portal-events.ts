import type { Instant } from '../kernel/index.ts';
import type { CommandEnd } from './outbox.ts';
import type { SessionEnd } from './session.rules.ts';

/** All that a portal tells its host: ids, codes, counts, durations and instants. Nobody's data is ever in an event: see {@link Harmless}. */
export interface PortalEvents {
  'session-started': { readonly accountId: string };
  /** The session ends at this instant unless the person does something. */
  'session-ending': { readonly endsAt: Instant };
  'session-ended': { readonly reason: SessionEnd };
  'command-ended': CommandEnd;
  'claims-queried': { readonly dateMode: 'service' | 'payment' };
  'claim-opened': { readonly id: string };
  'claims-taken-in': { readonly taken: number; readonly refused: number };
  'answers-taken-in': { readonly taken: number; readonly refused: number };
  'bordereau-issued': { readonly number: string };
  'authorization-sent': { readonly id: string };
  'note-posted': { readonly caseId: string; readonly noteId: string; readonly documents: number };
}

/** One event with its name, as `onEvent` of a host gets it. */
export type PortalEvent = { [Type in keyof PortalEvents]: { readonly type: Type } & PortalEvents[Type] }[keyof PortalEvents];

/** Where a text may stand that is no closed set of codes: ids, and the number that a batch was issued under. */
type IdKey = 'id' | 'number' | `${string}Id`;
/** A closed set of codes has keys that must be there; any other text, a branded one too, has none. */
type Code<Text extends string> = Record<never, unknown> extends Record<Text, unknown> ? never : Text;
type HarmlessValue<Key, Value> = Value extends number | boolean
  ? Value
  : Value extends string
    ? Key extends IdKey
      ? Value
      : Code<Value>
    : never;

/** A catalogue of events without what could hold somebody's data: names and other free text, dates, records, lists. */
export type Harmless<Events> = {
  [Type in keyof Events]: { readonly [Key in keyof Events[Type]]: HarmlessValue<Key, Events[Type][Key]> };
};
/** Compiles only where the second is the first. */
type MustBe<Wanted, Given extends Wanted> = Given;
/** Does not compile once an event could hold more. */
export type CheckedPortalEvents = MustBe<Harmless<PortalEvents>, PortalEvents>;

const idShape = /^[\w.:/~+=-]{1,128}$/;

/** The event as a host may hear it: a text that has not the shape of an id or code (a name, an address) is withheld, whatever its type says. */
export function withoutPeople(event: PortalEvent): PortalEvent {
  const values = Object.entries(event).map(([key, value]: [string, unknown]) => {
    const isTold = typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && idShape.test(value));
    return [key, isTold ? value : 'withheld'];
  });
  return Object.fromEntries(values) as PortalEvent;
}
