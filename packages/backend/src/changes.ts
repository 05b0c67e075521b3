import type { Change, ChangesPort, ChangeTopic } from '@portico/core/kernel';
import type { ChangeRelay } from './office.ts';

/** The port, and the side of it that tells. */
export interface ChangeHub extends ChangesPort {
  publish(changes: readonly Change[]): void;
}

/** More changes of one command than this are told as one, with the id `*`. */
const MOST = 100;

/** Tells listeners here and, through the relay, elsewhere. Only what was committed is ever published. */
export function createChangeHub(relay?: ChangeRelay): ChangeHub {
  const listeners = new Map<ChangeTopic, Set<(change: Change) => void>>();

  const tell = (change: Change): void => {
    for (const listener of listeners.get(change.topic) ?? []) {
      try {
        listener(change);
      } catch (error) {
        // The others are told all the same; the host hears of it as an unhandled rejection.
        void Promise.reject(error);
      }
    }
  };
  relay?.receive(tell);

  return {
    subscribe(topic, listener) {
      const own = (change: Change): void => listener(change);
      const of = listeners.get(topic) ?? new Set();
      listeners.set(topic, of.add(own));
      return () => of.delete(own);
    },
    publish(changes) {
      for (const change of gathered(changes)) {
        tell(change);
        relay?.send(change);
      }
    },
  };
}

function gathered(changes: readonly Change[]): readonly Change[] {
  if (changes.length <= MOST) return changes;
  return [...new Set(changes.map(({ topic }) => topic))].map((topic) => ({ topic, id: '*', version: 0 }));
}
