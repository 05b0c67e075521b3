import { callPort, PortError, type Page } from '../kernel/index.ts';
import type { UnreadLeft } from './messages.port.ts';
import type { Mark, NoticeInboxInput, NoticeInboxMemory } from './notice-inbox.task.ts';
import type { Notice } from './notice.schema.ts';

type Memory = NoticeInboxMemory;
type Step = Partial<Memory>;

/** The memory of an inbox that has just been opened. */
export const begun = (ports: NoticeInboxInput): Memory => ({
  ...{ ports, rows: [], next: null, total: { kind: 'unknown' }, unreadOnly: false, goesOn: false, unread: null, hasNews: false },
  ...{ marks: [], canUndo: false, done: null, isUnmarked: false, code: null },
});

/** The list was read: from its beginning, or on from where it ended. */
export function listed({ rows, goesOn, hasNews }: Memory, page: Page<Notice>): Step {
  const known = new Set(goesOn ? rows.map(({ id }) => id) : []);
  const more = page.rows.filter(({ id }) => !known.has(id));
  const { next, total } = page;
  return { rows: goesOn ? [...rows, ...more] : page.rows, next, total, hasNews: goesOn && hasNews, goesOn: false, code: null };
}

/** How many are unread, and the newest of all. */
export interface Counted {
  readonly unread: number;
  readonly newest: Notice | null;
}

/** Counts, and looks at the newest: a number alone does not say whether one came while another was read. */
export async function count({ messages, clock }: NoticeInboxInput, signal: AbortSignal): Promise<Counted> {
  const unread = await callPort((limited) => messages.unread({ signal: limited }), { clock, signal });
  const newest = await callPort((limited) => messages.notices({ unreadOnly: false }, { limit: 1, signal: limited }), { clock, signal });
  return { unread, newest: newest.rows[0] ?? null };
}

/** An unread one that is newest and not in the list has come since. */
export const counted = ({ rows }: Memory, { unread, newest }: Counted): Step => ({
  unread,
  hasNews: newest !== null && newest.readAt === null && rows.every(({ id }) => id !== newest.id),
});

const readNow = (rows: readonly Notice[], isMeant: (notice: Notice) => boolean, readAt: number): readonly Notice[] =>
  rows.map((notice) => (notice.readAt === null && isMeant(notice) ? { ...notice, readAt } : notice));

/** It is read as soon as it is opened; the mark follows. */
export function opened({ ports, rows, marks }: Memory, id: string): Step {
  const isUnread = rows.some((notice) => notice.id === id && notice.readAt === null);
  if (!isUnread || ports.messages.markRead === undefined) return {};
  return { rows: readNow(rows, (notice) => notice.id === id, ports.clock.now()), marks: [...marks, { ids: [id] }], isUnmarked: false };
}

/** Sends the mark that stands first; PortError where it was not set. */
export async function sendMark({ ports: { messages, submit }, marks: [first] }: Memory): Promise<UnreadLeft> {
  const answer = await submit((meta) =>
    first === 'undo'
      ? messages.undoAllRead!(meta)
      : messages.markRead!(first === 'all' ? 'all' : (first as Exclude<Mark, string>).ids, meta),
  );
  if (answer.status === 'accepted') return answer.value;
  throw new PortError(answer.status === 'refused' && answer.code === 'denied' ? 'denied' : 'unavailable');
}

/** A mark was set. What was read when all were marked comes back as it was only from the backend. */
export function marked({ ports, rows, marks: [first, ...marks] }: Memory, { unread }: UnreadLeft): Step {
  if (first === 'all') {
    const canUndo = ports.messages.undoAllRead !== undefined;
    return { rows: readNow(rows, () => true, ports.clock.now()), unread, marks, done: 'all', canUndo };
  }
  return { unread, marks, ...(first === 'undo' ? { done: 'undo' as const } : {}) };
}

/** A mark was not set: what was shown as read is unread again. */
export function unmarked({ rows, marks: [first, ...marks] }: Memory): Step {
  const ids = typeof first === 'object' ? first.ids : [];
  return { rows: rows.map((notice) => (ids.includes(notice.id) ? { ...notice, readAt: null } : notice)), marks, isUnmarked: true };
}
