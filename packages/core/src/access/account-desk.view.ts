import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { AccountState } from './account-state.ts';
import type { accountDeskMachine, DeskAct } from './account-desk.machine.ts';
import type { accountDeskMessages } from './account-desk.messages.ts';

type Key<Names extends string> = Extract<keyof typeof accountDeskMessages, `account-desk.${Names}`>;

/** What the helpdesk's screen shows. */
export interface AccountDeskView {
  readonly state: 'idle' | 'searching' | 'found' | 'empty' | 'acting' | 'failed';
  readonly isBusy: boolean;
  /** The text as it was last searched for. */
  readonly text: string;
  readonly textError: Key<'textMissing'> | null;
  readonly accounts: readonly AccountState[];
  /** What came of the last act. */
  readonly outcome: Key<'unlocked' | 'ended' | 'notLocked' | 'gone' | 'denied'> | null;
  readonly failure: Key<'offline' | 'busy' | 'refused' | 'unavailable'> | null;
  /** What is being done, and to whom. */
  readonly acting: DeskAct | null;
  readonly actingOn: string | null;
  readonly focus: 'text' | 'notice' | null;
  /** Why it was not possible, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

/** What is shown before anything was searched for: the same as of a machine that has only begun. */
export const accountDeskFirstView: AccountDeskView = {
  state: 'idle',
  isBusy: false,
  text: '',
  textError: null,
  accounts: [],
  outcome: null,
  failure: null,
  acting: null,
  actingOn: null,
  focus: null,
  code: null,
};

/** Pure: a snapshot of the machine to what is shown. */
export function accountDeskView({ value, context }: SnapshotFrom<typeof accountDeskMachine>): AccountDeskView {
  const isEmpty = value === 'found' && context.accounts.length === 0;
  const isSettled = value === 'found' || value === 'failed';
  return {
    state: isEmpty ? 'empty' : value,
    isBusy: value === 'searching' || value === 'acting',
    text: context.text,
    textError: value === 'idle' && context.isTextMissing ? 'account-desk.textMissing' : null,
    accounts: context.accounts,
    outcome: isSettled && context.outcome !== null ? (outcomes[context.outcome] ?? 'account-desk.gone') : null,
    failure: value === 'failed' ? failureOf(context.code) : null,
    acting: value === 'acting' ? (context.act?.act ?? null) : null,
    actingOn: value === 'acting' ? (context.act?.accountId ?? null) : null,
    focus: value === 'failed' || isEmpty || (isSettled && context.outcome !== null) ? 'notice' : context.isTextMissing ? 'text' : null,
    code: value === 'failed' ? context.code : null,
  };
}

const outcomes: Readonly<Record<string, AccountDeskView['outcome']>> = {
  unlock: 'account-desk.unlocked',
  'end-sessions': 'account-desk.ended',
  'not-locked': 'account-desk.notLocked',
  denied: 'account-desk.denied',
};

function failureOf(code: PortErrorCode | null): AccountDeskView['failure'] {
  if (code === 'offline') return 'account-desk.offline';
  if (code === 'rate-limited') return 'account-desk.busy';
  return code === 'denied' ? 'account-desk.refused' : 'account-desk.unavailable';
}
