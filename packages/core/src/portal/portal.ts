import type { AccessPort } from '../access/index.ts';
import type { Action, Clock, DraftsPort, Ids, Permission, PlainDate, PolicyScope, PortError, Resource, Subject } from '../kernel/index.ts';
import type { Policy } from '../policy/index.ts';
import type { ActorRegistry } from './actor-registry.ts';
import type { Backend } from './backend.ts';
import type { Outbox } from './outbox.ts';
import type { PortalEvent, PortalEvents } from './portal-events.ts';
import type { SessionView } from './session.view.ts';

/** What a portal is made from. */
export interface HeadlessPortalOptions {
  readonly backend: Backend;
  /** @default the backend's own */
  readonly clock?: Clock;
  /** @default the backend's own */
  readonly ids?: Ids;
  /** A number from 0 up to 1, for waiting times. @default drawn from `ids` */
  readonly random?: () => number;
  /** Hears every event, for logs and measures: the catalogue is {@link PortalEvents}, which holds ids, codes, counts and instants, and nobody's data. */
  readonly onEvent?: (event: PortalEvent) => void;
  /**
   * Hears every failure that was reported, also those that a person was shown: `code` is of the closed set `PortErrorCode` and stable, `retryable` says
   * whether trying again may help. The text names the code only; `cause` is for a developer's eyes and no log's.
   */
  readonly onError?: (error: PortError) => void;
}

/** The headless half of a portal. A plain object with a version, so that it may cross from one bundle to another. */
export interface HeadlessPortal {
  readonly contractVersion: 1;
  readonly backend: Backend;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly registry: ActorRegistry;
  readonly outbox: Outbox;
  /** Half-done work, for as long as this person's session lasts; null where the backend keeps none (say so before typing starts). */
  readonly drafts: DraftsPort | null;

  /** The session now; the same object until something changes. */
  session(): SessionView;
  /** Tells of every change of the session; returns the way to stop. */
  onSession(listener: (session: SessionView) => void): () => void;
  /** Who is signed in, or null. */
  subject(): Subject | null;
  /** The backend's sign-in, followed by the portal's own session; null where the backend has none. */
  readonly signIn: AccessPort['signIn'] | null;
  /** The person did something: puts off the end by idleness. Cheap to call on every key. */
  touch(): void;
  /** Ends the session here and in the other pages at once, then at the backend as far as it can be reached. Never rejects. */
  logout(): Promise<void>;

  /** What this person may do; a backend without sign-in is trusted to refuse by itself. */
  can(action: Action, resource?: Resource): Permission;
  /** The policy in force, asked once and kept; `fresh` asks again. Rejects with PortError. */
  policyFor(scope: PolicyScope, options?: { readonly fresh?: boolean }): Promise<Policy>;
  /** The calendar day it is in that zone. */
  today(zone: string): PlainDate;

  on<Type extends keyof PortalEvents>(type: Type, listener: (event: PortalEvents[Type] & { readonly type: Type }) => void): () => void;
  emit(event: PortalEvent): void;
  /** Hands a failure to the host. Where the backend no longer knows the session, ends it. */
  report(error: PortError): void;
  /** Takes the portal down without signing out. */
  close(): void;
}
