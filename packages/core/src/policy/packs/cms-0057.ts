import type { PolicyPack } from '../policy-book.ts';

/**
 * A payer of the United States under CMS-0057-F, from 2026 on (`domain.md` 2.3): seven calendar days for a standard decision, 72 hours for an
 * expedited one, the clock stands still while information is awaited, and a denial says its specific reason in words.
 */
export const cms0057Pack: PolicyPack = {
  id: 'cms-0057',
  base: 'default',
  keys: {
    'claims.zone': 'America/New_York',
    'authorizations.standardDays': 7,
    'authorizations.expeditedHours': 72,
    'authorizations.tolls': true,
    'authorizations.denialNeedsWords': true,
  },
};
