import type { Instant } from '../kernel/index.ts';
import type { CommandEnd } from './outbox.ts';
import type { SessionEnd } from './session.rules.ts';

/** All that a portal tells its host: ids, counts and codes. Nobody's data is ever in an event. */
export interface PortalEvents {
  'session-started': { readonly accountId: string };
  /** The session ends at this instant unless the person does something. */
  'session-ending': { readonly endsAt: Instant };
  'session-ended': { readonly reason: SessionEnd };
  'command-ended': CommandEnd;
  'claims-queried': { readonly dateMode: 'service' | 'payment' };
  'claim-opened': { readonly id: string };
  'claims-taken-in': { readonly taken: number; readonly refused: number };
  'bordereau-issued': { readonly number: string };
  'note-posted': { readonly caseId: string; readonly noteId: string; readonly documents: number };
}

/** One event with its name, as `onEvent` of a host gets it. */
export type PortalEvent = { [Type in keyof PortalEvents]: { readonly type: Type } & PortalEvents[Type] }[keyof PortalEvents];
