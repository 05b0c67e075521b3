import { assign, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type PortErrorCode } from '../kernel/index.ts';

/** One line of what is shown. */
export interface __Stem__Row {
  readonly id: string;
  readonly text: string;
}

/** What this task needs. */
export interface __Stem__Input {
  /** Everything there is to show, in order; an empty list where there is nothing. Rejects with PortError. */
  readonly load: (signal: AbortSignal) => Promise<readonly __Stem__Row[]>;
  readonly clock: Clock;
}

/** What a person does here. */
export type __Stem__Event = { readonly type: 'load.retried' };

interface __Stem__Context {
  readonly ports: __Stem__Input;
  readonly rows: readonly __Stem__Row[];
  readonly code: PortErrorCode | null;
}

const none: readonly never[] = [];

/** One person looks at a list. */
export const __camel__Machine = setup({
  types: {} as { context: __Stem__Context; events: __Stem__Event; input: __Stem__Input },
  actors: {
    load: fromPromise<readonly __Stem__Row[], __Stem__Input>(async ({ input: { load, clock }, signal }) => {
      const rows = await callPort(load, { clock, signal });
      if (!Array.isArray(rows)) throw new PortError('internal');
      return rows as readonly __Stem__Row[];
    }),
  },
}).createMachine({
  id: '__stem__',
  context: ({ input }) => ({ ports: input, rows: none, code: null }),
  initial: 'loading',
  states: {
    loading: {
      invoke: {
        src: 'load',
        input: ({ context }) => context.ports,
        onDone: { target: 'listed', actions: assign({ rows: ({ event }) => event.output, code: null }) },
        onError: { target: 'failed', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
      },
    },
    listed: {},
    failed: { on: { 'load.retried': 'loading' } },
  },
});
