import { catalogue } from '@portico/core/kernel';

/** Texts that every element may need. */
export const kitMessages = catalogue({
  'kit.notConnected': 'Not connected. Put this element inside a portal provider, or give it a portal.',
  'kit.broken': 'Something went wrong here. Nothing was lost.',
  'kit.retry': 'Try again',
});
