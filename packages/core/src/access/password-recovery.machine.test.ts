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

function start(secret: string | null, says: readonly (CommandAnswer<null> | Error)[] = [accepted(null)], access: Access | null = null) {
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
      access: access ?? { requestRecovery: say, recover: say },
      policy: async () => accessPolicyDefaults,
      secret,
      ids: countedIds(),
      clock,
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
    assert.deepEqual([view().state, view().canRequest], ['linkNotValid', true]);
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

suite('getting back in', () => {
  test('N6 a backend that can do neither leads to the helpdesk', () => {
    assert.equal(start('the-secret', [], {}).view().state, 'unsupported');
    assert.equal(start(null, [], { recover: async () => accepted(null) }).view().state, 'unsupported');
  });

  test('every transition is walked', () => {
    const untaken = [null, 'the-secret'].map((secret) => {
      const answer = async (): Promise<CommandAnswer<null, never>> => accepted(null);
      const input = {
        ...{ access: { requestRecovery: answer, recover: answer }, policy: async () => accessPolicyDefaults },
        ...{ secret, ids: { uuid: () => 'id', secret: () => '' }, clock: simulatedClock() },
      };
      const events = [
        ...[ask, { ...ask, name: '' }, choose, { ...choose, password: '' }],
        ...[{ type: 'recovery.retried' }, { type: 'recovery.restarted' }],
        ended(passwordRecoveryMachine, 'loadPolicy', { output: accessPolicyDefaults }),
        ended(passwordRecoveryMachine, 'loadPolicy', { error: new Error() }),
        ...[accepted(null), refused('link-not-valid'), refused('password-too-common')].map((output) =>
          ended(passwordRecoveryMachine, 'recover', { output }),
        ),
        ended(passwordRecoveryMachine, 'recover', { error: new Error() }),
        ended(passwordRecoveryMachine, 'request', { output: accepted(null) }),
        ended(passwordRecoveryMachine, 'request', { error: new Error() }),
      ];
      const identity = ({ value, context }: { value: unknown; context: { policy: unknown } }) => JSON.stringify([value, context.policy]);
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
