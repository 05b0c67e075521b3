import type { Subject } from '@portico/core/kernel';

/** Who may sign in to the demo world, with a password that everybody may know. */
export interface WorldAccount {
  readonly name: string;
  readonly password: string;
  readonly email: string;
  readonly subject: Omit<Subject, 'organisationId'>;
}

/** Three roles (clerk, helpdesk, claims center); nobody of them exists. */
export const accounts: readonly WorldAccount[] = [
  {
    name: 'noura',
    password: 'demo-clerk-pass',
    email: 'noura@clinic.example',
    subject: {
      accountId: 'account:noura',
      displayName: 'Noura Haddad',
      roles: ['clerk'],
      providerIds: ['provider:noor', 'provider:lakeside'],
      payerIds: [],
    },
  },
  {
    name: 'samir',
    password: 'demo-helpdesk-pass',
    email: 'samir@portal.example',
    subject: { accountId: 'account:samir', displayName: 'Samir Rahman', roles: ['helpdesk'], providerIds: [], payerIds: [] },
  },
  {
    name: 'grace',
    password: 'demo-claims-pass',
    email: 'grace@gulf-shield.example',
    subject: {
      accountId: 'account:grace',
      displayName: 'Grace Dunne',
      roles: ['claims-center'],
      providerIds: [],
      payerIds: ['payer:gulf'],
    },
  },
];
