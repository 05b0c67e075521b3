/** What one part of the tests came to. `lines` are printed under its name: what failed and why. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly lines: readonly string[];
}

/** A part in which there is nothing to test yet. */
export const nothing: Tally = { passed: 0, failed: 0, lines: [] };

/** A part that could not run at all: counted as one failure, so that it is never a silent skip. */
export const unable = (why: string): Tally => ({ passed: 0, failed: 1, lines: [`✗ ${why}`] });

/** A test in a browser that failed: its title, and all that {@link failure} tells of it. */
export interface Failed {
  readonly title: string;
  readonly told: string;
}

/**
 * Asks once more what failed in a browser, which shares its processor with whatever else runs. What holds then is told as unsteady, so that it
 * gets mended, and is not counted as failed; with `npm test -- --slow`, which is there to find such tests, nothing is asked twice.
 */
export async function askedAgain(failed: readonly Failed[], again: () => Promise<readonly string[]>): Promise<Omit<Tally, 'passed'>> {
  const stillFails = new Set(
    failed.length > 0 && process.env.PORTICO_SLOW === undefined ? await again() : failed.map(({ title }) => title),
  );
  return {
    failed: failed.filter(({ title }) => stillFails.has(title)).length,
    lines: failed.map(({ title, told }) => (stillFails.has(title) ? told : told.replace('✗', '~ unsteady, held when asked again:'))),
  };
}

/** The sum of several parts. */
export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((n, tally) => n + tally.passed, 0),
  failed: tallies.reduce((n, tally) => n + tally.failed, 0),
  lines: tallies.flatMap((tally) => tally.lines),
});

/** One failed test for the terminal: its full title, where it stands, and the error's text indented under it, without the runner's own frames. */
export function failure(title: string, place: string, text: string): string {
  const lines = text
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at .*\bnode:/.test(line));
  return [`✗ ${title}`, `    ${place}`, ...lines.slice(0, 40).map((line) => `      ${line}`)].join('\n');
}
