import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { RegistrationRole } from './access.policy.ts';
import type { userRegistrationMachine } from './user-registration.machine.ts';
import type { userRegistrationMessages } from './user-registration.messages.ts';
import { isAsked, type RegistrationField, type RegistrationIssue } from './registration.rules.ts';

type Key<Names extends string> = Extract<keyof typeof userRegistrationMessages, `user-registration.${Names}`>;

/** What the form of registration shows. */
export interface UserRegistrationView {
  readonly state: 'loading' | 'editing' | 'sending' | 'sent' | 'failed';
  readonly isBusy: boolean;
  /** The fields that policy asks for, in their order; empty until it is known. */
  readonly fields: readonly RegistrationField[];
  readonly roles: readonly RegistrationRole[];
  readonly role: RegistrationRole;
  /** What is wrong, by field. */
  readonly issues: Readonly<Partial<Record<RegistrationField, RegistrationIssue>>>;
  /** Rules of a password, to tell before typing, in characters. */
  readonly minLength: number;
  readonly maxLength: number;
  readonly notice: Key<'sent' | 'offline' | 'busy' | 'unavailable'> | null;
  readonly canRetry: boolean;
  /** The first field that is wrong, or what came of it. */
  readonly focus: RegistrationField | 'notice' | null;
  /** Why it was not possible, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

const order = ['displayName', 'email', 'phone', 'role', 'providerNumber', 'providerName', 'name', 'password'] as const;
const none: readonly never[] = [];

/** Pure: a snapshot of the machine to what is shown. */
export function userRegistrationView({ value, context }: SnapshotFrom<typeof userRegistrationMachine>): UserRegistrationView {
  const { policy, role, issues, code } = context;
  const state = value === 'checking' ? 'sending' : value;
  const isFailed = code !== null && (state === 'failed' || state === 'editing');
  const notice = isFailed ? failureOf(code) : state === 'sent' ? 'user-registration.sent' : null;
  return {
    state,
    isBusy: state === 'sending' || state === 'loading',
    fields: policy === null ? none : fieldsOf(policy),
    roles: policy?.registrationRoles ?? none,
    role,
    issues,
    minLength: policy?.minPasswordLength ?? 0,
    maxLength: policy?.maxPasswordLength ?? 0,
    notice,
    canRetry: state === 'failed',
    focus: notice !== null ? 'notice' : state === 'editing' ? (order.find((field) => issues[field] !== undefined) ?? null) : null,
    code: isFailed ? code : null,
  };
}

type AskingPolicy = Parameters<typeof isAsked>[1];
const asked = new WeakMap<AskingPolicy, readonly RegistrationField[]>();

/** One list for each policy, so that it keeps its identity. */
function fieldsOf(policy: AskingPolicy): readonly RegistrationField[] {
  const fields = asked.get(policy) ?? order.filter((field) => isAsked(field, policy));
  asked.set(policy, fields);
  return fields;
}

function failureOf(code: PortErrorCode): UserRegistrationView['notice'] {
  if (code === 'offline') return 'user-registration.offline';
  return code === 'rate-limited' ? 'user-registration.busy' : 'user-registration.unavailable';
}
