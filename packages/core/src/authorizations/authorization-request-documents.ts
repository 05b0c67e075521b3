import { documentsOf, FileQueue, isUnderWay, type Note, type NoteRefusal } from '../documents/index.ts';
import { callPort, type CommandAnswer } from '../kernel/index.ts';
import { filesToSend } from './authorization-request-form.ts';
import { put } from './authorization-request.steps.ts';
import type { AuthorizationRequestContext } from './authorization-request.task.ts';

type Context = AuthorizationRequestContext;
type Step = Partial<Context>;

/** The request has a case now: its files go there (N15, N16), looked at once more on the way. */
export function following(context: Context): Step {
  const { ports, files, form, rules, sent } = context;
  const { documents, clock, digest, progress } = ports;
  if (!documents || !rules || !sent) return { files: [], queue: null };
  return {
    queue: new FileQueue({ caseId: sent.id, upload: documents.upload, limits: rules.documents, clock, digest, progress }),
    files: filesToSend(files, form).map((file) =>
      file.source && (isUnderWay(file) || file.state === 'checked') ? { ...file, state: 'checking' } : file,
    ),
  };
}

/** Files that did not get through are tried again. */
export const tried = ({ files }: Context): Step => ({
  files: files.map((file) => (file.source && file.state === 'failed' ? { ...file, state: 'checking', code: null } : file)),
  ...{ documentsNotice: null, code: null },
});

/** Posts what has arrived, as one note (N14), under an id that stands in the draft before it leaves. */
export async function post(context: Context): Promise<CommandAnswer<Note, NoteRefusal>> {
  const { ports, posting } = context;
  await put(ports, context).catch(() => undefined);
  return ports.submit((meta) => ports.documents!.post(posting!.note, meta), {
    commandId: posting!.commandId,
    recordId: posting!.note.caseId,
  });
}

/** The note that is to go: the one that was on its way, else one with all files that have arrived. */
export const toPost = ({ posting, ports, sent, files }: Context): Step => ({
  posting: posting ?? { commandId: ports.ids.uuid(), note: { caseId: sent!.id, text: '', documents: documentsOf(files) } },
  ...{ documentsNotice: null, code: null, isUnsure: false },
});

/** The documents of a note are with the request. */
export const posted = ({ files, posting, posted: before }: Context): Step => {
  const gone = new Set(posting!.note.documents.map(({ uploadId }) => uploadId));
  return {
    ...{ files: files.filter(({ id }) => !gone.has(id)), posted: before + gone.size, posting: null },
    ...{ removedFile: null, isUnsure: false, isDirty: true },
  };
};

/** Lets go of what will not be sent any more; a backend that cannot do it now will by itself after a while. */
export function forget({ ports }: Context, files: Context['files']): void {
  for (const { id, state } of files)
    if (state === 'uploaded') void callPort(async () => ports.documents?.discard?.(id), { clock: ports.clock }).catch(() => undefined);
}
