import { assign, fromCallback, fromPromise, type EventObject } from 'xstate';
import {
  callPort,
  setup,
  toPortError,
  type ChangesPort,
  type Clock,
  type Instant,
  type Page,
  type PortErrorCode,
  type Total,
} from '../kernel/index.ts';
import type { AuthorizationsPort, InformationEntry } from './authorizations.port.ts';

/** What listing the questions of payers needs. */
export interface InfoRequestInboxInput {
  readonly authorizations: Required<Pick<AuthorizationsPort, 'informationRequests'>>;
  readonly changes: ChangesPort;
  readonly clock: Clock;
}

/** What happens at the list. */
export type InfoRequestInboxEvent = { readonly type: 'inbox.refreshed' } | { readonly type: 'more.requested' };

type News = { readonly type: 'authorizations.changed' } | { readonly type: 'time.passed' };

interface InfoRequestInboxMemory {
  readonly ports: InfoRequestInboxInput;
  readonly entries: readonly InformationEntry[];
  readonly next: string | null;
  readonly total: Total;
  /** How many are asked for: as many as are shown, so that a refresh takes nothing away. */
  readonly limit: number;
  readonly at: Instant;
  readonly code: PortErrorCode | null;
}

const PAGE = 25;
const MINUTE = 60_000;

/** What payers wait for, over all records of this person's side (P3): due first, followed as it changes. */
export const infoRequestInboxMachine = setup({
  types: {} as { context: InfoRequestInboxMemory; events: InfoRequestInboxEvent | News; input: InfoRequestInboxInput },
  actors: {
    list: fromPromise<Page<InformationEntry>, InfoRequestInboxMemory>(({ input: { ports, limit }, signal }) =>
      callPort((limited) => ports.authorizations.informationRequests({ limit, signal: limited }), { clock: ports.clock, signal }),
    ),
    wait: fromPromise<void, InfoRequestInboxMemory>(({ input: { ports }, signal }) => ports.clock.after(MINUTE, signal)),
    news: fromCallback<EventObject, InfoRequestInboxInput>(({ input: { changes }, sendBack }) => {
      const stops = [
        changes.subscribe('authorizations', () => sendBack({ type: 'authorizations.changed' })),
        changes.subscribe('world', () => sendBack({ type: 'time.passed' })),
      ];
      return () => stops.forEach((stop) => stop());
    }),
  },
  guards: { hasMore: ({ context }) => context.next !== null, isWatched: ({ context }) => context.entries.length > 0 },
  actions: { look: assign({ at: ({ context }) => context.ports.clock.now() }) },
}).createMachine({
  id: 'info-request-inbox',
  context: ({ input }) => ({
    ...{ ports: input, entries: [], next: null, total: { kind: 'unknown' as const }, limit: PAGE, code: null },
    at: input.clock.now(),
  }),
  type: 'parallel',
  invoke: { src: 'news', input: ({ context }) => context.ports },
  states: {
    list: {
      initial: 'loading',
      on: {
        'inbox.refreshed': '.loading',
        'authorizations.changed': '.loading',
        'more.requested': { guard: 'hasMore', target: '.loading', actions: assign({ limit: ({ context }) => context.limit + PAGE }) },
      },
      states: {
        loading: {
          invoke: {
            src: 'list',
            input: ({ context }) => context,
            onDone: {
              target: 'ready',
              actions: [
                'look',
                assign(({ event: { output } }) => ({ entries: output.rows, next: output.next, total: output.total, code: null })),
              ],
            },
            onError: { target: 'failed', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
          },
        },
        ready: {},
        failed: {},
      },
    },
    time: {
      initial: 'stopped',
      on: { 'time.passed': { actions: 'look' } },
      states: {
        // What is overdue becomes so by time alone.
        stopped: { always: { guard: 'isWatched', target: 'running' } },
        running: {
          invoke: {
            src: 'wait',
            input: ({ context }) => context,
            onDone: { target: 'stopped', actions: 'look' },
            onError: 'unclocked',
          },
        },
        unclocked: {},
      },
    },
  },
});
