import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { ended, walk } from '../../../../test/kit/chart-walk.ts';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accepted, PortError, refused, type CommandAnswer } from '../kernel/index.ts';
import { accessPolicyDefaults } from './access.policy.ts';
import { passwordRecoveryMachine, type PasswordRecoveryInput } from './password-recovery.machine.ts';
import { passwordRecoveryView } from './password-recovery.view.ts';

type Access = PasswordRecoveryInput['access'];
const good = 'four words nobody joins';
const choose = { type: 'password.submitted', password: good } as const;
const ask = { type: 'name.submitted', name: 'noura' } as const;

type Told = CommandAnswer<null | { readonly nextCode: string | null }>;

function start(
  secret: string | null,
  says: readonly (Told | Error)[] = [accepted(null)],
  access: Access | null = null,
  more: Partial<Pick<PasswordRecoveryInput, 'methods' | 'method' | 'policy'>> = {},
) {
  const clock = simulatedClock();
  const calls: { readonly payload: object; readonly commandId: string }[] = [];
  const say = async (payload: object, { commandId }: { commandId: string }) => {
    calls.push({ payload, commandId });
    const answer = says[Math.min(calls.length, says.length) - 1];
    if (answer instanceof Error) throw answer;
    return answer as never;
  };
  const actor = createActor(passwordRecoveryMachine, {
    input: {
      access: access ?? {
        ...{ requestRecovery: say, recover: say, recoverWithCode: say, recoverWithAnswer: say },
        recoveryQuestion: async () => ({ question: 'first-street' }),
      },
      ...{ methods: ['email-link'], method: null },
      policy: async () => accessPolicyDefaults,
      secret,
      ids: countedIds(),
      clock,
      ...more,
    },
  });
  const emitted: string[] = [];
  actor.on('*', ({ type }) => emitted.push(type));
  actor.start();
  return { actor, clock, calls, emitted, view: () => passwordRecoveryView(actor.getSnapshot()) };
}

suite('asking for a link', () => {
  test('N5 is answered the same whatever the backend says of the name', async () => {
    const views = [];
    for (const answer of [accepted(null), refused('no-such-account'), { status: 'conflict', present: null } as const]) {
      const { actor, view, emitted } = start(null, [answer]);
      actor.send(ask);
      assert.equal(view().isBusy, true);
      await settled();
      views.push(view());
      assert.deepEqual(emitted, ['recovery-requested']);
    }
    assert.deepEqual(views[1], views[0]);
    assert.deepEqual(views[2], views[0]);
    assert.deepEqual([views[0]?.state, views[0]?.linkMinutes], ['sent', 10]);
  });

  test('an empty name is told at the field and asks nobody', () => {
    const { actor, view, calls } = start(null);
    actor.send({ ...ask, name: ' ' });
    assert.deepEqual([view().state, view().nameError, view().focus], ['asking', 'password-recovery.nameMissing', 'name']);
    assert.equal(calls.length, 0);
  });

  test('T23 trying again is the same command, asking anew is another', async () => {
    const { actor, view, calls } = start(null, [new PortError('offline'), accepted(null)]);
    actor.send(ask);
    await settled();
    assert.deepEqual([view().failure, view().code], ['password-recovery.offline', 'offline']);
    actor.send({ type: 'recovery.retried' });
    await settled();
    actor.send({ type: 'recovery.restarted' });
    actor.send(ask);
    await settled();
    assert.deepEqual(
      calls.map(({ commandId }) => commandId),
      ['id-1', 'id-1', 'id-2'],
    );
  });
});

suite('redeeming a link', () => {
  test('tells the rules before anything is typed', async () => {
    const { view } = start('the-secret');
    await settled();
    assert.deepEqual([view().state, view().minLength, view().maxLength], ['choosing', 12, 256]);
  });

  test('N5 sets the password with the secret of the link', async () => {
    const { actor, view, calls, emitted } = start('the-secret');
    actor.send(choose);
    await settled();
    assert.deepEqual(calls, [{ payload: { secret: 'the-secret', password: good }, commandId: 'id-1' }]);
    assert.deepEqual([view().state, emitted], ['done', ['password-recovered']]);
  });

  test('a password that cannot be used is told without sending it', async () => {
    const { actor, view, calls } = start('the-secret');
    await settled();
    actor.send({ ...choose, password: 'short' });
    assert.deepEqual([view().passwordError, view().focus, calls.length], ['password-recovery.tooShort', 'password', 0]);
    actor.send({ ...choose, password: 'x'.repeat(257) });
    assert.equal(view().passwordError, 'password-recovery.tooLong');
  });

  test('what the backend refuses is told by its code, a code of its own by a general text', async () => {
    const { actor, view } = start('the-secret', [refused('password-too-common'), refused('contains-the-name')]);
    actor.send(choose);
    await settled();
    assert.deepEqual([view().state, view().passwordError], ['choosing', 'password-recovery.tooCommon']);
    actor.send(choose);
    await settled();
    assert.equal(view().passwordError, 'password-recovery.refused');
  });

  test('N5 a link that does not work leads to asking for a new one', async () => {
    const { actor, view } = start('the-secret', [refused('link-not-valid')]);
    actor.send(choose);
    await settled();
    assert.deepEqual([view().state, view().canRestart], ['linkNotValid', true]);
    actor.send({ type: 'recovery.restarted' });
    assert.equal(view().state, 'asking');
  });

  test('T23 a lost answer is asked for again under the same id, with the very same password', async () => {
    const { actor, view, calls } = start('the-secret', [new PortError('timeout'), { status: 'unknown' }, accepted(null)]);
    actor.send(choose);
    await settled();
    assert.equal(view().failure, 'password-recovery.unavailable');
    actor.send({ type: 'recovery.retried' });
    await settled();
    actor.send({ type: 'recovery.retried' });
    await settled();
    assert.equal(view().state, 'done');
    assert.deepEqual(new Set(calls.map((call) => JSON.stringify(call))).size, 1);
  });

  test('another password is another command', async () => {
    const { actor, calls } = start('the-secret', [refused('password-too-common'), accepted(null)]);
    actor.send(choose);
    await settled();
    actor.send({ ...choose, password: `${good} indeed` });
    await settled();
    assert.deepEqual(
      calls.map(({ commandId }) => commandId),
      ['id-1', 'id-2'],
    );
  });

  test('password and secret are in no snapshot once the backend has answered', async () => {
    for (const answer of [accepted(null), refused('link-not-valid')]) {
      const { actor } = start('the-secret', [answer]);
      actor.send(choose);
      await settled();
      const { secret, password } = actor.getSnapshot().context;
      assert.deepEqual([secret, password], [null, null]);
    }
    const { actor } = start('the-secret', [refused('password-too-common')]);
    actor.send(choose);
    await settled();
    assert.equal(actor.getSnapshot().context.password, null);
  });

  for (const { name, code, call } of faults) {
    test(`F17 ends in a named state with a port that ${name}`, async () => {
      const unhandled = await unhandledDuring(async () => {
        const faulty = (_: unknown, { signal }: { signal?: AbortSignal }) => call(signal);
        const { actor, view, clock } = start('the-secret', [], { recover: faulty, requestRecovery: faulty });
        actor.send(choose);
        await clock.pass(60_000);
        assert.notEqual(view().failure, null);
        assert.equal(view().code, code);
        actor.stop();
      });
      assert.deepEqual(unhandled, []);
    });
  }
});

const all = ['email-link', 'recovery-code', 'secret-question'] as const;
const prove = { type: 'proof.submitted', proof: '0123-4567', password: good } as const;
const policy = async () => ({ ...accessPolicyDefaults, recovery: all });

suite('choosing a way', () => {
  test('N5 the ways are those that policy names and the backend can carry out; a chosen one that is not among them is not taken', async () => {
    const { view } = start(null, [], null, { methods: all, method: 'secret-question' });
    assert.equal(view().method, 'secret-question');
    await settled();
    assert.deepEqual([view().methods, view().method], [['email-link', 'recovery-code'], 'email-link']);
  });

  test('N5 a policy that names none leads to the helpdesk', async () => {
    const { view } = start(null, [], null, { policy: async () => ({ ...accessPolicyDefaults, recovery: [] }) });
    await settled();
    assert.deepEqual([view().state, view().canRestart], ['unsupported', false]);
  });
});

suite('a recovery code', () => {
  const opened = async (says: readonly (Told | Error)[]) => {
    const started = start(null, says, null, { methods: all, method: 'recovery-code', policy });
    await settled();
    started.actor.send(ask);
    return started;
  };

  test('N5 goes with the name and the new password, and the one that takes its place is shown', async () => {
    const { actor, view, calls, emitted } = await opened([accepted({ nextCode: 'abcd-ef01' })]);
    assert.equal(view().state, 'proving');
    actor.send(prove);
    assert.equal(view().isBusy, true);
    await settled();
    assert.deepEqual(calls, [{ payload: { name: 'noura', code: '0123-4567', password: good }, commandId: 'id-2' }]);
    assert.deepEqual([view().state, view().nextCode, view().nextCodeText], ['done', 'abcd-ef01', 'password-recovery.nextCode']);
    assert.deepEqual(emitted, ['password-recovered']);
    assert.ok(!JSON.stringify(actor.getSnapshot().context).includes('0123-4567'), 'the used code is kept nowhere');
  });

  test('N5 says so when the next code was told before, as after a lost answer', async () => {
    const { actor, view } = await opened([new PortError('timeout'), accepted({ nextCode: null })]);
    actor.send(prove);
    await settled();
    actor.send({ type: 'recovery.retried' });
    await settled();
    assert.deepEqual([view().state, view().nextCode, view().nextCodeText], ['done', null, 'password-recovery.nextCodeGone']);
  });

  test('N4 N5 a wrong one tells the tries that are left; after the last another way can be chosen', async () => {
    const { actor, view } = await opened([refused('proof-not-valid', { attemptsLeft: 3 }), refused('locked')]);
    actor.send(prove);
    await settled();
    assert.deepEqual([view().state, view().proofError, view().attemptsLeft], ['proving', 'password-recovery.proofWrong', 3]);
    assert.equal(view().focus, 'proof');
    actor.send(prove);
    await settled();
    assert.deepEqual([view().state, view().focus], ['locked', 'notice']);
    actor.send({ type: 'recovery.restarted' });
    actor.send({ type: 'method.chosen', method: 'email-link' });
    assert.deepEqual([view().state, view().method, view().name], ['asking', 'email-link', 'noura']);
  });

  test('what is missing or cannot be used is told at its field and sent to nobody', async () => {
    const { actor, view, calls } = await opened([]);
    actor.send({ ...prove, proof: ' ' });
    assert.deepEqual([view().proofError, view().focus], ['password-recovery.codeMissing', 'proof']);
    actor.send({ ...prove, password: 'short' });
    assert.deepEqual([view().proofError, view().passwordError, view().focus], [null, 'password-recovery.tooShort', 'password']);
    assert.equal(calls.length, 0);
  });
});

suite('a secret question', () => {
  test('N5 is asked for by name, and its answer goes with the new password', async () => {
    const { actor, view, calls } = start(null, [accepted(null)], null, { methods: all, method: 'secret-question', policy });
    await settled();
    actor.send(ask);
    assert.deepEqual([view().state, view().isBusy], ['asking', true]);
    await settled();
    assert.deepEqual([view().state, view().question], ['proving', 'recovery.question.first-street']);
    actor.send({ ...prove, proof: '' });
    assert.equal(view().proofError, 'password-recovery.answerMissing');
    actor.send({ ...prove, proof: 'Main Street' });
    await settled();
    assert.deepEqual(calls[0]?.payload, { name: 'noura', answer: 'Main Street', password: good });
    assert.deepEqual([view().state, view().nextCodeText], ['done', null]);
  });

  test('that cannot be had can be asked for again, or another way chosen', async () => {
    const { actor, view } = start(
      null,
      [],
      { recoveryQuestion: () => Promise.reject(new PortError('offline')) },
      {
        ...{ methods: all, policy },
        method: 'secret-question',
      },
    );
    await settled();
    actor.send(ask);
    await settled();
    assert.deepEqual([view().state, view().failure], ['asking', 'password-recovery.offline']);
    actor.send({ type: 'method.chosen', method: 'recovery-code' });
    assert.deepEqual([view().failure, view().method], [null, 'recovery-code']);
  });
});

suite('getting back in', () => {
  test('N6 a backend that can do neither leads to the helpdesk', () => {
    assert.equal(start('the-secret', [], {}, { methods: [] }).view().state, 'unsupported');
    assert.equal(start(null, [], { recover: async () => accepted(null) }, { methods: [] }).view().state, 'unsupported');
  });

  test('every transition is walked', () => {
    const untaken = [null, 'the-secret'].map((secret) => {
      const answer = async (): Promise<CommandAnswer<never, never>> => ({ status: 'unknown' });
      const access = { requestRecovery: answer, recover: answer, recoverWithCode: answer, recoverWithAnswer: answer };
      const input = {
        ...{ access, policy: async () => accessPolicyDefaults, methods: all, method: null },
        ...{ secret, ids: { uuid: () => 'id', secret: () => '' }, clock: simulatedClock() },
      };
      const questioned = { ...accessPolicyDefaults, recovery: all };
      const none = { ...accessPolicyDefaults, recovery: [] };
      const events = [
        ...[ask, { ...ask, name: '' }, choose, { ...choose, password: '' }],
        ...[prove, { ...prove, proof: '' }, { ...prove, password: '' }],
        ...all.map((method) => ({ type: 'method.chosen', method })),
        ...[{ type: 'recovery.retried' }, { type: 'recovery.restarted' }],
        ...[questioned, none].map((output) => ended(passwordRecoveryMachine, 'loadPolicy', { output })),
        ended(passwordRecoveryMachine, 'loadPolicy', { error: new Error() }),
        ended(passwordRecoveryMachine, 'loadQuestion', { output: 'first-street' }),
        ended(passwordRecoveryMachine, 'loadQuestion', { error: new Error() }),
        ...[accepted(null), refused('link-not-valid'), refused('password-too-common'), refused('locked')].map((output) =>
          ended(passwordRecoveryMachine, 'recover', { output }),
        ),
        ended(passwordRecoveryMachine, 'recover', { error: new Error() }),
        ended(passwordRecoveryMachine, 'request', { output: accepted(null) }),
        ended(passwordRecoveryMachine, 'request', { error: new Error() }),
      ];
      const identity = ({ value, context }: { value: unknown; context: Record<string, unknown> }) =>
        JSON.stringify([value, context['policy'], context['method'], context['secret']]);
      return walk(passwordRecoveryMachine, { input, events, identity }).untaken;
    });
    // Reached only without the port's methods, which the test above takes.
    const both = untaken[0]?.filter((name) => untaken[1]?.includes(name));
    assert.deepEqual(both, ['password-recovery.starting: always[2]']);
  });

  test('two views of one snapshot are the same, so that nothing renders twice', async () => {
    const { actor } = start('the-secret', [refused('password-too-common')]);
    actor.send(choose);
    await settled();
    const [one, two] = [passwordRecoveryView(actor.getSnapshot()), passwordRecoveryView(actor.getSnapshot())];
    for (const key of Object.keys(one) as (keyof typeof one)[]) assert.ok(Object.is(one[key], two[key]), key);
  });
});
