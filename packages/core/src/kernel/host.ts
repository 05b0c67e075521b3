import type { Instant } from './calendar-date.ts';
import type { Clock, Ids } from './clock.ts';

/** The timers of whatever runs us: a browser, a worker or Node. */
export interface HostTimers {
  now(): number;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: never): void;
}

/** A clock over the host's timers. */
export function createClock({ now, setTimeout, clearTimeout }: HostTimers): Clock {
  return {
    now: () => now() as Instant,
    after: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        const stop = (): void => {
          clearTimeout(timer as never);
          reject(signal?.reason as Error);
        };
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', stop);
          resolve();
        }, milliseconds);
        signal?.addEventListener('abort', stop, { once: true });
      }),
  };
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Ids over the host's time and its cryptographic random bytes (`fill` fills the array it is given). */
export function createIds({ now, fill }: { now(): number; fill(bytes: Uint8Array<ArrayBuffer>): void }): Ids {
  const random = (length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    fill(bytes);
    return bytes;
  };
  return {
    uuid: () => {
      const time = now().toString(16).padStart(12, '0');
      const rest = random(10);
      // RFC 9562: version 7 in the upper half of byte 6, variant 10 in the upper bits of byte 8.
      rest[0] = (rest[0]! & 0x0f) | 0x70;
      rest[2] = (rest[2]! & 0x3f) | 0x80;
      const tail = hex(rest);
      return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
    },
    secret: () => hex(random(32)),
  };
}
