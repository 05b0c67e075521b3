import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { ended, walk } from '../../../../test/kit/chart-walk.ts';
import { fakeBackend, fakePolicy, fakeSession } from '../../../../test/kit/fake-backend.ts';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { PortError } from '../kernel/index.ts';
import { createPortal } from './create-portal.ts';
import type { PortalEvent } from './portal-events.ts';
import { sessionMachine } from './session.machine.ts';
import { sessionEnd, whyEnded, type SessionSpan } from './session.rules.ts';

const MINUTE = 60_000;
const credentials = { name: 'noura', password: 'x' };

function start(more: Parameters<typeof fakeBackend>[1] = {}) {
  const clock = simulatedClock();
  const backend = fakeBackend(clock, more);
  const events: PortalEvent[] = [];
  const errors: PortError[] = [];
  const portal = createPortal({
    backend,
    ids: countedIds(),
    onEvent: (event) => events.push(event),
    onError: (error) => errors.push(error),
  });
  const names = () => events.map(({ type }) => type);
  return { clock, backend, portal, events, names, errors };
}

async function signedIn(more: Parameters<typeof fakeBackend>[1] = {}) {
  const started = start(more);
  await started.portal.signIn?.(credentials);
  await settled();
  return started;
}

suite('session: how it begins', () => {
  test('is restored when this page still has one', async () => {
    const clock = simulatedClock();
    const { portal, names } = start({ signing: { session: async () => fakeSession(clock) } });
    assert.equal(portal.session().state, 'restoring');
    await settled();
    assert.deepEqual([portal.session().state, portal.subject()?.accountId], ['active', 'account:1']);
    assert.deepEqual(names(), ['session-started']);
  });

  test('there is none when the backend knows of none', async () => {
    const { portal } = start();
    await settled();
    assert.deepEqual([portal.session().state, portal.session().code], ['none', null]);
    assert.deepEqual(portal.can('claims.search'), { allow: false, reason: 'not-signed-in' });
  });

  test('a backend without sign-in is the host’s: the page leaves nothing out and has nobody to sign in', async () => {
    const clock = simulatedClock();
    const { access: _, ...backend } = fakeBackend(clock);
    const portal = createPortal({ backend, ids: countedIds() });
    await settled();
    assert.deepEqual([portal.session().state, portal.signIn], ['hosted', null]);
    assert.deepEqual(portal.can('claims.search'), { allow: true, hidden: [] });
    await portal.logout();
    assert.equal(portal.can('claims.search').allow, false);
  });

  test('signing in begins one, and what it may do is bound to the subject', async () => {
    const { portal } = await signedIn();
    assert.equal(portal.session().state, 'active');
    assert.equal(portal.can('claims.read', { providerId: 'provider:1' }).allow, true);
    assert.equal(portal.can('claims.read', { providerId: 'provider:2' }).allow, false);
  });

  test('a sign-in that the person gave up is ended at the backend when it succeeds late', async () => {
    let answer = (): void => undefined;
    const { portal, backend, clock } = start({
      signing: { signIn: () => new Promise((resolve) => (answer = () => resolve({ status: 'signed-in', session: fakeSession(clock) }))) },
    });
    await settled();
    const giveUp = new AbortController();
    void portal.signIn?.(credentials, { signal: giveUp.signal });
    giveUp.abort();
    answer();
    await settled();
    assert.deepEqual([portal.session().state, backend.heard], ['none', ['signOut']]);
  });
});

suite('session: how it ends', () => {
  test('T28 after the idle time, to the millisecond, with a warning before', async () => {
    const { portal, clock, names, backend } = await signedIn();
    const idle = fakePolicy.access.sessionIdleMinutes * MINUTE;
    await clock.pass(idle - MINUTE - 1);
    assert.equal(portal.session().endsAt, null);
    await clock.pass(1);
    assert.deepEqual([portal.session().endsAt, portal.session().canStay], [clock.now() + MINUTE, true]);
    await clock.pass(MINUTE - 1);
    assert.equal(portal.session().state, 'active');
    await clock.pass(1);
    assert.deepEqual([portal.session().state, portal.session().reason, portal.subject()], ['ended', 'idle', null]);
    assert.deepEqual(names(), ['session-started', 'session-ending', 'session-ended']);
    assert.deepEqual(backend.heard, ['signOut'], 'nobody finds it alive after a reload');
  });

  test('T28 whoever does something stays', async () => {
    const { portal, clock } = await signedIn();
    for (let n = 0; n < 10; n += 1) {
      await clock.pass(29.5 * MINUTE);
      assert.notEqual(portal.session().endsAt, null);
      portal.touch();
      await settled();
      assert.deepEqual([portal.session().state, portal.session().endsAt], ['active', null]);
    }
  });

  test('at its own end, whatever the person does', async () => {
    const { portal, clock } = await signedIn();
    for (let n = 0; n < 12 * 60 - 1; n += 20) {
      portal.touch();
      await clock.pass(20 * MINUTE);
    }
    assert.deepEqual([portal.session().state, portal.session().reason], ['ended', 'expired']);
  });

  test('xstate#5331 also where the machine slept through the end and a key is the first thing that happens', async () => {
    const clock = simulatedClock();
    const asleep = { now: () => clock.now(), after: () => new Promise<never>(() => undefined) };
    const portal = createPortal({ backend: fakeBackend(clock), clock: asleep, ids: countedIds() });
    await portal.signIn?.(credentials);
    await settled();
    await clock.pass(31 * MINUTE);
    portal.touch();
    assert.deepEqual([portal.session().state, portal.session().reason], ['ended', 'idle']);
  });

  test('from another page, by the id of the session', async () => {
    const { portal, backend } = await signedIn();
    backend.tell({ topic: 'session', id: 'session:2', version: 1 });
    assert.equal(portal.session().state, 'active');
    backend.tell({ topic: 'session', id: 'session:1', version: 1 });
    assert.deepEqual([portal.session().state, portal.session().reason], ['ended', 'elsewhere']);
  });

  test('by a demo clock that was moved past it, at once', async () => {
    let mine: ReturnType<typeof fakeSession> | null = null;
    const { clock, backend, portal } = await signedIn({ signing: { session: async () => mine } });
    mine = fakeSession(clock);
    await clock.jump(29.5 * MINUTE);
    backend.tell({ topic: 'world', id: 'clock', version: 1 });
    await clock.pass(0);
    assert.notEqual(portal.session().endsAt, null);
    await clock.jump(MINUTE);
    backend.tell({ topic: 'world', id: 'clock', version: 2 });
    assert.deepEqual([portal.session().state, portal.session().reason], ['ended', 'idle']);
  });

  test('when many ended at once and the backend says that it was among them', async () => {
    let mine: ReturnType<typeof fakeSession> | null = null;
    const { portal, backend, clock } = await signedIn({ signing: { session: async () => mine } });
    mine = fakeSession(clock);
    backend.tell({ topic: 'session', id: '*', version: 0 });
    await settled();
    assert.equal(portal.session().state, 'active');
    mine = null;
    backend.tell({ topic: 'session', id: '*', version: 0 });
    await settled();
    assert.deepEqual([portal.session().state, portal.session().reason], ['ended', 'elsewhere']);
  });

  test('when the backend no longer knows it', async () => {
    const { portal, errors } = await signedIn();
    portal.report(new PortError('timeout'));
    assert.equal(portal.session().state, 'active');
    portal.report(new PortError('not-signed-in'));
    assert.deepEqual([portal.session().reason, errors.map(({ code }) => code)], ['expired', ['timeout', 'not-signed-in']]);
  });

  test('without a policy by the core’s own limits, so that a mute backend keeps nobody signed in for ever', async () => {
    const { portal, clock } = await signedIn({ policies: { for: () => Promise.reject(new Error()) } });
    await clock.pass(31 * MINUTE);
    assert.equal(portal.session().reason, 'idle');
  });
});

suite('session: what its end wipes', () => {
  test('T27 tasks, places, commands, policies and drafts, before anybody hears of it', async () => {
    const drafts = { get: async () => null, put: async () => undefined, remove: async () => undefined };
    const { portal, backend } = await signedIn({ drafts });
    let stopped = 0;
    portal.registry.lease('claim-query:main', () => ({ stop: () => (stopped += 1) })).release({ row: 7 });
    portal.registry.lease('claim-detail:main', () => ({ stop: () => (stopped += 1) }));
    const sent = portal.outbox.submit(() => new Promise(() => undefined));
    const seen: unknown[] = [];
    portal.onSession(() => seen.push([stopped, portal.outbox.pending().length]));
    await portal.logout();
    assert.deepEqual(seen, [[2, 0]]);
    await assert.rejects(sent, { code: 'aborted' });
    await assert.rejects(portal.drafts!.put({ taskId: 't', commandId: null, payload: {}, savedAt: 0 }), { code: 'not-signed-in' });
    portal.registry.lease('claim-query:main', (place) => (assert.equal(place, undefined), { stop: () => undefined }));
    assert.deepEqual(backend.heard, ['announce session account:1', 'signOut']);
  });

  for (const { name, call } of faults) {
    test(`ASVS 14.3.1 sign-out wipes and answers also when the backend ${name}`, async () => {
      const unhandled = await unhandledDuring(async () => {
        const { portal, clock } = await signedIn({ signing: { signOut: call } });
        let stopped = false;
        portal.registry.lease('claim-query:main', () => ({ stop: () => (stopped = true) }));
        let done = false;
        const leaving = portal.logout().then(() => (done = true));
        assert.deepEqual([portal.session().state, portal.session().reason, stopped], ['ended', 'signed-out', true]);
        await clock.pass(10_000);
        assert.equal(done, true);
        await leaving;
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('a change of person wipes what the first one left', async () => {
    const sessions = ['account:1', 'account:2'];
    const clock = simulatedClock();
    const kept: string[] = [];
    const { portal, events } = start({
      signing: { signIn: async () => ({ status: 'signed-in', session: fakeSession(clock, 'session:1', sessions.shift()) }) },
      drafts: { get: async () => null, put: async ({ taskId }) => void kept.push(taskId), remove: async () => undefined },
    });
    await portal.signIn?.(credentials);
    portal.registry.lease('claim-query:main', () => ({ stop: () => undefined })).release({ row: 7 });
    // A task that keeps what was typed last as it is stopped: by then the backend serves the second person.
    const keep = () => void portal.drafts!.put({ taskId: 'of the first', commandId: null, payload: {}, savedAt: 0 }).catch(() => undefined);
    portal.registry.lease('claim-detail:main', () => ({ stop: keep }));
    await portal.signIn?.(credentials);
    await settled();
    assert.deepEqual(kept, []);
    assert.deepEqual(
      events.map((event) => event.type === 'session-started' && event.accountId),
      ['account:1', 'account:2'],
    );
    portal.registry.lease('claim-query:main', (place) => (assert.equal(place, undefined), { stop: () => undefined }));
    assert.equal(portal.subject()?.accountId, 'account:2');
  });
});

suite('session: faults and chart', () => {
  for (const { name, call } of faults) {
    test(`F17 starts in a named state over a backend that ${name}`, async () => {
      const unhandled = await unhandledDuring(async () => {
        const { portal, clock } = start({ signing: { session: (options) => call(options?.signal) }, policies: { for: () => call() } });
        await clock.pass(60_000);
        assert.equal(portal.session().state, 'none');
        await assert.rejects(Promise.race([portal.policyFor('portal'), clock.pass(60_000).then(() => Promise.reject(new Error('open')))]));
        portal.close();
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('a listener that throws stops nobody', async () => {
    const { portal, errors, backend } = await signedIn();
    portal.onSession(() => {
      throw new Error('host');
    });
    let heard = false;
    portal.onSession(() => (heard = true));
    await portal.logout();
    assert.deepEqual([heard, errors.map(({ code }) => code), backend.heard.at(-1)], [true, ['internal'], 'signOut']);
  });

  test('closing stops every wait and hears nothing more', async () => {
    const { portal, clock, backend } = await signedIn();
    portal.close();
    assert.equal(clock.waits(), 0);
    backend.tell({ topic: 'session', id: 'session:1', version: 1 });
    assert.deepEqual(backend.heard, []);
  });

  test('every transition is walked', () => {
    const clock = simulatedClock();
    const over = fakeSession({ ...clock, now: () => 0 });
    const events = [
      { type: 'session.started', session: fakeSession(clock) },
      { type: 'session.started', session: fakeSession(clock, 's', 'account:2') },
      { type: 'session.started', session: over },
      { type: 'session.started', session: { ...fakeSession(clock), endsAt: clock.now() + 1_000 } },
      ...[{ type: 'session.closed', reason: 'signed-out' }, { type: 'person.acted' }, { type: 'clock.moved' }],
      ...[null, fakeSession(clock)].map((output) => ended(sessionMachine, 'restore', { output })),
      ended(sessionMachine, 'restore', { error: new Error() }),
      ended(sessionMachine, 'loadPolicy', { output: fakePolicy.access }),
      ended(sessionMachine, 'loadPolicy', { error: new Error() }),
      ...['fresh', 'ending'].map((state) => ({ type: `xstate.done.actor.0.session.active.${state}` })),
    ];
    const ports = { clock, loadPolicy: async () => fakePolicy.access, wipe: () => undefined };
    const identity = ({ value, context: { session, policy, reason } }: { value: unknown; context: Record<string, unknown> }) =>
      JSON.stringify([value, session, policy, reason]);
    const untaken = [null, async () => null].map(
      (restore) => walk(sessionMachine, { input: { ...ports, restore }, events, identity }).untaken,
    );
    assert.deepEqual(
      untaken[0]?.filter((name) => untaken[1]?.includes(name)),
      [],
    );
  });

  test('the end is never after the absolute one, and idleness is never blamed for it', () => {
    const instant = fc.integer({ min: 0, max: 2_000 * MINUTE });
    fc.assert(
      fc.property(instant, instant, instant, instant, fc.boolean(), (startedAt, endsAt, touchedAt, at, hasPolicy) => {
        const session = { ...fakeSession(simulatedClock()), startedAt, endsAt };
        const span: SessionSpan = { session, touchedAt, policy: hasPolicy ? fakePolicy.access : null };
        const why = whyEnded(span, at);
        assert.equal(why === null, at < sessionEnd(span));
        if (at >= endsAt) assert.equal(why, 'expired');
        if (why === 'idle') assert.ok(hasPolicy && at >= touchedAt + 30 * MINUTE && at < endsAt);
      }),
    );
  });
});
