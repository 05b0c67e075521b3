import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { faults, unhandledDuring } from '../../../../test/kit/faulty-port.ts';
import { settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { callPort } from './call-port.ts';
import { PortError, toPortError, type PortErrorCode } from './port-error.ts';

// Kept by hand: may the same call succeed later?
const retryable: Readonly<Record<PortErrorCode, boolean>> = {
  offline: true,
  timeout: true,
  unavailable: true,
  'rate-limited': true,
  'storage-held': true,
  'expired-cursor': true,
  'not-signed-in': false,
  denied: false,
  'not-found': false,
  'not-supported': false,
  invalid: false,
  'storage-missing': false,
  'storage-blocked': false,
  'storage-full': false,
  aborted: false,
  internal: false,
};

suite('port errors', () => {
  for (const [code, expected] of Object.entries(retryable) as [PortErrorCode, boolean][]) {
    test(`${code} is ${expected ? '' : 'not '}worth another try, and its text is the code alone`, () => {
      const cause = new Error('Noura Haddad, member 123');
      const error = new PortError(code, { cause, retryAfter: 5, correlationId: 'c' });
      assert.deepEqual([error.retryable, error.message, error.retryAfter, error.correlationId], [expected, `[portico] ${code}`, 5, 'c']);
      assert.equal(error.cause, cause);
    });
  }

  test('a PortError stays what it is, also one of another bundle', () => {
    const own = new PortError('denied');
    assert.equal(toPortError(own), own);
    const foreign = Object.assign(new Error('x'), { name: 'PortError', code: 'offline' });
    assert.equal(toPortError(foreign), foreign);
  });

  test('what was broken off is aborted; anything else is internal and keeps its cause', () => {
    const abort = Object.assign(new Error('x'), { name: 'AbortError' });
    assert.deepEqual([toPortError(abort).code, toPortError(abort).cause], ['aborted', abort]);
    for (const thrown of [undefined, null, 'text', 7, new TypeError('x'), { code: 'denied' }, { name: 'PortError' }]) {
      const error = toPortError(thrown);
      assert.deepEqual([error.code, error.retryable], ['internal', false]);
    }
  });
});

suite('calling a port', () => {
  test('answers what the port answers, and leaves no wait behind', async () => {
    const clock = simulatedClock();
    assert.equal(await callPort(async () => 7, { clock }), 7);
    await settled();
    assert.equal(clock.waits(), 0);
  });

  for (const { name, code, call } of faults.filter(({ name }) => !name.startsWith('answers'))) {
    test(`F17 ends once with a port that ${name}`, async () => {
      const unhandled = await unhandledDuring(async () => {
        const clock = simulatedClock();
        const answer = callPort(call, { clock });
        await Promise.all([assert.rejects(answer, { name: 'PortError', code }), clock.pass(30_000)]);
        assert.equal(clock.waits(), 0);
      });
      assert.deepEqual(unhandled, []);
    });
  }

  test('the limit is kept to the millisecond, and the port is told', async () => {
    const clock = simulatedClock();
    let signal: AbortSignal | undefined;
    let code = 'open';
    const call = callPort((limited) => ((signal = limited), new Promise(() => undefined)), { clock, limit: 500 });
    call.catch((error: PortError) => (code = error.code));
    await clock.pass(499);
    assert.deepEqual([code, signal?.aborted], ['open', false]);
    await clock.pass(1);
    assert.deepEqual([code, signal?.aborted], ['timeout', true]);
  });

  test('breaking off is heard at once, the port is told, and what it says later is not heard', async () => {
    const clock = simulatedClock();
    const abort = new AbortController();
    let answer = (_: number): void => undefined;
    let signal: AbortSignal | undefined;
    const call = callPort<number>((limited) => ((signal = limited), new Promise((resolve) => (answer = resolve))), {
      clock,
      signal: abort.signal,
    });
    abort.abort();
    answer(7);
    await assert.rejects(call, { code: 'aborted' });
    assert.deepEqual([signal?.aborted, clock.waits()], [true, 0]);
  });

  test('a call that nobody wants any more is not made', async () => {
    let calls = 0;
    await assert.rejects(
      callPort(async () => (calls += 1), { clock: simulatedClock(), signal: AbortSignal.abort() }),
      { code: 'aborted' },
    );
    assert.equal(calls, 0);
  });
});
