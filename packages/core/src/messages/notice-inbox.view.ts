import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { noticeInboxMachine } from './notice-inbox.machine.ts';
import { noticeInboxMessages } from './notice-inbox.messages.ts';
import type { Notice } from './notice.schema.ts';

type Key<Names extends string> = Extract<keyof typeof noticeInboxMessages, `notice-inbox.${Names}`>;

/** What the inbox shows. */
export interface NoticeInboxView {
  /** `loading` only before anything is known; a refresh keeps what is shown. */
  readonly state: 'loading' | 'empty' | 'listed' | 'failed';
  readonly isBusy: boolean;
  /** Newest first. */
  readonly rows: readonly Notice[];
  /** Null until it is known. */
  readonly unread: number | null;
  readonly unreadOnly: boolean;
  readonly hasMore: boolean;
  /** Something came since the list was read: it is shown when the person asks for it. */
  readonly hasNews: boolean;
  readonly canMarkAll: boolean;
  readonly canUndo: boolean;
  readonly isMarking: boolean;
  readonly notice: Key<'allRead' | 'undone'> | null;
  readonly error: Key<`failed${string}` | 'notMarked'> | null;
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function noticeInboxView({ value, context }: SnapshotFrom<typeof noticeInboxMachine>): NoticeInboxView {
  const { ports, rows, next, total, unread, unreadOnly, hasNews, marks, canUndo, done, isUnmarked, code } = context;
  const isKnown = total.kind !== 'unknown' || rows.length > 0;
  return {
    ...{ rows, unread, unreadOnly, hasNews, canUndo, code },
    state: value.list === 'failed' && !isKnown ? 'failed' : !isKnown ? 'loading' : rows.length === 0 ? 'empty' : 'listed',
    isBusy: value.list === 'loading',
    hasMore: next !== null,
    canMarkAll: ports.messages.markRead !== undefined && unread !== null && unread > 0,
    isMarking: marks.some((mark) => typeof mark === 'string'),
    notice: done && (done === 'all' ? 'notice-inbox.allRead' : 'notice-inbox.undone'),
    error: code === null ? (isUnmarked ? 'notice-inbox.notMarked' : null) : failureOf(code),
  };
}

const failureOf = (code: PortErrorCode): NonNullable<NoticeInboxView['error']> =>
  code === 'offline'
    ? 'notice-inbox.failed.offline'
    : code === 'denied' || code === 'not-signed-in'
      ? 'notice-inbox.failed.denied'
      : 'notice-inbox.failed';

/** The words of a notice; they want `reference`. */
export function noticeText({ topic, event }: Pick<Notice, 'topic' | 'event'>): Key<`${Notice['topic']}.${string}` | 'other'> {
  const key = `notice-inbox.${topic}.${event}`;
  return Object.hasOwn(noticeInboxMessages, key) ? (key as Key<`${Notice['topic']}.${string}`>) : 'notice-inbox.other';
}
