import type { PolicyPack } from '../policy-book.ts';

/** The Gulf TPA of `domain.md` 1.N: four attempts, recovery by e-mail or secret question (N4, N5), either date mode (N24), modifications for seven days (N11, N12). */
export const nextcarePack: PolicyPack = {
  id: 'nextcare',
  base: 'default',
  keys: {
    'access.maxAttempts': 4,
    'access.recovery': ['email-link', 'secret-question'],
    'claims.dateModes': ['service', 'payment'],
    'claims.zone': 'Asia/Dubai',
    'claims.modificationDays': 7,
    'claims.modificationUnit': 'calendar-days',
    'claims.modificationStart': 'authorization-issued',
  },
};
