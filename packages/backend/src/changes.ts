import type { Change, ChangesPort, ChangeTopic } from '@portico/core/kernel';
import type { ChangeRelay } from './office.ts';

/** A change, and whose it is: pages of other organisations are not told. Null: everybody's, such as the time of a demo. */
export interface OfficeChange extends Change {
  readonly organisationId: string | null;
}

/** Where changes of the whole back office come together. */
export interface ChangeHub {
  /** Tells of the changes of everybody; returns the way to stop. */
  subscribe(topic: ChangeTopic, listener: (change: OfficeChange) => void): () => void;
  publish(changes: readonly OfficeChange[]): void;
}

/** The changes that one page is told of: those of the organisation that it is signed in to when they happen, and those of everybody. */
export function pageChanges(hub: ChangeHub, organisationId: () => string | null): Required<ChangesPort> {
  return {
    subscribe: (topic, listener) =>
      hub.subscribe(topic, ({ organisationId: whose, ...change }) => {
        if (whose === null || whose === organisationId()) listener(change);
      }),
    announce: (change) => hub.publish([{ ...change, organisationId: organisationId() }]),
  };
}

/** More changes of one command than this are told as one, with the id `*`. */
const MOST = 100;

/** Tells listeners here and, through the relay, elsewhere. Only what was committed is ever published. */
export function createChangeHub(relay?: ChangeRelay): ChangeHub {
  const listeners = new Map<ChangeTopic, Set<(change: OfficeChange) => void>>();

  const tell = (change: OfficeChange): void => {
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
      const own = (change: OfficeChange): void => listener(change);
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

function gathered(changes: readonly OfficeChange[]): readonly OfficeChange[] {
  if (changes.length <= MOST) return changes;
  const many = changes.map(({ topic, organisationId }): OfficeChange => ({ topic, id: '*', version: 0, organisationId }));
  return [...new Map(many.map((one) => [`${one.topic} ${one.organisationId}`, one])).values()];
}
