import type { AccessPort, RecoveryMethod } from '../access/index.ts';
import type { AuthorizationsPort } from '../authorizations/index.ts';
import type { ClaimsCapabilities, ClaimsPort } from '../claims/index.ts';
import type { DirectoryPort } from '../directory/index.ts';
import type { DocumentsPort } from '../documents/index.ts';
import type { MessagesPort } from '../messages/index.ts';
import type { MembersCapabilities, MembersPort } from '../members/index.ts';
import type { ChangesPort, Clock, DraftsPort, Ids, Instant, PoliciesPort } from '../kernel/index.ts';
import type { Policy } from '../policy/index.ts';

/** What this backend can do, as data: elements leave out what is not here. */
export interface Capabilities {
  readonly contractVersion: 1;
  /** What a repeated command id means here. */
  readonly idempotency: 'stored-answer' | 'effect-once' | 'ask-before-retry';
  readonly changes: 'push' | 'refresh';
  /** `rehearsal`: nothing is enforced against the browser's own user (embedded demo); elements say so where a host could be misled. */
  readonly enforcement: 'server' | 'rehearsal';
  readonly access?: {
    readonly recovery: readonly RecoveryMethod[];
    /** People may register themselves (N7). @default false */
    readonly registration?: boolean;
    /** What this installation departs from by its own choice, in words for whoever audits it; left out: nothing. */
    readonly departures?: readonly string[];
  };
  readonly members?: MembersCapabilities;
  readonly claims?: ClaimsCapabilities;
}

/** A mail that the demo world would have sent. */
export interface DemoMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** The secret part of the link in it, if there is one. */
  readonly secret: string | null;
  readonly at: Instant;
}

/** What only a demo world has: a mailbox to look into, a clock to move, a world to delete. */
export interface DemoControls {
  mails(): Promise<readonly DemoMail[]>;
  /** Moves the clock forward by so many milliseconds. */
  advance(milliseconds: number): void;
  /** Deletes the whole world from this browser. */
  destroy(): Promise<void>;
  /** Whether a scripted payer decides what is sent. @default false */
  readonly hasScriptedPayer?: boolean;
  /** Accounts to try, with their passwords: synthetic people only. */
  readonly accounts: readonly {
    readonly name: string;
    readonly password: string;
    readonly role: string;
    /** Recovery code or secret answer, as the pack of the portal has it. */
    readonly proof?: string;
  }[];
}

/**
 * All that a portal needs from behind it. Every port but `policies` and `changes` may be absent: an element whose port is missing shows a
 * designed state. A host can implement `claims` alone and embed one element.
 */
export interface Backend {
  readonly capabilities: Capabilities;
  readonly policies: PoliciesPort<Policy>;
  readonly changes: ChangesPort;
  readonly drafts?: DraftsPort;
  readonly access?: AccessPort;
  readonly directory?: DirectoryPort;
  readonly members?: MembersPort;
  readonly documents?: DocumentsPort;
  readonly claims?: ClaimsPort;
  readonly authorizations?: AuthorizationsPort;
  readonly messages?: MessagesPort;
  readonly demo?: DemoControls;
  /** Time and ids that the portal should use; default: the host's own clock and random ids. */
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Releases what the backend holds (connections, timers). */
  close?(): void;
}
