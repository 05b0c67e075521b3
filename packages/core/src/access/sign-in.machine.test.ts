import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { ended, walk } from '../../../../test/kit/chart-walk.ts';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accessPolicyDefaults, type RecoveryMethod } from './access.policy.ts';
import type { AccessPort, SignInAnswer } from './access.port.ts';
import { signInMachine, type SignInEmitted, type SignInInput } from './sign-in.machine.ts';
import { signInView } from './sign-in.view.ts';

const subject = {
  accountId: 'account:1',
  organisationId: 'org:1',
  displayName: 'N',
  roles: ['clerk'],
  providerIds: [],
  payerIds: [],
} as const;
const session = { sessionId: 'session:1', subject, startedAt: 0, endsAt: 1 };
const answers = {
  signedIn: { status: 'signed-in', session },
  wrong: { status: 'wrong-credentials', attemptsLeft: 3 },
  last: { status: 'wrong-credentials', attemptsLeft: 1 },
  locked: { status: 'locked', until: null },
  lockedUntil: { status: 'locked', until: 900_000 },
  notActive: { status: 'not-active' },
} satisfies Record<string, SignInAnswer>;
const secret = 'correct horse battery';
const submitted = { type: 'credentials.submitted', name: 'noura', password: secret } as const;

interface Setup extends Partial<SignInInput> {
  readonly says?: readonly SignInAnswer[];
}

/** A sign-in over a port that says these answers, one after the other. */
function start({ says = [answers.wrong], ...input }: Setup = {}) {
  const clock = simulatedClock();
  const calls: { name: string; password: string; signal: AbortSignal | undefined }[] = [];
  const signIn: AccessPort['signIn'] = async ({ name, password }, options) => {
    calls.push({ name, password, signal: options?.signal });
    return says[Math.min(calls.length, says.length) - 1] as SignInAnswer;
  };
  const recovery: readonly RecoveryMethod[] = ['email-link'];
  const actor = createActor(signInMachine, {
    input: { signIn, policy: async () => accessPolicyDefaults, recovery, helpdesk: null, rehearsal: true, clock, ...input },
  });
  const emitted: SignInEmitted[] = [];
  actor.on('*', (event) => emitted.push(event));
  actor.start();
  return { actor, clock, calls, emitted, view: () => signInView(actor.getSnapshot()) };
}

suite('sign in', () => {
  test('N4 tells how many tries are left without saying which field was wrong', async () => {
    const { actor, view } = start({ says: [answers.wrong, answers.last] });
    actor.send(submitted);
    assert.deepEqual([view().state, view().isBusy], ['verifying', true]);
    await settled();
    assert.deepEqual([view().state, view().notice, view().attemptsLeft, view().focus], ['failed', 'sign-in.failed', 3, 'password']);
    assert.deepEqual([view().nameError, view().passwordError], [null, null]);
    actor.send(submitted);
    await settled();
    assert.equal(view().attemptsLeft, 1);
  });

  test('N4 N5 N6 a locked account is offered the ways back that policy and backend share, and the helpdesk', async () => {
    const { actor, view } = start({ says: [answers.locked] });
    actor.send(submitted);
    await settled();
    assert.deepEqual(view().recovery, ['email-link'], 'the policy wants recovery codes too, but this backend has none');
    assert.deepEqual([view().state, view().notice, view().showsHelpdesk, view().until], ['locked', 'sign-in.locked', true, null]);
  });

  test('N4 a lock that ends by itself says when', async () => {
    const { actor, view } = start({ says: [answers.lockedUntil] });
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().notice, view().until], ['sign-in.lockedUntil', 900_000]);
  });

  test('N5 a forgotten password is told to whoever can show the way', () => {
    const { actor, emitted } = start();
    actor.send({ type: 'recovery.chosen', method: 'email-link' });
    assert.deepEqual(emitted, [{ type: 'recovery-chosen', method: 'email-link' }]);
  });

  test('N8 an account that waits for activation is told so, with the helpdesk', async () => {
    const { actor, view } = start({ says: [answers.notActive] });
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().state, view().showsHelpdesk], ['notActive', true]);
  });

  test('signs in and says who, by id', async () => {
    const { actor, view, emitted } = start({ says: [answers.signedIn] });
    actor.send(submitted);
    await settled();
    assert.equal(view().state, 'signedIn');
    assert.deepEqual(emitted, [{ type: 'signed-in', accountId: 'account:1' }]);
  });

  test('the password is in no snapshot after the call, whatever came of it', async () => {
    const says = Object.values(answers);
    for (const answer of [...says, null]) {
      const { actor } = start(answer ? { says: [answer] } : { signIn: () => Promise.reject(new Error()) });
      actor.send(submitted);
      assert.doesNotMatch(JSON.stringify(actor.getSnapshot().context), new RegExp(secret));
      await settled();
      const { children, context } = actor.getSnapshot();
      assert.doesNotMatch(JSON.stringify([context, actor.getPersistedSnapshot(), Object.keys(children)]), new RegExp(secret));
    }
  });

  test('missing fields are told at the field and cost no attempt', () => {
    const { actor, calls, view } = start();
    actor.send({ ...submitted, name: ' ', password: '' });
    assert.deepEqual([view().nameError, view().passwordError, view().focus], ['sign-in.nameMissing', 'sign-in.passwordMissing', 'name']);
    actor.send({ ...submitted, password: '' });
    assert.deepEqual([view().nameError, view().passwordError, view().focus], [null, 'sign-in.passwordMissing', 'password']);
    assert.equal(calls.length, 0);
  });

  test('T23 a second Enter while the first is under way costs no second attempt', async () => {
    const { actor, calls } = start();
    actor.send(submitted);
    actor.send(submitted);
    await settled();
    assert.equal(calls.length, 1);
  });

  test('cancelling breaks off the call, and a late answer is not heard', async () => {
    let answer = (_: SignInAnswer): void => undefined;
    let signal: AbortSignal | undefined;
    const { actor, view, emitted } = start({
      signIn: (_, options) => ((signal = options?.signal), new Promise((resolve) => (answer = resolve))),
    });
    actor.send(submitted);
    actor.send({ type: 'sign-in.cancelled' });
    assert.deepEqual([view().state, view().name, signal?.aborted], ['idle', 'noura', true]);
    answer(answers.signedIn);
    await settled();
    assert.deepEqual([view().state, emitted], ['idle', []]);
  });

  test('says that it is practice where nothing is enforced', () => {
    assert.equal(start({ rehearsal: true }).view().isRehearsal, true);
    assert.equal(start({ rehearsal: false }).view().isRehearsal, false);
  });

  test('without a policy the form works and only the helpdesk is offered', async () => {
    const { actor, view } = start({ policy: () => Promise.reject(new Error()), says: [answers.locked] });
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().state, view().recovery, view().showsHelpdesk], ['locked', [], true]);
  });

  for (const { name, code, call } of faults) {
    test(`F17 ends in a named state with a port that ${name}`, async () => {
      const unhandled = await unhandledDuring(async () => {
        const { actor, view, clock } = start({ signIn: (_, options) => call(options?.signal), policy: call });
        actor.send(submitted);
        await clock.pass(60_000);
        assert.deepEqual([view().state, view().code], ['unavailable', code]);
        assert.equal(clock.waits(), 0);
        actor.send(submitted);
        assert.equal(view().state, 'verifying', 'and can be tried again');
        actor.stop();
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('N4 N6 at a lock the helpdesk is named as the directory knows it, and asked for no earlier', async () => {
    let asked = 0;
    const phone = { country: 'AE', kind: 'phone', value: '+971 4 555 0100' } as const;
    const { actor, view } = start({ says: [answers.wrong, answers.locked], helpdesk: async () => ((asked += 1), [phone]) });
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().helpdesk, asked], [[], 0]);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().state, view().showsHelpdesk, view().helpdesk], ['locked', true, [phone]]);
  });

  test('N6 a directory that does not answer takes nothing away', async () => {
    const { actor, view } = start({ says: [answers.locked], helpdesk: () => Promise.reject(new Error()) });
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().state, view().notice, view().helpdesk], ['locked', 'sign-in.locked', []]);
  });

  test('every transition is walked', () => {
    const output = (value: unknown) => ended(signInMachine, 'verify', { output: value });
    const { untaken } = walk(signInMachine, {
      input: {
        signIn: async () => answers.wrong,
        policy: async () => accessPolicyDefaults,
        recovery: [],
        helpdesk: null,
        rehearsal: false,
        clock: simulatedClock(),
      },
      events: [
        submitted,
        { type: 'credentials.submitted', name: 'noura', password: '' } as { type: string },
        { type: 'sign-in.cancelled' },
        { type: 'sign-in.restarted' },
        { type: 'recovery.chosen', method: 'email-link' } as { type: string },
        ...Object.values(answers).map(output),
        ended(signInMachine, 'verify', { error: new Error() }),
        ...['locked', 'notActive'].flatMap((state) => [
          { type: `xstate.done.actor.0.sign-in.${state}`, output: [] },
          { type: `xstate.error.actor.0.sign-in.${state}`, error: new Error() },
        ]),
        ended(signInMachine, 'loadRecovery', { output: ['email-link'] }),
        ended(signInMachine, 'loadRecovery', { error: new Error() }),
      ],
      identity: ({ value, context }) => JSON.stringify([value, context.missing, context.offered]),
    });
    assert.deepEqual(untaken, []);
  });

  test('two views of one snapshot are the same, so that nothing renders twice', async () => {
    const { actor } = start({ says: [answers.locked] });
    actor.send(submitted);
    await settled();
    const [one, two] = [signInView(actor.getSnapshot()), signInView(actor.getSnapshot())];
    for (const key of Object.keys(one) as (keyof typeof one)[]) assert.ok(Object.is(one[key], two[key]), key);
  });
});
