import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository root. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Absolute path of something inside the repository. @param {string[]} parts */
export const at = (...parts) => join(root, ...parts);

/** Says one line to the person at the terminal; standard output stays free for results. @param {string} text */
export const say = (text) => void process.stderr.write(`[portico] ${text}\n`);
