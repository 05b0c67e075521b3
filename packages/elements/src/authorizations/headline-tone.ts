import type { AuthorizationHeadline } from '@portico/core/authorizations';
import type { TableTone } from '../table/index.ts';

const tones: Readonly<Partial<Record<AuthorizationHeadline, TableTone>>> = {
  ...{ approved: 'success', denied: 'danger', rejected: 'danger' },
  ...{ pended: 'warning', 'info-requested': 'warning', 'partially-approved': 'warning', modified: 'warning', 'contact-payer': 'warning' },
};

/** Whether a headline is good, bad, or wants somebody to look: what its badge is coloured by, beside its words. */
export const headlineTone = (headline: AuthorizationHeadline): TableTone => tones[headline] ?? 'neutral';
