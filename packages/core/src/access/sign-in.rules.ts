import type { RecoveryMethod } from './access.policy.ts';

/** A field of the sign-in form. */
export type SignInField = 'name' | 'password';

/** Fields that must be filled and are not, in the order of the form. Blanks are no name, but may be part of a password. */
export function missingFields({ name, password }: { readonly name: string; readonly password: string }): readonly SignInField[] {
  return [...(name.trim() === '' ? (['name'] as const) : []), ...(password === '' ? (['password'] as const) : [])];
}

/** The ways back in that the policy wants and the backend can carry out, in the policy's order (N5). */
export function offeredRecovery(wanted: readonly RecoveryMethod[], possible: readonly RecoveryMethod[]): readonly RecoveryMethod[] {
  return wanted.filter((method) => possible.includes(method));
}
