import { assign, setup } from 'xstate';
import { decide, guardsOf, type Decision, type Lifecycle } from '../kernel/index.ts';
import { accountRules, failuresAt, type AccountContext, type AccountEvent, type AccountRefusal } from './account.rules.ts';
import type { Account } from './account.schema.ts';

const chart = setup({
  types: {} as { context: AccountContext; events: AccountEvent },
  guards: guardsOf(accountRules),
  actions: {
    countFailure: assign({ failures: ({ context }) => failuresAt(context) + 1, lockedAt: null }),
    lock: assign({ failures: ({ context }) => failuresAt(context) + 1, lockedAt: ({ event }) => event.at }),
    countProof: assign({ recoveryFailures: ({ context }) => (context.recoveryFailures ?? 0) + 1 }),
    zero: assign({ failures: 0, lockedAt: null }),
    zeroProofs: assign({ recoveryFailures: 0 }),
  },
}).createMachine({
  id: 'account',
  context: { failures: 0, lockedAt: null, recoveryFailures: 0 },
  type: 'parallel',
  states: {
    life: {
      initial: 'pending-activation',
      states: {
        'pending-activation': {
          on: { 'account.activated': 'active', 'account.refused': 'refused', 'account.deactivated': 'deactivated' },
        },
        active: { on: { 'account.suspended': 'suspended', 'account.deactivated': 'deactivated' } },
        suspended: { on: { 'account.reinstated': 'active', 'account.deactivated': 'deactivated' } },
        deactivated: {},
        refused: {},
      },
    },
    // Whatever the life: guesses at an account that is not active yet must not be free.
    lock: {
      initial: 'open',
      on: {
        'sign-in.attempted': [
          { guard: 'isLastAttempt', target: '.locked', actions: 'lock' },
          { guard: 'mayAttempt', target: '.open', actions: 'countFailure' },
        ],
        'sign-in.succeeded': { guard: 'maySucceed', target: '.open', actions: 'zero' },
        'recovery.attempted': [
          { guard: 'mayProveWhileLocked', actions: 'countProof' },
          { guard: 'isLastAttemptByProof', target: '.locked', actions: ['lock', 'countProof'] },
          { guard: 'mayProve', target: '.open', actions: ['countFailure', 'countProof'] },
        ],
        'recovery.completed': { target: '.open', actions: ['zero', 'zeroProofs'] },
        'account.unlocked': { guard: 'mayUnlock', target: '.open', actions: ['zero', 'zeroProofs'] },
      },
      states: { open: {}, locked: {} },
    },
  },
});

/**
 * The life of an account (N4, N6, N8). A sign-in is two events: `sign-in.attempted` reserves the attempt as a failure, refused with
 * `locked`; after the password proved right `sign-in.succeeded` gives all failures back. A wrong password needs no second event.
 * Only a proven password, a finished recovery or the helpdesk end a lock. `recovery.attempted` reserves a try at a code or an answer the
 * same way; only `recovery.completed` or the helpdesk give those back.
 */
export const accountLifecycle: Lifecycle<typeof chart, AccountRefusal> = { chart, rules: accountRules };

/** An account at its beginning: registered and waiting for the helpdesk (N8), or made by the helpdesk as active. */
export function newAccount(life: 'pending-activation' | 'active'): Account {
  return { lifecycleVersion: 1, value: { life, lock: 'open' }, context: { failures: 0, lockedAt: null, recoveryFailures: 0 } };
}

/** The life of a name that was tried before somebody registered under it (N7): what is wrong about its lock stays, so that no count tells that it is new. */
export const registeredAccount = ({ value: { lock }, context }: Account): Account => ({
  lifecycleVersion: 1,
  value: { life: 'pending-activation', lock },
  context,
});

/** Decides one event over one account. */
export function decideAccount(account: Account, event: AccountEvent): AccountDecision {
  const decision: Decision<Account['value'], Account['context'], AccountRefusal> = decide(accountLifecycle, account, event);
  return decision.accepted ? { accepted: true, next: { lifecycleVersion: 1, ...decision.next } } : decision;
}

/** The account to store next, or the code of the rule that said no. */
export type AccountDecision =
  { readonly accepted: true; readonly next: Account } | { readonly accepted: false; readonly code: AccountRefusal | 'not-in-this-state' };
