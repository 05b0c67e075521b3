import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { samplePdf } from '../documents/sample-file.fixture.test.ts';
import { PortError, refused } from '../kernel/index.ts';
import { choose, dispatch, review, service, sound, started } from './authorization-request.fixture.test.ts';

describe('authorization request, documents', () => {
  it('N15 N16 P2 are checked while it is written and follow the answer as one note, each at its line', async () => {
    const { send, view, until, sent, posted, uploaded } = await started();
    await send(...sound, service('S-2'), choose(samplePdf('a.pdf'), samplePdf('b.pdf')));
    await until(() => view().files.every(({ state }) => state === 'checked'));
    assert.deepEqual(uploaded, []);
    const [first, second] = view().files;
    await send({ type: 'details.changed', id: first!.id, changes: { itemSequence: 2 } });
    await send({ type: 'details.changed', id: second!.id, changes: { itemSequence: 1 } }, { type: 'item.removed', sequence: 1 }, review);
    assert.equal(view().isNudged, false);
    await send(dispatch);
    await until(() => view().state === 'sent');
    assert.deepEqual([sent.length, posted.length, posted[0]?.note.caseId, view().posted], [1, 1, 'a-1', 2]);
    // A document of a line that is gone is of the whole.
    assert.deepEqual(
      posted[0]?.note.documents.map(({ itemSequence }) => itemSequence),
      [2, null],
    );
  });

  it('P2 says that the request is sent and which documents are with it; the rest can be sent again', async () => {
    const { send, view, until, posted, drafts } = await started({ failing: ['b.pdf'] });
    await send(...sound, choose(samplePdf('a.pdf'), samplePdf('b.pdf')));
    await until(() => view().files.every(({ state }) => state === 'checked'));
    await send(review, dispatch);
    await until(() => view().state === 'incomplete');
    assert.deepEqual([view().sent?.reference, view().posted, view().total], ['PA-1', 1, 2]);
    assert.equal(drafts?.size, 1);
    await send({ type: 'documents.retried' });
    await until(() => view().state === 'sent');
    assert.deepEqual([view().posted, posted.length, drafts?.size], [2, 2, 0]);
  });

  it('P2 a note that nobody knows of is asked again under its own number, and never a second time beside it', async () => {
    const { send, view, until, posted } = await started({ notes: [new PortError('timeout')] });
    await send(...sound, choose(samplePdf('a.pdf')));
    await until(() => view().files.every(({ state }) => state === 'checked'));
    await send(review, dispatch);
    await until(() => view().state === 'incomplete');
    assert.equal(view().notice, 'request.documents.failed');
    await send({ type: 'documents.retried' });
    await until(() => view().state === 'sent');
    assert.equal(posted[1]?.commandId, posted[0]?.commandId);
  });

  it('P2 after a reload the names are still there: what had arrived goes, the rest is chosen again', async () => {
    const uploads = [{ uploadId: 'id-1', name: 'a.pdf', kind: 'pdf', size: 1, sha256: 'a'.repeat(64) }] as const;
    const { send, view, until, open, actor, posted } = await started({ failing: ['a.pdf', 'b.pdf'], waiting: uploads });
    await send(...sound, choose(samplePdf('a.pdf'), samplePdf('b.pdf')));
    await until(() => view().files.every(({ state }) => state === 'checked'));
    await send(review, dispatch);
    await until(() => view().state === 'incomplete');
    actor.stop();
    const again = await open();
    await again.until(() => again.view().state === 'incomplete');
    assert.deepEqual(
      [posted.length, again.view().posted, again.view().files.map(({ name, state }) => [name, state])],
      [1, 1, [['b.pdf', 'missing']]],
    );
    await again.send(choose(samplePdf('b.pdf')));
    await again.until(() => again.view().state === 'sent');
    assert.deepEqual([posted.length, again.view().posted, again.told], [2, 2, []]);
  });

  it('P2 what will not come can be left out, and a refused note says why', async () => {
    const { send, view, until } = await started({ notes: [refused('duplicate')] });
    await send(...sound, choose(samplePdf('a.pdf')));
    await until(() => view().files.every(({ state }) => state === 'checked'));
    await send(review, dispatch);
    await until(() => view().state === 'incomplete');
    assert.equal(view().notice, 'note.refused.duplicate');
    await send({ type: 'documents.left' });
    assert.deepEqual([view().state, view().posted, view().files], ['sent', 0, []]);
  });

  it('where nothing can be attached nobody is told to', async () => {
    const { send, view } = await started({ input: { documents: null } });
    await send(...sound, review);
    assert.deepEqual([view().isNudged, view().takesFiles], [false, false]);
    await send(dispatch);
    assert.equal(view().state, 'sent');
  });
});
