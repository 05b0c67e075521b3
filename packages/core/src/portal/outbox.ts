import { PortError, toPortError, type Clock, type CommandAnswer, type Ids, type SubmitCommand } from '../kernel/index.ts';
import type { LateActors, PortalActors } from './late-actors.ts';

/** A command that has not come to an end. */
export interface PendingCommand {
  readonly commandId: string;
  readonly recordId: string | null;
  /** `queued`: an earlier command for the same record is still on its way. `waiting`: it could not be sent and will be tried again. */
  readonly state: 'queued' | 'sending' | 'waiting';
}

/** How a command ended, as far as a host may know: ids and a word. */
export interface CommandEnd {
  readonly commandId: string;
  readonly status: CommandAnswer<unknown>['status'] | 'failed';
}

/** Commands under way. They belong to nobody's element: they go on until they end or the person signs out. */
export interface Outbox {
  readonly submit: SubmitCommand;
  /** In the order they were given; the same array until something changes. */
  pending(): readonly PendingCommand[];
  subscribe(listener: () => void): () => void;
  /** The network is back: what waits is sent at once. */
  wake(): void;
  /** Forgets everything; whoever still waits for an answer hears `aborted`. */
  wipe(): void;
}

/** What an outbox is made from. */
export interface OutboxOptions {
  readonly clock: Clock;
  readonly actors: LateActors;
  readonly ids: Ids;
  readonly random: () => number;
  readonly mayRepeat: boolean;
  readonly onEnd: (end: CommandEnd) => void;
}

interface Entry extends PendingCommand {
  readonly promise: Promise<CommandAnswer<never, never>>;
  readonly wake: () => void;
  readonly wipe: () => void;
}

/** Makes an empty outbox. */
export function createOutbox({ clock, actors, ids, random, mayRepeat, onEnd }: OutboxOptions): Outbox {
  let entries: readonly Entry[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly Entry[]): void => {
    entries = next;
    listeners.forEach((tell) => tell());
  };
  const update = (commandId: string, changed: Partial<Entry>): void =>
    change(entries.map((entry) => (entry.commandId === commandId ? { ...entry, ...changed } : entry)));

  const submit: SubmitCommand = (run, { commandId = ids.uuid(), expectedVersion, recordId = null } = {}) => {
    const known = entries.find((entry) => entry.commandId === commandId);
    // The same act again, by a double click or a second element: one command, one answer.
    if (known) return known.promise;
    const meta = expectedVersion === undefined ? { commandId } : { commandId, expectedVersion };
    const before = recordId === null ? undefined : entries.findLast((entry) => entry.recordId === recordId);
    const { promise, resolve, reject } = Promise.withResolvers<CommandAnswer<never, never>>();
    // Whoever asked may be gone by now: an answer that nobody waits for is no unhandled rejection.
    promise.catch(() => undefined);

    const end = (status: CommandEnd['status'], settle: () => void): void => {
      change(entries.filter((entry) => entry.commandId !== commandId));
      settle();
      onEnd({ commandId, status });
    };
    const fail = (error: PortError | null): void => end('failed', () => reject(error ?? new PortError('internal')));
    // The same act may have been given again since it was wiped: that one sends itself.
    const isWanted = (): boolean => entries.some((entry) => entry.promise === promise);
    let actor: ReturnType<PortalActors['createCommand']> | undefined;
    const send = ({ createCommand }: PortalActors): void => {
      if (!isWanted()) return;
      actor = createCommand({ clock, random, mayRepeat, run, meta });
      actor.subscribe({
        next: ({ value, context }) => {
          if (value === 'settled' && context.answer) end(context.answer.status, () => resolve(context.answer as never));
          else if (value === 'failed') fail(context.error);
          else if (value === 'sending' || value === 'waiting') update(commandId, { state: value });
        },
        error: () => fail(null),
      });
      actor.start();
    };
    const wipe = (): void => {
      actor?.stop();
      reject(new PortError('aborted'));
    };
    const wake = (): void => actor?.send({ type: 'network.returned' });
    change([...entries, { commandId, recordId, state: before ? 'queued' : 'sending', promise, wake, wipe }]);
    const start = (): void => {
      if (actors.here) send(actors.here);
      else actors.bring().then(send, (error: unknown) => isWanted() && fail(toPortError(error)));
    };
    if (before) before.promise.then(start, start);
    else start();
    return promise;
  };

  return {
    submit,
    pending: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    wake: () => entries.filter(({ state }) => state === 'waiting').forEach(({ wake }) => wake()),
    wipe: () => {
      const wiped = entries;
      change([]);
      wiped.forEach((entry) => entry.wipe());
    },
  };
}
