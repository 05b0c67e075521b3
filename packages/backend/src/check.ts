/** What a failed check of a contract suite throws; its message says what was wanted and what came. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
}

/** Fails unless the value is true. */
export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new CheckFailure(what);
}

/** Fails unless both are the same as data (JSON; order of keys does not count). */
export function equal(actual: unknown, wanted: unknown, what: string): void {
  const [a, b] = [show(actual), show(wanted)];
  if (a !== b) throw new CheckFailure(`${what}: wanted ${b}, got ${a}`);
}

/** Fails unless the work rejects; answers what it rejected with. */
export async function rejects(work: Promise<unknown> | (() => Promise<unknown>), what: string): Promise<unknown> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    return error;
  }
  throw new CheckFailure(`${what}: it went through`);
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{ ${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}: ${show(inner)}`)
    .join(', ')} }`;
}
