import type { Clock } from './clock.ts';
import { PortError, toPortError } from './port-error.ts';

/** How long to wait for a port, and who may break it off. */
export interface CallOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds. @default 30000 */
  readonly limit?: number;
}

/**
 * Calls a port so that it always ends, once: with its value, or with a PortError (`timeout` after the limit, `aborted` at once when the
 * signal says so, also for a port that throws before it returns a promise). What it says later is not heard.
 */
export function callPort<Value>(
  run: (signal: AbortSignal) => Promise<Value>,
  { clock, signal, limit = 30_000 }: CallOptions,
): Promise<Value> {
  const call = new AbortController();
  const timer = new AbortController();
  return new Promise<Value>((resolve, reject) => {
    const breakOff = (code: 'aborted' | 'timeout'): void => {
      reject(new PortError(code));
      call.abort();
      settle();
    };
    const onAbort = (): void => breakOff('aborted');
    const settle = (): void => {
      timer.abort();
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    clock.after(limit, timer.signal).then(
      () => breakOff('timeout'),
      () => undefined,
    );
    // An async function turns what is thrown at once into a rejection.
    (async () => run(call.signal))()
      .then(resolve, (thrown: unknown) => reject(toPortError(thrown)))
      .finally(settle);
  });
}
