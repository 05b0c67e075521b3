import { catalogue } from '../kernel/index.ts';

/** Texts of the payer's desk that stand before anything is opened. */
export const decisionDeskMessages = catalogue({
  'decision-desk.title': 'Authorizations to decide',
  'decision-desk.loading': 'Looking up the requests…',
  'decision-desk.empty': 'No request is waiting here.',
  'decision-desk.count': { on: 'n', one: '{$n :number} request', other: '{$n :number} requests' },
  'decision-desk.atLeast': 'At least {$n :number} requests',
  'decision-desk.dueFirst': 'What is due first stands first.',
  'decision-desk.refresh': 'Refresh',
  'decision-desk.more': 'Show more',
  'decision-desk.retry': 'Try again',
  'decision-desk.scope': 'Shown',
  'decision-desk.scope.mine': 'Waiting for us',
  'decision-desk.scope.open': 'All open',
  'decision-desk.scope.all': 'All',
  'decision-desk.urgency': 'Urgency',
  'decision-desk.urgency.any': 'Any urgency',
  'decision-desk.number': 'Reference ID or another number',
  'decision-desk.notice.decided': 'The decision was sent. The provider sees it in the authorization.',
  'decision-desk.notice.pended': 'The request is pended; the provider sees why.',
  'decision-desk.notice.asked': 'The question was sent. The request waits for the provider’s answer.',
  'decision-desk.notice.used': 'It is marked as used.',
  'decision-desk.notice.kept': 'This is what you had begun. It has not been sent.',
  'decision-desk.notice.undone': 'Taken back. Nothing was sent.',
  'decision-desk.notice.cleared': 'What you had begun was put away.',
  'decision-desk.error.conflict':
    'Somebody changed this authorization while you were writing. Nothing was sent. It is shown as it is now, with what you typed.',
  'decision-desk.error.unknown': 'It is not known whether this was taken. Send it again: it is never taken twice.',
  'decision-desk.failed': 'That did not work. Try again; nothing is done twice.',
  'decision-desk.failed.offline': 'There is no connection. Try again when you are online.',
  'decision-desk.failed.denied': 'You have no right to do this. Sign in again, or ask whoever runs this portal.',
});
