import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { ActivationForm, activationQueueMachine } from './activation-queue.machine.ts';
import type { activationQueueMessages } from './activation-queue.messages.ts';
import type { PendingAccount } from './registration.rules.ts';

type Key<Names extends string> = Extract<keyof typeof activationQueueMessages, `activation-queue.${Names}`>;

/** What the helpdesk's queue shows. */
export interface ActivationQueueView {
  readonly state: 'loading' | 'ready' | 'answering' | 'failed';
  readonly isBusy: boolean;
  readonly rows: readonly PendingAccount[];
  /** How many wait in all; null until it is known. */
  readonly total: number | null;
  readonly form: ActivationForm | null;
  readonly formError: Key<'bindingMissing' | 'bindingUnknown' | 'reasonMissing'> | null;
  /** What came of the last answer. */
  readonly outcome: Key<'activated' | 'refused' | 'notPending' | 'denied'> | null;
  readonly failure: Key<'offline' | 'busy' | 'notForYou' | 'unavailable'> | null;
  readonly focus: 'notice' | 'answer' | null;
  /** Why it was not possible, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function activationQueueView({ value, context }: SnapshotFrom<typeof activationQueueMachine>): ActivationQueueView {
  const { rows, total, form, isMissing, outcome, code } = context;
  const isFailed = value === 'failed';
  const isSettled = value === 'ready' || isFailed;
  // What is wrong with the field is told there.
  const ofField = form?.outcome === 'activate' && outcome !== null ? (bindingErrors[outcome] ?? null) : null;
  const told = isSettled && outcome !== null && ofField === null ? (outcomes[outcome] ?? 'activation-queue.notPending') : null;
  const missing = form?.outcome === 'refuse' ? 'activation-queue.reasonMissing' : 'activation-queue.bindingMissing';
  return {
    state: value,
    isBusy: value === 'loading' || value === 'answering',
    rows,
    total,
    form,
    formError: isMissing ? missing : ofField,
    outcome: told,
    failure: isFailed ? failureOf(code) : null,
    focus: isFailed || told !== null ? 'notice' : form !== null ? 'answer' : null,
    code: isFailed ? code : null,
  };
}

const outcomes: Readonly<Record<string, ActivationQueueView['outcome']>> = {
  activate: 'activation-queue.activated',
  refuse: 'activation-queue.refused',
  denied: 'activation-queue.denied',
};

const bindingErrors: Readonly<Record<string, 'activation-queue.bindingMissing' | 'activation-queue.bindingUnknown'>> = {
  'binding-missing': 'activation-queue.bindingMissing',
  'binding-unknown': 'activation-queue.bindingUnknown',
};

function failureOf(code: PortErrorCode | null): ActivationQueueView['failure'] {
  if (code === 'offline') return 'activation-queue.offline';
  if (code === 'rate-limited') return 'activation-queue.busy';
  return code === 'denied' ? 'activation-queue.notForYou' : 'activation-queue.unavailable';
}
