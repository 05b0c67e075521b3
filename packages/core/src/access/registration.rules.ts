import type { Instant } from '../kernel/index.ts';
import type { AccessPolicy, RegistrationExtra, RegistrationRole } from './access.policy.ts';
import { passwordIssue, type PasswordIssue } from './password.rules.ts';

/** What somebody who registers says (N7); a field that policy does not ask for is empty. */
export interface Registration {
  readonly displayName: string;
  readonly email: string;
  readonly phone: string;
  readonly role: RegistrationRole;
  /** Licence or tax number by which the helpdesk knows the provider. */
  readonly providerNumber: string;
  readonly providerName: string;
  /** The user name to sign in with. */
  readonly name: string;
  readonly password: string;
  /** Language of mails, BCP 47. */
  readonly locale: string;
}

/** A field of the form, in its order. */
export type RegistrationField = Exclude<keyof Registration, 'locale'>;

/** What is wrong with a field; how common a password is only the backend can tell. */
export type RegistrationIssue = 'missing' | 'too-long' | 'not-valid' | PasswordIssue | 'password-too-common';

/** What is wrong, by field; empty: nothing. */
export type RegistrationIssues = Readonly<Partial<Record<RegistrationField, RegistrationIssue>>>;

/** Characters of a text at most. */
export const registrationTextLength = 200;

const extras: readonly string[] = ['providerName', 'phone'] satisfies readonly RegistrationExtra[];
const texts = ['displayName', 'email', 'phone', 'providerNumber', 'providerName', 'name'] as const;

/** Whether the form has this field under this policy; a role is asked where there is a choice. */
export function isAsked(field: RegistrationField, policy: Pick<AccessPolicy, 'registrationFields' | 'registrationRoles'>): boolean {
  if (field === 'role') return policy.registrationRoles.length > 1;
  return !extras.includes(field) || policy.registrationFields.some((extra) => extra === field);
}

/** What is wrong with a registration (N7: all that is asked is mandatory): the same for the page and the backend. */
export function registrationIssues(entry: Registration, policy: AccessPolicy): RegistrationIssues {
  const issues: Partial<Record<RegistrationField, RegistrationIssue>> = {};
  for (const field of texts) {
    const text = entry[field].trim();
    if (isAsked(field, policy) && text === '') issues[field] = 'missing';
    else if (text.length > registrationTextLength) issues[field] = 'too-long';
  }
  if (issues.email === undefined && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(entry.email.trim())) issues.email = 'not-valid';
  if (issues.phone === undefined && entry.phone.trim() !== '' && !/^\+?[\p{Nd} ()./-]{5,}$/u.test(entry.phone.trim()))
    issues.phone = 'not-valid';
  if (!policy.registrationRoles.includes(entry.role)) issues.role = 'missing';
  const weakness = entry.password === '' ? 'missing' : passwordIssue(entry.password, policy);
  if (weakness !== null) issues.password = weakness;
  return issues;
}

/** An account that waits for the helpdesk (N8), as the person described it. */
export interface PendingAccount extends Omit<Registration, 'name' | 'password' | 'locale'> {
  readonly accountId: string;
  readonly requestedAt: Instant;
}

/** Why a registration is refused: a closed list, so that the mail tells nobody's words. */
export const refusalReasons = ['provider-unknown', 'not-of-this-provider', 'details-wrong', 'has-account'] as const;

/** One of the reasons. */
export type RefusalReason = (typeof refusalReasons)[number];

/** For whom an account works: providers for a clerk, payers for their people. */
export interface Binding {
  readonly providerIds: readonly string[];
  readonly payerIds: readonly string[];
}

/** Why the helpdesk's answer was not taken. */
export type ActivationRefusal = 'denied' | 'no-such-account' | 'not-pending';

/** What a backend knows of those whom an account can work for. */
export interface KnownParties {
  readonly isProvider: (id: string) => boolean;
  readonly isPayer: (id: string) => boolean;
}

/** Ids that were chosen and those that were typed, parted by blanks or commas, each once, as the binding of a role. */
export function bindingOf(role: RegistrationRole, typed: string, chosen: readonly string[] = []): Binding {
  const ids = [...new Set([...chosen, ...typed.split(/[\s,;،؛]+/u)].filter((id) => id !== ''))];
  return role === 'clerk' ? { providerIds: ids, payerIds: [] } : { providerIds: [], payerIds: ids };
}

/**
 * Who works for nobody would see nothing, and so would who works for somebody that is not known: null, or why such an account is not
 * activated (N8). Left out, `known` is not asked: a page leaves that to the backend.
 */
export function bindingIssue(
  role: RegistrationRole,
  { providerIds, payerIds }: Binding,
  known?: KnownParties,
): 'binding-missing' | 'binding-unknown' | null {
  if ((role === 'clerk' ? providerIds : payerIds).length === 0) return 'binding-missing';
  if (known === undefined) return null;
  return providerIds.every(known.isProvider) && payerIds.every(known.isPayer) ? null : 'binding-unknown';
}
