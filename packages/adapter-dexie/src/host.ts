import type { ChangeRelay, InTurn, OfficeChange, SessionKeeper } from '@portico/backend';
import { createClock, createIds, type Clock, type Ids } from '@portico/core/kernel';

/** The time of this browser. */
export const browserClock: Clock = createClock({
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
});

/** Ids from this browser's time and random bytes. */
export const browserIds: Ids = createIds({ now: () => Date.now(), fill: (bytes) => void crypto.getRandomValues(bytes) });

/** Keeps the token in memory: a reload forgets it. */
export function createPageKeeper(): SessionKeeper {
  let token: string | null = null;
  return {
    get: () => token,
    set: (next) => {
      token = next;
    },
  };
}

/** Keeps the token, and nothing else, in this tab's `sessionStorage`; in memory where the browser allows none. */
export function createTabKeeper(name: string): SessionKeeper {
  const key = `portico:${name}:session`;
  try {
    const storage = globalThis.sessionStorage;
    storage.getItem(key);
    return {
      get: () => storage.getItem(key),
      set: (token) => (token === null ? storage.removeItem(key) : storage.setItem(key, token)),
    };
  } catch {
    return createPageKeeper();
  }
}

/** Tells the other tabs of this browser: ids and versions, never a record. */
export function createTabRelay(name: string): ChangeRelay & { close(): void } {
  if (typeof BroadcastChannel === 'undefined') return { send: () => undefined, receive: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(`portico:${name}`);
  // In Node an open channel alone must not keep a process alive.
  (channel as { unref?(): void }).unref?.();
  let isOpen = true;
  return {
    // What is written as a page closes may be through only after.
    send: ({ topic, id, version, organisationId }) => (isOpen ? channel.postMessage({ topic, id, version, organisationId }) : undefined),
    receive: (listener) => channel.addEventListener('message', ({ data }) => isChange(data) && listener(data)),
    close() {
      isOpen = false;
      channel.close();
    },
  };
}

/** A frozen tab keeps its lock: nobody waits longer for it. */
const PATIENCE = 3_000;

/**
 * Turns over all tabs, by Web Locks. They only spare work and waiting: what must not happen twice is decided in the store, so who waited too
 * long, or has no locks, goes on without.
 */
export function createTabTurns(database: string): InTurn | undefined {
  const locks: LockManager | undefined = (globalThis.navigator as Navigator | undefined)?.locks;
  if (locks === undefined) return undefined;
  return async (name, work) => {
    let hasBegun = false;
    const begun = (): ReturnType<typeof work> => {
      hasBegun = true;
      return work();
    };
    try {
      return await locks.request(`portico:${database}:${name}`, { signal: AbortSignal.timeout(PATIENCE) }, begun);
    } catch (error) {
      if (hasBegun) throw error;
      return work();
    }
  };
}

const isChange = (data: unknown): data is OfficeChange =>
  typeof data === 'object' &&
  data !== null &&
  ['claims', 'documents', 'session', 'mail', 'world', 'activity'].includes((data as OfficeChange).topic) &&
  typeof (data as OfficeChange).id === 'string' &&
  typeof (data as OfficeChange).version === 'number' &&
  ((data as OfficeChange).organisationId === null || typeof (data as OfficeChange).organisationId === 'string');
