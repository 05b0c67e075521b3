/** The roles that this portal knows. What each may do stands in `permission.ts` alone. */
export type Role = 'clerk' | 'helpdesk' | 'claims-center';

/** Who is asking. `providerIds` bound a clerk, `payerIds` bound the payer's people; both are opaque ids. */
export interface Subject {
  readonly accountId: string;
  readonly organisationId: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly providerIds: readonly string[];
  readonly payerIds: readonly string[];
}
