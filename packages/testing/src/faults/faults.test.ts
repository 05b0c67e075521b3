import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { simulatedClock, settled } from '../../../../test/kit/simulated-clock.ts';
import { contractWorld, createMemoryWorld, people } from '../contract/index.ts';
import { anything } from '../contract/steps.ts';
import { createFaults, withFaults, type Faults } from './index.ts';

async function faulty(): Promise<{ backend: Backend; faults: Faults; clock: ReturnType<typeof simulatedClock> }> {
  const [clock, world] = [simulatedClock(), await createMemoryWorld(contractWorld)];
  const faults = createFaults({ clock });
  const backend = withFaults(world.connect(), faults);
  await backend.access!.signIn(people.clerk);
  return { backend, faults, clock };
}

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => toPortError(error).code,
  );

describe('faults', () => {
  it('lets everything through while there are none, and says what was called', async () => {
    const { backend, faults } = await faulty();
    assert.equal((await backend.claims!.search(anything, { limit: 3 })).rows.length, 3);
    assert.equal((await backend.policies.for('portal')).version, 1);
    assert.deepEqual(faults.calls, ['access.signIn', 'claims.search', 'policies.for']);
  });

  it('fails the next calls that are meant, and no others', async () => {
    const { backend, faults } = await faulty();
    faults.failNext('unavailable', { at: 'claims.get', times: 2 });
    faults.failNext('rate-limited', { at: 'drafts', retryAfter: 500 });
    assert.equal(await codeOf(backend.claims!.search(anything, {})), 'answered');
    assert.equal(await codeOf(backend.claims!.get('x')), 'unavailable');
    assert.equal(await codeOf(backend.claims!.get('x')), 'unavailable');
    assert.equal(await codeOf(backend.claims!.get('x')), 'answered');
    const error = await backend.drafts!.get('x').catch(toPortError);
    assert.deepEqual([(error as { code: string }).code, (error as { retryAfter?: number }).retryAfter], ['rate-limited', 500]);
  });

  it('loses an answer after the backend acted, so that the same command id is worth something', async () => {
    const { backend, faults } = await faulty();
    const query = { id: 'q', name: 'mine', criteria: anything, sort: null };
    faults.loseNext({ at: 'claims.saveQuery' });
    assert.equal(await codeOf(backend.claims!.saveQuery!(query, { commandId: 'c1' })), 'timeout');
    assert.equal((await backend.claims!.savedQueries!()).length, 1);
    assert.deepEqual(await backend.claims!.saveQuery!(query, { commandId: 'c1' }), { status: 'accepted', value: query });
  });

  it('is offline for calls and for changes until it is not', async () => {
    const { backend, faults } = await faulty();
    let told = 0;
    backend.changes.subscribe('session', () => (told += 1));
    faults.offline = true;
    assert.equal(await codeOf(backend.claims!.get('x')), 'offline');
    assert.equal(await codeOf(backend.access!.signOut()), 'offline');
    faults.offline = false;
    assert.equal(await codeOf(backend.access!.signOut()), 'answered');
    assert.equal(told, 1);
  });

  it('takes as long as it is told, by the clock, and can be aborted meanwhile', async () => {
    const { backend, faults, clock } = await faulty();
    faults.latency = 400;
    const codes: string[] = [];
    const stop = new AbortController();
    void codeOf(backend.claims!.get('x')).then((code) => codes.push(code));
    void codeOf(backend.claims!.search(anything, { signal: stop.signal })).then((code) => codes.push(code));
    stop.abort();
    await clock.pass(399);
    assert.deepEqual(codes, ['aborted']);
    await clock.pass(1);
    assert.deepEqual(codes, ['aborted', 'answered']);
  });

  it('hangs until it is released or aborted, opened results too', async () => {
    const { backend, faults } = await faulty();
    const set = await backend.claims!.open!(anything, {});
    const stop = new AbortController();
    faults.hang('claims');
    const [rows, search] = [codeOf(set.rows(0, 1)), codeOf(backend.claims!.search(anything, { signal: stop.signal }))];
    assert.equal(await codeOf(backend.drafts!.get('x')), 'answered');
    stop.abort();
    assert.equal(await search, 'aborted');
    let isOver = false;
    void rows.then(() => (isOver = true));
    await settled();
    assert.equal(isOver, false);
    faults.release();
    assert.equal(await rows, 'answered');
  });

  it('fails by chance as often as it is told, the same calls for the same seed', async () => {
    const runs = await Promise.all(
      [7, 7, 8].map(async (seed) => {
        const faults = createFaults({ clock: simulatedClock(), seed });
        faults.failuresPerHundred = 30;
        return Promise.all(Array.from({ length: 400 }, () => codeOf(faults.through('x', undefined, async () => 1))));
      }),
    );
    const failed = runs[0]!.filter((code) => code === 'unavailable').length;
    assert.ok(failed > 80 && failed < 160, `${failed} of 400`);
    assert.deepEqual(runs[0], runs[1]);
    assert.notDeepEqual(runs[0], runs[2]);
  });

  it('is as if nothing had been once it is cleared', async () => {
    const { backend, faults } = await faulty();
    Object.assign(faults, { offline: true, latency: 10, failuresPerHundred: 100 });
    faults.failNext('internal', { times: 5 });
    faults.hang();
    faults.clear();
    assert.equal(await codeOf(backend.claims!.get('x')), 'answered');
  });
});
