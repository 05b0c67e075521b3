import type { PolicyPack } from '../policy-book.ts';

/** What holds where a payer says nothing: the areas' own defaults. */
export const defaultPack: PolicyPack = { id: 'default', base: null, keys: {} };
