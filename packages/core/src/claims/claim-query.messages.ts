import { catalogue } from '../kernel/messages.ts';

/** Texts of the first form of Claims Query; those of Advanced Search and of its checks are loaded with the first input. */
export const claimQueryMessages = catalogue({
  'claim-query.title': 'Claims Query',
  'claim-query.basic': 'Basic search',
  'claim-query.advanced': 'Advanced search',
  'claim-query.dateMode': 'Search by',
  'claim-query.service': 'Service date',
  'claim-query.payment': 'Payment date',
  'claim-query.from': 'From',
  'claim-query.to': 'To',
  'claim-query.dateHint': 'Day and month are enough, as in {$example}; t is today, t-7 a week ago.',
  'claim-query.calendar': 'Choose from a calendar',
  'claim-query.execute': 'Execute query',
  'claim-query.cancel': 'Cancel',
  'claim-query.retry': 'Try again',
  'claim-query.clear': 'Clear',
  'claim-query.searching': 'Searching…',
  'claim-query.notKept': 'What you enter here is not kept when you leave this page.',
  'claim-query.found': { on: 'n', '=0': 'No cases found', one: '{$n :number} case found', other: '{$n :number} cases found' },
  'claim-query.foundAtLeast': { on: 'n', one: 'More than {$n :number} case found', other: 'More than {$n :number} cases found' },
  'claim-query.foundSome': { on: 'n', one: '{$n :number} case on this page', other: '{$n :number} cases on this page' },
  'claim-query.failed': 'The query could not be run. What you entered is still here; try again.',
  'claim-query.failed.offline': 'There is no connection. What you entered is still here; try again when you are online.',
  'claim-query.failed.denied': 'You have no right to see these cases. Sign in again, or ask the helpdesk.',
  'claim-query.failed.invalid': 'The payer does not take this query as it stands. Shorten its dates or change how it asks.',
  'claim-query.failed.not-supported': 'This system cannot answer such a query. Use fewer filters.',
});
