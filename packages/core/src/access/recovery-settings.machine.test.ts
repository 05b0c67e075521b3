import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { ended, walk } from '../../../../test/kit/chart-walk.ts';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accepted, PortError, refused, type CommandAnswer } from '../kernel/index.ts';
import { recoverySettingsMachine } from './recovery-settings.machine.ts';
import { recoverySettingsFirstView, recoverySettingsView } from './recovery-settings.view.ts';

type Told = CommandAnswer<{ readonly code: string | null }> | Error;

function start(says: readonly Told[], issue?: (signal?: AbortSignal) => Promise<never>) {
  const clock = simulatedClock();
  const calls: string[] = [];
  const say = async ({ commandId }: { commandId: string }) => {
    calls.push(commandId);
    const answer = says[Math.min(calls.length, says.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const issueRecoveryCode = issue ? ({ signal }: { signal?: AbortSignal }) => issue(signal) : say;
  const actor = createActor(recoverySettingsMachine, { input: { access: { issueRecoveryCode }, ids: countedIds(), clock } });
  actor.start();
  return { actor, clock, calls, view: () => recoverySettingsView(actor.getSnapshot()) };
}

suite('recovery settings', () => {
  test('N5 shows a new code until it is noted, and keeps it nowhere after', async () => {
    const { actor, view } = start([accepted({ code: 'abcd-ef01' })]);
    assert.deepEqual(view(), recoverySettingsFirstView);
    actor.send({ type: 'code.requested' });
    await settled();
    assert.deepEqual([view().state, view().issued, view().focus], ['shown', 'abcd-ef01', 'notice']);
    actor.send({ type: 'code.noted' });
    assert.deepEqual([view().state, view().issued, view().focus], ['idle', null, 'make']);
    assert.ok(!JSON.stringify(actor.getSnapshot().context).includes('abcd'));
  });

  test('T23 trying again is the same command; a code whose answer was lost can only be made anew', async () => {
    const { actor, view, calls } = start([new PortError('offline'), accepted({ code: null }), accepted({ code: 'x' })]);
    actor.send({ type: 'code.requested' });
    await settled();
    assert.deepEqual([view().notice, view().code], ['recovery-settings.offline', 'offline']);
    actor.send({ type: 'code.retried' });
    await settled();
    assert.equal(view().notice, 'recovery-settings.lost');
    actor.send({ type: 'code.requested' });
    await settled();
    assert.deepEqual([view().state, calls], ['shown', ['id-1', 'id-1', 'id-2']]);
  });

  test('a refusal is told like what is not possible', async () => {
    const { actor, view } = start([refused('denied')]);
    actor.send({ type: 'code.requested' });
    await settled();
    assert.deepEqual([view().notice, view().code], ['recovery-settings.unavailable', 'denied']);
  });

  for (const { name, code, call } of faults) {
    test(`F17 ends in a named state with a port that ${name}`, async () => {
      const unhandled = await unhandledDuring(async () => {
        const { actor, view, clock } = start([], (signal) => call(signal) as Promise<never>);
        actor.send({ type: 'code.requested' });
        await clock.pass(60_000);
        assert.deepEqual([view().state, view().code], ['failed', code]);
        actor.stop();
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('every transition is walked', () => {
    const input = { access: {}, ids: countedIds(), clock: simulatedClock() };
    const events = [
      ...[{ type: 'code.requested' }, { type: 'code.retried' }, { type: 'code.noted' }],
      ...['a code', null].map((output) => ended(recoverySettingsMachine, 'issue', { output })),
      ended(recoverySettingsMachine, 'issue', { error: new Error() }),
    ];
    const identity = ({ value }: { value: unknown }) => JSON.stringify(value);
    assert.deepEqual(walk(recoverySettingsMachine, { input, events, identity }).untaken, []);
  });
});
