import { assign, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type CommandAnswer, type CommandMeta } from '../kernel/index.ts';

/** One command on its way. `run` is called with the same `meta.commandId` however often it is sent. */
export interface CommandInput {
  readonly clock: Clock;
  /** Between 0 and 1, for waiting times that do not fall together. */
  readonly random: () => number;
  /** False where the backend cannot tell a repeated command from a new one: then only a person may send it again. */
  readonly mayRepeat: boolean;
  readonly run: (meta: CommandMeta) => Promise<CommandAnswer<unknown>>;
  readonly meta: CommandMeta;
}

/** What is known of a command on its way. */
export interface CommandContext extends CommandInput {
  readonly tries: number;
  readonly answer: CommandAnswer<unknown> | null;
  readonly error: PortError | null;
}

/** After so many tries the person is told; the same command id may be sent again later. */
const MAX_TRIES = 10;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** Full jitter: somewhere between nothing and twice the last bound, never less than what the backend asked for. In milliseconds. */
export function backoff(tries: number, random: number, retryAfter = 0): number {
  return Math.max(retryAfter, Math.round(random * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1))));
}

// Who was sent away unheard may come again anywhere; else a repeat is safe only where it is told from a new command.
const isKnown = ({ context }: { context: CommandContext }): boolean => context.mayRepeat || context.error?.code === 'rate-limited';

const statuses = ['accepted', 'refused', 'conflict', 'unknown'];

/** Sees one command through: sent, asked again by its id while nobody knows what became of it, waiting between tries. */
export const commandMachine = setup({
  types: {} as { context: CommandContext; events: { readonly type: 'network.returned' }; input: CommandInput },
  actors: {
    send: fromPromise<CommandAnswer<unknown>, CommandInput>(async ({ input: { run, meta, clock }, signal }) => {
      const answer = await callPort((limited) => run({ ...meta, signal: limited }), { clock, signal });
      // An adapter may be anybody's: what is no answer must not pass for success.
      if (!statuses.includes(answer?.status)) throw new PortError('internal');
      if (answer.status === 'refused' && answer.code === 'payload-differs') throw new PortError('invalid');
      return answer;
    }),
    wait: fromPromise<void, CommandContext>(({ input: { clock, tries, random, error }, signal }) =>
      clock.after(backoff(tries, random(), error?.retryAfter), signal),
    ),
  },
  guards: {
    canTryAgain: (args) => isKnown(args) && args.context.tries < MAX_TRIES,
    isKnown,
  },
}).createMachine({
  id: 'command',
  context: ({ input }) => ({ ...input, tries: 0, answer: null, error: null }),
  initial: 'sending',
  states: {
    sending: {
      entry: assign({ tries: ({ context }) => context.tries + 1, error: null }),
      invoke: {
        src: 'send',
        input: ({ context }) => context,
        onDone: { target: 'answered', actions: assign({ answer: ({ event }) => event.output }) },
        onError: { target: 'unanswered', actions: assign({ error: ({ event }) => toPortError(event.error) }) },
      },
    },
    answered: {
      always: [
        { guard: ({ context }) => context.answer?.status !== 'unknown', target: 'settled' },
        { guard: 'canTryAgain', target: 'waiting' },
        { target: 'settled' },
      ],
    },
    unanswered: {
      always: [
        { guard: ({ context }) => !context.error?.retryable, target: 'failed' },
        { guard: 'canTryAgain', target: 'waiting' },
        { guard: 'isKnown', target: 'failed' },
        { target: 'settled', actions: assign({ answer: { status: 'unknown' } }) },
      ],
    },
    waiting: {
      invoke: { src: 'wait', input: ({ context }) => context, onDone: 'sending', onError: 'failed' },
      on: { 'network.returned': 'sending' },
    },
    settled: { type: 'final' },
    failed: { type: 'final' },
  },
});
