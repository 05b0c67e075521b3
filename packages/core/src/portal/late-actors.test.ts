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
function start({ failures = 0, ...signing }: { failures?: number; session?: 'kept' } = {}) {
  const clock = simulatedClock();
  const backend = fakeBackend(clock, signing.session ? { signing: { session: async () => fakeSession(clock) } } : {});
  const asked = { times: 0 };
  const actors = lateActors(async () => {
    asked.times += 1;
    if (asked.times <= failures) throw new TypeError('Failed to fetch dynamically imported module');
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
  return { session, backend, actors, asked, reported, wiped };
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
    const { session, asked, backend } = start({ failures: 2 });
    await settled();
    await assert.rejects(session.signIn!(credentials), { name: 'PortError', code: 'offline' });
    assert.deepEqual([session.view().subject, backend.heard], [null, ['signOut']]);
    await session.signIn!(credentials);
    assert.deepEqual([session.view().state, asked.times], ['active', 3]);
  });

  test('a kept session without its chart is nobody’s, and the reason is told', async () => {
    const { session, reported } = start({ session: 'kept', failures: 1 });
    await settled();
    assert.deepEqual([session.view().state, session.view().code, reported], ['none', 'offline', ['offline']]);
  });

  test('a sign-out wipes before its chart is there', async () => {
    const { session, wiped } = start();
    const left = session.logout();
    assert.equal(wiped.times, 1);
    await left;
    assert.deepEqual([session.view().state, session.view().reason], ['ended', 'signed-out']);
  });

  test('two that ask at once share one load', async () => {
    const { actors, asked } = start();
    const [one, other] = await Promise.all([actors.bring(), actors.bring()]);
    assert.deepEqual([one === other, asked.times, actors.here === one], [true, 1, true]);
  });
});
