/**
 * Runs every case once a round, each round starting with another one, so that a noisy minute hurts all alike.
 * @template T @param {readonly string[]} names @param {number} rounds @param {(name: string, round: number) => Promise<T>} run
 * @returns {Promise<Map<string, T[]>>} the results of each case in the order of the rounds
 */
export async function interleaved(names, rounds, run) {
  const results = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) results.get(name).push(await run(name, round));
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  return results;
}

/** @param {readonly number[]} values @returns {{ median: number, min: number, max: number }} */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, min: sorted[0], max: sorted[sorted.length - 1] };
}

/** A spread as `median [min–max]`, three significant digits or whole numbers. */
export function show({ median, min, max }) {
  const figure = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));
  return `${figure(median)} [${figure(min)}–${figure(max)}]`;
}
