import type { ChangesPort, Clock, PortErrorCode, SubmitCommand, Total } from '../kernel/index.ts';
import type { MessagesPort } from './messages.port.ts';
import type { Notice, NoticeTopic } from './notice.schema.ts';

/** What the inbox needs. Where the backend has no `markRead`, nothing is marked; where it has no `undoAllRead`, there is no way back. */
export interface NoticeInboxInput {
  readonly messages: MessagesPort;
  readonly changes: ChangesPort;
  readonly submit: SubmitCommand;
  readonly clock: Clock;
  /** Whose inbox it is; null where nobody signs in here. Marks of others are not listened to. */
  readonly accountId: string | null;
}

/** What a person does in the inbox. */
export type NoticeInboxEvent =
  | { readonly type: 'inbox.refreshed' }
  | { readonly type: 'more.requested' }
  | { readonly type: 'filter.changed'; readonly unreadOnly: boolean }
  | { readonly type: 'notice.opened'; readonly id: string }
  | { readonly type: 'all.marked' }
  | { readonly type: 'all.undone' };

/** What the machine tells itself. */
export type NoticeInboxNews = { readonly type: 'notices.changed' } | { readonly type: 'list.outdated' };

/** What the machine tells whoever runs it. */
export type NoticeInboxEmitted =
  | { readonly type: 'notice-opened'; readonly topic: NoticeTopic; readonly recordId: string }
  | { readonly type: 'unread-changed'; readonly count: number };

/** A mark that is to be set or taken back. */
export type Mark = { readonly ids: readonly string[] } | 'all' | 'undo';

/** The memory of the inbox. */
export interface NoticeInboxMemory {
  readonly ports: NoticeInboxInput;
  readonly rows: readonly Notice[];
  readonly next: string | null;
  readonly total: Total;
  readonly unreadOnly: boolean;
  /** Whether the list goes on where it ended, or begins anew. */
  readonly goesOn: boolean;
  /** Null until it is known. */
  readonly unread: number | null;
  /** Something came since the list was read. */
  readonly hasNews: boolean;
  /** Marks that wait, in their order; the first may be on its way. */
  readonly marks: readonly Mark[];
  readonly canUndo: boolean;
  readonly done: 'all' | 'undo' | null;
  readonly isUnmarked: boolean;
  readonly code: PortErrorCode | null;
}
