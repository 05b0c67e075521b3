import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { storeContract, thingIndexes } from '../store.contract.ts';
import { createMemoryStore } from './memory-store.ts';

storeContract(describe, it, 'memory', { create: async () => createMemoryStore(thingIndexes) });

describe('memory store', () => {
  const record = { id: 'a', version: 1, shelf: null, rank: null, words: '', tags: [] };

  it('refuses a transaction that is used after its end', async () => {
    const store = createMemoryStore(thingIndexes);
    const tx = await store.transaction('write', async (inner) => inner);
    await assert.rejects(tx.put('things', record), /the transaction is over/);
  });

  it('lets readers see nothing of a write that is under way', async () => {
    const store = createMemoryStore(thingIndexes);
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const writing = store.transaction('write', async (tx) => {
      await tx.put('things', record);
      await held;
      throw new Error('on purpose');
    });
    const reading = store.transaction('read', (tx) => tx.get('things', 'a'));
    go();
    await assert.rejects(writing);
    assert.equal(await reading, null);
  });
});
