import { assign, emit, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type CommandAnswer, type Ids, type PortErrorCode } from '../kernel/index.ts';
import type { AccessPort } from './access.port.ts';
import type { AccountState } from './account-state.ts';

/** What the helpdesk's screen needs. */
export interface AccountDeskInput {
  readonly access: Pick<AccessPort, 'findAccounts' | 'unlockAccount' | 'endSessions'>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What the helpdesk can do to an account. */
export type DeskAct = 'unlock' | 'end-sessions';

/** What somebody of the helpdesk does. */
export type AccountDeskEvent =
  | { readonly type: 'search.submitted'; readonly text: string }
  | { readonly type: 'act.chosen'; readonly act: DeskAct; readonly accountId: string }
  /** What could not be had or sent, once more; a command under the same id. */
  | { readonly type: 'desk.retried' };

/** What the machine tells whoever runs it: ids alone. */
export type AccountDeskEmitted =
  | { readonly type: 'account-unlocked'; readonly accountId: string }
  | { readonly type: 'account-sessions-ended'; readonly accountId: string };

interface AccountDeskContext {
  readonly ports: AccountDeskInput;
  readonly text: string;
  readonly isTextMissing: boolean;
  readonly accounts: readonly AccountState[];
  readonly act: { readonly act: DeskAct; readonly accountId: string; readonly commandId: string } | null;
  /** What came of the last act: the act, or the code of why not. */
  readonly outcome: string | null;
  readonly code: PortErrorCode | null;
}

type Answer = CommandAnswer<unknown>;

const statuses: readonly Answer['status'][] = ['accepted', 'refused', 'conflict', 'unknown'];
const none: readonly never[] = [];

/** One person of the helpdesk finds an account, unlocks it, ends its sessions (N6). Nothing is listed without a search. */
export const accountDeskMachine = setup({
  types: {} as { context: AccountDeskContext; events: AccountDeskEvent; input: AccountDeskInput; emitted: AccountDeskEmitted },
  actors: {
    find: fromPromise<readonly AccountState[], AccountDeskContext>(async ({ input: { ports, text }, signal }) => {
      const ask = async (limited: AbortSignal) => ports.access.findAccounts?.({ text, signal: limited });
      const found = await callPort(ask, { clock: ports.clock, signal });
      if (!Array.isArray(found)) throw new PortError('internal');
      return found as readonly AccountState[];
    }),
    perform: fromPromise<Answer, AccountDeskContext>(async ({ input: { ports, act }, signal }) => {
      const { access, clock } = ports;
      const { accountId, commandId } = act!;
      const run = async (limited: AbortSignal): Promise<Answer | undefined> =>
        act!.act === 'unlock'
          ? access.unlockAccount?.({ accountId }, { commandId, signal: limited })
          : access.endSessions?.({ accountId }, { commandId, signal: limited });
      const answer = await callPort(run, { clock, signal });
      if (!answer || !statuses.includes(answer.status)) throw new PortError('internal');
      if (answer.status === 'unknown') throw new PortError('timeout');
      return answer;
    }),
  },
  guards: {
    isTextMissing: ({ event }) => event.type === 'search.submitted' && event.text.trim() === '',
    isActing: ({ context }) => context.act !== null,
  },
  actions: {
    noteText: assign({
      text: ({ context, event }) => (event.type === 'search.submitted' ? event.text : context.text),
      ...{ isTextMissing: false, outcome: null, act: null, code: null },
    }),
    noteAct: assign({
      act: ({ context, event }) =>
        event.type === 'act.chosen' ? { act: event.act, accountId: event.accountId, commandId: context.ports.ids.uuid() } : context.act,
      ...{ outcome: null, code: null },
    }),
    noteFailure: assign({ code: ({ event }) => toPortError((event as unknown as { readonly error: unknown }).error).code }),
  },
}).createMachine({
  id: 'account-desk',
  context: ({ input }) => ({
    ...{ ports: input, text: '', isTextMissing: false, accounts: none, act: null, outcome: null, code: null },
  }),
  initial: 'idle',
  on: {
    'search.submitted': [
      { guard: 'isTextMissing', target: '.idle', actions: assign({ isTextMissing: true, accounts: none, outcome: null, act: null }) },
      { target: '.searching', actions: 'noteText' },
    ],
  },
  states: {
    idle: {},
    searching: {
      invoke: {
        src: 'find',
        input: ({ context }) => context,
        onDone: { target: 'found', actions: assign({ accounts: ({ event }) => event.output, act: null }) },
        onError: { target: 'failed', actions: 'noteFailure' },
      },
    },
    found: { on: { 'act.chosen': { target: 'acting', actions: 'noteAct' } } },
    acting: {
      // What is under way is finished first.
      on: { 'search.submitted': {} },
      invoke: {
        src: 'perform',
        input: ({ context }) => context,
        // Done or refused: what the account is like now is looked at anew.
        onDone: [
          {
            guard: ({ event }) => event.output.status === 'accepted',
            target: 'searching',
            actions: [
              assign({ outcome: ({ context }) => context.act!.act }),
              emit(({ context: { act } }) => ({
                type: act!.act === 'unlock' ? ('account-unlocked' as const) : ('account-sessions-ended' as const),
                accountId: act!.accountId,
              })),
            ],
          },
          {
            target: 'searching',
            actions: assign({ outcome: ({ event: { output } }) => (output.status === 'refused' ? output.code : 'no-such-account') }),
          },
        ],
        onError: { target: 'failed', actions: 'noteFailure' },
      },
    },
    failed: {
      on: {
        'desk.retried': [
          { guard: 'isActing', target: 'acting', actions: assign({ code: null }) },
          { target: 'searching', actions: assign({ code: null }) },
        ],
        'act.chosen': { target: 'acting', actions: 'noteAct' },
      },
    },
  },
});
