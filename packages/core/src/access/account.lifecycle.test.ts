import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { transition } from 'xstate';
import { sharedEvents, walk } from '../../../../test/kit/chart-walk.ts';
import { accessPolicyDefaults, type AccessPolicy } from './access.policy.ts';
import { accountLifecycle, decideAccount, newAccount, registeredAccount } from './account.lifecycle.ts';
import { attemptsLeft, isLocked, lockedUntil, maySignIn, proofsLeft, type AccountEvent } from './account.rules.ts';
import { accountSchema, type Account } from './account.schema.ts';

const policy: AccessPolicy = accessPolicyDefaults;
const MINUTE = 60_000;
type Fact<Event = AccountEvent> = Event extends unknown ? Omit<Event, 'at' | 'policy'> : never;
type Step = Fact & { readonly at?: number; readonly policy?: AccessPolicy };

/** Applies each event in turn; a refused one changes nothing. Answers the account and what was said to each. */
function live(account: Account, steps: readonly Step[]): { account: Account; said: readonly string[] } {
  const said: string[] = [];
  let at = 0;
  for (const step of steps) {
    at = step.at ?? at + 1;
    const decision = decideAccount(account, { policy, ...step, at });
    said.push(decision.accepted ? 'accepted' : decision.code);
    if (decision.accepted) account = decision.next;
  }
  return { account, said };
}

const attempt: Step = { type: 'sign-in.attempted' };
const times = (n: number, step: Step): readonly Step[] => Array.from({ length: n }, () => step);

suite('account', () => {
  test('N4 locks on the fourth failure and not before, and looks at no fifth password', () => {
    const three = live(newAccount('active'), times(3, attempt)).account;
    assert.deepEqual([isLocked(three, policy, 3), attemptsLeft(three, policy, 3)], [false, 1]);
    const { account, said } = live(newAccount('active'), times(6, attempt));
    assert.deepEqual(said, ['accepted', 'accepted', 'accepted', 'accepted', 'locked', 'locked']);
    assert.deepEqual([isLocked(account, policy, 6), attemptsLeft(account, policy, 6)], [true, 0]);
  });

  test('N4 a right password at the last attempt opens, although reserving it had locked', () => {
    const { account, said } = live(newAccount('active'), [...times(4, attempt), { type: 'sign-in.succeeded', reservedAt: 4 }]);
    assert.equal(said.at(-1), 'accepted');
    assert.deepEqual(account, newAccount('active'));
  });

  test('N4 a success resets the count', () => {
    const { account } = live(newAccount('active'), [
      ...times(3, attempt),
      { type: 'sign-in.succeeded', reservedAt: 3 },
      ...times(3, attempt),
    ]);
    assert.equal(attemptsLeft(account, policy, 9), 1);
  });

  test('N4 a success that was never reserved opens no lock', () => {
    const { said } = live(newAccount('active'), [...times(4, attempt), { type: 'sign-in.succeeded', reservedAt: 5 }]);
    assert.equal(said.at(-1), 'locked');
  });

  test('N4 T21 of two hundred parallel guesses four are looked at', () => {
    const { said } = live(newAccount('active'), times(200, attempt));
    assert.equal(said.filter((word) => word === 'accepted').length, 4);
  });

  test('N5 a finished recovery unlocks and zeroes', () => {
    const { account } = live(newAccount('active'), [...times(4, attempt), { type: 'recovery.completed' }]);
    assert.deepEqual(account, newAccount('active'));
  });

  const proof: Step = { type: 'recovery.attempted' };

  test('N5 a code or an answer may be tried while the sign-in is locked, four times and not once more', () => {
    const { account, said } = live(newAccount('active'), [...times(4, attempt), ...times(5, proof)]);
    assert.deepEqual(said.slice(4), ['accepted', 'accepted', 'accepted', 'accepted', 'locked']);
    assert.deepEqual([isLocked(account, policy, 9), proofsLeft(account, policy)], [true, 0]);
    assert.deepEqual(live(account, [{ type: 'recovery.completed' }]).account, newAccount('active'));
    assert.deepEqual(live(account, [{ type: 'account.unlocked' }]).account, newAccount('active'));
  });

  test('N4 N5 a wrong code or answer counts at the sign-in too, where the fourth failure of all locks', () => {
    const { account } = live(newAccount('active'), [...times(2, attempt), ...times(2, proof)]);
    assert.deepEqual([isLocked(account, policy, 5), proofsLeft(account, policy)], [true, 2]);
  });

  test('N5 a right password gives no tries at codes and answers back; the helpdesk does', () => {
    const guessed = live(newAccount('active'), [...times(3, proof), { type: 'sign-in.succeeded', reservedAt: 3 }, proof]).account;
    assert.deepEqual([isLocked(guessed, policy, 6), attemptsLeft(guessed, policy, 6), proofsLeft(guessed, policy)], [false, 3, 0]);
    assert.deepEqual(live(guessed, [{ type: 'account.unlocked' }]).said, ['accepted']);
  });

  test('N6 the helpdesk ends a lock, and hears when there is none', () => {
    assert.deepEqual(live(newAccount('active'), [{ type: 'account.unlocked' }]).said, ['not-locked']);
    assert.deepEqual(live(newAccount('active'), [...times(4, attempt), { type: 'account.unlocked' }]).account, newAccount('active'));
  });

  test('N8 an account waits for activation, and is locked by guesses like any other', () => {
    const waiting = live(newAccount('pending-activation'), times(4, attempt)).account;
    assert.deepEqual([isLocked(waiting, policy, 4), maySignIn(waiting)], [true, false]);
    const activated = live(waiting, [{ type: 'account.activated' }]).account;
    assert.deepEqual([isLocked(activated, policy, 5), maySignIn(activated)], [true, true], 'activation is no way round a lock');
  });

  test('N8 who waits is activated or refused, once; who is refused never signs in', () => {
    const refusedLife = live(newAccount('pending-activation'), [{ type: 'account.refused' }]).account;
    assert.deepEqual([refusedLife.value.life, maySignIn(refusedLife)], ['refused', false]);
    for (const type of ['account.activated', 'account.refused', 'account.reinstated'] as const)
      assert.deepEqual(live(refusedLife, [{ type }]).said, ['not-in-this-state']);
    assert.deepEqual(live(newAccount('active'), [{ type: 'account.refused' }]).said, ['not-in-this-state']);
  });

  test('N7 what was tried under a name stays counted when somebody registers under it', () => {
    const tried = live(newAccount('active'), times(2, attempt)).account;
    const waiting = registeredAccount(tried);
    assert.deepEqual([attemptsLeft(waiting, policy, 3), maySignIn(waiting)], [2, false]);
  });

  test('a lock of minutes is over at its instant, not one millisecond before, and the count begins anew', () => {
    const fifteen = { ...policy, lockMinutes: 15 };
    const locked = live(newAccount('active'), times(4, { ...attempt, policy: fifteen })).account;
    const until = 4 + 15 * MINUTE;
    assert.equal(lockedUntil(locked, fifteen), until);
    assert.equal(isLocked(locked, fifteen, until - 1), true);
    assert.equal(isLocked(locked, fifteen, until), false);
    assert.equal(attemptsLeft(locked, fifteen, until), 4);
    const after = live(locked, [{ ...attempt, at: until, policy: fifteen }]).account;
    assert.equal(attemptsLeft(after, fifteen, until), 3);
  });

  test('a stricter policy leaves one attempt, a milder one opens no lock', () => {
    const two = live(newAccount('active'), times(2, attempt)).account;
    const strict = { ...policy, maxAttempts: 1 };
    assert.equal(attemptsLeft(two, strict, 3), 1);
    assert.equal(isLocked(live(two, [{ ...attempt, policy: strict }]).account, strict, 3), true);
    const locked = live(newAccount('active'), times(4, attempt)).account;
    assert.equal(isLocked(locked, { ...policy, maxAttempts: 10 }, 5), true);
  });
});

suite('account chart', () => {
  const facts: readonly Fact[] = [
    { type: 'sign-in.attempted' },
    { type: 'sign-in.succeeded', reservedAt: 1 },
    { type: 'sign-in.succeeded', reservedAt: 2 },
    { type: 'recovery.attempted' },
    { type: 'recovery.completed' },
    { type: 'account.unlocked' },
    { type: 'account.activated' },
    { type: 'account.refused' },
    { type: 'account.suspended' },
    { type: 'account.reinstated' },
    { type: 'account.deactivated' },
  ];
  const events = facts.map((fact) => ({ ...fact, at: 1, policy }));

  test('every transition is walked', () => {
    assert.deepEqual(walk(accountLifecycle.chart, { events }).untaken, []);
  });

  test('each event is decided by one region', () => {
    assert.deepEqual(sharedEvents(accountLifecycle.chart), []);
  });

  test('no transition asks for an effect, and every reached record is a valid one', () => {
    const { snapshots } = walk(accountLifecycle.chart, { events });
    assert.equal(snapshots.length, 125, 'five lives, each with zero to three failures or locked, and zero to four wrong codes or answers');
    for (const snapshot of snapshots) {
      accountSchema.parse({ lifecycleVersion: 1, value: snapshot.value, context: snapshot.context });
      for (const event of events) assert.deepEqual(transition(accountLifecycle.chart, snapshot as never, event)[1], []);
    }
  });

  // Kept by hand: what each state says to each event. Blank: refused with 'not-in-this-state'.
  const table: Readonly<Record<string, Readonly<Partial<Record<AccountEvent['type'], string>>>>> = {
    'pending-activation/open': {
      'sign-in.attempted': 'pending-activation/open',
      'sign-in.succeeded': 'pending-activation/open',
      'recovery.attempted': 'pending-activation/open',
      'recovery.completed': 'pending-activation/open',
      'account.unlocked': '!not-locked',
      'account.activated': 'active/open',
      'account.refused': 'refused/open',
      'account.deactivated': 'deactivated/open',
    },
    'pending-activation/locked': {
      'sign-in.attempted': '!locked',
      'sign-in.succeeded': '!locked',
      'recovery.attempted': 'pending-activation/locked',
      'recovery.completed': 'pending-activation/open',
      'account.unlocked': 'pending-activation/open',
      'account.activated': 'active/locked',
      'account.refused': 'refused/locked',
      'account.deactivated': 'deactivated/locked',
    },
    'active/open': {
      'sign-in.attempted': 'active/open',
      'sign-in.succeeded': 'active/open',
      'recovery.attempted': 'active/open',
      'recovery.completed': 'active/open',
      'account.unlocked': '!not-locked',
      'account.suspended': 'suspended/open',
      'account.deactivated': 'deactivated/open',
    },
    'active/locked': {
      'sign-in.attempted': '!locked',
      'sign-in.succeeded': '!locked',
      'recovery.attempted': 'active/locked',
      'recovery.completed': 'active/open',
      'account.unlocked': 'active/open',
      'account.suspended': 'suspended/locked',
      'account.deactivated': 'deactivated/locked',
    },
    'suspended/open': {
      'sign-in.attempted': 'suspended/open',
      'sign-in.succeeded': 'suspended/open',
      'recovery.attempted': 'suspended/open',
      'recovery.completed': 'suspended/open',
      'account.unlocked': '!not-locked',
      'account.reinstated': 'active/open',
      'account.deactivated': 'deactivated/open',
    },
    'suspended/locked': {
      'sign-in.attempted': '!locked',
      'sign-in.succeeded': '!locked',
      'recovery.attempted': 'suspended/locked',
      'recovery.completed': 'suspended/open',
      'account.unlocked': 'suspended/open',
      'account.reinstated': 'active/locked',
      'account.deactivated': 'deactivated/locked',
    },
    'deactivated/open': {
      'sign-in.attempted': 'deactivated/open',
      'sign-in.succeeded': 'deactivated/open',
      'recovery.attempted': 'deactivated/open',
      'recovery.completed': 'deactivated/open',
      'account.unlocked': '!not-locked',
    },
    'deactivated/locked': {
      'sign-in.attempted': '!locked',
      'sign-in.succeeded': '!locked',
      'recovery.attempted': 'deactivated/locked',
      'recovery.completed': 'deactivated/open',
      'account.unlocked': 'deactivated/open',
    },
  };

  test('the chart says what the table says', () => {
    const said = Object.fromEntries(
      Object.keys(table).map((state) => {
        const [life, lock] = state.split('/') as [Account['value']['life'], Account['value']['lock']];
        const context = lock === 'locked' ? { failures: 4, lockedAt: 1 } : { failures: 0, lockedAt: null };
        const answers = facts
          .filter((fact) => fact.type !== 'sign-in.succeeded' || fact.reservedAt === 2)
          .map(({ type, ...more }) => {
            const decision = decideAccount({ lifecycleVersion: 1, value: { life, lock }, context }, {
              type,
              ...more,
              at: 2,
              policy,
            } as never);
            return [type, decision.accepted ? `${decision.next.value.life}/${decision.next.value.lock}` : `!${decision.code}`] as const;
          });
        return [state, Object.fromEntries(answers.filter(([, answer]) => answer !== '!not-in-this-state'))];
      }),
    );
    assert.deepEqual(said, table);
  });
});

suite('account against a reference', () => {
  interface Past {
    readonly account: Account;
    readonly history: readonly { readonly type: string; readonly at: number }[];
    readonly at: number;
    /** When the last attempt was reserved; -1: none was. */
    readonly reserved: number;
  }
  const birth: Past = { account: newAccount('active'), history: [], at: 0, reserved: -1 };

  /** Written over the history instead of a state: how long is the run of attempts that nothing proved right, since when is it too long? */
  function reference({ history, at }: Past, { maxAttempts, lockMinutes }: AccessPolicy) {
    let run: number[] = [];
    let since = Infinity;
    const isOver = (now: number): boolean => lockMinutes !== null && now - since >= lockMinutes * MINUTE;
    for (const event of history) {
      if (event.type !== 'sign-in.attempted' || isOver(event.at)) [run, since] = [[], Infinity];
      if (event.type === 'sign-in.attempted') run.push(event.at);
      if (run.length >= maxAttempts) since = event.at;
    }
    return { run, since, locked: since < Infinity && !isOver(at) };
  }

  const kinds = ['attempt', 'succeed', 'succeed-unreserved', 'recover', 'unlock', 'wait'] as const;

  /** One event on the chart and on the reference: answers what is then, after comparing what both said. */
  function step(past: Past, kind: (typeof kinds)[number], own: AccessPolicy, pause = 1): Past {
    const now: Past = { ...past, at: past.at + pause };
    if (kind === 'wait') return { ...now, at: now.at + (own.lockMinutes ?? 1) * MINUTE };
    const { locked, run, since } = reference(now, own);
    assert.equal(isLocked(now.account, own, now.at), locked);
    if (!locked) assert.equal(attemptsLeft(now.account, own, now.at), own.maxAttempts - (since < Infinity ? 0 : run.length));
    const said = {
      attempt: ['sign-in.attempted', locked ? 'locked' : null],
      succeed: ['sign-in.succeeded', locked && past.reserved < 0 ? 'locked' : null],
      'succeed-unreserved': ['sign-in.succeeded', locked ? 'locked' : null],
      recover: ['recovery.completed', null],
      unlock: ['account.unlocked', locked ? null : 'not-locked'],
    } as const;
    const [type, expected] = said[kind];
    const reservedAt = kind === 'succeed' && past.reserved >= 0 ? past.reserved : now.at;
    const decision = decideAccount(now.account, { type, reservedAt, at: now.at, policy: own });
    assert.equal(decision.accepted ? null : decision.code, expected, JSON.stringify([kind, past]));
    if (!decision.accepted) return now;
    const history = [...now.history, { type, at: now.at }];
    return { account: decision.next, history, at: now.at, reserved: kind === 'attempt' ? now.at : now.reserved };
  }

  test('T22 all sequences of eight events, under limits of one to four, with and without an end of the lock by time', () => {
    for (const lockMinutes of [null, 5]) {
      for (const maxAttempts of [1, 2, 3, 4]) {
        const own = { ...policy, lockMinutes, maxAttempts };
        // Pasts that no later event can tell apart are followed once: the times that matter are those since now.
        const same = (past: Past): string => {
          const { run, since } = reference(past, own);
          const { context, value } = past.account;
          const reserved = past.reserved < 0 ? null : past.at - past.reserved;
          return JSON.stringify([value, context.failures, past.at - (context.lockedAt ?? Infinity), run.length, past.at - since, reserved]);
        };
        let pasts: readonly Past[] = [birth];
        for (let length = 1; length <= 8; length += 1) {
          const next = pasts.flatMap((past) => kinds.map((kind) => step(past, kind, own)));
          pasts = [...new Map(next.map((past) => [same(past), past])).values()];
        }
        assert.ok(pasts.length > 8);
      }
    }
  });

  test('T22 sequences of up to eight events at any times', () => {
    const event = fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(1, MINUTE - 1, MINUTE, MINUTE + 1));
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        fc.option(fc.integer({ min: 1, max: 3 })),
        (events, maxAttempts, lockMinutes) => {
          const own = { ...policy, maxAttempts, lockMinutes };
          events.reduce((past, [kind, pause]) => step(past, kind, own, pause), birth);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
