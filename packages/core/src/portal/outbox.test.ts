import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { ended, walk } from '../../../../test/kit/chart-walk.ts';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { countedIds, settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accepted, PortError, refused, type CommandAnswer, type CommandMeta } from '../kernel/index.ts';
import { backoff, commandMachine } from './outbox.machine.ts';
import { createOutbox, type CommandEnd } from './outbox.ts';
import * as here from './portal.actors.ts';

const actors = { here, bring: async () => here };

type Say = CommandAnswer<string> | Error;

function start({ mayRepeat = true, random = (): number => 1 } = {}) {
  const clock = simulatedClock();
  const ends: CommandEnd[] = [];
  const outbox = createOutbox({ clock, actors, ids: countedIds(), random, mayRepeat, onEnd: (end) => ends.push(end) });
  /** A port that says these answers, one after the other, and notes what it was sent. */
  const port = (...says: readonly Say[]) => {
    const sent: CommandMeta[] = [];
    const run = async (meta: CommandMeta): Promise<CommandAnswer<string>> => {
      sent.push(meta);
      const say = says[Math.min(sent.length, says.length) - 1]!;
      if (say instanceof Error) throw say;
      return say;
    };
    return { run, sent, ids: () => sent.map(({ commandId }) => commandId) };
  };
  return { clock, outbox, ends, port };
}

const offline = new PortError('offline');

suite('outbox', () => {
  test('an id that was used for something else is a fault and no refusal: nobody is asked to know it', async () => {
    const { outbox, ends, port } = start();
    const { run, sent } = port(refused('payload-differs'));
    await assert.rejects(outbox.submit(run), { name: 'PortError', code: 'invalid' });
    assert.deepEqual([sent.length, ends], [1, [{ commandId: 'id-1', status: 'failed' }]]);
  });

  test('F1 T23 sends until it is answered, always under the same id, and answers once', async () => {
    const { clock, outbox, ends, port } = start();
    const { run, ids } = port(offline, new PortError('timeout'), accepted('done'));
    const answer = outbox.submit(run);
    await clock.pass(60_000);
    assert.deepEqual(await answer, accepted('done'));
    assert.deepEqual(ids(), ['id-1', 'id-1', 'id-1']);
    assert.deepEqual(ends, [{ commandId: 'id-1', status: 'accepted' }]);
    assert.deepEqual([outbox.pending(), clock.waits()], [[], 0]);
  });

  test('what a rule refused or another change overtook is an answer, and is not sent again', async () => {
    const { outbox, port } = start();
    for (const say of [refused('denied'), { status: 'conflict', present: null } as const]) {
      const { run, sent } = port(say);
      assert.deepEqual(await outbox.submit(run), say);
      assert.equal(sent.length, 1);
    }
  });

  test('only what may succeed later is tried again', async () => {
    const { outbox, port } = start();
    for (const code of ['denied', 'not-signed-in', 'invalid', 'not-found', 'not-supported', 'internal', 'storage-full'] as const) {
      const { run, sent } = port(new PortError(code));
      await assert.rejects(outbox.submit(run), { code });
      assert.equal(sent.length, 1, code);
    }
  });

  test('an unknown answer is asked for again by its id', async () => {
    const { clock, outbox, port } = start();
    const { run, ids } = port({ status: 'unknown' }, accepted('done'));
    const answer = outbox.submit(run, { expectedVersion: 3 });
    await clock.pass(60_000);
    assert.deepEqual(await answer, accepted('done'));
    assert.deepEqual(ids(), ['id-1', 'id-1']);
  });

  test('where a repeat cannot be told from a new command a person decides: nothing is sent twice', async () => {
    for (const say of [offline, new PortError('timeout'), { status: 'unknown' } as const]) {
      const { clock, outbox, port } = start({ mayRepeat: false });
      const { run, sent } = port(say, accepted('twice'));
      const answer = outbox.submit(run);
      await clock.pass(600_000);
      assert.deepEqual([await answer, sent.length], [{ status: 'unknown' }, 1]);
    }
  });

  test('who was sent away unheard comes again even there, not before the time that was named', async () => {
    const { clock, outbox, port } = start({ mayRepeat: false, random: () => 0 });
    const { run, sent } = port(new PortError('rate-limited', { retryAfter: 5_000 }), accepted('done'));
    const answer = outbox.submit(run);
    await clock.pass(4_999);
    assert.equal(sent.length, 1);
    await clock.pass(1);
    assert.deepEqual([await answer, sent.length], [accepted('done'), 2]);
  });

  test('gives up after ten tries with the last error, and the same act may be sent again under its id', async () => {
    const { clock, outbox, ends, port } = start();
    const { run, sent } = port(...Array.from({ length: 10 }, () => offline), accepted('done'));
    const answer = outbox.submit(run);
    await clock.pass(3_600_000);
    await assert.rejects(answer, { code: 'offline' });
    assert.deepEqual([sent.length, ends], [10, [{ commandId: 'id-1', status: 'failed' }]]);
    assert.deepEqual(await outbox.submit(run, { commandId: 'id-1' }), accepted('done'));
  });

  test('waits a random time up to a doubling bound of a minute', () => {
    assert.deepEqual(
      [1, 2, 3, 6, 7, 30].map((tries) => backoff(tries, 1)),
      [1_000, 2_000, 4_000, 32_000, 60_000, 60_000],
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (tries, random, retryAfter) => {
        const wait = backoff(tries, random, retryAfter);
        assert.ok(wait >= retryAfter && wait <= Math.max(60_000, retryAfter) && wait >= backoff(tries, 0, retryAfter));
      }),
    );
  });

  test('when the network is back what waits goes out at once', async () => {
    const { outbox, port } = start();
    const { run, sent } = port(offline, accepted('done'));
    const answer = outbox.submit(run);
    await settled();
    assert.deepEqual([outbox.pending().map(({ state }) => state), sent.length], [['waiting'], 1]);
    outbox.wake();
    assert.deepEqual([await answer, sent.length], [accepted('done'), 2]);
  });

  test('T23 the same act by a double click is one command with one answer', async () => {
    const { outbox, port } = start();
    const { run, sent } = port(accepted('done'));
    const [one, two] = [outbox.submit(run, { commandId: 'act' }), outbox.submit(run, { commandId: 'act' })];
    assert.deepEqual([await one, await two, sent.length], [accepted('done'), accepted('done'), 1]);
  });

  test('commands for one record go one after another, others do not wait; a poisoned one stops nobody (F28)', async () => {
    const { clock, outbox, port } = start();
    const order: string[] = [];
    const noting = (name: string, run: (meta: CommandMeta) => Promise<CommandAnswer<string>>) => (meta: CommandMeta) => (
      order.push(name),
      run(meta)
    );
    const results = [
      outbox.submit(noting('a1', port(offline, refused('denied')).run), { recordId: 'a' }),
      outbox.submit(noting('a2', port(new PortError('invalid')).run), { recordId: 'a' }),
      outbox.submit(noting('a3', port(accepted('a3')).run), { recordId: 'a' }),
      outbox.submit(noting('b1', port(accepted('b1')).run), { recordId: 'b' }),
      outbox.submit(noting('free', port(accepted('free')).run)),
    ];
    assert.deepEqual(
      outbox.pending().map(({ recordId, state }) => `${recordId} ${state}`),
      ['a sending', 'a queued', 'a queued', 'b sending', 'null sending'],
    );
    await clock.pass(60_000);
    assert.deepEqual(order, ['a1', 'b1', 'free', 'a1', 'a2', 'a3']);
    assert.deepEqual(
      (await Promise.allSettled(results)).map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'],
    );
  });

  test('wiping breaks off what is under way, sends nothing that waited, and whoever asked hears of it', async () => {
    const { clock, outbox, ends, port } = start();
    let signal: AbortSignal | undefined;
    const going = outbox.submit((meta) => ((signal = meta.signal), new Promise(() => undefined)), { recordId: 'a' });
    const { run, sent } = port(accepted('late'));
    const queued = outbox.submit(run, { recordId: 'a' });
    outbox.wipe();
    await assert.rejects(going, { code: 'aborted' });
    await assert.rejects(queued, { code: 'aborted' });
    await clock.pass(600_000);
    assert.deepEqual([signal?.aborted, sent.length, ends, outbox.pending(), clock.waits()], [true, 0, [], [], 0]);
  });

  test('T23 what was wiped before its chart was there and given again under its id goes out once', async () => {
    const { promise: isThere, resolve: bring } = Promise.withResolvers<void>();
    const late = { here: undefined, bring: async () => (await isThere, here) };
    const outbox = createOutbox({
      ...{ clock: simulatedClock(), actors: late, ids: countedIds(), random: () => 1, mayRepeat: false, onEnd: () => undefined },
    });
    const { port } = start();
    const { run, sent } = port(accepted('done'));
    const wiped = outbox.submit(run, { commandId: 'one' });
    outbox.wipe();
    const again = outbox.submit(run, { commandId: 'one' });
    bring();
    await assert.rejects(wiped, { code: 'aborted' });
    assert.deepEqual([await again, sent.length], [accepted('done'), 1]);
  });

  test('tells of every change, and keeps the same list between changes', async () => {
    const { outbox, port } = start();
    const states: string[] = [];
    const stop = outbox.subscribe(() =>
      states.push(
        outbox
          .pending()
          .map(({ state }) => state)
          .join(),
      ),
    );
    await outbox.submit(port(accepted('done')).run);
    assert.equal(outbox.pending(), outbox.pending());
    assert.equal(states.at(-1), '');
    stop();
    const heard = states.length;
    await outbox.submit(port(accepted('done')).run);
    assert.equal(states.length, heard);
  });

  for (const { name, code, call } of faults) {
    test(`F17 ends once with a port that ${name}, also when nobody waits for the answer`, async () => {
      const unhandled = await unhandledDuring(async () => {
        const { clock, outbox, ends } = start();
        const answer = outbox.submit(({ signal }) => call(signal));
        await clock.pass(3_600_000);
        assert.deepEqual(ends, [{ commandId: 'id-1', status: 'failed' }]);
        await assert.rejects(answer, { code });
        void outbox.submit(({ signal }) => call(signal));
        await clock.pass(3_600_000);
        assert.equal(clock.waits(), 0);
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('F17 an answer after the limit is not heard, and the next try is the one that counts', async () => {
    const { clock, outbox } = start();
    const answers: ((answer: CommandAnswer<string>) => void)[] = [];
    const answer = outbox.submit(() => new Promise<CommandAnswer<string>>((resolve) => answers.push(resolve)));
    await clock.pass(31_000);
    answers[0]?.(accepted('late'));
    await settled();
    assert.equal(outbox.pending().length, 1);
    await clock.pass(1_000);
    answers[1]?.(accepted('in time'));
    assert.deepEqual(await answer, accepted('in time'));
  });

  test('every transition is walked', () => {
    const untaken = [true, false].map((mayRepeat) => {
      const input = { clock: simulatedClock(), random: () => 1, mayRepeat, run: async () => accepted(null), meta: { commandId: 'c' } };
      const events = [
        { type: 'network.returned' },
        ...[accepted(null), refused('x'), { status: 'unknown' }].map((output) => ended(commandMachine, 'send', { output })),
        ...(['offline', 'denied', 'rate-limited'] as const).map((code) => ended(commandMachine, 'send', { error: new PortError(code) })),
        ended(commandMachine, 'wait', { output: undefined }),
        ended(commandMachine, 'wait', { error: new Error() }),
      ];
      const identity = ({ value, context }: { value: unknown; context: Record<string, unknown> }) =>
        JSON.stringify([value, context['tries']]);
      return walk(commandMachine, { input, events, identity }).untaken;
    });
    assert.deepEqual(
      untaken[0]?.filter((name) => untaken[1]?.includes(name)),
      [],
    );
  });
});
