import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accepted, PortError, refused, type CommandAnswer } from '../kernel/index.ts';
import { activationQueueMachine, type ActivationQueueEmitted } from './activation-queue.machine.ts';
import { activationQueueView } from './activation-queue.view.ts';
import type { PendingAccount } from './registration.rules.ts';

const pending = (accountId: string, role: PendingAccount['role'] = 'clerk'): PendingAccount => ({
  ...{ accountId, displayName: 'Layla', email: 'layla@clinic.example', phone: '', role, requestedAt: 1 },
  ...{ providerNumber: '47', providerName: 'Noor' },
});

type Told = CommandAnswer<null, never> | Error;

async function start(lists: readonly (readonly PendingAccount[] | Error)[], says: readonly Told[] = [accepted(null)]) {
  const clock = simulatedClock();
  const calls: unknown[] = [];
  const told: ActivationQueueEmitted[] = [];
  let [asked, listed] = [0, 0];
  let tell = (): void => undefined;
  const say = async (what: unknown) => {
    calls.push(what);
    const answer = says[Math.min((asked += 1), says.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const access = {
    pendingAccounts: async () => {
      const rows = lists[Math.min((listed += 1), lists.length) - 1]!;
      if (rows instanceof Error) throw rows;
      return { rows, total: rows.length };
    },
    activateAccount: (request: object, { commandId }: { commandId: string }) => say({ ...request, commandId }),
    refuseAccount: (request: object, { commandId }: { commandId: string }) => say({ ...request, commandId }),
  };
  const changes = {
    subscribe: (_topic: string, listener: (change: never) => void) => {
      tell = () => listener({} as never);
      return () => undefined;
    },
  };
  const actor = createActor(activationQueueMachine, { input: { access, changes, ids: countedIds(), clock } });
  actor.on('*', (event) => told.push(event));
  actor.start();
  await settled();
  return { actor, calls, told, tell: () => tell(), view: () => activationQueueView(actor.getSnapshot()) };
}

suite('activation queue', () => {
  test('N8 activates for whom was chosen, each once, and for ids that were typed; what was removed is not bound', async () => {
    const { actor, calls, view } = await start([[pending('a')], []]);
    const party = (id: string) => ({ id, name: 'Clinic', numbers: '' });
    actor.send({ type: 'answer.opened', accountId: 'a', outcome: 'activate' });
    for (const id of ['provider:a', 'provider:b', 'provider:a']) actor.send({ type: 'party.chosen', party: party(id) });
    actor.send({ type: 'binding.changed', typed: 'provider:c' });
    assert.deepEqual(view().form, {
      ...{ outcome: 'activate', accountId: 'a', typed: 'provider:c' },
      chosen: [party('provider:b'), party('provider:a')],
    });
    actor.send({ type: 'party.removed', id: 'provider:b' });
    actor.send({ type: 'answer.sent' });
    await settled();
    assert.deepEqual(calls, [{ accountId: 'a', providerIds: ['provider:a', 'provider:c'], payerIds: [], commandId: 'id-6' }]);
  });

  test('N8 who is not known is told at the field, until something else is chosen; the same again is another command', async () => {
    const { actor, calls, view } = await start([[pending('a')]], [refused('binding-unknown') as never]);
    actor.send({ type: 'answer.opened', accountId: 'a', outcome: 'activate' });
    actor.send({ type: 'binding.changed', typed: 'Sunrise' });
    for (let n = 0; n < 2; n += 1) {
      actor.send({ type: 'answer.sent' });
      await settled();
      assert.deepEqual([view().formError, view().outcome, view().focus], ['activation-queue.bindingUnknown', null, 'answer']);
    }
    const [first, second] = calls.map((call) => (call as { commandId: string }).commandId);
    assert.notEqual(first, second);
    actor.send({ type: 'party.chosen', party: { id: 'provider:a', name: 'Clinic', numbers: '' } });
    assert.deepEqual([view().formError, view().form], [null, { ...view().form, typed: '' }]);
  });

  test('N8 activates for the ids that were typed, and tells the id alone', async () => {
    const { actor, calls, told, view } = await start([[pending('a'), pending('b')], [pending('b')]]);
    actor.send({ type: 'answer.opened', accountId: 'a', outcome: 'activate' });
    actor.send({ type: 'binding.changed', typed: 'provider:a, provider:b' });
    actor.send({ type: 'answer.sent' });
    actor.send({ type: 'answer.sent' });
    await settled();
    assert.deepEqual(calls, [{ accountId: 'a', providerIds: ['provider:a', 'provider:b'], payerIds: [], commandId: 'id-2' }]);
    assert.deepEqual(told, [{ type: 'account-activated', accountId: 'a' }]);
    assert.deepEqual([view().outcome, view().total, view().form, view().focus], ['activation-queue.activated', 1, null, 'notice']);
  });

  test('N8 nothing is sent without an id or a reason', async () => {
    const { actor, calls, view } = await start([[pending('a', 'claims-center')]]);
    actor.send({ type: 'answer.sent' });
    actor.send({ type: 'answer.opened', accountId: 'a', outcome: 'activate' });
    actor.send({ type: 'answer.sent' });
    assert.equal(view().formError, 'activation-queue.bindingMissing');
    actor.send({ type: 'answer.opened', accountId: 'a', outcome: 'refuse' });
    actor.send({ type: 'answer.sent' });
    assert.deepEqual([view().formError, calls.length], ['activation-queue.reasonMissing', 0]);
    actor.send({ type: 'reason.chosen', reason: 'has-account' });
    actor.send({ type: 'answer.sent' });
    await settled();
    assert.deepEqual(calls, [{ accountId: 'a', reason: 'has-account', commandId: 'id-3' }]);
  });

  test('T23 the same answer after an outage is the same command, a changed one is another', async () => {
    const { actor, calls, view } = await start([[pending('a')]], [new PortError('offline'), { status: 'unknown' }, accepted(null)]);
    actor.send({ type: 'answer.opened', accountId: 'a', outcome: 'refuse' });
    actor.send({ type: 'reason.chosen', reason: 'has-account' });
    for (let n = 0; n < 2; n += 1) {
      actor.send({ type: 'answer.sent' });
      await settled();
    }
    assert.equal(view().failure, 'activation-queue.unavailable');
    actor.send({ type: 'reason.chosen', reason: 'details-wrong' });
    actor.send({ type: 'answer.sent' });
    await settled();
    assert.deepEqual(
      calls.map((call) => (call as { commandId: string }).commandId),
      ['id-2', 'id-2', 'id-3'],
    );
  });

  test('what somebody else answered leaves the queue, with its form', async () => {
    const { actor, tell, view } = await start([[pending('a'), pending('b')], [pending('b')], []]);
    actor.send({ type: 'answer.opened', accountId: 'a', outcome: 'refuse' });
    tell();
    await settled();
    assert.deepEqual([view().rows.map(({ accountId }) => accountId), view().form], [['b'], null]);
  });

  test('a refusal is told, and the list looked at anew', async () => {
    const { actor, told, view } = await start([[pending('a')], []], [refused('not-pending') as never]);
    actor.send({ type: 'answer.opened', accountId: 'a', outcome: 'refuse' });
    actor.send({ type: 'reason.chosen', reason: 'has-account' });
    actor.send({ type: 'answer.sent' });
    await settled();
    assert.deepEqual([view().outcome, view().total, told], ['activation-queue.notPending', 0, []]);
  });

  test('F17 a list that cannot be had is told, and asked for again', async () => {
    const { actor, view } = await start([new PortError('denied'), [pending('a')]]);
    assert.deepEqual([view().failure, view().code, view().focus], ['activation-queue.notForYou', 'denied', 'notice']);
    actor.send({ type: 'queue.refreshed' });
    await settled();
    assert.deepEqual([view().state, view().total, view().failure], ['ready', 1, null]);
  });
});
