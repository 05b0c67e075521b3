import type { SecretQuestion } from '@portico/core/access';
import type { Subject } from '@portico/core/kernel';

/** Who may sign in to the demo world, with a password that everybody may know. */
export interface WorldAccount {
  readonly name: string;
  readonly password: string;
  readonly email: string;
  /** What gets a person back in, where the pack of the portal offers it. */
  readonly recoveryCode: string;
  readonly secretQuestion: { readonly question: SecretQuestion; readonly answer: string };
  readonly subject: Omit<Subject, 'organisationId'>;
}

/** Three roles (clerk, helpdesk, claims center); nobody of them exists. */
export const accounts: readonly WorldAccount[] = [
  {
    name: 'noura',
    password: 'demo-clerk-pass',
    email: 'noura@clinic.example',
    recoveryCode: 'de30-c1e4-0a11-b2c3-d4e5',
    secretQuestion: { question: 'first-street', answer: 'Lantern Lane' },
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
    recoveryCode: 'de30-51de-0a22-b3c4-d5e6',
    secretQuestion: { question: 'first-school', answer: 'Harbour School' },
    subject: { accountId: 'account:samir', displayName: 'Samir Rahman', roles: ['helpdesk'], providerIds: [], payerIds: [] },
  },
  {
    name: 'grace',
    password: 'demo-claims-pass',
    email: 'grace@gulf-shield.example',
    recoveryCode: 'de30-ce47-0a33-b4c5-d6e7',
    secretQuestion: { question: 'first-journey', answer: 'Sandstone Bay' },
    subject: {
      accountId: 'account:grace',
      displayName: 'Grace Dunne',
      roles: ['claims-center'],
      providerIds: [],
      payerIds: ['payer:gulf'],
    },
  },
];
