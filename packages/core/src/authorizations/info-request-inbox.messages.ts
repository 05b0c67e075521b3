import { catalogue } from '../kernel/index.ts';

/** Texts of what payers ask for. */
export const infoRequestInboxMessages = catalogue({
  'info-request-inbox.title': 'What payers ask for',
  'info-request-inbox.loading': 'Looking up what payers ask for…',
  'info-request-inbox.empty': 'No payer waits for an answer. A question appears here by itself, the one that is due first on top.',
  'info-request-inbox.count': {
    on: 'n',
    one: '{$n :number} authorization waits for your answer',
    other: '{$n :number} authorizations wait for your answer',
  },
  'info-request-inbox.overdue': { on: 'n', one: '{$n :number} of them is overdue', other: '{$n :number} of them are overdue' },
  'info-request-inbox.refresh': 'Refresh',
  'info-request-inbox.more': 'Show more',
  'info-request-inbox.open': 'Open and answer',
  'info-request-inbox.openThis': 'Open and answer: {$reference}',
  'info-request-inbox.member': 'Patient {$name}',
  'info-request-inbox.payer': '{$name} asks',
  'info-request-inbox.askedBy': '{$who}, {$when :datetime}',
  'info-request-inbox.items': { on: 'n', one: 'About item {$items}', other: 'About items {$items}' },
  'info-request-inbox.due': 'Answer by {$until} ({$zone})',
  'info-request-inbox.late': 'Overdue: it was due by {$until} ({$zone})',
  'info-request-inbox.undated': 'No day was named',
  'info-request-inbox.partial': 'Answered in part',
  'info-request-inbox.notShown': 'Your role does not show the words.',
  'info-request-inbox.retry': 'Try again',
  'info-request-inbox.failed': 'The list could not be read. Try again.',
  'info-request-inbox.failed.offline': 'There is no connection. Try again when you are online.',
  'info-request-inbox.failed.denied': 'You have no right to see this. Sign in again, or ask the helpdesk.',
});
