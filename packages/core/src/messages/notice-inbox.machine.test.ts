import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createActor } from 'xstate';
import { settled, simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accepted, PortError, type Change, type CommandAnswer } from '../kernel/index.ts';
import { noticeInboxMachine } from './notice-inbox.machine.ts';
import type { NoticeInboxEmitted } from './notice-inbox.task.ts';
import { noticeInboxView, noticeText } from './notice-inbox.view.ts';
import type { MessagesPort } from './messages.port.ts';
import type { Notice } from './notice.schema.ts';

const notice = (n: number, changes: Partial<Notice> = {}): Notice => ({
  ...{ id: `n-${n}`, topic: 'authorizations', recordId: `case-${n}`, event: 'decided', reference: `PA-${n}`, at: n, readAt: null },
  ...changes,
});

/** An inbox over notices in memory, the newest first. */
async function start(count: number, changes: Partial<MessagesPort> = {}) {
  const world = { notices: Array.from({ length: count }, (_, n) => notice(count - n)), mark: 0, error: null as PortError | null };
  const sent: unknown[] = [];
  const told: NoticeInboxEmitted[] = [];
  const listeners = new Set<(change: Change) => void>();
  const unread = (): number => world.notices.filter(({ readAt }) => readAt === null).length;
  let before = world.notices;
  const set = (next: readonly Notice[]): void => void (world.notices = [...next]);
  const messages: MessagesPort = {
    notices: async ({ unreadOnly }, { cursor, limit = 50 }) => {
      if (world.error) throw world.error;
      const all = world.notices.filter(({ readAt }) => !unreadOnly || readAt === null);
      const from = cursor == null ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
      const rows = all.slice(from, from + limit);
      return { rows, next: from + limit < all.length ? rows.at(-1)!.id : null, total: { kind: 'exact', n: all.length } };
    },
    unread: async () => unread(),
    markRead: async (which) => {
      sent.push(which);
      before = world.notices;
      set(world.notices.map((one) => (which === 'all' || which.includes(one.id) ? { ...one, readAt: one.readAt ?? 9 } : one)));
      return accepted({ unread: unread() });
    },
    undoAllRead: async () => {
      sent.push('undo');
      set(before);
      return accepted({ unread: unread() });
    },
    ...changes,
  };
  const actor = createActor(noticeInboxMachine, {
    input: {
      ...{ messages, clock: simulatedClock(), accountId: 'me' },
      changes: { subscribe: (_, listener) => (listeners.add(listener), () => listeners.delete(listener)) },
      submit: (run) => run({ commandId: 'c' }) as Promise<CommandAnswer<never, never>>,
    },
  });
  actor.on('*', (event) => told.push(event));
  actor.start();
  await settled();
  const tell = async (id = 'x', version = 1): Promise<void> => {
    for (const listener of listeners) listener({ topic: 'notices', id, version });
    await settled();
  };
  return { actor, world, sent, told, tell, view: () => noticeInboxView(actor.getSnapshot()), set };
}
const ids = (rows: readonly Notice[]): readonly string[] => rows.map(({ id }) => id);

suite('notice inbox', () => {
  test('E22 lists the newest first with how many are unread, and tells the host', async () => {
    const { view, told } = await start(2);
    assert.deepEqual([view().state, ids(view().rows), view().unread], ['listed', ['n-2', 'n-1'], 2]);
    assert.deepEqual(told, [{ type: 'unread-changed', count: 2 }]);
  });

  test('what is opened is told by topic and record, and is read at once; opened again it is marked once', async () => {
    const { actor, view, sent, told } = await start(2);
    actor.send({ type: 'notice.opened', id: 'n-1' });
    assert.ok(view().rows[1]!.readAt !== null);
    actor.send({ type: 'notice.opened', id: 'n-1' });
    actor.send({ type: 'notice.opened', id: 'nobody’s' });
    await settled();
    assert.deepEqual(sent, [['n-1']]);
    const opened = { type: 'notice-opened', topic: 'authorizations', recordId: 'case-1' };
    assert.deepEqual(told.slice(1), [opened, opened, { type: 'unread-changed', count: 1 }]);
  });

  test('all are marked, and taken back as they were', async () => {
    const { actor, view, sent } = await start(3);
    actor.send({ type: 'notice.opened', id: 'n-3' });
    await settled();
    actor.send({ type: 'all.marked' });
    actor.send({ type: 'all.marked' });
    await settled();
    assert.deepEqual([view().unread, view().canMarkAll, view().canUndo, view().notice], [0, false, true, 'notice-inbox.allRead']);
    assert.ok(view().rows.every(({ readAt }) => readAt !== null));
    actor.send({ type: 'all.undone' });
    actor.send({ type: 'all.undone' });
    await settled();
    assert.deepEqual([view().unread, view().notice, sent], [2, 'notice-inbox.undone', [['n-3'], 'all', 'undo']]);
    assert.deepEqual(
      view().rows.map(({ readAt }) => readAt === null),
      [false, true, true],
    );
  });

  test('what comes is told of and moves nothing until it is asked for', async () => {
    const { actor, view, world, set, tell } = await start(2);
    set([notice(3), ...world.notices]);
    await tell();
    assert.deepEqual([ids(view().rows), view().unread, view().hasNews], [['n-2', 'n-1'], 3, true]);
    actor.send({ type: 'inbox.refreshed' });
    await settled();
    assert.deepEqual([ids(view().rows), view().hasNews], [['n-3', 'n-2', 'n-1'], false]);
  });

  test('one comes while another is read elsewhere: the number is the same, and it is told of all the same', async () => {
    const { view, world, set, tell } = await start(2);
    set([notice(3), { ...world.notices[0]!, readAt: 5 }, world.notices[1]!]);
    await tell();
    assert.deepEqual([view().unread, view().hasNews], [2, true]);
  });

  test('a notice for somebody else changes nothing here; marks of others are not asked about', async () => {
    const { view, told, world, set, tell } = await start(2);
    await tell();
    set(world.notices.map((one) => ({ ...one, readAt: 5 })));
    await tell('somebody else', 0);
    assert.deepEqual([view().unread, view().hasNews, told.length], [2, false, 1]);
    await tell('me', 0);
    assert.equal(view().unread, 0);
  });

  test('into an empty inbox what comes is shown at once', async () => {
    const { view, set, tell } = await start(0);
    assert.equal(view().state, 'empty');
    set([notice(1)]);
    await tell();
    assert.deepEqual([view().state, ids(view().rows), view().hasNews], ['listed', ['n-1'], false]);
  });

  test('older ones are added page by page, none twice', async () => {
    const { actor, view, world, set, tell } = await start(30);
    assert.deepEqual([view().rows.length, view().hasMore], [25, true]);
    set([notice(31), ...world.notices]);
    await tell();
    actor.send({ type: 'more.requested' });
    await settled();
    assert.deepEqual([view().rows.length, new Set(ids(view().rows)).size, view().hasMore, view().hasNews], [30, 30, false, true]);
  });

  test('unread ones alone: what is opened there stays until the list is read anew', async () => {
    const { actor, view } = await start(2);
    actor.send({ type: 'filter.changed', unreadOnly: true });
    await settled();
    actor.send({ type: 'notice.opened', id: 'n-2' });
    await settled();
    assert.deepEqual(ids(view().rows), ['n-2', 'n-1']);
    actor.send({ type: 'inbox.refreshed' });
    await settled();
    assert.deepEqual(ids(view().rows), ['n-1']);
  });

  test('a mark that cannot be set is said, and the notice is unread again', async () => {
    const { actor, view } = await start(1, { markRead: async () => ({ status: 'unknown' }) });
    actor.send({ type: 'notice.opened', id: 'n-1' });
    await settled();
    assert.deepEqual([view().rows[0]!.readAt, view().error], [null, 'notice-inbox.notMarked']);
  });

  test('F17 a list that cannot be had is told, and asked for again', async () => {
    const { actor, view, world } = await start(1);
    world.error = new PortError('offline');
    actor.send({ type: 'inbox.refreshed' });
    await settled();
    assert.deepEqual([view().state, view().error, view().code], ['listed', 'notice-inbox.failed.offline', 'offline']);
    world.error = null;
    actor.send({ type: 'inbox.refreshed' });
    await settled();
    assert.deepEqual([view().state, view().error], ['listed', null]);
  });

  test('a backend that marks nothing offers nothing to mark', async () => {
    const { actor, view, sent, told } = await start(1, { markRead: undefined } as never);
    actor.send({ type: 'notice.opened', id: 'n-1' });
    actor.send({ type: 'all.marked' });
    await settled();
    assert.deepEqual([view().canMarkAll, sent.length, told.at(-1)?.type], [false, 0, 'notice-opened']);
  });

  test('a code that is not known here has words all the same', () => {
    assert.equal(noticeText(notice(1)), 'notice-inbox.authorizations.decided');
    assert.equal(noticeText(notice(1, { topic: 'modifications', event: 'applied' })), 'notice-inbox.modifications.applied');
    assert.equal(noticeText(notice(1, { event: 'news' as never })), 'notice-inbox.other');
    assert.equal(noticeText(notice(1, { topic: 'modifications' })), 'notice-inbox.other');
  });
});
