import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dexie } from 'dexie';
import type { Seed } from '@portico/backend';
import type { PayerAnswer, WorklistFilter } from '@portico/core/authorizations';
import { contractWorld, createMemoryKeeper, createTestClock, createTestIds, people } from '@portico/testing/contract';
import { createDexieBackend } from './dexie-backend.ts';
import { freshName } from './dexie-fixture.test.ts';

const everything: WorklistFilter = { scope: 'all', payerId: null, urgency: null, number: '' };

/** Counts the authorizations that are read from the database; each call answers how many since the one before. */
function countReads(): () => number {
  let read = 0;
  Dexie.addons.push((database) => {
    database.on('ready', () => {
      database.table<object>('authorizations').hook('reading', (record) => {
        read += 1;
        return record;
      });
    });
  });
  return () => {
    const since = read;
    read = 0;
    return since;
  };
}

test('P3 a search by number, a payer’s answer and a look for duplicates read what they find, however many there are', async () => {
  const reads = countReads();
  const page = createDexieBackend({
    ...{ name: freshName(), storage: 'plain', people: 'synthetic', passwordRounds: 1, sessionKeeper: createMemoryKeeper() },
    seed: () => contractWorld,
  });
  await page.access!.signIn(people.claimsCenter);
  reads();
  const { rows } = await page.authorizations!.worklist(everything, { limit: 500 });
  assert.ok(rows.length > 10 && reads() >= rows.length, 'reads are counted');

  const { record } = (await page.authorizations!.get(rows[0]!.id))!;
  const number = record.numbers[0]!.value;
  reads();
  const named = await page.authorizations!.worklist({ ...everything, number }, {});
  assert.ok(reads() <= 4, 'the search');
  assert.deepEqual(
    named.rows.map(({ id }) => id),
    [record.id],
  );

  const said: PayerAnswer = {
    ...{ notificationId: 'n', issuedAt: record.submittedAt, numbers: record.numbers, stage: 'pended', items: [], added: [] },
    ...{ validFrom: null, validTo: null },
  };
  const nobodys = { ...said, numbers: [{ type: 'reference-id', value: 'nobody’s' } as const] };
  const answer = await page.authorizations!.receive!([said, nobodys, nobodys, nobodys], { commandId: 'c' });
  assert.deepEqual(answer.status === 'accepted' && [answer.value.taken, answer.value.refused.length], [1, 3]);
  assert.ok(reads() <= 4, 'the answers');

  await page.access!.signOut!();
  await page.access!.signIn(people.clerk);
  await page.authorizations!.duplicates!(record);
  assert.ok(reads() <= 4, 'duplicates');
  page.close();
});

/** The contract's world with each of its cases so many times over. */
const manifold = (times: number): readonly Seed[] =>
  contractWorld.map((world) => ({
    ...world,
    cases: Array.from({ length: times }, (_, n) =>
      [...world.cases].map((one) => ({
        ...one,
        identifiers: one.identifiers.map((number) => ({ ...number, value: `${number.value}-${n}` })),
      })),
    ).flat(),
  }));

test('N26 a page of the worklist is read by itself, and counted without reading, whoever asks and whatever for', async () => {
  const reads = countReads();
  const page = createDexieBackend({
    ...{ name: freshName(), storage: 'plain', people: 'synthetic', passwordRounds: 1, sessionKeeper: createMemoryKeeper() },
    ...{ clock: createTestClock(), ids: createTestIds(), seed: () => manifold(10) },
  });
  const filters: readonly WorklistFilter[] = [
    everything,
    { ...everything, scope: 'settled' },
    { ...everything, scope: 'settled', payerId: 'payer:x', urgency: 'standard' },
  ];
  for (const person of ['clerk', 'claimsCenter', 'helpdesk'] as const) {
    await page.access!.signIn(people[person]);
    for (const filter of filters) {
      const whole = await page.authorizations!.worklist(filter, { limit: 500 });
      const told = `${person} ${JSON.stringify(filter)}`;
      assert.ok(whole.rows.length > 60 && whole.next === null, told);
      assert.deepEqual(whole.total, { kind: 'exact', n: whole.rows.length }, told);
      reads();
      const first = await page.authorizations!.worklist(filter, { limit: 10 });
      const second = await page.authorizations!.worklist(filter, { limit: 10, cursor: first.next });
      const read = reads();
      assert.ok(read <= 120, `${read} for ${told}`);
      assert.deepEqual([...first.rows, ...second.rows], whole.rows.slice(0, 20), told);
      assert.deepEqual(second.total, whole.total, told);
    }
    await page.access!.signOut!();
  }
  page.close();
});
