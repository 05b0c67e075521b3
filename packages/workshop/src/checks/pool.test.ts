import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runAll, type Check } from './pool.ts';

const check = (name: string, order: string[], rest: Partial<Check> = {}): Check => ({
  name,
  run: async () => {
    order.push(name);
    return { ok: true, text: '' };
  },
  ...rest,
});

test('a check runs after the one it names, and a failing one hides no other', async () => {
  const order: string[] = [];
  const failing = async () => {
    order.push('b');
    throw new Error('broken');
  };
  const reports = await runAll([check('a', order, { after: 'b' }), check('b', order, { run: failing }), check('c', order)], 2, () => {});
  assert.deepEqual(order, ['b', 'c', 'a']);
  assert.deepEqual(
    reports.filter(({ ok }) => !ok).map(({ name, text }) => [name, text]),
    [['b', 'broken']],
  );
});

test('checks that wait for one another are told', async () => {
  await assert.rejects(
    runAll([check('a', [], { after: 'b' }), check('b', [], { after: 'a' })], 2, () => {}),
    /wait for one another: a, b/,
  );
});
