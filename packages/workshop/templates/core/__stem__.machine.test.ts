import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { ended, walk } from '../../../../test/kit/chart-walk.ts';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { PortError } from '../kernel/index.ts';
import { __camel__Machine, type __Stem__Input, type __Stem__Row } from './__stem__.machine.ts';
import { __camel__View } from './__stem__.view.ts';

const rows: readonly __Stem__Row[] = [
  { id: '1', text: 'first' },
  { id: '2', text: 'second' },
];

function start(load: __Stem__Input['load'] = async () => rows) {
  const clock = simulatedClock();
  const actor = createActor(__camel__Machine, { input: { load, clock } });
  actor.start();
  return { actor, clock, view: () => __camel__View(actor.getSnapshot()) };
}

suite('__title__', () => {
  test('shows what there is, in order', async () => {
    const { view } = start();
    assert.equal(view().state, 'loading');
    await settled();
    assert.deepEqual([view().state, view().rows], ['listed', rows]);
  });

  test('nothing to show is a state of its own', async () => {
    const { view } = start(async () => []);
    await settled();
    assert.equal(view().state, 'empty');
  });

  for (const [code, failure, canRetry] of [
    ['denied', '__stem__.denied', false],
    ['not-supported', '__stem__.notSupported', false],
    ['offline', '__stem__.unavailable', true],
  ] as const) {
    test(`${code} is told in words`, async () => {
      const { view } = start(() => Promise.reject(new PortError(code)));
      await settled();
      assert.deepEqual([view().state, view().failure, view().canRetry], ['failed', failure, canRetry]);
    });
  }

  for (const { name, call } of faults) {
    test(`F17 ends in a named state with a port that ${name}, and can be tried again`, async () => {
      let isBroken = true;
      const unhandled = await unhandledDuring(async () => {
        const { actor, view, clock } = start((signal) => (isBroken ? call(signal) : Promise.resolve(rows)));
        await clock.pass(60_000);
        assert.equal(view().state, 'failed');
        isBroken = false;
        actor.send({ type: 'load.retried' });
        await settled();
        assert.deepEqual([view().state, view().failure, clock.waits()], ['listed', null, 0]);
        actor.stop();
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('every transition is walked', () => {
    const { untaken } = walk(__camel__Machine, {
      input: { load: async () => rows, clock: simulatedClock() },
      events: [
        ended(__camel__Machine, 'load', { output: rows }),
        ended(__camel__Machine, 'load', { error: new Error() }),
        { type: 'load.retried' },
      ],
    });
    assert.deepEqual(untaken, []);
  });

  test('two views of one snapshot are the same, so that nothing renders twice', async () => {
    const { actor } = start();
    await settled();
    const [a, b] = [__camel__View(actor.getSnapshot()), __camel__View(actor.getSnapshot())];
    for (const key of Object.keys(a) as (keyof typeof a)[]) assert.ok(Object.is(a[key], b[key]), key);
  });
});
