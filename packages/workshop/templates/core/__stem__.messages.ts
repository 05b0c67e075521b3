import { catalogue } from '../kernel/index.ts';

/** English. */
export const __camel__Messages = catalogue({
  '__stem__.title': '__Title__',
  '__stem__.loading': 'Loading…',
  '__stem__.listed': { on: 'n', one: '{$n :number} line', other: '{$n :number} lines' },
  '__stem__.empty': 'There is nothing here.',
  '__stem__.denied': 'You may not see this. Sign in, or ask whoever runs this portal.',
  '__stem__.notSupported': 'This is not offered here.',
  '__stem__.unavailable': 'This cannot be shown just now. Try again in a moment.',
  '__stem__.retry': 'Try again',
});
