import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fakeBackend, fakePolicy } from '../../../../test/kit/fake-backend.ts';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accepted, PortError, type PolicyScope } from '../kernel/index.ts';
import { createActorRegistry } from './actor-registry.ts';
import type { Backend } from './backend.ts';
import { createPortal } from './create-portal.ts';
import type { PortalEvent } from './portal-events.ts';

function start(more: Partial<Backend> = {}) {
  const clock = simulatedClock();
  const events: PortalEvent[] = [];
  const errors: PortError[] = [];
  const portal = createPortal({
    ...{ backend: fakeBackend(clock, more), ids: countedIds() },
    ...{ onEvent: (event: PortalEvent) => events.push(event), onError: (error: PortError) => errors.push(error) },
  });
  return { clock, portal, events, errors };
}

suite('portal', () => {
  test('is a plain object with a version, so that it may cross bundles', () => {
    const { portal } = start();
    assert.deepEqual([portal.contractVersion, Object.getPrototypeOf(portal) === Object.prototype], [1, true]);
  });

  test('takes clock and ids from the backend, and says what is missing', () => {
    const { ids: _, clock: __, ...bare } = { ...fakeBackend(simulatedClock()), ids: countedIds() };
    assert.throws(() => createPortal({ backend: bare }), /\[portico\/portal\].*clock.*ids/);
    assert.equal(createPortal({ backend: { ...bare, clock: simulatedClock(), ids: countedIds() } }).ids.uuid(), 'id-1');
  });

  test('knows the day of each zone', () => {
    const { portal } = start();
    assert.deepEqual([portal.today('UTC'), portal.today('Pacific/Kiritimati')], ['2026-11-21', '2026-11-21']);
    const late = createPortal({ backend: fakeBackend(simulatedClock(Date.UTC(2026, 10, 21, 22))), ids: countedIds() });
    assert.deepEqual([late.today('UTC'), late.today('Asia/Dubai')], ['2026-11-21', '2026-11-22']);
  });

  test('events reach the host and their own listeners; a listener that throws stops nobody', () => {
    const { portal, events, errors } = start();
    const opened: string[] = [];
    portal.on('claim-opened', () => {
      throw new Error('host');
    });
    const stop = portal.on('claim-opened', ({ id }) => opened.push(id));
    portal.emit({ type: 'claim-opened', id: 'claim:1' });
    portal.emit({ type: 'bordereau-issued', number: 'B-1' });
    stop();
    portal.emit({ type: 'claim-opened', id: 'claim:2' });
    assert.deepEqual(opened, ['claim:1']);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['claim-opened', 'bordereau-issued', 'claim-opened'],
    );
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['internal', 'internal'],
    );
  });

  test('a host whose ear for errors throws breaks nothing', () => {
    const portal = createPortal({
      ...{ backend: fakeBackend(simulatedClock()), ids: countedIds() },
      onEvent: () => {
        throw new Error('host');
      },
      onError: () => {
        throw new Error('host');
      },
    });
    assert.doesNotThrow(() => portal.emit({ type: 'claim-opened', id: 'claim:1' }));
  });

  test('commands go out while nobody looks and end in an event', async () => {
    const { portal, events } = start();
    void portal.outbox.submit(async () => accepted('done'));
    await settled();
    assert.deepEqual(events, [{ type: 'command-ended', commandId: 'id-1', status: 'accepted' }]);
  });

  test('a backend that must be asked before a retry is not sent the same thing twice', async () => {
    const capabilities = { contractVersion: 1, idempotency: 'ask-before-retry', changes: 'refresh', enforcement: 'server' } as const;
    const { portal } = start({ capabilities });
    const answer = await portal.outbox.submit(() => Promise.reject(new PortError('timeout')));
    assert.deepEqual(answer, { status: 'unknown' });
  });
});

suite('policies of a portal', () => {
  function counting(versions: readonly (number | Error)[]) {
    const asked: PolicyScope[] = [];
    const answer = async (scope: PolicyScope) => {
      asked.push(scope);
      const version = versions[Math.min(asked.length, versions.length) - 1]!;
      if (version instanceof Error) throw version;
      return { version, policy: { ...fakePolicy } };
    };
    return { asked, policies: { for: answer } };
  }

  test('are asked for once a scope, also by many at the same time', async () => {
    const { asked, policies } = counting([1]);
    const { portal } = start({ policies });
    await Promise.all([portal.policyFor('portal'), portal.policyFor('portal'), portal.policyFor({ payerId: 'p' })]);
    await portal.policyFor({ payerId: 'p' });
    assert.deepEqual(asked, ['portal', { payerId: 'p' }]);
  });

  test('stay the same object as long as their version does, and never go back', async () => {
    const { policies } = counting([2, 2, 3, 1]);
    const { portal } = start({ policies });
    const first = await portal.policyFor('portal');
    assert.equal(await portal.policyFor('portal', { fresh: true }), first);
    const third = await portal.policyFor('portal', { fresh: true });
    assert.notEqual(third, first);
    assert.equal(await portal.policyFor('portal', { fresh: true }), third, 'version 1 came after version 3');
  });

  test('a failure is not kept', async () => {
    const { policies } = counting([new PortError('offline'), 1]);
    const { portal } = start({ policies });
    await assert.rejects(portal.policyFor('portal'), { code: 'offline' });
    assert.deepEqual(await portal.policyFor('portal'), fakePolicy);
  });
});

suite('running tasks', () => {
  const task = () => ({
    stopped: 0,
    stop() {
      this.stopped += 1;
    },
  });

  test('a place outlives its task, under its own key', () => {
    const registry = createActorRegistry();
    const lease = registry.lease('claim-query:main', task);
    lease.release({ row: 7 });
    assert.equal(lease.actor.stopped, 1);
    const places: unknown[] = [];
    for (const key of ['claim-query:main', 'claim-query:other']) registry.lease(key, (place) => (places.push(place), task()));
    assert.deepEqual(places, [{ row: 7 }, undefined]);
  });

  test('two elements under one key have a task each, and neither ends the other', () => {
    const registry = createActorRegistry();
    const [one, two] = [registry.lease('k', task), registry.lease('k', task)];
    one.release();
    assert.deepEqual([one.actor.stopped, two.actor.stopped], [1, 0]);
  });

  test('T27 after a sign-out there are no tasks and no places, and a late release leaves none', () => {
    const registry = createActorRegistry();
    const lease = registry.lease('k', task);
    registry.lease('other', task).release({ row: 7 });
    registry.clear();
    assert.equal(lease.actor.stopped, 1);
    lease.release({ row: 8 });
    const places: unknown[] = [];
    for (const key of ['k', 'other']) registry.lease(key, (place) => (places.push(place), task()));
    assert.deepEqual(places, [undefined, undefined]);
  });
});
