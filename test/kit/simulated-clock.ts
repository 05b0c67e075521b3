import type { Clock, Ids } from '@portico/core/kernel';

/** A clock that stands still until it is told to go on. */
export interface SimulatedClock extends Clock {
  /** Goes on by so many milliseconds and ends every wait that is due on the way, in order, letting promises settle in between. */
  pass(milliseconds: number): Promise<void>;
  /** Is moved on without anything that waits being told, like a demo's clock or a machine that slept. */
  jump(milliseconds: number): Promise<void>;
  /** How many waits are open. */
  waits(): number;
}

/** Makes a clock that shows `start` (epoch milliseconds). */
export function simulatedClock(start = Date.UTC(2026, 10, 21, 9)): SimulatedClock {
  let now = start;
  let waiting: { readonly due: number; readonly end: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const wait = { due: now + milliseconds, end: () => (leave(), resolve()) };
        const leave = (): void => void (waiting = waiting.filter((other) => other !== wait));
        waiting.push(wait);
        signal?.addEventListener('abort', () => (leave(), reject(signal.reason)), { once: true });
      });
    },
    async pass(milliseconds) {
      const until = now + milliseconds;
      await settled();
      for (;;) {
        const next = waiting.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        now = Math.max(now, next.due);
        next.end();
        await settled();
      }
      now = until;
      await settled();
    },
    async jump(milliseconds) {
      await settled();
      now += milliseconds;
    },
    waits: () => waiting.length,
  };
}

/** Lets everything that is only waiting for promises happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Ids in a row: `id-1`, `id-2` … */
export function countedIds(): Ids {
  let n = 0;
  return { uuid: () => `id-${(n += 1)}`, secret: () => `secret-${(n += 1)}` };
}
