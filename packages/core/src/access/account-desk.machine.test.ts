import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { ended, walk } from '../../../../test/kit/chart-walk.ts';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accepted, PortError, refused, type CommandAnswer } from '../kernel/index.ts';
import { accountDeskMachine, type AccountDeskInput } from './account-desk.machine.ts';
import { accountDeskFirstView, accountDeskView } from './account-desk.view.ts';
import type { AccountState } from './account-state.ts';

const clerk: AccountState = {
  ...{ accountId: 'account:1', displayName: 'Nobody', email: 'n@work.example', roles: ['clerk'], life: 'active' },
  ...{ isLocked: true, lockedUntil: null, isRecoveryLocked: false, sessions: 2, lastSignInAt: null, traces: [] },
};
const search = { type: 'search.submitted', text: 'noura' } as const;
const unlock = { type: 'act.chosen', act: 'unlock', accountId: 'account:1' } as const;
const end = { ...unlock, act: 'end-sessions' } as const;

function start(says: readonly (CommandAnswer<unknown> | Error)[] = [accepted(null)], access: Partial<AccountDeskInput['access']> = {}) {
  const clock = simulatedClock();
  const calls: unknown[] = [];
  const say =
    (method: string) =>
    async (payload: object, { commandId }: { commandId: string }) => {
      calls.push([method, payload, commandId]);
      const answer = says[Math.min(calls.length, says.length) - 1];
      if (answer instanceof Error) throw answer;
      return answer as never;
    };
  const port = { findAccounts: async ({ text }: { text: string }) => (text === 'noura' ? [clerk] : []), ...access };
  const actor = createActor(accountDeskMachine, {
    input: { access: { unlockAccount: say('unlock'), endSessions: say('end'), ...port }, ids: countedIds(), clock },
  });
  const emitted: unknown[] = [];
  actor.on('*', (event) => emitted.push(event));
  actor.start();
  return { actor, clock, calls, emitted, view: () => accountDeskView(actor.getSnapshot()) };
}

suite('account desk', () => {
  test('N6 lists nothing before a search, nor for an empty one', () => {
    const { actor, view } = start();
    assert.deepEqual(view(), accountDeskFirstView);
    actor.send({ ...search, text: ' ' });
    assert.deepEqual([view().state, view().textError, view().focus], ['idle', 'account-desk.textMissing', 'text']);
  });

  test('N6 shows what was found, and says when it was nobody', async () => {
    const { actor, view } = start();
    actor.send(search);
    assert.equal(view().isBusy, true);
    await settled();
    assert.deepEqual([view().state, view().accounts], ['found', [clerk]]);
    actor.send({ ...search, text: 'nobody' });
    await settled();
    assert.deepEqual([view().state, view().accounts, view().focus], ['empty', [], 'notice']);
  });

  for (const [chosen, method, told, event] of [
    [unlock, 'unlock', 'account-desk.unlocked', 'account-unlocked'],
    [end, 'end', 'account-desk.ended', 'account-sessions-ended'],
  ] as const) {
    test(`N6 ${method}: sends one command, tells what came of it, and looks at the account anew`, async () => {
      let looks = 0;
      const { actor, view, calls, emitted } = start([accepted(null)], { findAccounts: async () => ((looks += 1), [clerk]) });
      actor.send(search);
      await settled();
      actor.send(chosen);
      assert.deepEqual([view().acting, view().actingOn], [chosen.act, 'account:1']);
      actor.send(chosen);
      await settled();
      assert.deepEqual(calls, [[method, { accountId: 'account:1' }, 'id-1']]);
      assert.deepEqual([view().state, view().outcome, view().focus, looks], ['found', told, 'notice', 2]);
      assert.deepEqual(emitted, [{ type: event, accountId: 'account:1' }]);
    });
  }

  test('a refusal is told by its code, also one that only this backend knows', async () => {
    for (const [code, told] of [
      ['not-locked', 'account-desk.notLocked'],
      ['denied', 'account-desk.denied'],
      ['no-such-account', 'account-desk.gone'],
    ] as const) {
      const { actor, view, emitted } = start([refused(code)]);
      actor.send(search);
      await settled();
      actor.send(unlock);
      await settled();
      assert.deepEqual([view().outcome, emitted], [told, []]);
    }
  });

  test('T23 trying again is the same command, doing it again another', async () => {
    const { actor, view, calls } = start([new PortError('offline'), { status: 'unknown' }, accepted(null)]);
    actor.send(search);
    await settled();
    actor.send(unlock);
    await settled();
    assert.deepEqual([view().failure, view().code], ['account-desk.offline', 'offline']);
    for (let n = 0; n < 2; n += 1) {
      actor.send({ type: 'desk.retried' });
      await settled();
    }
    actor.send(unlock);
    await settled();
    assert.deepEqual(
      calls.map((call) => (call as string[])[2]),
      ['id-1', 'id-1', 'id-1', 'id-2'],
    );
  });

  for (const { name, code, call } of faults) {
    test(`F17 ends in a named state with a port that ${name}`, async () => {
      const unhandled = await unhandledDuring(async () => {
        const { actor, view, clock } = start([], { findAccounts: ({ signal }) => call(signal) as never });
        actor.send(search);
        await clock.pass(60_000);
        assert.deepEqual([view().state, view().code], ['failed', code]);
        actor.stop();
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('every transition is walked', () => {
    const answer = async (): Promise<never> => Promise.reject(new Error());
    const input = {
      access: { findAccounts: answer, unlockAccount: answer, endSessions: answer },
      ids: countedIds(),
      clock: simulatedClock(),
    };
    const events = [
      ...[search, { ...search, text: '' }, unlock, end, { type: 'desk.retried' }],
      ended(accountDeskMachine, 'find', { output: [clerk] }),
      ended(accountDeskMachine, 'find', { error: new Error() }),
      ...[accepted(null), refused('denied')].map((output) => ended(accountDeskMachine, 'perform', { output })),
      ended(accountDeskMachine, 'perform', { error: new Error() }),
    ];
    const identity = ({ value, context }: { value: unknown; context: { act: { act: string } | null } }) =>
      JSON.stringify([value, context.act?.act]);
    assert.deepEqual(walk(accountDeskMachine, { input, events, identity }).untaken, []);
  });

  test('two views of one snapshot are the same, so that nothing renders twice', async () => {
    const { actor } = start();
    actor.send(search);
    await settled();
    const [one, two] = [accountDeskView(actor.getSnapshot()), accountDeskView(actor.getSnapshot())];
    for (const key of Object.keys(one) as (keyof typeof one)[]) assert.ok(Object.is(one[key], two[key]), key);
  });
});
