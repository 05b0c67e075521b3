import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActor, waitFor } from 'xstate';
import { PortError, accepted, type FileSource, type SubmitCommand } from '../kernel/index.ts';
import { settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import {
  claimIntakeMachine,
  claimIntakeView,
  groupedLines,
  intakeSum,
  type ClaimIntakeInput,
  type FileAnswers,
  type FileReader,
  type FileReading,
  type IntakeFile,
} from './claim-intake.ts';
import type { ClaimsPort } from './index.ts';

const file = (name: string): FileSource => ({ name, type: 'application/json', size: 1, read: async () => new Uint8Array(1) });
const reading = (count: number): FileReading => ({
  records: Array.from({ length: count }, () => ({}) as never),
  report: { resources: [], lines: [] },
});
const submit: SubmitCommand = (run) => run({ commandId: 'c' }) as never;

type Receive = NonNullable<ClaimIntakeInput['authorizations']>['receive'];

function start(
  options: {
    read?: FileReader;
    intake?: NonNullable<ClaimsPort['intake']>;
    receive?: Receive;
    may?: readonly ('cases' | 'answers')[];
  } = {},
) {
  const sizes: number[] = [];
  const intake: NonNullable<ClaimsPort['intake']> = async (batch) => {
    sizes.push(batch.length);
    return accepted({ taken: batch.length, updated: 0, unchanged: 0, refused: [] });
  };
  const emitted: unknown[] = [];
  const actor = createActor(claimIntakeMachine, {
    input: {
      claims: { intake: options.intake ?? intake },
      ...(options.receive && { authorizations: { receive: options.receive } }),
      mayTake: (what) => (options.may ?? ['cases', 'answers']).includes(what),
      ...{ submit, read: options.read ?? (async () => reading(5)), batchSize: 2, clock: simulatedClock() },
    },
  });
  actor.on('*', (event) => emitted.push(event));
  actor.start();
  const settled = () => waitFor(actor, (snapshot) => !claimIntakeView(snapshot).isBusy, { timeout: 2_000 });
  return { actor, sizes, emitted, settled, view: () => claimIntakeView(actor.getSnapshot()) };
}

test('a file is taken in by batches and accounted for', async () => {
  const task = start();
  task.actor.send({ type: 'files.chosen', files: [file('a')] });
  await task.settled();
  assert.deepEqual(task.sizes, [2, 2, 1]);
  const [done] = task.view().files;
  assert.equal(done?.state, 'done');
  assert.deepEqual(done?.outcome, { taken: 5, updated: 0, unchanged: 0, refused: 0 });
  assert.deepEqual(task.emitted, [{ type: 'claims-taken-in', taken: 5, refused: 0 }]);
});

test('a bad file leaves the good ones, and can be tried again alone', async () => {
  let isBad = true;
  const read: FileReader = async ({ name }) => {
    if (name === 'bad' && isBad) throw new PortError('invalid');
    return reading(1);
  };
  const task = start({ read });
  task.actor.send({ type: 'files.chosen', files: [file('bad'), file('good')] });
  await task.settled();
  assert.deepEqual(
    task.view().files.map(({ state }) => state),
    ['failed', 'done'],
  );
  assert.equal(task.view().canRetry, true);
  isBad = false;
  task.actor.send({ type: 'intake.retried' });
  await task.settled();
  assert.deepEqual(
    task.view().files.map(({ state }) => state),
    ['done', 'done'],
  );
  assert.deepEqual(task.sizes, [1, 1]);
});

test('files chosen meanwhile wait their turn; cancelling breaks off the reading and those that wait', async () => {
  const signals: AbortSignal[] = [];
  const read: FileReader = (_file, { signal }) => {
    signals.push(signal);
    return new Promise(() => undefined);
  };
  const task = start({ read });
  task.actor.send({ type: 'files.chosen', files: [file('a')] });
  task.actor.send({ type: 'files.chosen', files: [file('b')] });
  assert.deepEqual(
    task.view().files.map(({ state }) => state),
    ['reading', 'waiting'],
  );
  task.actor.send({ type: 'intake.cancelled' });
  assert.deepEqual(
    task.view().files.map(({ state }) => state),
    ['cancelled', 'cancelled'],
  );
  assert.equal(signals[0]?.aborted, true);
});

test('what a file that was broken off still hears is not told of the next one', async () => {
  const answers: (() => void)[] = [];
  const intake: NonNullable<ClaimsPort['intake']> = (batch) =>
    new Promise((resolve) => answers.push(() => resolve(accepted({ taken: batch.length, updated: 0, unchanged: 0, refused: [] }))));
  const task = start({ intake });
  task.actor.send({ type: 'files.chosen', files: [file('a')] });
  await settled();
  task.actor.send({ type: 'intake.cancelled' });
  task.actor.send({ type: 'files.chosen', files: [file('b')] });
  await settled();
  answers[0]!();
  await settled();
  assert.deepEqual(
    task.view().files.map(({ state, outcome }) => [state, outcome]),
    [
      ['cancelled', null],
      ['sending', null],
    ],
  );
});

test('a refused command is a failed file with its code', async () => {
  const task = start({ intake: async () => ({ status: 'refused', code: 'denied' }) });
  task.actor.send({ type: 'files.chosen', files: [file('a')] });
  await task.settled();
  assert.equal(task.view().files[0]?.code, 'denied');
  assert.deepEqual(task.emitted, []);
});

test('the lines of a report stand by what they say, the gravest first, five places of many', () => {
  const line = (code: string, severity: 'info' | 'warning' | 'dropped', path: string) => ({ code, severity, path, resourceType: null });
  const groups = groupedLines([line('b', 'info', 'p'), ...Array.from({ length: 7 }, (_, n) => line('a', 'dropped', `q${n}`))]);
  assert.deepEqual(
    groups.map(({ code, count, places }) => [code, count, places.length]),
    [
      ['a', 7, 5],
      ['b', 1, 1],
    ],
  );
});

test('several files add up, also those that failed half-way', () => {
  const one = (state: IntakeFile['state'], outcome: IntakeFile['outcome']): IntakeFile => ({
    ...{ source: file('a'), state, share: 1, recordCount: 9, answerCount: 0, report: null, outcome, answers: null, held: null, code: null },
  });
  const sum = intakeSum([
    one('done', { taken: 1, updated: 2, unchanged: 3, refused: 4 }),
    one('failed', { taken: 10, updated: 0, unchanged: 0, refused: 0 }),
    one('cancelled', null),
  ]);
  assert.deepEqual(sum, { files: 3, unfinished: 2, taken: 11, updated: 2, unchanged: 3, refused: 4, answers: null });
});

const record = (name: string) => ({ name }) as never;
const answer = (id: string) => ({ notificationId: id }) as FileAnswers['answers'][number];
/** A request with its answer, an answer alone, one that names no more than a number, and a claim. */
const withAnswers: FileReader = async () => ({
  records: [record('asked and answered'), record('answered'), record('claim')],
  answers: [
    { record: 0, request: record('asked'), answers: [answer('a-0'), answer('a-1')] },
    { record: 1, request: null, answers: [answer('b')] },
    { record: null, request: null, answers: [answer('c')] },
  ],
  report: { resources: [], lines: [] },
});

function counted(refuse: readonly string[] = []) {
  const sent: string[] = [];
  const intake: NonNullable<ClaimsPort['intake']> = async (batch) => {
    sent.push(...batch.map((one) => (one as unknown as { name: string }).name));
    return accepted({ taken: batch.length, updated: 0, unchanged: 0, refused: [] });
  };
  const receive: Receive = async (batch) => {
    sent.push(...batch.map(({ notificationId }) => notificationId));
    const refused = batch.flatMap(({ notificationId }, index) =>
      refuse.includes(notificationId) ? [{ index, code: 'no-such-authorization' }] : [],
    );
    return accepted({ taken: batch.length - refused.length, unchanged: 0, refused });
  };
  return { sent, intake, receive };
}

test('a request goes in as a case and its answers as answers, each decided where it belongs', async () => {
  const { sent, ...ports } = counted();
  const task = start({ ...ports, read: withAnswers });
  task.actor.send({ type: 'files.chosen', files: [file('a')] });
  await task.settled();
  assert.deepEqual(sent, ['asked', 'claim', 'a-0', 'a-1', 'b', 'c']);
  const [done] = task.view().files;
  assert.deepEqual([done?.answerCount, done?.held, done?.outcome?.taken], [4, null, 2]);
  assert.deepEqual(done?.answers, { taken: 4, unchanged: 0, refused: {} });
  assert.deepEqual(task.emitted, [
    { type: 'claims-taken-in', taken: 2, refused: 0 },
    { type: 'answers-taken-in', taken: 4, refused: 0 },
  ]);
});

test('an answer to what nobody here asked for becomes a case; one that names no more than a number is refused with its code', async () => {
  const { sent, ...ports } = counted(['b', 'c']);
  const task = start({ ...ports, read: withAnswers });
  task.actor.send({ type: 'files.chosen', files: [file('a')] });
  await task.settled();
  assert.deepEqual(sent.slice(-1), ['answered']);
  const [done] = task.view().files;
  assert.deepEqual([done?.outcome?.taken, done?.answers], [3, { taken: 2, unchanged: 0, refused: { 'no-such-authorization': 1 } }]);
  assert.deepEqual(intakeSum(task.view().files).answers, done?.answers);
});

test('the provider’s side brings in what the file makes of the answers, and is told that answers are the payer’s', async () => {
  const { sent, ...ports } = counted();
  const task = start({ ...ports, read: withAnswers, may: ['cases'] });
  task.actor.send({ type: 'files.chosen', files: [file('a')] });
  await task.settled();
  assert.deepEqual(sent, ['asked and answered', 'answered', 'claim']);
  assert.deepEqual([task.view().files[0]?.held, task.view().files[0]?.answers], ['answers', null]);
});

test('the payer’s side brings in answers alone, and is told that cases are the provider’s', async () => {
  const { sent, ...ports } = counted(['b']);
  const task = start({ ...ports, read: withAnswers, may: ['answers'] });
  task.actor.send({ type: 'files.chosen', files: [file('a')] });
  await task.settled();
  assert.deepEqual(sent, ['a-0', 'a-1', 'b', 'c']);
  const [done] = task.view().files;
  assert.deepEqual([done?.held, done?.outcome, done?.answers?.refused], ['cases', null, { 'no-such-authorization': 1 }]);
  assert.deepEqual(task.emitted, [{ type: 'answers-taken-in', taken: 3, refused: 1 }]);
});

test('where answers are denied after all, their cases are brought in and nothing is lost', async () => {
  const { sent, intake } = counted();
  const task = start({ intake, receive: async () => ({ status: 'refused', code: 'denied' }), read: withAnswers });
  task.actor.send({ type: 'files.chosen', files: [file('a')] });
  await task.settled();
  assert.deepEqual(sent, ['asked', 'claim', 'asked and answered', 'answered']);
  assert.deepEqual([task.view().files[0]?.state, task.view().files[0]?.held], ['done', 'answers']);
});
