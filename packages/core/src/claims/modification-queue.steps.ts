import { callPort, toPortError, type CommandAnswer, type Page } from '../kernel/index.ts';
import type { ModificationCommandRefusal, ModificationEntry } from './claims.port.ts';
import { findAnswerDraft, forgetDraft, type DraftPlace, type KeptDraft } from './modification-draft.ts';
import type { ModificationQueueInput, ModificationQueueMemory } from './modification-queue.task.ts';
import { refuseVerdict } from './modification-request.rules.ts';
import type { ModificationAnswerDraft, ModificationRequest } from './modification-request.schema.ts';

type Memory = ModificationQueueMemory;
type Step = Partial<Memory>;
type Answer = CommandAnswer<ModificationRequest, ModificationCommandRefusal>;

/** How many requests are shown at first, and added with each further page. */
const PAGE = 25;

/** The memory of a task that has just begun. */
export const begin = (ports: ModificationQueueInput): Memory => ({
  ...{ ports, entries: [], next: null, total: { kind: 'unknown' }, limit: PAGE, form: null, putAway: null, isSending: false },
  ...{ keepsText: ports.drafts !== null, notice: null, refusal: null, code: null },
});

/** Where the answer that is being written is kept. */
export const placeOf = ({ ports: { drafts, clock, taskId } }: Memory): DraftPlace => ({ drafts, clock, taskId });

/** What waits, oldest first. */
export const list = ({ ports: { claims, clock }, limit }: Memory, signal: AbortSignal): Promise<Page<ModificationEntry>> =>
  callPort((limited) => claims.modificationRequests({ states: ['requested'], limit, signal: limited }), { clock, signal });

/** The queue was read; an answer to what no longer waits is put away, and said to be. */
export function listed({ form, refusal, isSending }: Memory, { rows, next, total }: Page<ModificationEntry>): Step {
  const isGone = form !== null && !isSending && !rows.some(({ request }) => request.id === form.id);
  return { entries: rows, next, total, code: null, ...(isGone ? { form: null, refusal: refusal ?? 'conflict', notice: null } : {}) };
}

/** More of the queue is asked for. */
export const further = ({ limit }: Memory): Step => ({ limit: limit + PAGE });

/** An answer that was begun before a reload. */
export const restore = (memory: Memory): Promise<KeptDraft<ModificationAnswerDraft> | null> => findAnswerDraft(placeOf(memory));

/** It comes back where its request still waits. */
export const restored = ({ form, entries }: Memory, draft: KeptDraft<ModificationAnswerDraft> | null): Step =>
  draft === null || form !== null || !entries.some(({ request }) => request.id === draft.payload.id)
    ? {}
    : { form: draft.payload, notice: 'kept' };

/** An answer is begun; the one outcome needs no choice of reason to begin with. */
export const opened = (id: string, outcome: ModificationAnswerDraft['outcome']): Step => ({
  ...{ form: { id, outcome, reason: outcome === 'applied' ? 'as-requested' : null, text: '' } },
  ...{ putAway: null, notice: null, refusal: null, code: null },
});

/** Something was chosen or typed: what was wrong with it is gone. */
export const changed = ({ form }: Memory, changes: Partial<ModificationAnswerDraft>): Step => ({
  ...{ form: form && { ...form, ...changes }, notice: null, refusal: null, code: null },
});

/** Put away, with a way back where something was written. */
export const closed = ({ form }: Memory): Step => ({
  ...{ form: null, putAway: form?.text ? form : null, notice: null, refusal: null, code: null },
});

/** Refused at once where the backend would refuse it. */
export function checked({ form }: Memory): Step {
  const refusal = form && refuseVerdict(form);
  return { refusal, isSending: refusal === null, code: null, notice: null };
}

/** Sends the answer, about the request as it was shown. */
export async function send(memory: Memory): Promise<Answer> {
  const { ports, entries, form } = memory;
  const { id, outcome, reason, text } = form!;
  const expectedVersion = entries.find(({ request }) => request.id === id)!.request.version;
  const answer = await ports.submit(
    (meta) => ports.claims.answerModification(id, { outcome, reason: reason!, text: text.trim() }, { ...meta, expectedVersion }),
    { recordId: id, expectedVersion },
  );
  if (answer.status === 'accepted') await forgetDraft(placeOf(memory));
  return answer;
}

/** What the answer came to: an accepted one leaves the queue at once. */
export function took({ entries, total, form }: Memory, answer: Answer): Step {
  if (answer.status !== 'accepted') {
    const stillWaits = entries.some(({ request }) => request.id === form?.id);
    return { refusal: answer.status === 'refused' ? answer.code : answer.status, isSending: false, ...(stillWaits ? {} : { form: null }) };
  }
  const left = entries.filter(({ request }) => request.id !== form!.id);
  return {
    entries: left,
    total: total.kind === 'unknown' ? total : { ...total, n: total.n - (entries.length - left.length) },
    notice: form!.outcome,
    ...{ form: null, putAway: null, refusal: null, isSending: false },
  };
}

/** It could not be sent, or the queue not be read. */
export const failed = (error: unknown): Step => ({ code: toPortError(error).code, notice: null });

/** Nobody knows what became of the answer, or it never left. */
export const unsent = (error: unknown): Step => ({ ...failed(error), isSending: false });
