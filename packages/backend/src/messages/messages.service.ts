import { accepted, refused, type Change, type Instant, type Subject } from '@portico/core/kernel';
import type { MessagesPort, NoticeFilter, UnreadLeft } from '@portico/core/messages';
import type { Sessions } from '../access/sessions.ts';
import { demand } from '../claims/visibility.ts';
import type { NoticeMarkRecord, NoticeReadRecord, NoticeRecord, Tx } from '../collections.ts';
import { runCommand, type Outcome } from '../command-pipeline.ts';
import { audiencesOf, inReach, isSweepDue, newestPlace, sweepNotices } from '../notices.ts';
import type { Office } from '../office.ts';
import { paged } from '../paged.ts';
import { eq } from '../store.ts';

/** So many notices are marked by name in one command; who wants more marks all. */
const MOST = 500;

/** Notices and one person's read marks: up to a place all are read, above it those that were marked one by one. */
export function createMessagesService(office: Office, sessions: Sessions): Required<MessagesPort> {
  const { clock, store } = office;
  const marked = async (tx: Tx, subject: Subject): Promise<Outcome<UnreadLeft, 'invalid'>> => {
    const change: Change = { topic: 'notices', id: subject.accountId, version: 0 };
    return { answer: accepted({ unread: await unreadOf(tx, subject) }), changes: [change] };
  };

  /** Reads notices once those are gone whose time is over: somebody may be the first in months to look. */
  const reading = async <Answer>(work: (tx: Tx, subject: Subject) => Promise<Answer>, signal?: AbortSignal): Promise<Answer> => {
    for (let sweeps = true; ;) {
      const answer = await sessions.reading(async (tx, { subject }) => {
        demand(subject, 'messages.read');
        const { organisationId } = subject;
        return sweeps && (await isSweepDue(office, tx, organisationId, clock.now()))
          ? { organisationId }
          : { found: await work(tx, subject) };
      }, signal);
      if ('found' in answer) return answer.found;
      // What can be read is answered even where nothing can be removed (a full disk).
      sweeps = await store
        .transaction('write', (tx) => sweepNotices(office, tx, answer.organisationId, clock.now()))
        .then(
          () => true,
          () => false,
        );
    }
  };

  return {
    notices: ({ unreadOnly }, { cursor = null, limit, signal }) =>
      reading(async (tx, subject) => {
        const marks = await marksOf(tx, subject);
        const filter: NoticeFilter = { unreadOnly };
        return paged(
          tx,
          {
            ...{ collection: 'notices', where: inReach(subject, unreadOnly ? marks.upTo : 0), field: 'order', asked: filter },
            keyOf: ({ order }) => order,
            rowOf: async ({ order, notice }) => {
              const readAt = marks.readAt(order, notice.id);
              return unreadOnly && readAt !== null ? null : { ...notice, readAt };
            },
            ...(unreadOnly ? { total: await unreadOf(tx, subject) } : {}),
          },
          { cursor, ...(limit === undefined ? {} : { limit }) },
        );
      }, signal),

    unread: (options) => reading(unreadOf, options?.signal),

    markRead: (which, meta) =>
      runCommand<UnreadLeft, 'denied' | 'invalid'>(office, sessions, meta, {
        type: 'messages.mark-read',
        payload: which,
        right: { action: 'messages.read' },
        work: async (tx, { subject }) => {
          const at = clock.now();
          if (which === 'all') await markAll(tx, subject, at);
          else if (which.length > MOST) return { answer: refused('invalid') };
          else for (const id of new Set(which)) await markOne(tx, subject, id, at);
          return marked(tx, subject);
        },
      }),

    undoAllRead: (meta) =>
      runCommand<UnreadLeft, 'denied' | 'invalid'>(office, sessions, meta, {
        type: 'messages.undo-all-read',
        payload: null,
        right: { action: 'messages.read' },
        work: async (tx, { subject }) => {
          const mark = await tx.get('noticeMarks', subject.accountId);
          if (mark?.before != null) await tx.put('noticeMarks', { ...mark, version: mark.version + 1, ...mark.before, before: null });
          return marked(tx, subject);
        },
      }),
  };
}

const readKey = (accountId: string, noticeId: string): string => `${accountId}/${noticeId}`;

/** Whether a notice is for this subject. */
const isFor = (subject: Subject, { organisationId, audience }: NoticeRecord): boolean =>
  organisationId === subject.organisationId && audiencesOf(subject).includes(audience);

async function markOne(tx: Tx, subject: Subject, noticeId: string, at: Instant): Promise<void> {
  const { accountId } = subject;
  const id = readKey(accountId, noticeId);
  const [found, known] = [await tx.get('notices', noticeId), await tx.get('noticeReads', id)];
  if (found === null || known !== null || !isFor(subject, found)) return;
  const { organisationId, audience, order } = found;
  await tx.put('noticeReads', { id, version: 1, accountId, organisationId, audience, order, at }, 0);
}

/** Everything there is now is read: only the newest place of the organisation is written down. */
async function markAll(tx: Tx, { accountId, organisationId }: Subject, at: Instant): Promise<void> {
  const known = await tx.get('noticeMarks', accountId);
  const upTo = await newestPlace(tx, organisationId);
  const before = { upTo: known?.upTo ?? 0, at: known?.at ?? at };
  await tx.put('noticeMarks', { id: accountId, version: (known?.version ?? 0) + 1, upTo, at, before });
}

/** What one person has read. */
async function marksOf(
  tx: Tx,
  { accountId }: Subject,
): Promise<{ readonly upTo: number; readonly readAt: (order: number, id: string) => Instant | null }> {
  const mark: Pick<NoticeMarkRecord, 'upTo' | 'at'> = (await tx.get('noticeMarks', accountId)) ?? { upTo: 0, at: 0 };
  const own: readonly NoticeReadRecord[] = await tx.query('noticeReads', { where: eq('accountId', accountId) });
  const reads = new Map(own.map(({ id, at }) => [id, at]));
  return { upTo: mark.upTo, readAt: (order, id) => reads.get(readKey(accountId, id)) ?? (-order <= mark.upTo ? mark.at : null) };
}

/** How many notices are for this subject and not read: those above the mark, less those that were read one by one. */
async function unreadOf(tx: Tx, subject: Subject): Promise<number> {
  const upTo = (await tx.get('noticeMarks', subject.accountId))?.upTo ?? 0;
  const where = inReach(subject, upTo);
  return (await tx.count('notices', where)) - (await tx.count('noticeReads', [...eq('accountId', subject.accountId), ...where]));
}
