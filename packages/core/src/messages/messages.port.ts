import type { CommandMeta, Page, PageRequest, PortAnswer } from '../kernel/index.ts';
import type { Notice } from './notice.schema.ts';

/** Which notices: all, or those alone that this person has not read. */
export interface NoticeFilter {
  readonly unreadOnly: boolean;
}

/** What is left unread once a mark was set or taken back. */
export interface UnreadLeft {
  readonly unread: number;
}

type MarkAnswer = Promise<PortAnswer<UnreadLeft, 'denied' | 'invalid'>>;

/**
 * What reaches a person in the portal (E20–E22): notices of what the other side of a case did. A notice is for a side of a case (the
 * clerks of its provider, the people of its payer), a read mark is one person's own. Absent port: the elements say so. Empty: a page of no
 * rows. Failed: a PortError; `denied` for whoever may read none. A notice for somebody else is neither listed nor counted, nor is one whose
 * time is over (`messages.noticeDays`): it is gone, with everybody's marks on it.
 */
export interface MessagesPort {
  /** Newest first. */
  notices(filter: NoticeFilter, request: PageRequest): Promise<Page<Notice>>;
  /** How many this person has not read. */
  unread(options?: { readonly signal?: AbortSignal }): Promise<number>;
  /** Marks notices as read for this person: those of these ids (at most 500; ids of nobody's are passed over), or all there are now. */
  markRead?(which: readonly string[] | 'all', meta: CommandMeta): MarkAnswer;
  /** Takes back this person's last `markRead('all')`; what was read one by one stays read. Nothing to take back: nothing happens. */
  undoAllRead?(meta: CommandMeta): MarkAnswer;
}
