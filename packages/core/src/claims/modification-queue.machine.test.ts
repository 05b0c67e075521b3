import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { accepted, PortError, refused, type Change, type CommandAnswer, type CommandMeta, type Draft } from '../kernel/index.ts';
import { aRow } from './case-fixture.test.ts';
import { settled, TestClock } from './claim-query-fixture.test.ts';
import type { ModificationCommandRefusal } from './claims.port.ts';
import type { ModificationRequest, ModificationVerdict } from './index.ts';
import { modificationQueueMachine } from './modification-queue.machine.ts';
import type { ModificationQueueEvent } from './modification-queue.task.ts';
import { modificationQueueView } from './modification-queue.view.ts';

type Answer = CommandAnswer<ModificationRequest, ModificationCommandRefusal>;

const somebody = { accountId: 'a-1', displayName: 'Noura' };
const aRequest = (n: number): ModificationRequest => ({
  ...{ id: `r-${n}`, version: 1, lifecycleVersion: 1, organisationId: 'o-1', caseId: `c-${n}`, providerId: 'h-1', payerId: 'p-1' },
  ...{ requestedBy: somebody, requestedAt: n, state: 'requested', answer: null },
  asked: { subject: 'services', text: `Wish ${n}`, documentIds: [] },
});

function aQueue(count = 2, draft: Draft | null = null) {
  const clock = new TestClock();
  const kept = new Map<string, Draft>(draft ? [[draft.taskId, draft]] : []);
  const listeners = new Set<(change: Change) => void>();
  const sent: { id: string; verdict: ModificationVerdict; meta: CommandMeta; answer(answer: Answer): void; fail(error: unknown): void }[] =
    [];
  const world = { requests: Array.from({ length: count }, (_, n) => aRequest(n + 1)), lists: 0, error: null as PortError | null };
  const actor = createActor(modificationQueueMachine, {
    input: {
      claims: {
        modificationRequests: async ({ limit = 50, states }) => {
          world.lists += 1;
          if (world.error) throw world.error;
          assert.deepEqual(states, ['requested']);
          const rows = world.requests.slice(0, limit).map((request) => ({ request, row: aRow({ id: request.caseId }) }));
          return { rows, next: world.requests.length > limit ? 'more' : null, total: { kind: 'exact', n: world.requests.length } };
        },
        answerModification: (id, verdict, meta) => new Promise((answer, fail) => sent.push({ id, verdict, meta, answer, fail })),
      },
      changes: { subscribe: (_, listener) => (listeners.add(listener), () => listeners.delete(listener)) },
      submit: (run, { expectedVersion } = {}) => run({ commandId: 'the-answer', ...(expectedVersion && { expectedVersion }) }) as never,
      drafts: {
        get: async (taskId) => kept.get(taskId) ?? null,
        put: async (one) => void kept.set(one.taskId, one),
        remove: async (taskId) => void kept.delete(taskId),
      },
      ...{ taskId: 'modification-queue:main', clock },
    },
  });
  const errors: unknown[] = [];
  actor.subscribe({ error: (error) => errors.push(error) });
  actor.start();
  const told = (): void => listeners.forEach((tell) => tell({ topic: 'claims', id: 'c-1', version: 2 }));
  return { actor, clock, kept, sent, world, errors, told, listeners, view: () => modificationQueueView(actor.getSnapshot()) };
}
const answering = async (...events: readonly ModificationQueueEvent[]) => {
  const queue = aQueue();
  await settled();
  queue.actor.send({ type: 'answer.opened', id: 'r-1', outcome: 'refused' });
  for (const event of events) queue.actor.send(event);
  await settled();
  return queue;
};
const settledReason: ModificationQueueEvent = { type: 'answer.changed', changes: { reason: 'settled' } };
const ids = (queue: ReturnType<typeof aQueue>): readonly string[] => queue.view().entries.map(({ request }) => request.id);

suite('modification queue: task', () => {
  test('N11 what waits is listed with its number; nothing is empty, not failed', async () => {
    const queue = aQueue(2);
    assert.equal(queue.view().state, 'loading');
    await settled();
    assert.deepEqual([queue.view().state, ids(queue), queue.view().total], ['listed', ['r-1', 'r-2'], { kind: 'exact', n: 2 }]);
    const none = aQueue(0);
    await settled();
    assert.deepEqual([none.view().state, none.view().error], ['empty', null]);
  });

  test('N11 an answer goes out about the request as it was shown, and its request leaves at once', async () => {
    const queue = await answering(settledReason, { type: 'answer.changed', changes: { text: ' Paid. ' } }, { type: 'answer.sent' });
    const [{ id, verdict, meta, answer }] = queue.sent as [(typeof queue.sent)[number]];
    assert.deepEqual([id, verdict, meta.expectedVersion], ['r-1', { outcome: 'refused', reason: 'settled', text: 'Paid.' }, 1]);
    // The news of it may come before its answer.
    queue.world.requests.shift();
    queue.told();
    await settled();
    assert.deepEqual([queue.view().isSending, queue.view().error], [true, null]);
    answer(accepted({ ...aRequest(1), state: 'refused' }));
    await settled();
    assert.deepEqual([ids(queue), queue.view().form, queue.view().notice], [['r-2'], null, 'modification-queue.refused']);
    assert.deepEqual(queue.errors, []);
  });

  test('what the rules refuse does not leave the page', async () => {
    const queue = await answering({ type: 'answer.sent' });
    assert.deepEqual([queue.sent.length, queue.view().reasonError], [0, 'modification-queue.error.reason-missing']);
    queue.actor.send({ type: 'answer.changed', changes: { reason: 'other' } });
    queue.actor.send({ type: 'answer.sent' });
    await settled();
    assert.deepEqual([queue.sent.length, queue.view().textError], [0, 'modification-queue.error.text-missing']);
  });

  test('a refusal, a conflict and a failure keep what was written where its request still waits', async () => {
    for (const [act, wanted] of [
      [(queue: ReturnType<typeof aQueue>) => queue.sent[0]!.answer(refused('case-cancelled')), 'modification-queue.error.case-cancelled'],
      [
        (queue: ReturnType<typeof aQueue>) => queue.sent[0]!.answer({ status: 'conflict', present: null }),
        'modification-queue.error.conflict',
      ],
      [(queue: ReturnType<typeof aQueue>) => queue.sent[0]!.fail(new PortError('offline')), 'modification-queue.failed.offline'],
    ] as const) {
      const queue = await answering(settledReason, { type: 'answer.sent' });
      act(queue);
      await settled();
      assert.deepEqual([queue.view().error, queue.view().form?.reason, queue.view().isSending], [wanted, 'settled', false]);
    }
  });

  test('a request that is withdrawn under an answer is told', async () => {
    const queue = await answering(settledReason);
    queue.world.requests.shift();
    queue.told();
    await settled();
    assert.deepEqual([ids(queue), queue.view().form, queue.view().error], [['r-2'], null, 'modification-queue.error.conflict']);
  });

  test('a refresh that fails leaves what is shown', async () => {
    const queue = aQueue();
    await settled();
    queue.world.error = new PortError('unavailable');
    queue.actor.send({ type: 'queue.refreshed' });
    await settled();
    assert.deepEqual([queue.view().state, ids(queue).length, queue.view().error], ['listed', 2, 'modification-queue.failed']);
  });

  test('more is added page by page, and a refresh takes none of it away', async () => {
    const queue = aQueue(60);
    await settled();
    assert.deepEqual([ids(queue).length, queue.view().hasMore], [25, true]);
    queue.actor.send({ type: 'more.requested' });
    await settled();
    queue.told();
    await settled();
    assert.deepEqual([ids(queue).length, queue.view().hasMore], [50, true]);
  });

  test('a begun answer is kept, comes back where its request still waits, and can be put away and back', async () => {
    const queue = await answering(settledReason, { type: 'answer.changed', changes: { text: 'Half' } });
    await queue.clock.advance(600);
    const draft = queue.kept.get('modification-queue:main')!;
    const again = aQueue(2, draft);
    await settled();
    assert.deepEqual([again.view().form?.text, again.view().notice], ['Half', 'modification-queue.kept']);
    again.actor.send({ type: 'answer.closed' });
    assert.deepEqual([again.view().form, again.view().canUndo], [null, true]);
    again.actor.send({ type: 'answer.undone' });
    assert.deepEqual([again.view().form?.text, again.view().canUndo], ['Half', false]);
    const gone = aQueue(0, draft);
    await settled();
    assert.equal(gone.view().form, null);
  });

  test('every event is safe in every state', async () => {
    const events: readonly ModificationQueueEvent[] = [
      { type: 'queue.refreshed' },
      { type: 'more.requested' },
      { type: 'answer.opened', id: 'r-1', outcome: 'applied' },
      { type: 'answer.opened', id: 'nobody', outcome: 'applied' },
      settledReason,
      { type: 'answer.sent' },
      { type: 'answer.closed' },
      { type: 'answer.undone' },
    ];
    for (const first of events) {
      const queue = aQueue();
      queue.actor.send(first);
      await settled();
      for (const event of events) queue.actor.send(event);
      queue.sent.at(-1)?.answer(refused('denied'));
      await settled();
      assert.deepEqual(queue.errors, []);
    }
  });
});
