import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dexie } from 'dexie';
import { contractWorld, createMemoryKeeper, people } from '@portico/testing/contract';
import { createDexieBackend } from './dexie-backend.ts';
import { freshName } from './dexie-fixture.test.ts';

const page = (name: string) =>
  createDexieBackend({
    ...{ name, storage: 'plain', people: 'synthetic', passwordRounds: 1, sessionKeeper: createMemoryKeeper(), seed: () => contractWorld },
  });

/** Every authorization that the clerk sees, with where it stands. */
async function standing(name: string): Promise<readonly (readonly [string, object])[]> {
  const backend = page(name);
  await backend.access!.signIn(people.clerk);
  const { rows } = await backend.authorizations!.worklist({ scope: 'all', payerId: null, urgency: null, number: '' }, { limit: 500 });
  const found = rows.map(({ id, state }) => [id, state] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
  backend.close();
  return found;
}

/** Makes the database what it was when cases were all there was of an authorization: no table of them, and no mark that they were made. */
async function asOfBefore(name: string): Promise<void> {
  const now = await new Dexie(name).open();
  const tables = now.tables.filter((table) => !table.name.startsWith('authorization'));
  const stores = Object.fromEntries(
    tables.map(({ name: table, schema }) => [table, ['id', ...schema.indexes.map(({ src }) => src)].join(', ')]),
  );
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const));
  now.close();
  await Dexie.delete(name);
  const old = new Dexie(name);
  old.version(3).stores(stores);
  await old.open();
  for (const [table, records] of rows) await old.table(table).bulkPut(records);
  await old.table('counters').delete('authorizations/adopted');
  old.close();
}

test('a world of before authorizations had records opens with all of them, each standing as its case says', async () => {
  const name = freshName();
  const wanted = await standing(name);
  assert.ok(wanted.length > 5);
  await asOfBefore(name);
  assert.deepEqual(await standing(name), wanted);
  assert.deepEqual(await standing(name), wanted, 'and opened again');
});

/** Makes the database what it was when the numbers of an authorization were one text, found by looking at all of them. */
async function withNumbersAsText(name: string): Promise<void> {
  const now = await new Dexie(name).open();
  const stores = Object.fromEntries(
    now.tables.map(({ name: table, schema }) => [
      table,
      ['id', ...schema.indexes.map(({ src }) => src).filter((src) => !src.startsWith('*'))].join(', '),
    ]),
  );
  const rows = await Promise.all(now.tables.map(async (table) => [table.name, await table.toArray()] as const));
  now.close();
  await Dexie.delete(name);
  const old = new Dexie(name);
  old.version(10).stores(stores);
  await old.open();
  for (const [table, records] of rows) {
    const asText = ({ numbers, ...record }: { readonly numbers: readonly string[] }) => ({
      ...record,
      numbers: `\n${numbers.join('\n\n')}\n`,
    });
    await old.table(table).bulkPut(table === 'authorizations' ? records.map(asText) : records);
  }
  old.close();
}

test('P3 in a world of before numbers were indexed an authorization is found by each of its numbers', async () => {
  const name = freshName();
  const [[id]] = (await standing(name)) as [readonly [string, object]];
  await withNumbersAsText(name);
  const backend = page(name);
  await backend.access!.signIn(people.clerk);
  const { record } = (await backend.authorizations!.get(id))!;
  const { rows } = await backend.authorizations!.worklist(
    { scope: 'all', payerId: null, urgency: null, number: record.numbers[0]!.value },
    {},
  );
  assert.deepEqual(
    rows.map((row) => row.id),
    [id],
  );
  backend.close();
});

/** The indexes of the lists as they were when each was one field. */
const fieldByField: Readonly<Record<string, string>> = {
  authorizations: 'id, providerId, payerId, waitsFor, memberKey, order, *numbers',
  notices: 'id, audience, order',
};

/** Makes the database what it was when lists were put in order after they had been read. */
async function withFieldByField(name: string): Promise<void> {
  const now = await new Dexie(name).open();
  const stores = Object.fromEntries(
    now.tables.map(({ name: table, schema }) => [table, fieldByField[table] ?? ['id', ...schema.indexes.map(({ src }) => src)].join(', ')]),
  );
  const rows = await Promise.all(now.tables.map(async (table) => [table.name, await table.toArray()] as const));
  now.close();
  await Dexie.delete(name);
  const old = new Dexie(name);
  old.version(11).stores(stores);
  await old.open();
  for (const [table, records] of rows) await old.table(table).bulkPut(records);
  old.close();
}

test('N26 a world of before its lists were read in order opens with all that is in them, authorizations and notices', async () => {
  const name = freshName();
  assert.ok((await standing(name)).length > 5);
  const told = async (): Promise<readonly string[]> => {
    const backend = page(name);
    await backend.access!.signIn(people.claimsCenter);
    const { rows } = await backend.messages!.notices({ unreadOnly: true }, {});
    backend.close();
    return rows.map(({ recordId }) => recordId);
  };
  const clerk = page(name);
  await clerk.access!.signIn(people.clerk);
  const { rows } = await clerk.authorizations!.worklist({ scope: 'open', payerId: 'payer:x', urgency: null, number: '' }, { limit: 500 });
  const waiting = rows.find(({ headline }) => headline === 'pended')!;
  const answer = await clerk.authorizations!.cancel!(waiting.id, { commandId: 'c' });
  assert.equal(answer.status, 'accepted');
  clerk.close();
  const [records, notices] = [await standing(name), await told()];
  assert.deepEqual(notices, [waiting.id]);
  await withFieldByField(name);
  assert.deepEqual([await standing(name), await told()], [records, notices]);
});
