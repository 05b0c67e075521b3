import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActor } from 'xstate';
import { accepted, PortError, refused, type CommandAnswer, type Draft, type FileSource, type SubmitCommand } from '../kernel/index.ts';
import { simulatedClock, settled } from '../../../../test/kit/simulated-clock.ts';
import { fileOf, samplePdf } from './sample-file.fixture.test.ts';
import { documentsPolicyDefaults, type DocumentsPolicy, type NewNote, type Note, type NoteRefusal, type Upload } from './index.ts';
import { noteDraftSchema } from './note-panel-draft.schema.ts';
import { notePanelMachine, notePanelPlace } from './note-panel.machine.ts';
import type { NotePanelEvent, NotePanelInput } from './note-panel.task.ts';
import { notePanelView, type NotePanelView } from './note-panel.view.ts';

type Answer = CommandAnswer<Note, NoteRefusal>;

interface Given {
  readonly policy?: Partial<DocumentsPolicy>;
  readonly answers?: readonly (Answer | PortError)[];
  readonly drafts?: Map<string, Draft> | null;
  readonly waiting?: readonly Upload[];
  readonly upload?: 'never';
  readonly mayPost?: boolean;
}

const noteOf = ({ caseId, text }: NewNote): Note => ({
  ...{ id: 'note-1', caseId, text, postedAt: 0, postedBy: 'Amal', side: 'provider', documents: [] },
});

/** A note over a port that takes everything, with all that it was asked. */
async function started(given: Given = {}) {
  const clock = simulatedClock();
  const drafts = given.drafts === undefined ? new Map<string, Draft>() : given.drafts;
  const [posted, uploaded, discarded]: [{ note: NewNote; commandId: string }[], string[], string[]] = [[], [], []];
  let ids = 0;
  const submit: SubmitCommand = (run, options) => run({ commandId: options?.commandId ?? 'none' }) as never;
  const input: NotePanelInput = {
    documents: {
      folder: async (caseId) => (caseId === 'none' ? null : { caseId, payerId: 'p', items: [], mayPost: given.mayPost ?? true }),
      upload: (_case, { name, size }, { uploadId }) => {
        uploaded.push(uploadId);
        if (given.upload === 'never') return new Promise(() => undefined);
        return Promise.resolve(accepted({ uploadId, name, kind: 'pdf', size, sha256: uploadId.padEnd(64, '0') }));
      },
      post: async (note, { commandId }) => {
        posted.push({ note, commandId });
        const answer = given.answers?.[posted.length - 1] ?? accepted(noteOf(note));
        if (answer instanceof PortError) throw answer;
        return answer;
      },
      discard: async (id) => void discarded.push(id),
      waiting: async () => given.waiting ?? [],
    },
    policy: async () => ({ ...documentsPolicyDefaults, ...given.policy }),
    submit,
    ids: { uuid: () => `id-${(ids += 1)}` },
    drafts: drafts && {
      get: async (taskId) => drafts.get(taskId) ?? null,
      put: async (draft) => void drafts.set(draft.taskId, JSON.parse(JSON.stringify(draft)) as Draft),
      remove: async (taskId) => void drafts.delete(taskId),
    },
    ...{ taskId: 'note', clock, caseId: 'case-1', itemSequence: null, digest: null, progress: () => undefined },
  };
  const open = async (more: Partial<NotePanelInput> = {}) => {
    const actor = createActor(notePanelMachine, { input: { ...input, ...more } }).start();
    await settled();
    const send = async (...events: NotePanelEvent[]): Promise<void> => {
      for (const event of events) actor.send(event);
      await settled();
    };
    return { actor, send, view: (): NotePanelView => notePanelView(actor.getSnapshot()) };
  };
  return { ...(await open()), open, clock, drafts, posted, uploaded, discarded };
}

const chosen = (...files: FileSource[]): NotePanelEvent => ({ type: 'files.chosen', files });
const write = (text: string): NotePanelEvent => ({ type: 'text.changed', text });
const post: NotePanelEvent = { type: 'post.requested' };

/** Waits for checks, which load their code on first use. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !isSo(); turn += 1) await settled();
  assert.ok(isSo());
}

test('N13 nothing to post is refused with a reason, and nothing leaves', async () => {
  const { send, view, posted, clock } = await started();
  await send(write('   '), post);
  assert.deepEqual([view().state, view().notice], ['composing', 'note.refused.nothing-to-post']);
  await clock.pass(60_000);
  assert.equal(posted.length, 0);
});

test('N13 N14 text alone, a file alone and both are notes; text and files are one command', async () => {
  for (const [events, text, count] of [
    [[write(' a ')], 'a', 0],
    [[chosen(samplePdf('a.pdf'))], '', 1],
    [[write('b'), chosen(samplePdf('a.pdf'), samplePdf('b.pdf'))], 'b', 2],
  ] as const) {
    const { send, view, posted, clock } = await started();
    await send(...events);
    await until(() => view().through === count);
    await send(post);
    await clock.pass(10_000);
    assert.deepEqual([posted.length, posted[0]?.note.text, posted[0]?.note.documents.length], [1, text, count]);
    assert.deepEqual([view().state, view().text, view().files, view().notice], ['composing', '', [], 'note.posted']);
  }
});

test('a note can be taken back until its last second, and then has left once', async () => {
  const { send, view, posted, clock } = await started();
  await send(write('a'), post);
  await clock.pass(9_000);
  assert.deepEqual([view().state, view().secondsLeft], ['held', 1]);
  await send({ type: 'post.undone' });
  await clock.pass(60_000);
  assert.deepEqual([view().state, view().text, posted.length], ['composing', 'a', 0]);
  await send(post);
  await clock.pass(10_000);
  assert.equal(posted.length, 1);
});

test('what is posted cannot be changed under the countdown', async () => {
  const { send, posted, clock } = await started();
  await send(write('a'), post, write('b'));
  await clock.pass(10_000);
  assert.equal(posted[0]?.note.text, 'a');
});

test('a draft holds text and files while they are written, under no command', async () => {
  const { send, view, drafts, clock } = await started();
  await send(write('half'), chosen(samplePdf('scan.pdf')));
  await until(() => view().through === 1);
  await clock.pass(600);
  const { payload, commandId } = drafts!.get('note')!;
  const draft = noteDraftSchema.parse(payload);
  assert.deepEqual(
    [commandId, draft.text, draft.files.map(({ name, type }) => [name, type])],
    [null, 'half', [['scan.pdf', 'medical-report']]],
  );
});

test('after a reload text, order and details are there; uploaded files are ready, others are to be chosen again', async () => {
  const waiting: Upload[] = [{ uploadId: 'id-1', name: 'a.pdf', kind: 'pdf', size: 1, sha256: '1'.repeat(64) }];
  const page = await started({ waiting });
  const [a, b] = [samplePdf('a.pdf'), samplePdf('b.pdf')];
  await page.send(write('half'), chosen(a, b));
  await page.send({ type: 'details.changed', id: 'id-2', changes: { type: 'imaging' } }, { type: 'file.moved', id: 'id-2', by: -1 });
  await page.clock.pass(600);
  page.actor.stop();
  const { view, send } = await page.open();
  const files = (): readonly unknown[] => view().files.map(({ name, state, type }) => [name, state, type]);
  assert.deepEqual(
    [view().text, files()],
    [
      'half',
      [
        ['b.pdf', 'missing', 'imaging'],
        ['a.pdf', 'uploaded', 'medical-report'],
      ],
    ],
  );
  await send(post);
  assert.equal(view().notice, 'note.refused.files-stuck');
  await send(chosen(b));
  await until(() => view().through === 2);
  assert.deepEqual(files(), [
    ['b.pdf', 'uploaded', 'imaging'],
    ['a.pdf', 'uploaded', 'medical-report'],
  ]);
});

test('a reload in the seconds of undo leaves a draft and sends nothing', async () => {
  const page = await started();
  await page.send(write('not yet'), post);
  page.actor.stop();
  await page.clock.pass(60_000);
  const { view } = await page.open();
  assert.deepEqual([view().state, view().text, page.posted.length], ['composing', 'not yet', 0]);
});

test('a note that was on its way when the page went is finished under its own id', async () => {
  const page = await started({ answers: [new PortError('aborted')] });
  await page.send(write('a'), post);
  await page.clock.pass(10_000);
  page.actor.stop();
  const { view } = await page.open();
  assert.deepEqual(
    page.posted.map(({ commandId, note }) => [commandId, note.text]),
    [
      ['id-1', 'a'],
      ['id-1', 'a'],
    ],
  );
  assert.deepEqual([view().text, view().notice, page.drafts!.size], ['', 'note.posted', 0]);
});

test('a try that failed is made again under the same id; refused, the next has another', async () => {
  const { send, view, posted, clock } = await started({ answers: [new PortError('timeout'), refused('duplicate')] });
  await send(write('a'), post);
  await clock.pass(10_000);
  assert.deepEqual([view().state, view().notice, view().canUndo], ['unsent', 'note.unsent.unsure', false]);
  await send(post);
  assert.deepEqual([view().state, view().notice, view().text], ['composing', 'note.refused.duplicate', 'a']);
  await send(post);
  await clock.pass(10_000);
  assert.deepEqual(
    posted.map(({ commandId }) => commandId),
    ['id-1', 'id-1', 'id-2'],
  );
});

test('a try that surely did not leave can be edited', async () => {
  const { send, view, clock } = await started({ answers: [new PortError('offline')] });
  await send(write('a'), post);
  await clock.pass(10_000);
  assert.deepEqual([view().notice, view().canUndo], ['note.unsent.offline', true]);
  await send({ type: 'post.undone' });
  assert.deepEqual([view().state, view().text], ['composing', 'a']);
});

test('a file that fails while the note waits brings the note back', async () => {
  const { send, view, posted, clock } = await started({ upload: 'never' });
  await send(write('a'), chosen(samplePdf('a.pdf')));
  await until(() => view().files[0]?.state === 'uploading');
  await send(post);
  await clock.pass(10_000);
  assert.equal(view().state, 'gathering');
  await clock.pass(600_000);
  assert.deepEqual([view().state, view().notice, view().files[0]?.state], ['composing', 'note.refused.files-stuck', 'failed']);
  assert.equal(posted.length, 0);
});

test('N13 a refused file stays behind, told and listed, when its note is posted; the upload of a removed one is let go of', async () => {
  const { send, view, posted, clock, discarded } = await started();
  await send(chosen(samplePdf('a.pdf'), fileOf('run.exe', new Uint8Array(3)), samplePdf('b.pdf')));
  await until(() => view().through === 2);
  assert.equal(view().files[1]?.refusal, 'kind-not-accepted');
  await send({ type: 'file.removed', id: 'id-1' });
  assert.deepEqual([view().removedName, discarded], ['a.pdf', []]);
  await send(post);
  assert.deepEqual(discarded, ['id-1']);
  const told = (): unknown => [view().along, view().behind.map(({ name }) => name), view().files.map(({ name }) => name)];
  assert.deepEqual(told(), [1, ['run.exe'], ['run.exe', 'b.pdf']]);
  await clock.pass(10_000);
  assert.deepEqual([view().notice, ...(told() as unknown[])], ['note.posted', 0, ['run.exe'], ['run.exe']]);
  await send({ type: 'file.removed', id: 'id-2' });
  assert.deepEqual([view().behind, view().files], [[], []]);
  assert.deepEqual(
    posted[0]?.note.documents.map(({ uploadId }) => uploadId),
    ['id-3'],
  );
});

test('N14 what had no place in a note moves up once the note has left, and waits for the next one', async () => {
  const { send, view, posted, clock } = await started({ policy: { maxFiles: 2 } });
  await send(chosen(...['a', 'b', 'c', 'd', 'e'].map((name) => samplePdf(`${name}.pdf`))));
  await until(() => view().through === 2);
  for (const [left, behind] of [
    [['c.pdf', 'd.pdf', 'e.pdf'], ['e.pdf']],
    [['e.pdf'], []],
    [[], []],
  ]) {
    await send(post);
    await clock.pass(10_000);
    await until(() => view().files.every(({ state }) => state === 'uploaded' || state === 'refused'));
    const names = (files: readonly { readonly name: string }[]): string[] => files.map(({ name }) => name);
    assert.deepEqual([view().notice, names(view().files), names(view().behind)], ['note.posted', left, behind]);
  }
  assert.deepEqual(
    posted.map(({ note }) => note.documents.length),
    [2, 2, 1],
  );
});

test('N13 the file whose content is on the case already says so, and the note can go without it', async () => {
  const { send, view, posted, clock } = await started({ answers: [refused('duplicate', { uploadId: 'id-2' })] });
  await send(write('a'), chosen(samplePdf('a.pdf'), samplePdf('b.pdf')));
  await until(() => view().through === 2);
  await send(post);
  await clock.pass(10_000);
  await until(() => view().state === 'composing');
  assert.deepEqual(
    [view().notice, view().files.map(({ name, refusal }) => [name, refusal])],
    [
      'note.refused.duplicate',
      [
        ['a.pdf', null],
        ['b.pdf', 'duplicate'],
      ],
    ],
  );
  await send(post);
  await clock.pass(10_000);
  assert.deepEqual([view().notice, posted.map(({ note }) => note.documents.length)], ['note.posted', [2, 1]]);
});

test('where nothing is kept, what waits with the backend is offered, and text comes back with the element only', async () => {
  const waiting: Upload[] = [{ uploadId: 'u', name: 'a.pdf', kind: 'pdf', size: 1, sha256: '1'.repeat(64) }];
  const page = await started({ drafts: null, waiting });
  assert.deepEqual([page.view().keeps, page.view().files.map(({ state }) => state)], ['not-offered', ['uploaded']]);
  await page.send(write('a'));
  const place = notePanelPlace(page.actor.getSnapshot());
  page.actor.stop();
  assert.equal((await page.open({ place })).view().text, 'a');
  assert.equal((await page.open({ place: { ...place, caseId: 'another' } })).view().text, '');
});

test('a file that is refused after its note was posted goes back to the person: the note was not meant without it', async () => {
  const { actor, send, view, posted, clock } = await started();
  await send(write('a'), chosen(samplePdf('a.pdf')));
  await until(() => view().through === 1);
  await send(post);
  actor.send({ type: 'file.changed', id: 'id-1', changes: { state: 'refused', refusal: 'duplicate' } });
  await clock.pass(10_000);
  assert.deepEqual([view().state, view().notice, posted.length], ['composing', 'note.refused.files-stuck', 0]);
});

test('no such case, no right to post, no case at all', async () => {
  const page = await started({ mayPost: false });
  assert.equal(page.view().state, 'readOnly');
  assert.equal((await page.open({ caseId: 'none' })).view().state, 'notFound');
  assert.equal((await page.open({ caseId: null })).view().state, 'idle');
});

test('the same snapshot gives the same view', async () => {
  const { actor, send } = await started();
  await send(write('a'), chosen(samplePdf('a.pdf')));
  const [one, two] = [notePanelView(actor.getSnapshot()), notePanelView(actor.getSnapshot())];
  for (const key of Object.keys(one) as (keyof NotePanelView)[]) assert.ok(Object.is(one[key], two[key]), key);
});
