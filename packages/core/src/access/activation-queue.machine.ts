import { assign, emit, fromCallback, fromPromise, type EventObject } from 'xstate';
import {
  callPort,
  PortError,
  setup,
  toPortError,
  type ChangesPort,
  type Clock,
  type CommandAnswer,
  type Ids,
  type PortErrorCode,
} from '../kernel/index.ts';
import type { AccessPort } from './access.port.ts';
import type { RegistrationRole } from './access.policy.ts';
import { bindingIssue, bindingOf, type Binding, type PendingAccount, type RefusalReason } from './registration.rules.ts';

/** What the helpdesk's queue needs. */
export interface ActivationQueueInput {
  readonly access: Pick<AccessPort, 'pendingAccounts' | 'activateAccount' | 'refuseAccount'>;
  readonly changes: ChangesPort;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** A provider or payer that was chosen, with its numbers in one line; '' where there are none. */
export interface ChosenParty {
  readonly id: string;
  readonly name: string;
  readonly numbers: string;
}

/** An answer that is being given: for whom the account works, as chosen and as typed, or why it is refused. */
export type ActivationForm =
  | { readonly outcome: 'activate'; readonly accountId: string; readonly chosen: readonly ChosenParty[]; readonly typed: string }
  | { readonly outcome: 'refuse'; readonly accountId: string; readonly reason: RefusalReason | null };

/** What somebody of the helpdesk does. */
export type ActivationQueueEvent =
  | { readonly type: 'answer.opened'; readonly accountId: string; readonly outcome: ActivationForm['outcome'] }
  | { readonly type: 'party.chosen'; readonly party: ChosenParty }
  | { readonly type: 'party.removed'; readonly id: string }
  /** Ids that were typed, and what else stands in the field: whether it is known is for the backend to say. */
  | { readonly type: 'binding.changed'; readonly typed: string }
  | { readonly type: 'reason.chosen'; readonly reason: RefusalReason | null }
  | { readonly type: 'answer.closed' }
  | { readonly type: 'answer.sent' }
  | { readonly type: 'queue.refreshed' };

type News = { readonly type: 'accounts.changed' };

/** What the machine tells whoever runs it: ids alone. */
export type ActivationQueueEmitted = { readonly type: 'account-activated' | 'account-refused'; readonly accountId: string };

interface ActivationQueueContext {
  readonly ports: ActivationQueueInput;
  readonly rows: readonly PendingAccount[];
  readonly total: number | null;
  readonly form: ActivationForm | null;
  readonly isMissing: boolean;
  readonly commandId: string;
  /** What came of the last answer: what was done, or the code of why not. */
  readonly outcome: string | null;
  readonly code: PortErrorCode | null;
}

type Answer = CommandAnswer<null>;
type List = Awaited<ReturnType<NonNullable<AccessPort['pendingAccounts']>>>;

const statuses: readonly Answer['status'][] = ['accepted', 'refused', 'conflict', 'unknown'];
const none: readonly never[] = [];

const begun = (accountId: string, outcome: ActivationForm['outcome']): ActivationForm =>
  outcome === 'activate' ? { outcome, accountId, chosen: none, typed: '' } : { outcome, accountId, reason: null };

type Activation = Extract<ActivationForm, { readonly outcome: 'activate' }>;

const boundBy = (role: RegistrationRole, { chosen, typed }: Activation): Binding =>
  bindingOf(
    role,
    typed,
    chosen.map(({ id }) => id),
  );

function isMissing({ form, rows }: ActivationQueueContext): boolean {
  const role = rows.find(({ accountId }) => accountId === form?.accountId)?.role;
  if (form === null || role === undefined) return true;
  return form.outcome === 'refuse' ? form.reason === null : bindingIssue(role, boundBy(role, form)) !== null;
}

const changed = { isMissing: false, outcome: null } as const;

/** The answer with other parties, which is another command. */
function boundAnew(
  { form, ports }: ActivationQueueContext,
  change: (form: Activation) => Partial<Pick<Activation, 'chosen' | 'typed'>>,
): Partial<ActivationQueueContext> {
  return form?.outcome === 'activate' ? { ...changed, form: { ...form, ...change(form) }, commandId: ports.ids.uuid() } : {};
}

/** N8: who registered waits here until the helpdesk activates, or refuses with a reason. */
export const activationQueueMachine = setup({
  types: {} as {
    context: ActivationQueueContext;
    events: ActivationQueueEvent | News;
    input: ActivationQueueInput;
    emitted: ActivationQueueEmitted;
  },
  actors: {
    list: fromPromise<List, ActivationQueueContext>(async ({ input: { ports }, signal }) => {
      const ask = async (limited: AbortSignal) => ports.access.pendingAccounts?.({ signal: limited });
      const found = await callPort(ask, { clock: ports.clock, signal });
      if (!Array.isArray(found?.rows)) throw new PortError('internal');
      return found as List;
    }),
    answer: fromPromise<Answer, ActivationQueueContext>(async ({ input: { ports, rows, form, commandId }, signal }) => {
      const { role } = rows.find(({ accountId }) => accountId === form!.accountId)!;
      const run = async (limited: AbortSignal): Promise<Answer | undefined> => {
        const meta = { commandId, signal: limited };
        const { accountId } = form!;
        return form!.outcome === 'activate'
          ? ports.access.activateAccount?.({ accountId, ...boundBy(role, form!) }, meta)
          : ports.access.refuseAccount?.({ accountId, reason: form!.reason! }, meta);
      };
      const answer = await callPort(run, { clock: ports.clock, signal });
      if (!answer || !statuses.includes(answer.status)) throw new PortError('internal');
      if (answer.status === 'unknown') throw new PortError('timeout');
      return answer;
    }),
    news: fromCallback<EventObject, ActivationQueueInput>(({ input, sendBack }) =>
      input.changes.subscribe('accounts', () => sendBack({ type: 'accounts.changed' })),
    ),
  },
  guards: {
    isMissing: ({ context }) => isMissing(context),
    isKnown: ({ context, event }) => event.type === 'answer.opened' && context.rows.some(({ accountId }) => accountId === event.accountId),
  },
  actions: {
    noteFailure: assign({ code: ({ event }) => toPortError((event as unknown as { readonly error: unknown }).error).code }),
  },
}).createMachine({
  id: 'activation-queue',
  context: ({ input }) => ({
    ...{ ports: input, rows: none, total: null, form: null, isMissing: false, commandId: '', outcome: null, code: null },
  }),
  invoke: { src: 'news', input: ({ context }) => context.ports },
  initial: 'loading',
  on: {
    'queue.refreshed': { target: '.loading', actions: assign({ code: null, outcome: null }) },
    'accounts.changed': '.loading',
    'answer.opened': {
      guard: 'isKnown',
      // What is sent under an id stays: another answer is another command.
      actions: assign(({ context, event }) => ({
        form: begun(event.accountId, event.outcome),
        commandId: context.ports.ids.uuid(),
        ...{ isMissing: false, outcome: null },
      })),
    },
    'binding.changed': {
      actions: assign(({ context, event: { typed } }) => boundAnew(context, () => ({ typed }))),
    },
    'party.chosen': {
      actions: assign(({ context, event: { party } }) =>
        boundAnew(context, ({ chosen }) => ({ chosen: [...chosen.filter(({ id }) => id !== party.id), party], typed: '' })),
      ),
    },
    'party.removed': {
      actions: assign(({ context, event }) => boundAnew(context, ({ chosen }) => ({ chosen: chosen.filter(({ id }) => id !== event.id) }))),
    },
    'reason.chosen': {
      actions: assign(({ context: { form, ports }, event: { reason } }) =>
        form?.outcome === 'refuse' ? { ...changed, form: { ...form, reason }, commandId: ports.ids.uuid() } : {},
      ),
    },
    'answer.closed': { actions: assign({ form: null, isMissing: false }) },
    'answer.sent': [{ guard: 'isMissing', actions: assign({ isMissing: true }) }, { target: '.answering' }],
  },
  states: {
    loading: {
      invoke: {
        src: 'list',
        input: ({ context }) => context,
        onDone: {
          target: 'ready',
          actions: assign(({ context: { form }, event: { output } }) => ({
            ...{ rows: output.rows, total: output.total, code: null },
            // Somebody else may have answered meanwhile.
            form: form && output.rows.some(({ accountId }) => accountId === form.accountId) ? form : null,
          })),
        },
        onError: { target: 'failed', actions: 'noteFailure' },
      },
    },
    ready: {},
    answering: {
      entry: assign({ code: null, outcome: null, isMissing: false }),
      // What is under way is finished first.
      on: {
        ...{ 'answer.opened': {}, 'answer.closed': {}, 'answer.sent': {}, 'binding.changed': {}, 'reason.chosen': {} },
        ...{ 'party.chosen': {}, 'party.removed': {} },
        ...{ 'queue.refreshed': {}, 'accounts.changed': {} },
      },
      invoke: {
        src: 'answer',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ event }) => event.output.status === 'accepted',
            target: 'loading',
            actions: [
              emit(({ context: { form } }) => ({
                type: form!.outcome === 'activate' ? ('account-activated' as const) : ('account-refused' as const),
                accountId: form!.accountId,
              })),
              assign(({ context: { form } }) => ({ outcome: form!.outcome, form: null })),
            ],
          },
          {
            target: 'loading',
            // What was refused is answered so again under its id, whatever has changed meanwhile.
            actions: assign(({ context: { ports }, event: { output } }) => ({
              outcome: output.status === 'refused' ? output.code : 'not-pending',
              commandId: ports.ids.uuid(),
            })),
          },
        ],
        onError: { target: 'failed', actions: 'noteFailure' },
      },
    },
    failed: {},
  },
});
