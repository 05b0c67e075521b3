import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClock, createIds } from './host.ts';

const ids = createIds({ now: () => 1_795_300_000_000, fill: (bytes) => void crypto.getRandomValues(bytes) });

test('a uuid is of version 7, carries its time first and never repeats', () => {
  const made = Array.from({ length: 1_000 }, () => ids.uuid());
  for (const uuid of made) assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(Number.parseInt(made[0]!.replace('-', '').slice(0, 12), 16), 1_795_300_000_000);
  assert.equal(new Set(made).size, made.length);
});

test('a secret holds 256 random bits as text that an URL may carry', () => {
  assert.match(ids.secret(), /^[0-9a-f]{64}$/);
  assert.notEqual(ids.secret(), ids.secret());
});

test('a wait that is given up rejects with the reason and leaves no timer', async () => {
  const timers = new Set<number>();
  let last = 0;
  const clock = createClock({
    now: () => 5,
    setTimeout: () => {
      timers.add((last += 1));
      return last;
    },
    clearTimeout: (timer: number) => void timers.delete(timer),
  });
  const controller = new AbortController();
  const waiting = clock.after(1_000, controller.signal);
  controller.abort(new Error('enough'));
  await assert.rejects(waiting, /enough/);
  assert.equal(timers.size, 0);
  await assert.rejects(clock.after(1, controller.signal), /enough/);
  assert.equal(clock.now(), 5);
});
