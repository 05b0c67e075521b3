import type { SnapshotFrom } from 'xstate';
import type { Instant, PortErrorCode } from '../kernel/index.ts';
import type { RecoveryMethod } from './access.policy.ts';
import type { HelpdeskChannel, signInMachine } from './sign-in.machine.ts';
import type { signInMessages } from './sign-in.messages.ts';

type Key = keyof typeof signInMessages;

/** What the sign-in form shows: states, keys of texts, and where the focus belongs. */
export interface SignInView {
  readonly state: 'idle' | 'verifying' | 'signedIn' | 'failed' | 'locked' | 'notActive' | 'unavailable';
  readonly isBusy: boolean;
  /** The name as it was last submitted. */
  readonly name: string;
  readonly nameError: Extract<Key, 'sign-in.nameMissing'> | null;
  readonly passwordError: Extract<Key, 'sign-in.passwordMissing'> | null;
  /** What to tell above the form; `failed` wants `n` (see `attemptsLeft`), `lockedUntil` wants `when` (see `until`). */
  readonly notice: SignInNotice | null;
  readonly attemptsLeft: number;
  readonly until: Instant | null;
  /** Ways back in: a link under the form, and the cure where the account is locked (N5). */
  readonly recovery: readonly RecoveryMethod[];
  /** Say that the helpdesk can help (N6, N8). */
  readonly showsHelpdesk: boolean;
  /** How it is reached; empty where the directory does not say. */
  readonly helpdesk: readonly HelpdeskChannel[];
  readonly isRehearsal: boolean;
  readonly focus: 'name' | 'password' | 'notice' | null;
  /** Why it was not possible to ask, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

/** Texts that can stand above the form. */
export type SignInNotice = Extract<
  Key,
  `sign-in.${'signedIn' | 'failed' | 'locked' | 'lockedUntil' | 'notActive' | 'unavailable' | 'offline' | 'busy' | 'storage'}`
>;

/** What is shown of a sign-in. */
export function signInView({ value, context }: SnapshotFrom<typeof signInMachine>): SignInView {
  const state = value;
  const [missing] = context.missing;
  return {
    state,
    isBusy: state === 'verifying',
    name: context.name,
    nameError: context.missing.includes('name') ? 'sign-in.nameMissing' : null,
    passwordError: context.missing.includes('password') ? 'sign-in.passwordMissing' : null,
    notice: noticeOf(state, context),
    attemptsLeft: state === 'failed' ? context.attemptsLeft : 0,
    until: state === 'locked' ? context.until : null,
    recovery: context.offered,
    showsHelpdesk: state === 'locked' || state === 'notActive',
    helpdesk: context.helpdesk,
    isRehearsal: context.ports.rehearsal,
    focus: state === 'idle' ? (missing ?? null) : state === 'failed' ? 'password' : state === 'verifying' ? null : 'notice',
    code: state === 'unavailable' ? context.code : null,
  };
}

function noticeOf(
  state: SignInView['state'],
  { until, code }: { readonly until: Instant | null; readonly code: PortErrorCode | null },
): SignInNotice | null {
  if (state === 'idle' || state === 'verifying') return null;
  if (state === 'locked') return until === null ? 'sign-in.locked' : 'sign-in.lockedUntil';
  if (state !== 'unavailable') return `sign-in.${state}`;
  if (code === 'offline') return 'sign-in.offline';
  if (code === 'rate-limited') return 'sign-in.busy';
  return code?.startsWith('storage-') ? 'sign-in.storage' : 'sign-in.unavailable';
}
