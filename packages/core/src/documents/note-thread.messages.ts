import { catalogue } from '../kernel/index.ts';

/** Texts of the notes that were posted on a case (N13). */
export const noteThreadMessages = catalogue({
  'note.thread': 'Earlier notes',
  'note.none': 'There are no notes on this case yet.',
  'note.by': '{$who}, {$at :datetime}',
  'note.side.provider': 'Provider',
  'note.side.payer': 'Payer',
  'note.threadFailed': 'The notes could not be loaded.',
  'note.threadStale': 'The notes could not be refreshed. What you see may be out of date.',
  'note.more': 'Show older notes',
  'note.threadLoading': 'Loading earlier notes…',
  'note.threadRetry': 'Try again',
});
