import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeEntry } from '@portico/core/directory';
import { searchText } from '@portico/core/kernel';
import { contractWorld, createMemoryWorld, people } from '@portico/testing/contract';
import { keyForm } from './list-index.ts';
import { loadDirectory, seedDirectory } from './lists.ts';

const code = (value: string, text: string): CodeEntry => ({ coded: { code: value, system: null, text }, names: {} });
const words = ['acute', 'chronic', 'left', 'right', 'upper', 'lower', 'pain', 'fracture', 'asthma', 'ulcer', 'ربو', 'السكري'];

/** A made-up list: every word stands in many names, every beginning of a code in many codes. */
const manyCodes = (count: number): readonly CodeEntry[] =>
  Array.from({ length: count }, (_, n) =>
    code(
      `${'ABCDEFGHIJ'[n % 10]}${String(n).padStart(5, '0').slice(0, 2)}.${n}`,
      [words[n % 12], words[(n * 5) % 11], words[(n * 7) % 9], `case ${n}`].join(' '),
    ),
  );

async function signedIn() {
  const world = await createMemoryWorld(contractWorld);
  const page = world.connect();
  await page.access!.signIn(people.clerk);
  const codes = async (text: string, limit = 50) =>
    (await page.directory!.codes!('diagnoses', { text, limit })).rows.map(({ coded }) => coded.code);
  return { world, page, codes };
}

describe('long lists', () => {
  it('N19 N20 an installation puts its own list in the place of the one it had, and the next search sees it', async () => {
    const { world, codes } = await signedIn();
    assert.deepEqual(await codes('e1'), ['E10', 'E11']);
    await loadDirectory(world.store, 'organisation:1', { diagnoses: [code('E12', 'New'), code('E1', 'First')] });
    assert.deepEqual(await codes('e1'), ['E1', 'E12']);
    assert.deepEqual(await codes('Q20'), [], 'nothing of the old one is left');
    assert.equal((await world.connect().directory!.contacts()).length, 3);
  });

  it('what is left out stays, and a seeding that is begun again changes nothing', async () => {
    const { world, page, codes } = await signedIn();
    await loadDirectory(world.store, 'organisation:1', { services: [] });
    await seedDirectory(world.store, 'organisation:1', { diagnoses: [code('Z9', 'Other')] });
    assert.deepEqual(await codes('e1'), ['E10', 'E11']);
    assert.deepEqual((await page.directory!.codes!('services', { text: '' })).rows, []);
  });

  it('a list that becomes shorter leaves no block behind', async () => {
    const { world, codes } = await signedIn();
    await loadDirectory(world.store, 'organisation:1', { diagnoses: manyCodes(2_500) });
    assert.equal((await codes('', 1_000)).length, 1_000);
    await loadDirectory(world.store, 'organisation:1', { diagnoses: manyCodes(10) });
    assert.equal((await codes('', 1_000)).length, 10);
    const blocks = await world.store.transaction('read', (tx) => tx.query('directoryBlocks', {}));
    assert.equal(blocks.filter(({ listId }) => listId === 'organisation:1/diagnoses').length, 1);
  });

  it('N19 fifty thousand entries are found as a look at each of them finds them', async () => {
    const { world, page } = await signedIn();
    const all = manyCodes(50_000);
    const expected = plainly(all);
    await loadDirectory(world.store, 'organisation:1', { diagnoses: all });
    for (const text of ['a', 'A12', 'a12.12', 'fract', 'pain left', 'السكري', 'سكري asth', 'case 4999', 'b01.1101']) {
      const { total } = await page.directory!.codes!('diagnoses', { text, limit: 1 });
      assert.deepEqual(total, { kind: 'exact', n: expected(text) }, text);
    }
  });

  it('a list is read from the store once, whoever asks', async () => {
    const { world, codes } = await signedIn();
    await codes('a');
    // Without a new version nobody looks at the blocks again.
    await world.store.transaction('write', (tx) => tx.delete('directoryBlocks', 'organisation:1/diagnoses/000000'));
    const other = world.connect();
    await other.access!.signIn(people.otherClerk);
    assert.equal((await other.directory!.codes!('diagnoses', { text: 'e1' })).rows.length, 2);
    assert.deepEqual(await codes('e11'), ['E11']);
  });

  it('a list that is no list of codes is refused', async () => {
    const { page } = await signedIn();
    await assert.rejects(page.directory!.codes!('physicians' as never, { text: 'a' }), { code: 'invalid' });
  });
});

const bare = (word: string): string => word.replace(/^ال(?=..)/, '');

/** The same question asked of each entry, by plain means. */
function plainly(entries: readonly CodeEntry[]): (text: string) => number {
  const all = entries.map(({ coded }) => ({ key: keyForm(coded.code), own: `${keyForm(coded.code)} ${coded.text!}` }));
  const known = all.map(({ key, own }) => ({ key, own: searchText(own).split(' ') }));
  return (text) => {
    const [asked, wantedKey] = [searchText(text).split(/[ .]/), keyForm(text)];
    const begins = (word: string, wanted: string): boolean => word.startsWith(wanted) || bare(word).startsWith(bare(wanted));
    return known.filter(({ key, own }) => key.startsWith(wantedKey) || asked.every((wanted) => own.some((word) => begins(word, wanted))))
      .length;
  };
}
