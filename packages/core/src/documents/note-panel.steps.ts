import { callPort, toPortError, type CommandAnswer } from '../kernel/index.ts';
import { FileQueue } from './attachment-uploader.queue.ts';
import {
  documentsOf,
  isRefused,
  isStuck,
  isUnderWay,
  proposed,
  withChange,
  withReturned,
  withRoom,
  without,
} from './attachment-uploader.rules.ts';
import type { Attachment } from './attachment-uploader.task.ts';
import type { NewNote, Note } from './document.schema.ts';
import { documentsPolicyDefaults } from './documents.policy.ts';
import type { NoteRefusal, Upload } from './documents.port.ts';
import type { NoteDraft } from './note-panel-draft.schema.ts';
import type { NoteNotice, NoteOpening, NotePanelContext, NotePanelInput, NotePlace } from './note-panel.task.ts';
import { checkNote } from './note.rules.ts';

type Step = Partial<NotePanelContext>;

/** The memory of a task that has just begun. */
export const begin = (ports: NotePanelInput): NotePanelContext => ({
  ...{ ports, folder: null, policy: null, queue: null, text: '', files: [], details: proposed(documentsPolicyDefaults, null) },
  ...{
    removed: null,
    behind: [],
    pending: null,
    secondsLeft: 0,
    notice: null,
    posted: null,
    isUnsure: false,
    isDirty: false,
    isKept: true,
    code: null,
  },
});

/** Asks for the case, its payer's policy, and what was begun before. */
export async function open(ports: NotePanelInput, signal: AbortSignal): Promise<NoteOpening> {
  const { documents, caseId, clock, drafts, taskId, policy, place } = ports;
  const ask = <Value>(call: (limited: AbortSignal) => Promise<Value>): Promise<Value> => callPort(call, { clock, signal });
  const folder = await ask((limited) => documents.folder(caseId!, { signal: limited }));
  if (!folder?.mayPost || !documents.post) return { folder, policy: null, draft: null, commandId: null, uploads: [] };
  const find = async (): Promise<Pick<NoteOpening, 'draft' | 'commandId'>> => {
    const found = place?.caseId === caseId ? null : await drafts?.get(taskId);
    if (!found) return { draft: null, commandId: null };
    const { noteDraftSchema } = await import('./note-panel-draft.schema.ts');
    const { success, data } = noteDraftSchema.safeParse(found.payload);
    return { draft: success ? data : null, commandId: success ? found.commandId : null };
  };
  const [inForce, found, uploads] = await Promise.all([
    ask(() => policy(folder.payerId)),
    // What was begun before and cannot be had keeps nobody from working.
    ask(find).catch(() => ({ draft: null, commandId: null })),
    ask(async (limited) => documents.waiting?.(caseId!, { signal: limited }) ?? []).catch((): readonly Upload[] => []),
  ]);
  return { folder, policy: inForce, ...found, uploads };
}

/** The case is there: what was begun before stands again. */
export function opened({ ports }: NotePanelContext, { folder, policy, draft, commandId, uploads }: NoteOpening): Step {
  if (!folder || !policy) return { folder, policy: null };
  const { documents, clock, digest, progress, itemSequence, place } = ports;
  const details = proposed(policy, itemSequence);
  const queue =
    documents.upload && new FileQueue({ caseId: folder.caseId, upload: documents.upload, limits: policy, clock, digest, progress });
  const base: Step = { folder, policy, details, queue: queue ?? null };
  if (place?.caseId === folder.caseId) return { ...base, text: place.text, files: place.files.map(goOn), pending: place.pending };
  const pending = commandId !== null && draft?.note ? { commandId, note: draft.note } : null;
  const files = draft
    ? draft.files.map((file) => restored(file, uploads))
    : ports.drafts
      ? []
      : uploads.map((one) => ofUpload(one, details));
  return { ...base, text: draft?.text ?? '', files, pending };
}

/** Work on a file ended with the element that it was done for. */
const goOn = (file: Attachment): Attachment => (isUnderWay(file) ? { ...file, state: file.source ? 'checking' : 'missing' } : file);

const bare = { source: null, refusal: null, code: null } as const;

function restored(file: NoteDraft['files'][number], uploads: readonly Upload[]): Attachment {
  const upload = uploads.find(({ uploadId }) => uploadId === file.id);
  return { ...file, ...bare, sha256: upload?.sha256 ?? null, state: upload ? 'uploaded' : 'missing' };
}

const ofUpload = ({ uploadId, name, size, sha256 }: Upload, details: NotePanelContext['details']): Attachment => ({
  ...{ ...details, ...bare, id: uploadId, name, size, sha256, state: 'uploaded' },
});

/** What would be posted now. */
export const noteOf = ({ folder, text, files }: NotePanelContext): NewNote => ({
  ...{ caseId: folder!.caseId, text: text.trim(), documents: documentsOf(files) },
});

/** Why nothing can be posted (N13): neither text nor file, too much, or a file that a person has to look after. Null when it can. */
export function whyNotPost(context: NotePanelContext): NoteNotice | null {
  const { files, policy } = context;
  if (files.some(isStuck)) return 'files-stuck';
  // Files on their way count as if they had arrived.
  const coming = files.map((file) => (isUnderWay(file) ? { ...file, state: 'uploaded' as const } : file));
  return checkNote(noteOf({ ...context, files: coming }), policy!);
}

/** The note is to go: without the files that are refused by now, which stay in the list. */
export const held = ({ files }: NotePanelContext): Step => ({
  ...{ behind: files.filter(isRefused), notice: null, posted: null, removed: null },
});

/** The files that the note takes along. */
export const along = ({ files, behind }: Pick<NotePanelContext, 'files' | 'behind'>): readonly Attachment[] =>
  files.filter(({ id }) => !behind.some((one) => one.id === id));

/** A file was taken out; the one taken out before cannot come back any more. */
export function removed(context: NotePanelContext, id: string): Step {
  const { files, removed: gone } = without(context.files, id);
  return gone ? { files, removed: gone, behind: context.behind.filter((file) => file.id !== id), isDirty: true } : {};
}

/** A file that was taken out is back. */
export const returned = ({ files, removed: gone }: NotePanelContext): Step =>
  gone ? { files: withReturned(files, gone), removed: null, isDirty: true } : {};

/** A check or an upload was stopped by the person. */
export const stopped = ({ files }: NotePanelContext, id: string): Step => {
  const file = files.find((one) => one.id === id);
  return file && isUnderWay(file) ? { files: withChange(files, id, { state: 'failed', code: 'aborted' }) } : {};
};

/** Lets go of a removed file's upload for good. A backend that cannot do it now will by itself after a while. */
export function forget({ ports, removed: gone }: NotePanelContext): void {
  if (gone?.file.state === 'uploaded') void callPort(async () => ports.documents.discard?.(gone.file.id), ports).catch(() => undefined);
}

/** Sends the note. The draft with its command id stands before the command leaves, and goes once it is known what came of it. */
export async function post({ ports, pending, text, files }: NotePanelContext): Promise<CommandAnswer<Note, NoteRefusal>> {
  const { commandId, note } = pending!;
  // Without a draft a reload would show the text again; that is no reason not to post now.
  await put(ports, { text, files, pending }).catch(() => undefined);
  const answer = await ports.submit((meta) => ports.documents.post!(note, meta), { commandId, recordId: note.caseId });
  if (answer.status === 'accepted') await put(ports, { text: '', files: [], pending: null }).catch(() => undefined);
  return answer;
}

/** Keeps what was written and chosen; nothing written and chosen is no draft. */
export async function put(ports: NotePanelInput, { text, files, pending }: Pick<NotePlace, 'text' | 'files' | 'pending'>): Promise<void> {
  const { drafts, taskId, clock } = ports;
  if (!drafts) return;
  if (text === '' && files.length === 0 && !pending) return callPort(() => drafts.remove(taskId), { clock });
  const payload: NoteDraft = {
    text,
    // What was refused cannot be sent after a reload either.
    files: files
      .filter((file) => !isRefused(file))
      .map(({ id, name, size, type, purpose, itemSequence }) => ({ ...{ id, name, size, type, purpose, itemSequence } })),
    note: pending?.note ?? null,
  };
  await callPort(() => drafts.put({ taskId, commandId: pending?.commandId ?? null, payload, savedAt: clock.now() }), { clock });
}

/** Whether the backend may have done what failed: then only the same command may be sent again. */
export const mayBeDone = (error: unknown): boolean => ['aborted', 'timeout', 'internal', 'unavailable'].includes(toPortError(error).code);

/** The note was refused: it is the person's again, and the file that is the reason says so. */
export function sentBack(
  { files }: NotePanelContext,
  { code, detail }: Extract<CommandAnswer<Note, NoteRefusal>, { status: 'refused' }>,
): Step {
  const uploadId = code === 'duplicate' ? detail?.['uploadId'] : undefined;
  return {
    ...{ notice: code, pending: null, isUnsure: false, isDirty: true },
    ...(typeof uploadId === 'string' && { files: withChange(files, uploadId, { state: 'refused', refusal: 'duplicate' }) }),
  };
}

/** The note is with the payer: an empty one can be begun, with what stayed behind still in view; what had no place in it has one now. */
export function done({ files, policy, ports }: NotePanelContext, note: Note): Step {
  const left = withRoom(files.filter(isRefused), policy!);
  return {
    ...{ posted: note, text: '', removed: null, pending: null, notice: null, code: null, isUnsure: false },
    ...{ files: left, behind: left.filter(isRefused), isDirty: left.some((file) => !isRefused(file)) },
    details: proposed(policy!, ports.itemSequence),
  };
}
