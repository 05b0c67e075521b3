import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import type { Contact } from '../directory/index.ts';
import type { CaseDocument, DocumentsPort } from '../documents/index.ts';
import {
  DRAFT_PAUSE,
  accepted,
  PortError,
  refused,
  type Change,
  type CommandAnswer,
  type CommandMeta,
  type Draft,
} from '../kernel/index.ts';
import { aCase } from './case-fixture.test.ts';
import { settled, TestClock } from './claim-query-fixture.test.ts';
import type { ModificationCommandRefusal } from './claims.port.ts';
import { rowOf, type ModificationAsked, type ModificationRequest } from './index.ts';
import { modificationRequestMachine } from './modification-request.machine.ts';
import type { ModificationRequestEvent, ModificationRequestInput } from './modification-request.task.ts';
import { modificationRequestView } from './modification-request.view.ts';

type Answer = CommandAnswer<ModificationRequest, ModificationCommandRefusal>;

const LENGTH = 3 * 60_000;
const record = aCase({
  deadlines: { modification: { start: 'taken-in', startedAt: 0, dueAt: 1_000 + LENGTH, zone: 'Asia/Dubai' } },
});
const somebody = { accountId: 'a-1', displayName: 'Noura' };
const aRequest = (changes: Partial<ModificationRequest> = {}): ModificationRequest => ({
  ...{ id: 'r-1', version: 1, lifecycleVersion: 1, organisationId: 'o-1', caseId: 'c-1', providerId: 'h-1', payerId: 'p-1' },
  ...{ requestedBy: somebody, requestedAt: 1_000, state: 'requested', answer: null },
  asked: { subject: 'services', text: 'Two, not one.', documentIds: [] },
  ...changes,
});
const helpdesk = (brandId: string): Contact => ({
  ...{ id: `${brandId}:AE`, brandId, brandName: brandId, country: 'AE', hours: null },
  channels: [{ kind: 'phone', purpose: 'helpdesk', value: '+971 4 555 0100' }],
});

const aDocument = (id: string, changes: Partial<Pick<CaseDocument, 'purpose'>> = {}): CaseDocument => ({
  ...{ id, caseId: 'c-1', noteId: 'n-1', name: `${id}.pdf`, kind: 'pdf', type: 'medical-report', size: 1, sha256: '0'.repeat(64) },
  ...{ itemSequence: null, purpose: 'to-submit', postedAt: 1, postedBy: 'Noura', side: 'provider', ...changes },
});
const aForm: CaseDocument = {
  ...{ id: 'f-1', caseId: 'c-1', noteId: null, kind: 'form', template: 'authorization-form', templateVersion: 1, name: 'A-1' },
  ...{
    type: 'authorization-form',
    itemSequence: null,
    standing: 'in-force',
    purpose: 'to-submit',
    postedAt: 1,
    postedBy: '',
    side: 'payer',
  },
};
/** Documents by pages; a page may fail. */
const documentsOf = (...pages: readonly (readonly CaseDocument[] | PortError)[]): Pick<DocumentsPort, 'documents'> => ({
  documents: async (_, { cursor }) => {
    const n = Number(cursor ?? 0);
    const rows = pages[n]!;
    if (rows instanceof PortError) throw rows;
    return { rows, next: n + 1 < pages.length ? String(n + 1) : null, total: { kind: 'unknown' } };
  },
});

/** A task over ports that the test answers for. */
function aTask(
  changes: Partial<ModificationRequestInput> = {},
  {
    draft = null,
    requests = [] as readonly ModificationRequest[],
  }: { draft?: Draft | null; requests?: readonly ModificationRequest[] } = {},
) {
  const clock = new TestClock();
  const kept = new Map<string, Draft>(draft ? [[draft.taskId, draft]] : []);
  const sent: { asked: ModificationAsked; meta: CommandMeta; answer(answer: Answer): void; fail(error: unknown): void }[] = [];
  const listeners = new Set<(change: Change) => void>();
  let n = 0;
  const actor = createActor(modificationRequestMachine, {
    input: {
      claims: {
        modificationRequests: async () => ({
          rows: requests.map((request) => ({ request, row: rowOf(record) })),
          ...{ next: null, total: { kind: 'exact', n: requests.length } },
        }),
        requestModification: (_, asked, meta) => new Promise((answer, fail) => sent.push({ asked, meta, answer, fail })),
        withdrawModification: async (id) => accepted(aRequest({ id, version: 2, state: 'withdrawn' })),
      },
      directory: {
        payers: async () => ({ rows: [{ id: 'p-1', name: 'P', brandId: 'gulf' }], next: null, total: { kind: 'exact', n: 1 } }),
        contacts: async ({ brandId } = {}) => [helpdesk('gulf'), helpdesk('lake')].filter((one) => one.brandId === brandId),
      },
      documents: null,
      changes: {
        subscribe: (topic, listener) => {
          const tell = (change: Change): void => (change.topic === topic ? listener(change) : undefined);
          listeners.add(tell);
          return () => listeners.delete(tell);
        },
      },
      submit: (run, { commandId } = {}) => run({ commandId: commandId ?? 'none' }) as never,
      ids: { uuid: () => `command-${(n += 1)}` },
      drafts: {
        get: async (taskId) => kept.get(taskId) ?? null,
        put: async (one) => void kept.set(one.taskId, one),
        remove: async (taskId) => void kept.delete(taskId),
      },
      ...{ clock, record },
      ...changes,
    },
  });
  const errors: unknown[] = [];
  actor.subscribe({ error: (error) => errors.push(error) });
  actor.start();
  const posted = (id: string): void => listeners.forEach((tell) => tell({ topic: 'documents', id, version: 1 }));
  const moved = (): void => listeners.forEach((tell) => tell({ topic: 'world', id: 'clock', version: 1 }));
  return { actor, clock, sent, kept, errors, listeners, moved, posted, view: () => modificationRequestView(actor.getSnapshot()) };
}
const written = async (...events: readonly ModificationRequestEvent[]) => {
  const task = aTask();
  await settled();
  task.actor.send({ type: 'form.opened' });
  task.actor.send({ type: 'form.changed', changes: { subject: 'services', text: ' Two, not one. ' } });
  for (const event of events) task.actor.send(event);
  await settled();
  return task;
};

suite('modification request: task', () => {
  test('N12 the time left goes down by the minute, and at the end the offer is gone and the payer’s helpdesk is asked for', async () => {
    const { view, clock, errors } = aTask();
    await settled();
    assert.deepEqual([view().state, view().minutesLeft], ['offered', 3]);
    await clock.advance(60_000);
    assert.deepEqual([view().state, view().minutesLeft], ['offered', 2]);
    await clock.advance(60_000);
    await clock.advance(59_999);
    assert.deepEqual([view().state, view().minutesLeft], ['offered', 1]);
    await clock.advance(1);
    assert.deepEqual([view().state, view().minutesLeft, view().contacts?.map(({ brandId }) => brandId)], ['over', 0, ['gulf']]);
    assert.deepEqual(errors, []);
  });

  test('N12 a clock that is moved from elsewhere is looked at once', async () => {
    const { view, clock, moved, actor } = aTask();
    await settled();
    (clock as unknown as { now: () => number }).now = () => 1_000 + LENGTH;
    // Also without any news: what is opened looks at the time itself.
    actor.send({ type: 'form.opened' });
    assert.equal(view().isEditing, false);
    moved();
    await settled();
    assert.equal(view().state, 'over');
  });

  test('N13 what is asked goes out once, trimmed, under the id that the draft held before', async () => {
    const { view, sent, kept } = await written({ type: 'request.sent' });
    assert.deepEqual([sent.length, sent[0]?.asked.text, sent[0]?.meta.commandId], [1, 'Two, not one.', 'command-1']);
    assert.deepEqual([kept.get('modification-request:c-1')?.commandId, view().isBusy], ['command-1', true]);
    sent[0]?.answer(accepted(aRequest()));
    await settled();
    assert.deepEqual([view().state, view().notice, view().waiting?.id, kept.size], ['waiting', 'modification.sent', 'r-1', 0]);
  });

  test('a refused try is another command the next time; one of which nobody knows is the same', async () => {
    for (const [answer, wanted] of [
      [refused('already-open'), 'command-2'],
      [{ status: 'unknown' }, 'command-1'],
    ] as const) {
      const { actor, sent, view } = await written({ type: 'request.sent' });
      sent[0]?.answer(answer as Answer);
      await settled();
      assert.equal(view().error, answer.status === 'unknown' ? 'modification.error.unknown' : 'modification.error.already-open');
      actor.send({ type: 'request.sent' });
      await settled();
      assert.equal(sent[1]?.meta.commandId, wanted);
    }
  });

  test('a failure keeps the text and says so; trying again is the same command', async () => {
    const { actor, sent, view } = await written({ type: 'request.sent' });
    sent[0]?.fail(new PortError('offline'));
    await settled();
    assert.deepEqual([view().error, view().form.text, view().isEditing], ['modification.failed.offline', ' Two, not one. ', true]);
    actor.send({ type: 'request.sent' });
    await settled();
    assert.equal(sent[1]?.meta.commandId, 'command-1');
  });

  test('what the rules refuse does not leave the page', async () => {
    const task = await written();
    task.actor.send({ type: 'form.changed', changes: { subject: null } });
    task.actor.send({ type: 'request.sent' });
    await settled();
    assert.deepEqual([task.sent.length, task.view().subjectError], [0, 'modification.error.subject-missing']);
  });

  test('N13 typing is kept a moment after the last key and comes back; typing does not begin the task anew', async () => {
    const { clock, kept, view } = await written();
    assert.equal(view().isEditing, true);
    assert.equal(kept.size, 0);
    await clock.advance(DRAFT_PAUSE);
    const draft = kept.get('modification-request:c-1')!;
    assert.deepEqual(draft.payload, { subject: 'services', text: ' Two, not one. ', documentIds: [] });
    const again = aTask({}, { draft });
    await settled();
    assert.deepEqual(
      [again.view().isEditing, again.view().form.text, again.view().notice],
      [true, ' Two, not one. ', 'modification.draftKept'],
    );
  });

  test('N13 what was typed last is kept when the element goes or shows another case before the pause is over; what was discarded is not', async () => {
    const gone = await written();
    gone.actor.stop();
    await settled();
    assert.equal((gone.kept.get('modification-request:c-1')?.payload as { text: string }).text, ' Two, not one. ');
    const other = await written();
    other.actor.send({ type: 'case.shown', record: { ...other.actor.getSnapshot().context.record, id: 'c-2' } });
    await settled();
    assert.deepEqual([...other.kept.keys()], ['modification-request:c-1']);
    const discarded = await written({ type: 'form.discarded' });
    discarded.actor.stop();
    await settled();
    assert.equal(discarded.kept.size, 0);
  });

  test('a request whose answer was missed by a reload is not offered to be sent a second time', async () => {
    const payload = { subject: 'services', text: 'Two, not one.', documentIds: [] };
    const draft = { taskId: 'modification-request:c-1', commandId: 'command-0', payload, savedAt: 0 };
    const { view, kept } = aTask({}, { draft, requests: [aRequest()] });
    await settled();
    assert.deepEqual([view().state, view().form.text, kept.size], ['waiting', '', 0]);
  });

  test('a draft of another build keeps nobody from working, and no drafts at all are told', async () => {
    const draft = { taskId: 'modification-request:c-1', commandId: null, payload: { some: 'thing' }, savedAt: 0 };
    const { view } = aTask({}, { draft });
    await settled();
    assert.deepEqual([view().state, view().isEditing, view().keepsText], ['offered', false, true]);
    assert.equal(aTask({ drafts: null }).view().keepsText, false);
  });

  test('discarding has a way back', async () => {
    const { actor, view } = await written({ type: 'form.discarded' });
    assert.deepEqual([view().form.text, view().canUndoDiscard], ['', true]);
    actor.send({ type: 'discard.undone' });
    assert.deepEqual([view().form.text, view().canUndoDiscard], [' Two, not one. ', false]);
  });

  test('N11 what waits can be withdrawn; the offer is back', async () => {
    const { actor, view } = aTask({}, { requests: [aRequest()] });
    await settled();
    assert.equal(view().state, 'waiting');
    actor.send({ type: 'request.withdrawn' });
    await settled();
    assert.deepEqual([view().state, view().notice], ['offered', 'modification.withdrawn']);
  });

  test('another case shows nothing of the one before, and a case without a window nothing at all', async () => {
    const { actor, view } = await written();
    actor.send({ type: 'case.shown', record: { ...record, id: 'c-2' } });
    await settled();
    assert.deepEqual([view().state, view().isEditing, view().form.text], ['offered', false, '']);
    actor.send({ type: 'case.shown', record: { ...record, id: 'c-3', deadlines: { modification: null } } });
    await settled();
    assert.equal(view().state, 'none');
  });

  test('the same case, read again, keeps what was typed', async () => {
    const { actor, view } = await written();
    actor.send({ type: 'case.shown', record: { ...record, version: 2 } });
    await settled();
    assert.deepEqual([view().isEditing, view().form.text], [true, ' Two, not one. ']);
  });

  test('N13 documents of the case are looked up with the form, all pages; forms and what stays on the own side are not among them', async () => {
    const internal = aDocument('d-2', { purpose: 'internal' });
    const { actor, view } = aTask({ documents: documentsOf([aDocument('d-1'), internal], [aForm, aDocument('d-3')]) });
    await settled();
    assert.deepEqual([view().documentsState, view().documents], ['loading', []]);
    actor.send({ type: 'form.opened' });
    await settled();
    assert.deepEqual([view().documentsState, view().documents.map(({ id }) => id)], ['ready', ['d-1', 'd-3']]);
  });

  test('N13 documents alone are enough, and go out by their ids', async () => {
    const { actor, view, sent } = aTask({ documents: documentsOf([aDocument('d-1')]) });
    await settled();
    actor.send({ type: 'form.opened' });
    await settled();
    actor.send({ type: 'form.changed', changes: { subject: 'diagnoses' } });
    actor.send({ type: 'request.sent' });
    assert.equal(view().textError, 'modification.error.nothing-asked');
    actor.send({ type: 'form.changed', changes: { documentIds: ['d-1'] } });
    actor.send({ type: 'request.sent' });
    await settled();
    assert.deepEqual(sent[0]?.asked, { subject: 'diagnoses', text: '', documentIds: ['d-1'] });
  });

  test('N13 what is posted beside the form can be chosen at once, and nothing of another case is asked for', async () => {
    const pages: (readonly CaseDocument[])[] = [[]];
    let asked = 0;
    const documents: Pick<DocumentsPort, 'documents'> = {
      documents: (...args) => {
        asked += 1;
        return documentsOf(...pages).documents(...args);
      },
    };
    const { actor, view, posted } = aTask({ documents });
    await settled();
    actor.send({ type: 'form.opened' });
    await settled();
    pages[0] = [aDocument('d-1')];
    posted('c-2');
    await settled();
    assert.deepEqual([asked, view().documents.length], [1, 0]);
    posted('c-1');
    await settled();
    assert.deepEqual([asked, view().documents.length, view().isEditing], [2, 1, true]);
  });

  test('documents that cannot be looked up keep nobody from sending words, and can be looked up again', async () => {
    const pages: (readonly CaseDocument[] | PortError)[] = [new PortError('offline')];
    const { actor, view } = aTask({ documents: { documents: (...args) => documentsOf(...pages).documents(...args) } });
    await settled();
    actor.send({ type: 'form.opened' });
    await settled();
    assert.deepEqual([view().documentsState, view().isEditing, view().error], ['failed', true, null]);
    pages[0] = [aDocument('d-1')];
    actor.send({ type: 'documents.retried' });
    await settled();
    assert.deepEqual([view().documentsState, view().documents.length], ['ready', 1]);
  });

  test('N13 chosen documents come back with the draft; what is no longer there is let go', async () => {
    const payload = { subject: null, text: '', documentIds: ['d-1', 'd-gone'] };
    const draft = { taskId: 'modification-request:c-1', commandId: null, payload, savedAt: 0 };
    const { view } = aTask({ documents: documentsOf([aDocument('d-1')]) }, { draft });
    await settled();
    assert.deepEqual([view().isEditing, view().documentsState, view().form.documentIds], [true, 'ready', ['d-1']]);
  });

  test('N13 a draft of documents is not taken for the words of somebody else that wait', async () => {
    const payload = { subject: 'services', text: '', documentIds: ['d-1'] };
    const draft = { taskId: 'modification-request:c-1', commandId: 'command-0', payload, savedAt: 0 };
    const waiting = aRequest({ asked: { subject: 'amounts', text: '', documentIds: ['d-2'] } });
    const { kept } = aTask({ documents: documentsOf([aDocument('d-1')]) }, { draft, requests: [waiting] });
    await settled();
    assert.equal(kept.size, 1);
  });

  test('every event is safe in every state', async () => {
    const events: readonly ModificationRequestEvent[] = [
      { type: 'case.shown', record },
      { type: 'form.opened' },
      { type: 'form.changed', changes: { text: 'x' } },
      { type: 'form.discarded' },
      { type: 'discard.undone' },
      { type: 'request.sent' },
      { type: 'request.withdrawn' },
      { type: 'form.closed' },
      { type: 'list.retried' },
      { type: 'documents.retried' },
    ];
    for (const requests of [[], [aRequest()], [aRequest({ state: 'withdrawn' })]]) {
      for (const first of events) {
        const { actor, errors, view, sent } = aTask({}, { requests });
        actor.send(first);
        await settled();
        for (const event of events) actor.send(event);
        sent.at(-1)?.answer(refused('denied'));
        await settled();
        assert.deepEqual(errors, []);
        assert.ok(view().state.length > 0);
      }
    }
  });
});
