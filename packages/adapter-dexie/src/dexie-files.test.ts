import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryFiles, type FileStore } from '@portico/backend';
import { createDatabase } from './dexie-database.ts';
import { createDexieFiles, fileTables } from './dexie-files.ts';
import { browserClock } from './host.ts';

const bytes = Uint8Array.from({ length: 1_000 }, (_, n) => n % 251);
let names = 0;

const stores: Readonly<Record<string, () => FileStore>> = {
  memory: createMemoryFiles,
  IndexedDB: () =>
    createDexieFiles(
      createDatabase({ name: `files-${(names += 1)}`, versions: [{ number: 1, indexes: fileTables }], timers: browserClock }),
    ),
};

for (const [name, create] of Object.entries(stores)) {
  describe(`files in ${name}`, () => {
    it('gives back what was put, whole and in parts', async () => {
      const files = create();
      await files.put('a', bytes);
      const kept = (await files.get('a'))!;
      assert.equal(kept.size, bytes.length);
      assert.deepEqual(await kept.read(0, kept.size), bytes);
      assert.deepEqual(await kept.read(250, 260), bytes.slice(250, 260));
      assert.deepEqual(await kept.read(990, 2_000), bytes.slice(990), 'no further than its end');
    });

    it('keeps what it was given, whatever becomes of the array', async () => {
      const files = create();
      const own = bytes.slice();
      await files.put('a', own);
      own.fill(0);
      assert.deepEqual(await (await files.get('a'))!.read(0, 10), bytes.slice(0, 10));
    });

    it('the same id again replaces, deletion leaves none, and none is fine to delete', async () => {
      const files = create();
      await files.put('a', bytes);
      await files.put('a', bytes.slice(0, 5));
      assert.equal((await files.get('a'))!.size, 5);
      await files.delete('a');
      await files.delete('a');
      assert.equal(await files.get('a'), null);
    });
  });
}
