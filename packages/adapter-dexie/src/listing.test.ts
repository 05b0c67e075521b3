import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractWorld, createMemoryKeeper, people } from '@portico/testing/contract';
import { createDexieBackend } from './dexie-backend.ts';
import { freshName } from './dexie-fixture.test.ts';

/** How many codes, physicians and providers the clerk finds in a world that is seeded with or without lists. */
async function found(name: string, hasLists: boolean): Promise<readonly number[]> {
  const backend = createDexieBackend({
    ...{ name, storage: 'plain', people: 'synthetic', passwordRounds: 1, sessionKeeper: createMemoryKeeper() },
    seed: () => contractWorld.map(({ directory, ...world }) => (hasLists ? { ...world, ...(directory && { directory }) } : world)),
  });
  await backend.access!.signIn(people.clerk);
  const { directory } = backend;
  const codes = await directory!.codes!('diagnoses', { text: '' });
  const physicians = await directory!.physicians!({ text: '' });
  const providers = await directory!.providers!({ text: '' });
  backend.close();
  return [codes.rows.length, physicians.rows.length, providers.rows.length];
}

test('N18 N19 lists are read from the browser again after a reload', async () => {
  const name = freshName();
  const first = await found(name, true);
  assert.ok(first.every((n) => n > 0));
  assert.deepEqual(await found(name, true), first);
});

test('N18 N19 a world of before there were lists has them once it is opened', async () => {
  const name = freshName();
  assert.deepEqual(await found(name, false), [0, 0, 0]);
  await unlisted(name);
  assert.ok((await found(name, true)).every((n) => n > 0));
  assert.deepEqual(await found(name, false), await found(name, true), 'and keeps them');
});

test('somebody whom the world begins with by now can sign in in one of before, and nobody is there twice', async () => {
  const [name, { claimsCenter, clerk }] = [freshName(), people];
  const signIns = async (isOlder: boolean): Promise<readonly string[]> => {
    const backend = createDexieBackend({
      ...{ name, storage: 'plain', people: 'synthetic', passwordRounds: 1, sessionKeeper: createMemoryKeeper() },
      seed: () =>
        contractWorld.map((world) => ({
          ...world,
          accounts: world.accounts.filter((account) => !isOlder || account.name !== claimsCenter.name),
        })),
    });
    const answers = [await backend.access!.signIn(claimsCenter), await backend.access!.signIn(clerk)];
    backend.close();
    return answers.map(({ status }) => status);
  };
  assert.deepEqual(await signIns(true), ['wrong-credentials', 'signed-in']);
  assert.deepEqual(await signIns(true), ['wrong-credentials', 'signed-in'], 'a world of now is left as it is');
  await unlisted(name);
  assert.deepEqual(await signIns(false), ['signed-in', 'signed-in']);
  await unlisted(name);
  assert.deepEqual(await signIns(false), ['signed-in', 'signed-in'], 'and again');
});

/** Makes the database what it was before. */
async function unlisted(name: string): Promise<void> {
  const { Dexie } = await import('dexie');
  const database = await new Dexie(name).open();
  await database.table('counters').put({ id: 'demo/seeded', version: 1, value: 1 });
  await Promise.all(['directoryLists', 'directoryBlocks'].map((table) => database.table(table).clear()));
  database.close();
}
