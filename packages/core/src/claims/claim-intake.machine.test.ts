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

function start(options: { read?: FileReader; intake?: NonNullable<ClaimsPort['intake']> } = {}) {
  const sizes: number[] = [];
  const intake: NonNullable<ClaimsPort['intake']> = async (batch) => {
    sizes.push(batch.length);
    return accepted({ taken: batch.length, updated: 0, unchanged: 0, refused: [] });
  };
  const emitted: unknown[] = [];
  const actor = createActor(claimIntakeMachine, {
    input: {
      claims: { intake: options.intake ?? intake },
      ...{ submit, read: options.read ?? (async () => reading(5)), batchSize: 2, clock: simulatedClock() },
    },
  });
  actor.on('claims-taken-in', (event) => emitted.push(event));
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
    ...{ source: file('a'), state, share: 1, recordCount: 9, report: null, outcome, code: null },
  });
  const sum = intakeSum([
    one('done', { taken: 1, updated: 2, unchanged: 3, refused: 4 }),
    one('failed', { taken: 10, updated: 0, unchanged: 0, refused: 0 }),
    one('cancelled', null),
  ]);
  assert.deepEqual(sum, { files: 3, unfinished: 2, taken: 11, updated: 2, unchanged: 3, refused: 4 });
});
