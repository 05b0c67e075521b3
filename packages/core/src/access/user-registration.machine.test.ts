import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accepted, PortError, refused, type CommandAnswer } from '../kernel/index.ts';
import { accessPolicyDefaults } from './access.policy.ts';
import type { Registration } from './registration.rules.ts';
import { userRegistrationMachine } from './user-registration.machine.ts';
import { userRegistrationView } from './user-registration.view.ts';

type Told = CommandAnswer<null, 'registration-not-valid'> | Error;

const entry = {
  ...{ displayName: 'Layla', email: 'layla@clinic.example', phone: '04 555 0100', locale: 'en' },
  ...{ providerNumber: '47', providerName: 'Noor', name: 'layla', password: 'a kettle of fish on Sunday' },
};
const submitted = { type: 'registration.submitted', entry } as const;

async function start(says: readonly Told[], policy: () => Promise<typeof accessPolicyDefaults> = async () => accessPolicyDefaults) {
  const clock = simulatedClock();
  const calls: { readonly asked: Registration; readonly commandId: string }[] = [];
  const register = async (asked: Registration, { commandId }: { commandId: string }) => {
    calls.push({ asked, commandId });
    const answer = says[Math.min(calls.length, says.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const actor = createActor(userRegistrationMachine, { input: { access: { register }, policy, ids: countedIds(), clock } });
  actor.start();
  await settled();
  return { actor, calls, view: () => userRegistrationView(actor.getSnapshot()) };
}

suite('user registration', () => {
  test('N7 sends what was typed once, and keeps nothing of it after', async () => {
    const { actor, calls, view } = await start([accepted(null)]);
    actor.send(submitted);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().state, view().notice, view().focus], ['sent', 'user-registration.sent', 'notice']);
    assert.deepEqual([calls.length, calls[0]!.asked], [1, { ...entry, role: 'clerk' }]);
    assert.ok(!JSON.stringify(actor.getSnapshot().context).includes(entry.password));
  });

  test('N7 whoever comes after finds an empty form, and registers by a command of its own', async () => {
    const { actor, calls, view } = await start([accepted(null)]);
    actor.send({ type: 'registration.left' });
    for (let n = 0; n < 2; n += 1) {
      actor.send(submitted);
      await settled();
      actor.send({ type: 'registration.left' });
    }
    assert.deepEqual([view().state, view().notice, view().focus], ['editing', null, null]);
    assert.equal(new Set(calls.map(({ commandId }) => commandId)).size, 2);
  });

  test('N7 asks the backend nothing while a field is wrong; the first of them has the focus', async () => {
    const { actor, calls, view } = await start([accepted(null)]);
    actor.send({ type: 'registration.submitted', entry: { ...entry, email: 'layla', password: 'short' } });
    assert.deepEqual(view().issues, { email: 'not-valid', password: 'password-too-short' });
    assert.deepEqual([view().focus, calls.length], ['email', 0]);
    assert.ok(!JSON.stringify(actor.getSnapshot().context).includes('"short"'));
  });

  test('N7 shows what the backend finds wrong, and sends the corrected form as a new command', async () => {
    const { actor, calls, view } = await start([refused('registration-not-valid', { password: 'password-too-common' }), accepted(null)]);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().state, view().focus], ['editing', 'password']);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().state, new Set(calls.map(({ commandId }) => commandId)).size], ['sent', 2]);
  });

  test('T23 trying again is the same command', async () => {
    const { actor, calls, view } = await start([new PortError('offline'), { status: 'unknown' }, accepted(null)]);
    actor.send(submitted);
    await settled();
    assert.deepEqual([view().notice, view().code, view().canRetry], ['user-registration.offline', 'offline', true]);
    for (let n = 0; n < 2; n += 1) {
      actor.send({ type: 'registration.retried' });
      await settled();
    }
    assert.deepEqual([view().state, calls.length, new Set(calls.map(({ commandId }) => commandId)).size], ['sent', 3, 1]);
  });

  test('too many registrations are told to wait; a foreign answer ends in a named state', async () => {
    const busy = await start([new PortError('rate-limited')]);
    busy.actor.send(submitted);
    await settled();
    assert.equal(busy.view().notice, 'user-registration.busy');
    const odd = await start([refused('payload-differs' as never)]);
    odd.actor.send(submitted);
    await settled();
    assert.deepEqual([odd.view().state, odd.view().notice, odd.view().code], ['editing', 'user-registration.unavailable', 'internal']);
  });

  test('without a policy there is no form but a button that asks again; a role is one that is offered', async () => {
    const policies = [
      Promise.reject(new PortError('timeout')),
      Promise.resolve({ ...accessPolicyDefaults, registrationRoles: ['claims-center', 'clerk'] as const }),
    ];
    policies[0]!.catch(() => undefined);
    const { actor, view } = await start([accepted(null)], () => policies.shift()! as Promise<typeof accessPolicyDefaults>);
    assert.deepEqual([view().fields, view().canRetry], [[], true]);
    actor.send({ type: 'registration.retried' });
    await settled();
    assert.deepEqual([view().role, view().fields.includes('role')], ['claims-center', true]);
    actor.send({ type: 'role.chosen', role: 'helpdesk' as 'clerk' });
    assert.equal(view().role, 'claims-center');
    actor.send({ type: 'role.chosen', role: 'clerk' });
    assert.equal(view().role, 'clerk');
  });
});
