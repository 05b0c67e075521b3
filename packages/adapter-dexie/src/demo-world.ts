import type { BackOfficeStore } from '@portico/backend';
import type { Clock } from '@portico/core/kernel';

/** The clock of a demo: the real one and what it was moved by. */
export interface MovableClock extends Clock {
  advance(milliseconds: number): void;
  /** Milliseconds that it is ahead of the real one. */
  ahead(): number;
  set(ahead: number): void;
}

/** Makes a clock that one can move forward; only a world that was started as a demo has one. */
export function createMovableClock(base: Clock): MovableClock {
  let ahead = 0;
  return {
    now: () => base.now() + ahead,
    after: (milliseconds, signal) => base.after(milliseconds, signal),
    advance: (milliseconds) => {
      ahead += Math.max(0, milliseconds);
    },
    ahead: () => ahead,
    set: (next) => {
      ahead = next;
    },
  };
}

/** A number that the world remembers over a reload; 0 when it was never set. */
export function createMark(store: BackOfficeStore, id: string): { read(): Promise<number>; write(value: number): Promise<void> } {
  return {
    read: async () => (await store.transaction('read', (tx) => tx.get('counters', id)))?.value ?? 0,
    write: (value) =>
      store.transaction('write', async (tx) => {
        const before = await tx.get('counters', id);
        await tx.put('counters', { id, version: (before?.version ?? 0) + 1, value });
      }),
  };
}
