import type { AccessPolicy } from './access.policy.ts';

/** What is wrong with the length of a new password; how common it is only the backend can tell. */
export type PasswordIssue = 'password-too-short' | 'password-too-long';

/** Null, or why this password cannot be used. Length is counted in characters as people see them typed (code points); nothing else is asked (ASVS 6.2.1, 6.2.5, 6.2.9). */
export function passwordIssue(
  password: string,
  policy: Pick<AccessPolicy, 'minPasswordLength' | 'maxPasswordLength'>,
): PasswordIssue | null {
  const length = [...password].length;
  if (length < policy.minPasswordLength) return 'password-too-short';
  return length > policy.maxPasswordLength ? 'password-too-long' : null;
}
