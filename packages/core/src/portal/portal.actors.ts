import { createActor, type Actor } from 'xstate';
import { commandMachine, type CommandInput } from './outbox.machine.ts';
import { sessionMachine, type SessionEvent, type SessionInput } from './session.machine.ts';
import { sessionView, type SessionView } from './session.view.ts';

/** The chart of a session, running. */
export interface SessionActor {
  send(event: SessionEvent): void;
  /** Of the session that it is about; undefined without one. */
  sessionId(): string | undefined;
  stop(): void;
}

/** Starts the chart of a session, sends it what happened before it was there, and shows each view from then on. */
export function startSession(
  input: SessionInput,
  happened: readonly SessionEvent[],
  show: (view: SessionView) => void,
  failed: (error: unknown) => void,
): SessionActor {
  const actor = createActor(sessionMachine, { input });
  let isReady = false;
  actor.subscribe({ next: (snapshot) => isReady && show(sessionView(snapshot)), error: failed });
  actor.start();
  happened.forEach((event) => actor.send(event));
  isReady = true;
  show(sessionView(actor.getSnapshot()));
  return {
    send: (event) => actor.send(event),
    sessionId: () => actor.getSnapshot().context.session?.sessionId,
    stop: () => actor.stop(),
  };
}

/** The chart of one command, running. */
export const createCommand = (input: CommandInput): Actor<typeof commandMachine> => createActor(commandMachine, { input });
