import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fakeBackend, fakeSession } from '../../../../test/kit/fake-backend.ts';
import { settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accessPolicyDefaults } from '../access/index.ts';
import type { PortError } from '../kernel/index.ts';
import { lateActors } from './late-actors.ts';
import * as portalActors from './portal.actors.ts';
import { createPortalSession } from './portal-session.ts';

/** Charts that cannot be had so many times, and how often they were asked for. */
function start({ failures = 0, isSlow = false, ...signing }: { failures?: number; isSlow?: boolean; session?: 'kept' } = {}) {
  const clock = simulatedClock();
  const backend = fakeBackend(clock, signing.session ? { signing: { session: async () => fakeSession(clock) } } : {});
  const asked = { times: 0, failures };
  const { promise: isThere, resolve: bring } = Promise.withResolvers<void>();
  if (!isSlow) bring();
  const actors = lateActors(async () => {
    asked.times += 1;
    await isThere;
    if (asked.times <= asked.failures) throw new TypeError('Failed to fetch dynamically imported module');
    return portalActors;
  });
  const reported: string[] = [];
  const wiped = { times: 0 };
  const session = createPortalSession({
    ...{ backend, clock, actors },
    loadPolicy: async () => accessPolicyDefaults,
    wipe: () => void (wiped.times += 1),
    events: { emit: () => undefined, report: ({ code }: PortError) => void reported.push(code) },
  });
  const shown: string[] = [];
  session.onChange(({ state }) => void shown.push(state));
  return { session, backend, actors, asked, reported, wiped, bring, shown };
}

const credentials = { name: 'noura', password: 'x' };

suite('late actors', () => {
  test('a page on which nobody is signed in does without the chart', async () => {
    const { session, asked } = start();
    await settled();
    session.touch();
    assert.deepEqual([session.view().state, asked.times], ['none', 0]);
  });

  test('a session that the page still has brings the chart', async () => {
    const { session, asked } = start({ session: 'kept' });
    await settled();
    assert.deepEqual([session.view().state, asked.times], ['active', 1]);
  });

  test('a sign-in for which the chart cannot be had fails as offline, and the next one asks again', async () => {
    const { session, asked, backend } = start({ failures: Infinity });
    await settled();
    await assert.rejects(session.signIn!(credentials), { name: 'PortError', code: 'offline' });
    assert.deepEqual([session.view().subject, backend.heard], [null, ['signOut']]);
    const { times } = asked;
    asked.failures = 0;
    await session.signIn!(credentials);
    assert.deepEqual([session.view().state, asked.times], ['active', times + 1]);
  });

  test('a kept session without its chart is nobody’s, and the reason is told', async () => {
    const { session, reported } = start({ session: 'kept', failures: 1 });
    await settled();
    assert.deepEqual([session.view().state, session.view().code, reported], ['none', 'offline', ['offline']]);
  });

  test('ASVS 14.3.1 a sign-out needs no chart: it wipes, is seen and is told at once, and the chart that comes later revives nobody', async () => {
    const { session, wiped, backend, bring } = start({ session: 'kept', isSlow: true });
    await settled();
    const left = session.logout();
    assert.deepEqual([wiped.times, session.view().state, session.view().reason], [1, 'ended', 'signed-out']);
    await left;
    bring();
    await settled();
    assert.deepEqual([session.view().state, wiped.times, backend.heard], ['ended', 1, ['announce session account:1', 'signOut']]);
    await session.signIn!(credentials);
    assert.deepEqual([session.view().state, wiped.times], ['active', 1]);
  });

  test('a sign-out while somebody is let in leaves nobody signed in', async () => {
    const { session, backend, bring } = start({ isSlow: true });
    await settled();
    const letIn = session.signIn!(credentials);
    await settled();
    await session.logout();
    bring();
    await letIn;
    assert.deepEqual([session.view().state, backend.heard], ['ended', ['announce session account:1', 'signOut']]);
  });

  for (const id of ['account:1', 'session:1'])
    for (const when of ['while the backend is asked', 'while the chart is on its way'])
      test(`T27 ${id} that another page ended ${when} is not restored, nor found alive after a reload`, async () => {
        const { session, backend, bring } = start({ session: 'kept', isSlow: true });
        if (when !== 'while the backend is asked') await settled();
        backend.tell({ topic: 'session', id, version: 1 });
        await settled();
        bring();
        await settled();
        assert.deepEqual([session.view().state, session.view().reason, backend.heard], ['ended', 'elsewhere', ['signOut']]);
      });

  test('T27 another person’s end, heard meanwhile, ends nobody here', async () => {
    const { session, backend, bring } = start({ session: 'kept', isSlow: true });
    backend.tell({ topic: 'session', id: 'account:2', version: 1 });
    bring();
    await settled();
    assert.equal(session.view().state, 'active');
  });

  test('when many ended while the chart was on its way the backend is asked once more', async () => {
    const { session, backend, bring } = start({ session: 'kept', isSlow: true });
    await settled();
    backend.tell({ topic: 'session', id: '*', version: 1 });
    backend.access!.session = async () => null;
    bring();
    await settled();
    assert.deepEqual([session.view().state, session.view().reason], ['ended', 'elsewhere']);
  });

  test('who signs in while a kept session is on its way is who is signed in', async () => {
    const { session, backend, bring } = start({ session: 'kept', isSlow: true });
    backend.access!.signIn = async () => ({ status: 'signed-in', session: fakeSession(simulatedClock(), 'session:2', 'account:2') });
    const letIn = session.signIn!(credentials);
    await settled();
    backend.tell({ topic: 'session', id: 'account:1', version: 1 });
    bring();
    await letIn;
    assert.equal(session.view().subject?.accountId, 'account:2');
  });

  test('a page that is closed while the chart is on its way hears and says nothing more, as in a second mount', async () => {
    for (const failures of [0, 1]) {
      const { session, bring, shown, reported } = start({ session: 'kept', isSlow: true, failures });
      await settled();
      session.close();
      bring();
      await settled();
      assert.deepEqual([shown, reported], [[], []]);
    }
    const { session, shown, reported } = start({ session: 'kept' });
    session.close();
    await settled();
    assert.deepEqual([shown, reported], [[], []], 'nor while the backend is asked');
  });

  test('two that ask at once share one load', async () => {
    const { actors, asked } = start();
    const [one, other] = await Promise.all([actors.bring(), actors.bring()]);
    assert.deepEqual([one === other, asked.times, actors.here === one], [true, 1, true]);
  });
});
