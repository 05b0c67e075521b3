import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentsPort } from '@portico/core/documents';
import type { FileSource } from '@portico/core/kernel';
import { anything, contractWorld, createMemoryWorld, people, samplePdf, type MemoryWorld } from '@portico/testing/contract';
import { createMemoryFiles, type FileStore } from '../files.ts';

interface Desk {
  readonly world: MemoryWorld;
  readonly documents: Required<DocumentsPort>;
  readonly caseId: string;
  /** Ids of the files that are kept. */
  readonly kept: Set<string>;
}

async function desk(): Promise<Desk> {
  const [memory, kept] = [createMemoryFiles(), new Set<string>()];
  const files: FileStore = {
    ...memory,
    put: (id, bytes) => memory.put(id, bytes).then(() => void kept.add(id)),
    delete: (id) => memory.delete(id).then(() => void kept.delete(id)),
  };
  const world = await createMemoryWorld(contractWorld, { files });
  const page = world.connect();
  await page.access!.signIn(people.clerk);
  const { rows } = await page.claims!.search({ ...anything, providerId: 'provider:a' }, { limit: 1 });
  return { world, documents: page.documents as Required<DocumentsPort>, caseId: rows[0]!.id, kept };
}

const codeOf = (answer: Awaited<ReturnType<Desk['documents']['upload']>>): string =>
  answer.status === 'refused' ? answer.code : answer.status;

describe('uploads', () => {
  it('T9 what gives less or more than it said, or breaks off, is unreadable and leaves no byte', async () => {
    const { documents, caseId, kept } = await desk();
    const whole = samplePdf('a.pdf', 'a');
    const liars: readonly FileSource[] = [
      { ...whole, size: whole.size + 1 },
      { ...whole, read: async () => new Uint8Array(whole.size + 1) },
      { ...whole, read: () => Promise.reject(new Error('the disk was pulled out')) },
    ];
    for (const [n, file] of liars.entries()) {
      assert.equal(codeOf(await documents.upload(caseId, file, { uploadId: `liar-${n}` })), 'unreadable');
    }
    assert.equal(kept.size, 0);
    assert.deepEqual(await documents.waiting(caseId), []);
  });

  it('a refusal is in the audit by its code, without the name of the file', async () => {
    const { world, documents, caseId } = await desk();
    await documents.upload(caseId, { ...samplePdf('x.exe', 'x') }, { uploadId: 'u' });
    const rows = await world.store.transaction('read', (tx) => tx.query('audit', {}));
    const row = rows.find(({ action }) => action === 'documents.upload');
    assert.deepEqual([row?.outcome, row?.code, row?.target], ['refused', 'kind-not-accepted', caseId]);
    assert.ok(!JSON.stringify(row).includes('x.exe'));
  });

  it('a file whose note never came is removed with its bytes after the hours of the policy, not before', async () => {
    const { world, documents, caseId, kept } = await desk();
    await documents.upload(caseId, samplePdf('old.pdf', 'old'), { uploadId: 'old' });
    const hours = async (count: number): Promise<void> => {
      world.clock.advance(count * 3_600_000);
      await documents.waiting(caseId).catch(() => undefined);
    };
    const again = async (): Promise<Required<DocumentsPort>> => {
      const page = world.connect();
      await page.access!.signIn(people.clerk);
      return page.documents as Required<DocumentsPort>;
    };
    await hours(23);
    await (await again()).upload(caseId, samplePdf('new.pdf', 'new'), { uploadId: 'new' });
    assert.equal(kept.size, 2, 'after 23 hours');
    await hours(1);
    await (await again()).upload(caseId, samplePdf('third.pdf', 'third'), { uploadId: 'third' });
    assert.deepEqual(
      (await (await again()).waiting(caseId)).map(({ uploadId }) => uploadId),
      ['new', 'third'],
    );
    assert.equal(kept.size, 2, 'after 24 hours');
  });

  it('bytes of a posted document stay, whatever is uploaded later under the same id', async () => {
    const { world, documents, caseId } = await desk();
    await documents.upload(caseId, samplePdf('first.pdf', 'first'), { uploadId: 'same' });
    const attached = [{ uploadId: 'same', itemSequence: null, type: 'other', purpose: 'to-submit' }] as const;
    const answer = await documents.post({ caseId, text: '', documents: attached }, { commandId: world.ids.uuid() });
    assert.equal(answer.status, 'accepted');
    const { id, size } = answer.status === 'accepted' ? answer.value.documents[0]! : { id: '', size: 0 };
    const bytesNow = async (): Promise<Uint8Array | null> => (await documents.content(id).catch(() => null))?.read(0, size) ?? null;
    const before = await bytesNow();
    assert.equal(before?.length, size);
    await documents.upload(caseId, samplePdf('second.pdf', 'second'), { uploadId: 'same' });
    await documents.discard('same');
    assert.deepEqual(await bytesNow(), before);
  });

  it('two uploads under one id at the same moment keep one file', async () => {
    const { documents, caseId, kept } = await desk();
    const [a, b] = await Promise.all(['a', 'a'].map(() => documents.upload(caseId, samplePdf('a.pdf', 'a'), { uploadId: 'a' })));
    assert.deepEqual([codeOf(a!), codeOf(b!)], ['accepted', 'accepted']);
    assert.equal(kept.size, 1);
  });

  it('tells progress up to the whole, and a cancelled one leaves nothing', async () => {
    const { documents, caseId, kept } = await desk();
    const told: number[] = [];
    const file = samplePdf('a.pdf', 'a');
    await documents.upload(caseId, file, { uploadId: 'a', onProgress: (received) => told.push(received) });
    assert.equal(told.at(-1), file.size);
    const stop = new AbortController();
    const half: FileSource = { ...file, name: 'b.pdf', read: (from, to) => (stop.abort(), file.read(from, to)) };
    await assert.rejects(documents.upload(caseId, half, { uploadId: 'b', signal: stop.signal }), { code: 'aborted' });
    assert.equal(kept.size, 1);
  });

  it('as many files wait as a note carries, twice', async () => {
    const { documents, caseId } = await desk();
    const upload = async (n: number): Promise<string> =>
      codeOf(await documents.upload(caseId, samplePdf(`${n}.pdf`, `${n}`), { uploadId: `${n}` }));
    for (let n = 0; n < 10; n += 1) assert.equal(await upload(n), 'accepted');
    assert.equal(await upload(10), 'too-many-waiting');
    await documents.discard('3');
    assert.equal(await upload(11), 'accepted');
  });
});
