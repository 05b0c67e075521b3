/** How a person may get back in (N5). Which of them a backend can carry out is a capability. */
export type RecoveryMethod = 'email-link' | 'recovery-code' | 'secret-question';

/** What a registration may ask beside name, address, password and the provider's number; all that is asked is mandatory (N7). */
export type RegistrationExtra = 'providerName' | 'phone';

/** Roles that somebody may ask for; nobody registers as the helpdesk. */
export type RegistrationRole = 'clerk' | 'claims-center';

/** The keys of this area: what an installation may want otherwise. */
export interface AccessPolicy {
  /** N4: the failure with this number locks. */
  readonly maxAttempts: number;
  /** Minutes until a lock ends by itself; null: only recovery or the helpdesk ends it. */
  readonly lockMinutes: number | null;
  readonly recovery: readonly RecoveryMethod[];
  /** Life of a recovery link in minutes (ASVS 6.5.5: at most 10). */
  readonly recoveryLinkMinutes: number;
  /** Recovery mails to one account in an hour; who asks more often is answered the same and sent nothing. */
  readonly recoveryMailsPerHour: number;
  /** Characters; ASVS 6.2.1 asks for at least 8. */
  readonly minPasswordLength: number;
  readonly maxPasswordLength: number;
  /** Whether people may register themselves (N7); the helpdesk activates them (N8). */
  readonly registration: boolean;
  readonly registrationFields: readonly RegistrationExtra[];
  readonly registrationRoles: readonly RegistrationRole[];
  /** Registrations that an installation takes in an hour; one address may ask as often as for a recovery (`recoveryMailsPerHour`). */
  readonly registrationsPerHour: number;
  readonly sessionIdleMinutes: number;
  readonly sessionMaxMinutes: number;
  /** How long before its end by idleness a session says so (WCAG 2.2.1 asks for at least 20 seconds). */
  readonly sessionWarningSeconds: number;
}

/** What holds when a pack says nothing else. */
export const accessPolicyDefaults: AccessPolicy = {
  maxAttempts: 4,
  lockMinutes: null,
  recovery: ['email-link', 'recovery-code'],
  recoveryLinkMinutes: 10,
  recoveryMailsPerHour: 5,
  minPasswordLength: 12,
  maxPasswordLength: 256,
  registration: true,
  registrationFields: ['providerName', 'phone'],
  registrationRoles: ['clerk'],
  registrationsPerHour: 100,
  sessionIdleMinutes: 30,
  sessionMaxMinutes: 720,
  sessionWarningSeconds: 60,
};
