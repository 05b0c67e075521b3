import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActor, waitFor } from 'xstate';
import { plainDate, PortError, type Clock } from '../kernel/index.ts';
import { eligibilityCheckMachine } from './eligibility-check.machine.ts';
import type { EligibilityCheckInput } from './eligibility-check.task.ts';
import { eligibilityCheckView } from './eligibility-check.view.ts';
import type { EligibilityAnswer } from './eligibility.ts';
import { membersPolicyDefaults } from './members.policy.ts';
import type { MembersPort } from './members.port.ts';

const frame = { asOf: 0, serviceDate: plainDate('2026-11-21'), payerId: 'p', helpline: null } as const;
const notFound: EligibilityAnswer = { ...frame, status: 'not-found' };

/** A clock on which only `pass` lets time go by. */
function movedClock(): Clock & { pass(milliseconds: number): void } {
  let now = 0;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    after: (milliseconds) => new Promise((wake) => waiting.push({ at: now + milliseconds, wake })),
    pass(milliseconds) {
      now += milliseconds;
      for (const { at, wake } of waiting) if (at <= now) wake();
    },
  };
}

function start(members: Partial<MembersPort>, changes: Partial<EligibilityCheckInput> = {}) {
  const clock = movedClock();
  const input: EligibilityCheckInput = {
    members: { eligibility: async () => notFound, ...members },
    payers: async () => [{ id: 'p', name: 'Payer', brandId: null }],
    policy: async () => membersPolicyDefaults,
    ...{ payerId: null, clock, today: () => plainDate('2026-11-21'), locale: () => 'en-GB', ...changes },
  };
  const actor = createActor(eligibilityCheckMachine, { input }).start();
  const view = () => eligibilityCheckView(actor.getSnapshot());
  const until = async (state: ReturnType<typeof view>['state']) => {
    await waitFor(actor, (snapshot) => eligibilityCheckView(snapshot).state === state, { timeout: 1_000 });
    return view();
  };
  const ask = (form: object) => {
    actor.send({ type: 'form.changed', changes: form });
    actor.send({ type: 'check.submitted' });
  };
  return { actor, clock, view, until, ask };
}

test('N9 N10 what is typed is asked for today, and the answer is shown with what it is to', async () => {
  const asked: unknown[] = [];
  const { until, ask } = start({ eligibility: async (...all) => (asked.push(all.slice(0, 2)), notFound) });
  assert.equal((await until('ready')).form.payerId, 'p', 'the only payer is chosen');
  ask({ value: ' C-1234 ' });
  const { answer, query, focus } = await until('answered');
  assert.deepEqual([answer?.status, query, focus], ['not-found', { by: 'card', value: 'C-1234' }, 'result']);
  assert.deepEqual(asked, [[query, { payerId: 'p', serviceDate: '2026-11-21' }]]);
});

test('what is wrong with the form is told without asking, and the first field of it has the focus', async () => {
  const { until, ask } = start({ eligibility: () => assert.fail('asked') }, { payers: async () => [] });
  await until('ready');
  ask({ value: 'C-1234' });
  assert.deepEqual((await until('refused')).errors, [{ field: 'payerId', code: 'missing' }]);
  ask({ payerId: 'p', value: '' });
  await until('asking');
  assert.equal((await until('refused')).focus, 'value');
});

test('a question is cancelled, and the port hears of it', async () => {
  let signal: AbortSignal | undefined;
  const { actor, until, ask } = start({ eligibility: (_query, _about, options) => new Promise(() => (signal = options?.signal)) });
  await until('ready');
  ask({ value: 'C-1234' });
  while (!signal) await Promise.resolve();
  actor.send({ type: 'check.cancelled' });
  assert.deepEqual([(await until('ready')).answer, signal.aborted], [null, true]);
});

test('a failure is retried by hand with what was asked, also where the form says something else by now', async () => {
  const values: unknown[] = [];
  const { actor, until, ask } = start({
    eligibility: async (query) => {
      values.push(query);
      if (values.length === 1) throw new PortError('offline');
      return notFound;
    },
  });
  await until('ready');
  ask({ value: 'C-1234' });
  const failed = await until('failed');
  assert.deepEqual([failed.failure, failed.canRetry, failed.code], ['eligibility.offline', true, 'offline']);
  actor.send({ type: 'form.changed', changes: { value: 'C-9999' } });
  actor.send({ type: 'check.retried' });
  await until('answered');
  assert.deepEqual(values[1], values[0]);
});

test('a payer that names a time is not asked before it, and can be asked then', async () => {
  let asks = 0;
  const { actor, clock, until, ask, view } = start({
    eligibility: async () => ((asks += 1) === 1 ? { ...frame, status: 'payer-unavailable', retryAt: 60_000 } : notFound),
  });
  await until('ready');
  ask({ value: 'C-1234' });
  const { retryAt, canRetry } = await until('answered');
  assert.deepEqual([retryAt, canRetry], [60_000, false]);
  actor.send({ type: 'check.retried' });
  assert.deepEqual([view().state, asks], ['answered', 1]);
  clock.pass(60_000);
  await waitFor(actor, () => view().canRetry, { timeout: 1_000 });
  actor.send({ type: 'check.retried' });
  await waitFor(actor, () => view().answer?.status === 'not-found', { timeout: 1_000 });
});

test('one of several members is chosen and asked about by number', async () => {
  const queries: unknown[] = [];
  const member = { id: 'm', name: 'A', number: 'N-200', birthDate: plainDate('1990-01-01') };
  const { actor, until, ask } = start({
    eligibility: async (query) => (
      queries.push(query),
      queries.length === 1 ? { ...frame, status: 'ambiguous', candidates: [member] } : notFound
    ),
  });
  await until('ready');
  ask({ by: 'name', name: 'Amina', birthDate: '1/1/1990' });
  await until('answered');
  actor.send({ type: 'candidate.chosen', number: 'N-200' });
  await until('answered');
  assert.deepEqual(queries[1], { by: 'member-number', value: 'N-200' });
});

test('P21 lines are asked at once, up to the number of the policy; the first that cannot be read is named', async () => {
  const { until, ask } = start({
    eligibilityOf: async (queries) => ({
      rows: queries.map((query) => ({ query, answer: notFound, code: null })),
      ...{ next: null, total: { kind: 'exact', n: queries.length } },
    }),
  });
  assert.equal((await until('ready')).canBulk, true);
  const refusal = async (lines: string) => {
    ask({ isBulk: true, lines });
    await until('asking');
    return (await until('refused')).linesError;
  };
  assert.deepEqual(await refusal(''), { code: 'missing', n: 25 });
  assert.deepEqual(await refusal('C-1234\n'.repeat(26)), { code: 'too-many', n: 25 });
  assert.deepEqual(await refusal('C-1234\n\n?'), { code: 'unreadable', n: 2 });
  ask({ lines: 'C-1234\n'.repeat(25) });
  assert.equal((await until('listed')).lines.length, 25);
});

test('payers that could not be listed are asked for again; whoever may not ask has nothing to retry', async () => {
  let asks = 0;
  const payers = async () => {
    if ((asks += 1) === 1) throw new PortError('offline');
    throw new PortError('denied');
  };
  const { actor, until } = start({}, { payers });
  assert.equal((await until('failed')).canRetry, true);
  actor.send({ type: 'check.submitted' });
  actor.send({ type: 'check.retried' });
  await until('preparing');
  const denied = await until('failed');
  assert.deepEqual([denied.failure, denied.canRetry], ['eligibility.denied', false]);
});

test('N9 days that were understood are the same days in another language, in lines and in what is asked again too', async () => {
  let locale = 'en-US';
  const asked: unknown[] = [];
  const { actor, view, until, ask } = start(
    {
      eligibility: async (...all) => {
        asked.push(all.slice(0, 2));
        if (asked.length === 1) throw new PortError('offline');
        return notFound;
      },
    },
    { locale: () => locale },
  );
  await until('ready');
  ask({
    by: 'name',
    name: 'Omar Said',
    birthDate: '3/4/1980',
    serviceDate: '11/12',
    lines: 'Omar Said, 3/4/1980\r\nHala Aziz\t13/13\nRima',
  });
  await until('failed');
  locale = 'ar';
  actor.send({ type: 'language.changed', before: 'en-US' });
  const { birthDate, serviceDate, lines } = view().form;
  assert.deepEqual([birthDate, serviceDate, lines], ['1980-03-04', '2026-11-12', 'Omar Said, 1980-03-04\r\nHala Aziz\t13/13\nRima']);
  actor.send({ type: 'check.retried' });
  await until('answered');
  assert.deepEqual(asked[1], [
    { by: 'name', name: 'Omar Said', birthDate: '1980-03-04' },
    { payerId: 'p', serviceDate: '2026-11-12' },
  ]);
});
