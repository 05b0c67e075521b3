import type { Hasher } from '../office.ts';

/** The key of a sign-in name: a digest of its one form, so that names nobody has leave nothing readable behind. */
export const nameKey = (hasher: Hasher, name: string): Promise<string> =>
  hasher.digest(`name:${name.normalize('NFKC').trim().toLowerCase().slice(0, 256)}`);
