import { assign, emit, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type CommandAnswer, type Ids, type PortErrorCode } from '../kernel/index.ts';
import type { AccessPort } from './access.port.ts';

/** What making a new recovery code needs. */
export interface RecoverySettingsInput {
  readonly access: Pick<AccessPort, 'issueRecoveryCode'>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What a person does. */
export type RecoverySettingsEvent =
  | { readonly type: 'code.requested' }
  /** The same once more, under the same command id. */
  | { readonly type: 'code.retried' }
  /** It is written down: it goes from the page. */
  | { readonly type: 'code.noted' };

interface RecoverySettingsContext {
  readonly ports: RecoverySettingsInput;
  readonly commandId: string;
  /** Only while it is shown. */
  readonly issued: string | null;
  readonly code: PortErrorCode | null;
}

type Answer = CommandAnswer<{ readonly code: string | null }>;

/** One person makes a new recovery code (N5), which is shown until it is noted. */
export const recoverySettingsMachine = setup({
  types: {} as {
    context: RecoverySettingsContext;
    events: RecoverySettingsEvent;
    input: RecoverySettingsInput;
    emitted: { readonly type: 'recovery-code-issued' };
  },
  actors: {
    issue: fromPromise<string | null, RecoverySettingsContext>(async ({ input: { ports, commandId }, signal }) => {
      const ask = async (limited: AbortSignal): Promise<Answer | undefined> =>
        ports.access.issueRecoveryCode?.({ commandId, signal: limited });
      const answer = await callPort(ask, { clock: ports.clock, signal });
      if (answer?.status === 'refused') throw new PortError('denied');
      if (answer?.status !== 'accepted') throw new PortError(answer?.status === 'unknown' ? 'timeout' : 'internal');
      return answer.value.code;
    }),
  },
  actions: {
    newCommand: assign({ commandId: ({ context }) => context.ports.ids.uuid(), issued: null, code: null }),
  },
}).createMachine({
  id: 'recovery-settings',
  context: ({ input }) => ({ ports: input, commandId: '', issued: null, code: null }),
  initial: 'idle',
  states: {
    idle: { on: { 'code.requested': { target: 'issuing', actions: 'newCommand' } } },
    issuing: {
      invoke: {
        src: 'issue',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ event }) => event.output !== null,
            target: 'shown',
            actions: [assign({ issued: ({ event }) => event.output }), emit({ type: 'recovery-code-issued' })],
          },
          // Told once, to an answer that was lost: only another one can be shown.
          { target: 'lost' },
        ],
        onError: { target: 'failed', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
      },
    },
    shown: { on: { 'code.noted': { target: 'idle', actions: assign({ issued: null }) } } },
    lost: { on: { 'code.requested': { target: 'issuing', actions: 'newCommand' } } },
    failed: {
      on: {
        'code.retried': 'issuing',
        'code.requested': { target: 'issuing', actions: 'newCommand' },
      },
    },
  },
});
