import { assign, fromCallback, fromPromise, type EventObject, type SnapshotFrom } from 'xstate';
import {
  callPort,
  setup,
  toPortError,
  type ChangesPort,
  type Clock,
  type Page,
  type PageRequest,
  type PortErrorCode,
} from '../kernel/index.ts';

/** What reading a list of a case, page by page, needs. */
export interface CasePagesInput<Row> {
  /** Reads a page, newest first. */
  readonly read: (caseId: string, request: PageRequest) => Promise<Page<Row>>;
  readonly changes: ChangesPort;
  readonly clock: Clock;
  /** The case; null shows none. */
  readonly caseId: string | null;
}

/** What happens while a list is read. */
export type CasePagesEvent =
  | { readonly type: 'more.requested' }
  /** Asked for by the person after a failure, or because something was added. */
  | { readonly type: 'list.refreshed' };

interface CasePagesContext<Row> {
  readonly ports: CasePagesInput<Row>;
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly isLoaded: boolean;
  readonly code: PortErrorCode | null;
}

/** Rows read at once. */
const PAGE = 50;

/** Reads notes or documents of a case and follows its changes. A refresh that fails leaves what was shown, and says so. */
export const casePagesMachine = <Row>() =>
  setup({
    types: {} as { context: CasePagesContext<Row>; events: CasePagesEvent; input: CasePagesInput<Row> },
    actors: {
      load: fromPromise<Page<Row>, CasePagesContext<Row>>(({ input: { ports, rows }, signal }) =>
        callPort((limited) => ports.read(ports.caseId!, { limit: Math.max(PAGE, rows.length), signal: limited }), {
          clock: ports.clock,
          signal,
        }),
      ),
      loadMore: fromPromise<Page<Row>, CasePagesContext<Row>>(({ input: { ports, next }, signal }) =>
        callPort((limited) => ports.read(ports.caseId!, { cursor: next, limit: PAGE, signal: limited }), { clock: ports.clock, signal }),
      ),
      follow: fromCallback<EventObject, CasePagesInput<Row>>(({ input: { changes, caseId }, sendBack }) =>
        changes.subscribe('documents', ({ id }) => {
          if (id === caseId || id === '*') sendBack({ type: 'list.refreshed' });
        }),
      ),
    },
    guards: {
      hasCase: ({ context }) => context.ports.caseId !== null,
      hasMore: ({ context }) => context.next !== null,
      isShown: ({ context }) => context.isLoaded,
    },
  }).createMachine({
    id: 'case-pages',
    context: ({ input }) => ({ ports: input, rows: [], next: null, isLoaded: false, code: null }),
    initial: 'deciding',
    states: {
      deciding: { always: [{ guard: 'hasCase', target: 'open' }, { target: 'idle' }] },
      idle: {},
      open: {
        initial: 'loading',
        invoke: { src: 'follow', input: ({ context }) => context.ports },
        on: { 'list.refreshed': '.loading' },
        states: {
          loading: {
            // Told of another change meanwhile: what is on its way may be older than that.
            on: { 'list.refreshed': { target: 'loading', reenter: true } },
            invoke: {
              src: 'load',
              input: ({ context }) => context,
              onDone: {
                target: 'ready',
                actions: assign(({ event }) => ({ rows: event.output.rows, next: event.output.next, isLoaded: true, code: null })),
              },
              onError: [
                // Who lost the right to see it must not go on seeing it.
                {
                  guard: ({ context, event }) => context.isLoaded && !isLost(toPortError(event.error).code),
                  target: 'ready',
                  actions: assign(({ event }) => ({ code: toPortError(event.error).code })),
                },
                {
                  target: 'failed',
                  actions: assign(({ event }) => ({ rows: [], next: null, isLoaded: false, code: toPortError(event.error).code })),
                },
              ],
            },
          },
          ready: { on: { 'more.requested': { guard: 'hasMore', target: 'loadingMore' } } },
          loadingMore: {
            invoke: {
              src: 'loadMore',
              input: ({ context }) => context,
              onDone: {
                target: 'ready',
                actions: assign(({ context, event }) => ({
                  rows: [...context.rows, ...event.output.rows],
                  next: event.output.next,
                  code: null,
                })),
              },
              onError: [
                { guard: ({ event }) => toPortError(event.error).code === 'expired-cursor', target: 'loading' },
                { target: 'ready', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
              ],
            },
          },
          failed: {},
        },
      },
    },
  });

const isLost = (code: PortErrorCode): boolean => code === 'denied' || code === 'not-signed-in' || code === 'not-found';

/** What is shown of a list. */
export interface CasePagesView<Row> {
  /** `loading` with rows is a refresh: what is known stays in view. */
  readonly state: 'idle' | 'loading' | 'ready' | 'more' | 'failed' | 'denied' | 'notFound';
  readonly isBusy: boolean;
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  /** What is shown may be out of date. */
  readonly isStale: boolean;
  readonly code: PortErrorCode | null;
}

/** What is shown of a list. */
export function casePagesView<Row>({ value, context }: SnapshotFrom<ReturnType<typeof casePagesMachine<Row>>>): CasePagesView<Row> {
  const { rows, next, isLoaded, code } = context;
  const at = typeof value === 'string' ? 'idle' : value.open;
  const isBusy = at === 'loading' || at === 'loadingMore';
  return {
    state: stateOf(at, code),
    ...{ isBusy, rows, hasMore: next !== null },
    isStale: isLoaded && code !== null && !isBusy,
    code: isBusy ? null : code,
  };
}

function stateOf(at: string, code: PortErrorCode | null): CasePagesView<never>['state'] {
  if (at === 'loadingMore') return 'more';
  if (at !== 'failed') return at as 'idle' | 'loading' | 'ready';
  if (code === 'not-found') return 'notFound';
  return code === 'denied' || code === 'not-signed-in' ? 'denied' : 'failed';
}
