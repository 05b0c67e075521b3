import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fakeBackend, fakePolicy, fakeSession } from '../../../../test/kit/fake-backend.ts';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { PortError, type Change, type Draft, type DraftsPort } from '../kernel/index.ts';
import { createPortal } from './create-portal.ts';

const MINUTE = 60_000;
const idle = fakePolicy.access.sessionIdleMinutes * MINUTE;
const credentials = { name: 'noura', password: 'x' };

type More = Parameters<typeof fakeBackend>[1];

/** Pages of one browser: each has a session of its own, and all hear what one announces, as over a BroadcastChannel. */
function browser(more: More = {}) {
  const clock = simulatedClock();
  const tabs: { readonly tell: (change: Change) => void }[] = [];
  const open = async (accountId = 'account:1', own: More = more) => {
    const sessionId = `session:${tabs.length + 1}`;
    const { signing, ...rest } = own;
    const backend = fakeBackend(clock, {
      ...rest,
      signing: { signIn: async () => ({ status: 'signed-in', session: fakeSession(clock, sessionId, accountId) }), ...signing },
    });
    const announce = (change: Change): void => tabs.forEach((tab) => tab !== backend && tab.tell(change));
    tabs.push(backend);
    const portal = createPortal({ backend: { ...backend, changes: { ...backend.changes, announce } }, ids: countedIds() });
    await portal.signIn?.(credentials);
    await settled();
    return { portal, backend };
  };
  return { clock, open };
}

const ends = (...portals: readonly { readonly portal: ReturnType<typeof createPortal> }[]) =>
  portals.map(({ portal }) => [portal.session().state, portal.session().reason]);

suite('session: tabs of one browser', () => {
  test('T27 a sign-out in one signs the person out in all, and nobody else', async () => {
    const { open } = browser();
    const [one, two, other] = [await open(), await open(), await open('account:2')];
    let stopped = false;
    two.portal.registry.lease('claim-query:main', () => ({ stop: () => (stopped = true) }));
    await one.portal.logout();
    await settled();
    assert.deepEqual(ends(one, two, other), [
      ['ended', 'signed-out'],
      ['ended', 'elsewhere'],
      ['active', null],
    ]);
    assert.deepEqual([stopped, two.backend.heard], [true, ['signOut']], 'wiped, and not alive after a reload');
  });

  test('T27 ASVS 14.3.1 also while the backend cannot be reached', async () => {
    const { open } = browser({ signing: { signOut: () => Promise.reject(new PortError('offline')) } });
    const [one, two] = [await open(), await open()];
    await one.portal.logout();
    assert.deepEqual(ends(one, two), [
      ['ended', 'signed-out'],
      ['ended', 'elsewhere'],
    ]);
  });

  test('T28 all are idle together: who works in one is warned in none, and the lock falls in all at its instant', async () => {
    const { clock, open } = browser();
    const [one, two] = [await open(), await open()];
    for (let n = 0; n < 5; n += 1) {
      await clock.pass(idle - 2 * MINUTE);
      one.portal.touch();
      await settled();
    }
    await clock.pass(idle - MINUTE - 1);
    assert.deepEqual([one.portal.session().endsAt, two.portal.session().endsAt], [null, null]);
    await clock.pass(1);
    assert.deepEqual([one.portal.session().endsAt, two.portal.session().endsAt], [clock.now() + MINUTE, clock.now() + MINUTE]);
    await clock.pass(MINUTE - 1);
    assert.deepEqual(ends(one, two), [
      ['active', null],
      ['active', null],
    ]);
    await clock.pass(1);
    assert.deepEqual(ends(one, two), [
      ['ended', 'idle'],
      ['ended', 'idle'],
    ]);
  });

  test('T28 staying in one takes the warning away in all', async () => {
    const { clock, open } = browser();
    const [one, two] = [await open(), await open()];
    await clock.pass(idle - MINUTE);
    two.portal.touch();
    await settled();
    assert.deepEqual([one.portal.session().endsAt, two.portal.session().endsAt], [null, null]);
  });
});

suite('session: the backend hears that somebody is there', () => {
  test('now and then, and after the last thing that was done', async () => {
    const calls: number[] = [];
    const start = simulatedClock().now();
    const { clock, open } = browser();
    const { portal } = await open('account:1', {
      signing: { keepAlive: async () => (calls.push(clock.now() - start), fakeSession(clock)) },
    });
    for (let n = 0; n < 25; n += 1) {
      portal.touch();
      await clock.pass(1_000);
    }
    await clock.pass(MINUTE);
    assert.deepEqual(calls, [20_000, 40_000]);
    await portal.logout();
    assert.equal(clock.waits(), 0);
  });

  test('and says when the session is over there', async () => {
    const { clock, open } = browser();
    const { portal } = await open('account:1', { signing: { keepAlive: async () => null } });
    portal.touch();
    await clock.pass(20_000);
    assert.deepEqual(ends({ portal }), [['ended', 'expired']]);
  });

  test('what cannot be told now is told later, and bothers nobody', async () => {
    let calls = 0;
    const { clock, open } = browser();
    const keepAlive = () => ((calls += 1), Promise.reject(new PortError('offline')));
    const { portal } = await open('account:1', { signing: { keepAlive } });
    for (let n = 0; n < 2; n += 1) {
      portal.touch();
      await clock.pass(20_000);
    }
    assert.deepEqual([calls, portal.session().state], [2, 'active']);
  });
});

suite('session: drafts outlive a lock', () => {
  const draft = (text: string): Draft => ({ taskId: 'claim-query:main', commandId: null, payload: { text }, savedAt: 0 });

  /** A backend whose sessions end with the idle time, whatever the page believes. */
  async function typing(people: readonly string[] = ['account:1', 'account:1']) {
    const clock = simulatedClock();
    let aliveUntil = -Infinity;
    let kept: Draft | null = null;
    const alive = <Value>(value: Value): Promise<Value> =>
      clock.now() < aliveUntil ? Promise.resolve(value) : Promise.reject(new PortError('not-signed-in'));
    const drafts: DraftsPort = {
      get: () => alive(kept),
      put: (next) => alive(next).then(() => void (kept = next)),
      remove: () => alive(undefined).then(() => void (kept = null)),
    };
    const left = [...people];
    const backend = fakeBackend(clock, {
      drafts,
      signing: {
        signIn: async () => {
          aliveUntil = clock.now() + idle;
          return { status: 'signed-in', session: fakeSession(clock, `session:${left.length}`, left.shift()) };
        },
      },
    });
    const portal = createPortal({ backend, ids: countedIds() });
    await portal.signIn?.(credentials);
    await settled();
    // A task as the elements have them: it keeps what was typed last as it is stopped.
    portal.registry.lease('claim-query:main', () => ({ stop: () => void portal.drafts!.put(draft('half-typed')).catch(() => undefined) }));
    const leap = async (): Promise<void> => {
      await clock.jump(60 * MINUTE);
      backend.tell({ topic: 'world', id: 'clock', version: 1 });
      await settled();
      assert.deepEqual([portal.session().state, portal.session().reason], ['ended', 'idle']);
    };
    return { portal, leap, backend, kept: () => kept };
  }

  test('T28 a clock that leaps over the warning locks, and what was typed last is there for the same person', async () => {
    const { portal, leap, kept } = await typing();
    await leap();
    assert.equal(kept(), null, 'the backend took nothing any more');
    await assert.rejects(portal.drafts!.get('claim-query:main'), { code: 'not-signed-in' });
    await portal.signIn?.(credentials);
    assert.deepEqual((await portal.drafts!.get('claim-query:main'))?.payload, { text: 'half-typed' });
    await settled();
    assert.deepEqual((kept() as Draft | null)?.payload, { text: 'half-typed' }, 'and has reached the backend');
  });

  test('T28 and for nobody else', async () => {
    const { portal, leap, kept } = await typing(['account:1', 'account:2', 'account:1']);
    await leap();
    for (const _ of ['somebody else', 'the first again']) {
      await portal.signIn?.(credentials);
      await settled();
      assert.equal(await portal.drafts!.get('claim-query:main'), null);
    }
    assert.equal(kept(), null);
  });

  test('T27 a sign-out keeps nothing in the page', async () => {
    const { portal, leap, kept } = await typing();
    await leap();
    await portal.logout();
    await portal.signIn?.(credentials);
    await settled();
    assert.deepEqual([await portal.drafts!.get('claim-query:main'), kept()], [null, null]);
  });
});
