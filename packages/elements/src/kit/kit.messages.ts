import { catalogue } from '@portico/core/kernel';

/** Texts that every element may need. */
export const kitMessages = catalogue({
  'kit.notConnected': 'Not connected. Put this element inside a portal provider, or give it a portal.',
  'kit.restoring': 'One moment…',
  'kit.signedOut': 'Sign in to see this.',
  'kit.notSupported': 'This portal does not offer this.',
  'kit.broken': 'Something went wrong here. Nothing was lost.',
  'kit.retry': 'Try again',
});
