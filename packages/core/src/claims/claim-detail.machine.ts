import { assign, fromCallback, fromPromise, type EventObject } from 'xstate';
import { callPort, setup, toPortError, type ChangesPort, type Clock, type PortErrorCode } from '../kernel/index.ts';
import {
  amountDifferences,
  amountLines,
  refusalReasons,
  type AmountDifference,
  type AmountLine,
  type RefusalReason,
} from './claim-detail.rules.ts';
import type { CaseDetail, ClaimsPort } from './claims.port.ts';

/** What reading one case needs. */
export interface ClaimDetailInput {
  readonly claims: Pick<ClaimsPort, 'get'>;
  readonly changes: ChangesPort;
  readonly clock: Clock;
  /** The case to show; null until one is opened. */
  readonly caseId: string | null;
}

/** What happens while a case is read. */
export type ClaimDetailEvent =
  /** Shows this case instead; null shows none. */
  | { readonly type: 'case.opened'; readonly id: string | null }
  /** Asked for by the person: now, or again after a failure. */
  | { readonly type: 'case.refreshed' }
  /** The backend says that the case is another one now. */
  | { readonly type: 'case.changed'; readonly version: number };

interface ClaimDetailContext {
  readonly ports: ClaimDetailInput;
  readonly id: string | null;
  readonly detail: CaseDetail | null;
  readonly lines: readonly AmountLine[];
  readonly differences: readonly AmountDifference[];
  readonly refusals: readonly RefusalReason[];
  readonly code: PortErrorCode | null;
}

const none = { detail: null, lines: [], differences: [], refusals: [], code: null } as const;

function shown(detail: CaseDetail | null): Partial<ClaimDetailContext> {
  if (detail === null) return none;
  const { record } = detail;
  return {
    ...{ detail, code: null },
    ...{ lines: amountLines(record.amounts), differences: amountDifferences(record), refusals: refusalReasons(record) },
  };
}

/** Reads one case and follows its changes. A refresh that fails leaves what was shown, and says so. */
export const claimDetailMachine = setup({
  types: {} as { context: ClaimDetailContext; events: ClaimDetailEvent; input: ClaimDetailInput },
  actors: {
    load: fromPromise<CaseDetail | null, ClaimDetailContext>(({ input: { ports, id }, signal }) =>
      callPort((limited) => ports.claims.get(id!, { signal: limited }), { clock: ports.clock, signal }),
    ),
    follow: fromCallback<EventObject, ClaimDetailContext>(({ input: { ports, id }, sendBack }) =>
      ports.changes.subscribe('claims', (change) => {
        if (change.id === id) sendBack({ type: 'case.changed', version: change.version });
        // Many at once: this case may be among them, in any version.
        if (change.id === '*') sendBack({ type: 'case.changed', version: Infinity });
      }),
    ),
  },
  guards: {
    hasId: ({ context }) => context.id !== null,
    isNewer: ({ context, event }) => event.type === 'case.changed' && event.version > (context.detail?.row.version ?? 0),
  },
}).createMachine({
  id: 'claim-detail',
  context: ({ input }) => ({ ports: input, id: input.caseId, ...none }),
  initial: 'deciding',
  on: { 'case.opened': { target: '.deciding', actions: assign(({ event }) => ({ id: event.id, ...none })) } },
  states: {
    deciding: { always: [{ guard: 'hasId', target: 'open' }, { target: 'idle' }] },
    idle: {},
    open: {
      initial: 'loading',
      invoke: { src: 'follow', input: ({ context }) => context },
      on: {
        'case.changed': { guard: 'isNewer', target: '.loading' },
        'case.refreshed': '.loading',
      },
      states: {
        loading: {
          invoke: {
            src: 'load',
            input: ({ context }) => context,
            onDone: [
              { guard: ({ event }) => event.output === null, target: 'notFound', actions: assign(none) },
              { target: 'ready', actions: assign(({ event }) => shown(event.output)) },
            ],
            onError: [
              // Who lost the right to see it must not go on seeing it.
              {
                guard: ({ context, event }) => context.detail !== null && !isLost(toPortError(event.error).code),
                target: 'ready',
                actions: assign(({ event }) => ({ code: toPortError(event.error).code })),
              },
              { target: 'failed', actions: assign(({ event }) => ({ ...none, code: toPortError(event.error).code })) },
            ],
          },
        },
        ready: {},
        notFound: {},
        failed: {},
      },
    },
  },
});

const isLost = (code: PortErrorCode): boolean => code === 'denied' || code === 'not-signed-in' || code === 'not-found';
