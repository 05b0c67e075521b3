import { PortError, toPortError, type Clock, type PortErrorCode } from '@portico/core/kernel';
import { createRandom } from '../world/random.ts';

/** Which calls a fault is for: a port and method such as `claims.search`, a port such as `claims`, or all. @default all */
export type Target = string;

/** What is wrong with a backend right now. Everything can be changed while calls are under way. */
export interface Faults {
  /** Milliseconds that every call takes more. */
  latency: number;
  /** Nothing gets through, and no change is told. */
  offline: boolean;
  /** How many of a hundred calls fail as `unavailable`, drawn from the seed. */
  failuresPerHundred: number;
  /** The next calls fail before they reach the backend. @default one call */
  failNext(code: PortErrorCode, options?: { readonly at?: Target; readonly times?: number; readonly retryAfter?: number }): void;
  /** The next call reaches the backend and its answer is lost: what it did is done, the page hears `timeout`. */
  loseNext(options?: { readonly at?: Target }): void;
  /** Calls do not end until `release`, or until their signal is aborted. */
  hang(at?: Target): void;
  release(): void;
  /** Takes all faults away. */
  clear(): void;
  /** The calls so far, such as `claims.search`. */
  readonly calls: readonly string[];
  /** One call under the faults of the moment. */
  through<Value>(name: string, signal: AbortSignal | undefined, call: () => Promise<Value>): Promise<Value>;
}

/** What faults are made of: waiting goes by the clock, chance by the seed. */
export interface FaultOptions {
  readonly clock: Clock;
  /** @default 1 */
  readonly seed?: number;
}

type Planned = { readonly at: Target; readonly error: PortError; readonly isLost: boolean };

/** Makes a set of faults, none of them on. */
export function createFaults({ clock, seed = 1 }: FaultOptions): Faults {
  const calls: string[] = [];
  let planned: readonly Planned[] = [];
  let hanging: { readonly at: Target; readonly released: Promise<void>; readonly release: () => void } | null = null;
  const random = createRandom(seed);

  const take = (name: string): Planned | undefined => {
    const next = planned.find(({ at }) => isMeant(at, name));
    planned = planned.filter((one) => one !== next);
    return next;
  };
  const release = (): void => {
    hanging?.release();
    hanging = null;
  };

  const faults: Faults = {
    ...{ latency: 0, offline: false, failuresPerHundred: 0, calls, release },
    failNext(code, { at = '', times = 1, retryAfter } = {}) {
      const error = (): PortError => new PortError(code, retryAfter === undefined ? {} : { retryAfter });
      planned = [...planned, ...Array.from({ length: times }, () => ({ at, error: error(), isLost: false }))];
    },
    loseNext({ at = '' } = {}) {
      planned = [...planned, { at, error: new PortError('timeout'), isLost: true }];
    },
    hang(at = '') {
      release();
      let go = (): void => undefined;
      const released = new Promise<void>((resolve) => (go = resolve));
      hanging = { at, released, release: go };
    },
    clear() {
      release();
      planned = [];
      Object.assign(faults, { latency: 0, offline: false, failuresPerHundred: 0 });
    },
    async through(name, signal, call) {
      calls.push(name);
      const fault = take(name);
      const isUnlucky = faults.failuresPerHundred > 0 && random.below(100) < faults.failuresPerHundred;
      if (hanging && isMeant(hanging.at, name)) await orAborted(hanging.released, signal);
      if (faults.latency > 0) await clock.after(faults.latency, signal).catch((error: unknown) => fail(toAborted(error)));
      if (faults.offline) throw new PortError('offline');
      if (fault && !fault.isLost) throw fault.error;
      if (isUnlucky) throw new PortError('unavailable');
      const answer = await call();
      if (fault) throw fault.error;
      return answer;
    },
  };
  return faults;
}

const isMeant = (at: Target, name: string): boolean => at === '' || name === at || name.startsWith(`${at}.`);

/** Waits for the work, no longer than until the signal is aborted. */
function orAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new PortError('aborted'));
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    void work.then(resolve);
  });
}

const toAborted = (error: unknown): PortError => {
  const known = toPortError(error);
  return known.code === 'internal' ? new PortError('aborted', { cause: error }) : known;
};

function fail(error: PortError): never {
  throw error;
}
