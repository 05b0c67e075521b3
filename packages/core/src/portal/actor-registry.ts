/** What can be stopped: any actor. */
export interface Stoppable {
  stop(): void;
}

/** A task that is running for one element. */
export interface Lease<Actor extends Stoppable> {
  readonly actor: Actor;
  /** Stops the task and keeps its place (criteria, record id, offset: plain data) for whoever comes back under the same key. */
  release(place?: unknown): void;
}

/**
 * Which tasks run in this portal, by key: task, and the element's id or position. A place outlives its element until sign-out.
 * Two elements under one key at the same time get a task each.
 */
export interface ActorRegistry {
  /** Starts a task with the place that was kept under this key (undefined when there is none). */
  lease<Actor extends Stoppable>(key: string, start: (place: unknown) => Actor): Lease<Actor>;
  /** Whether a place is kept under this key. */
  hasPlace(key: string): boolean;
  /** Stops every task and forgets every place. */
  clear(): void;
}

/** Makes an empty registry. */
export function createActorRegistry(): ActorRegistry {
  const running = new Map<string, Stoppable>();
  const places = new Map<string, unknown>();
  const freeKey = (key: string): string => {
    let free = key;
    for (let n = 2; running.has(free); n += 1) free = `${key}~${n}`;
    return free;
  };
  return {
    lease(wanted, start) {
      const key = freeKey(wanted);
      const actor = start(places.get(key));
      running.set(key, actor);
      return {
        actor,
        release(place) {
          actor.stop();
          // After a sign-out the key may be somebody else's.
          if (running.get(key) !== actor) return;
          running.delete(key);
          if (place !== undefined) places.set(key, place);
        },
      };
    },
    hasPlace: (key) => places.has(key),
    clear() {
      const stopped = [...running.values()];
      running.clear();
      places.clear();
      stopped.forEach((actor) => actor.stop());
    },
  };
}
