import type { Contact } from '../directory/index.ts';
import type { CaseDocument, FileDocument } from '../documents/index.ts';
import { callPort, toPortError, type CommandAnswer, type Page } from '../kernel/index.ts';
import type { ModificationCommandRefusal } from './claims.port.ts';
import { findDraft, forgetDraft, keepNow, type DraftPlace, type KeptDraft } from './modification-draft.ts';
import { modificationOffer } from './modification-request.lifecycle.ts';
import { modificationContext, refuseAsked, waitingRequest } from './modification-request.rules.ts';
import type { ModificationDraft, ModificationRequest } from './modification-request.schema.ts';
import type {
  ModifiableCase,
  ModificationRequestInput,
  ModificationRequestMemory,
  ModificationTaskRefusal,
} from './modification-request.task.ts';

type Memory = ModificationRequestMemory;
type Step = Partial<Memory>;
type Answer = CommandAnswer<ModificationRequest, ModificationCommandRefusal>;

/** A form that nobody touched. */
export const emptyModification: ModificationDraft = { subject: null, text: '', documentIds: [] };

const untouched = { form: emptyModification, discarded: null, commandId: null, notice: null, refusal: null, code: null } as const;

/** The memory of a task that has just begun. */
export const begin = (ports: ModificationRequestInput): Memory => ({
  ...{ ports, record: ports.record, at: ports.clock.now(), requests: [], contacts: null, documents: [], keepsText: ports.drafts !== null },
  ...untouched,
});

/** Another case: nothing of the one before stays. */
export const shown = ({ ports }: Memory, record: ModifiableCase): Step => ({
  ...{ record, at: ports.clock.now(), requests: [], contacts: null, documents: [] },
  ...untouched,
});

/** Where the draft of this case is kept. */
export const placeOf = ({ ports: { drafts, clock }, record }: Memory): DraftPlace => ({
  ...{ drafts, clock, taskId: `modification-request:${record.id}` },
});

/** Why nothing may be asked for now; null: it may. */
export const offerOf = ({ record, requests, at }: Memory): ReturnType<typeof modificationOffer> =>
  modificationOffer(modificationContext(record, requests), at);

/** A draft came back; what was typed meanwhile counts more. */
export const restored = ({ form }: Memory, draft: KeptDraft<ModificationDraft> | null): Step =>
  draft === null || form !== emptyModification ? {} : { form: draft.payload, commandId: draft.commandId, notice: 'kept' };

/** What was written for this case; null when nothing was, or when it was sent and only the answer was missed. */
export async function restore(memory: Memory, signal: AbortSignal): Promise<KeptDraft<ModificationDraft> | null> {
  const draft = await findDraft(placeOf(memory));
  if (draft === null || draft.commandId === null) return draft;
  const asked = waitingRequest(await list(memory, signal))?.asked;
  const { text, documentIds } = draft.payload;
  if (asked?.text !== text.trim() || asked.documentIds.join() !== documentIds.join()) return draft;
  await forgetDraft(placeOf(memory));
  return null;
}

/** Something was typed: what was wrong with it is gone, and the next try is another command. */
export const typed = ({ form }: Memory, changes: Partial<ModificationDraft>): Step => ({
  ...{ form: { ...form, ...changes }, commandId: null, discarded: null, refusal: null, code: null, notice: null },
});

/** The person wants it sent: refused at once where the backend would refuse it. */
export function asked(memory: Memory): Step {
  const now = { ...memory, at: memory.ports.clock.now() };
  const refusal = refuseAsked(now.form) ?? offerOf(now);
  return { at: now.at, refusal, code: null, notice: null, commandId: memory.commandId ?? memory.ports.ids.uuid() };
}

/** Sends the request. The draft holds the command's id before it leaves, so that a reload sends no second one. */
export async function send(memory: Memory): Promise<Answer> {
  const { ports, record, form, commandId } = memory;
  const place = placeOf(memory);
  await keepNow(place, { payload: form, commandId }).catch(() => undefined);
  const { subject, text, documentIds } = form;
  const answer = await ports.submit(
    (meta) => ports.claims.requestModification(record.id, { subject: subject!, text: text.trim(), documentIds }, meta),
    { commandId: commandId!, recordId: record.id },
  );
  if (answer.status === 'accepted') await forgetDraft(place);
  return answer;
}

/** Takes the waiting request back. */
export function withdraw({ ports, requests }: Memory): Promise<Answer> {
  const { id, version } = waitingRequest(requests)!;
  return ports.submit((meta) => ports.claims.withdrawModification(id, { ...meta, expectedVersion: version }), {
    recordId: id,
    expectedVersion: version,
  });
}

/** What a command came to. A refusal is kept under its id, so the next try is another command; one that nobody knows of is asked again. */
export function took({ requests, commandId, ports }: Memory, answer: Answer): Step {
  return {
    requests: answer.status === 'accepted' ? withRequest(requests, answer.value) : requests,
    commandId: answer.status === 'unknown' ? commandId : null,
    refusal: refusalOf(answer),
    at: ports.clock.now(),
    code: null,
  };
}

const refusalOf = (answer: Answer): ModificationTaskRefusal | null =>
  answer.status === 'accepted' ? null : answer.status === 'refused' ? answer.code : answer.status;

/** A command that could not be sent, or of which nobody knows whether it arrived. */
export const failed = (error: unknown): Step => ({ code: toPortError(error).code, notice: null });

/** A request in its present form, in place of the older one or after the others. */
const withRequest = (requests: readonly ModificationRequest[], one: ModificationRequest): readonly ModificationRequest[] =>
  requests.some(({ id }) => id === one.id) ? requests.map((before) => (before.id === one.id ? one : before)) : [...requests, one];

/** The requests of the case, all of them: there are few. */
export async function list({ ports, record }: Memory, signal: AbortSignal): Promise<readonly ModificationRequest[]> {
  const { clock, claims } = ports;
  const page = await callPort((limited) => claims.modificationRequests({ caseId: record.id, limit: 100, signal: limited }), {
    clock,
    signal,
  });
  return page.rows.map(({ request }) => request);
}

/** More than anybody reads through, fewer than would hold up a page. */
const MOST_DOCUMENTS = 500;

/** What the claims center could look at: files of the case, newest first, but those that stay on the own side. */
export async function documentsOf({ ports: { documents, clock }, record }: Memory, signal: AbortSignal): Promise<readonly FileDocument[]> {
  if (documents === null) return [];
  const found: FileDocument[] = [];
  let cursor: string | null = null;
  do {
    const after: string | null = cursor;
    const page: Page<CaseDocument> = await callPort(
      (limited) => documents.documents(record.id, { cursor: after, limit: 100, signal: limited }),
      {
        clock,
        signal,
      },
    );
    found.push(...page.rows.filter((document) => document.kind !== 'form').filter(({ purpose }) => purpose !== 'internal'));
    cursor = page.next;
  } while (cursor !== null && found.length < MOST_DOCUMENTS);
  return found;
}

/** The documents came; what a draft points to and is no longer there is let go, because it would be refused. */
export function documentsCame({ form }: Memory, documents: readonly FileDocument[]): Step {
  const documentIds = form.documentIds.filter((id) => documents.some((document) => document.id === id));
  return { documents, ...(documentIds.length < form.documentIds.length && { form: { ...form, documentIds } }) };
}

/** Whom to turn to: the helpdesks of the payer's brand; of all brands where the payer has none that is known. */
export async function contactsOf({ ports: { directory, clock }, record }: Memory, signal: AbortSignal): Promise<readonly Contact[]> {
  if (directory === null) return [];
  return callPort(
    async (limited) => {
      const payers = (await directory.payers?.({ limit: 100, signal: limited }))?.rows ?? [];
      const brandId = payers.find(({ id }) => id === record.payer.id)?.brandId ?? null;
      const contacts = await directory.contacts({ ...(brandId === null ? {} : { brandId }), signal: limited });
      return contacts.filter(({ channels }) => channels.some(({ purpose }) => purpose === 'helpdesk'));
    },
    { clock, signal },
  );
}
