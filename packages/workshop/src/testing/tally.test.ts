import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedAgain, failure } from './tally.ts';

const failed = ['first', 'second'].map((title) => ({ title, told: failure(title, 'a.test.ts', 'Error: late') }));

test('what fails twice has failed; what holds when it is asked again is told as unsteady', async () => {
  const { failed: count, lines } = await askedAgain(failed, async () => ['second', 'another of the file']);
  assert.equal(count, 1);
  assert.match(lines[0]!, /^~ unsteady, held when asked again: first\n/);
  assert.match(lines[1]!, /^✗ second\n/);
});

test('nothing is asked again where nothing failed, nor in a slow browser', async (t) => {
  const again = t.mock.fn(async () => []);
  assert.deepEqual(await askedAgain([], again), { failed: 0, lines: [] });
  process.env.PORTICO_SLOW = '6';
  t.after(() => delete process.env.PORTICO_SLOW);
  assert.equal((await askedAgain(failed, again)).failed, 2);
  assert.equal(again.mock.callCount(), 0);
});
