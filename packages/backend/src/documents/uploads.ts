import type { DocumentsPort, Upload, UploadRefusal } from '@portico/core/documents';
import { accepted, can, refused, type CommandAnswer, type FileSource } from '@portico/core/kernel';
import { throwIfAborted, type Asker, type Sessions } from '../access/sessions.ts';
import { audit } from '../audit.ts';
import type { Tx, UploadRecord } from '../collections.ts';
import type { Office } from '../office.ts';
import { eq } from '../store.ts';
import { caseFor } from './case-access.ts';

/** So many bytes are read at once, so that progress is told and a cancel is heard. */
const STEP = 1024 * 1024;
const HOUR = 3_600_000;

/** An upload's id among those of all people. */
export const uploadKey = (accountId: string, uploadId: string): string => `${accountId}/${uploadId}`;

/**
 * Files on their way to a note. Each is admitted by the checks of core before its bytes are kept, and its record is written last: what broke
 * off leaves nothing that anybody could see. Uploading again under the same id answers the same.
 */
export function createUploads(office: Office, sessions: Sessions): Pick<Required<DocumentsPort>, 'upload' | 'discard' | 'waiting'> {
  const { store, files, clock, ids, hasher, policyFor } = office;

  /** What the person has waiting on this case. */
  const waitingOf = async (tx: Tx, accountId: string, caseId: string): Promise<readonly UploadRecord[]> =>
    (await tx.query('uploads', { where: eq('accountId', accountId) }))
      .filter((record) => record.caseId === caseId)
      .sort((a, b) => a.at - b.at);

  const refuse = async (asker: Asker, caseId: string, code: UploadRefusal): Promise<CommandAnswer<Upload, UploadRefusal>> => {
    await store.transaction('write', (tx) =>
      audit(office, tx, {
        ...{ organisationId: asker.subject.organisationId, actor: asker.subject.accountId, action: 'documents.upload' },
        ...{ target: caseId, outcome: 'refused', code, commandId: null },
      }),
    );
    return refused(code);
  };

  /** Files whose note never came. */
  const sweep = async (accountId: string): Promise<void> => {
    const late = clock.now() - policyFor('portal').documents.orphanHours * HOUR;
    const gone = await store.transaction('write', async (tx) => {
      const orphans = (await tx.query('uploads', { where: eq('accountId', accountId) })).filter(({ at }) => at <= late);
      for (const { id } of orphans) await tx.delete('uploads', id);
      return orphans;
    });
    for (const { fileId } of gone) await files.delete(fileId);
  };

  return {
    async upload(caseId, file, { uploadId, signal, onProgress }) {
      const key = await sessions.key();
      const begun = await sessions.reading(async (tx, asker) => {
        const { subject } = asker;
        if (!can(subject, 'documents.post').allow) return { asker, code: 'denied' as const };
        const found = await caseFor(tx, subject, 'documents.post', caseId);
        if (found === null) return { asker, code: 'no-such-case' as const };
        const policy = policyFor({ payerId: found.record.payer.id }).documents;
        const known = await tx.get('uploads', uploadKey(subject.accountId, uploadId));
        const waiting = await waitingOf(tx, subject.accountId, caseId);
        return { asker, policy, known: known?.caseId === caseId ? known.upload : null, waiting };
      }, signal);
      if ('code' in begun) return refuse(begun.asker, caseId, begun.code);
      const { asker, policy, known, waiting } = begun;
      if (known !== null) return accepted(known);
      const { accountId } = asker.subject;
      await sweep(accountId);
      // Twice what a note may carry: a second try in another tab finds room, a flood does not.
      if (waiting.length >= 2 * policy.maxFiles) return refuse(asker, caseId, 'too-many-waiting');

      const { admit, checkFile, safeFileName } = await import('@portico/core/documents/file-check');
      // No byte is read of what its name or size refuses.
      const atSight = checkFile(file, [], policy);
      if (atSight !== null) return refuse(asker, caseId, atSight);
      const bytes = await read(file, signal, onProgress);
      if (bytes === null) return refuse(asker, caseId, 'unreadable');
      const admitted = await admit(inMemory(file, bytes), policy);
      if (admitted.status === 'refused') return refuse(asker, caseId, admitted.code);
      const sha256 = await hasher.sha256(bytes);
      const upload: Upload = { uploadId, name: safeFileName(file.name), kind: admitted.kind, size: bytes.length, sha256 };

      throwIfAborted(signal);
      // Never an id that a document may have by now: what was posted does not change.
      const fileId = ids.uuid();
      await files.put(fileId, bytes);
      const { answer, isKept } = await store.transaction('write', async (tx) => {
        const still = await sessions.identify(tx, key);
        if (still?.subject.accountId !== accountId) return { answer: refused('denied'), isKept: false };
        const id = uploadKey(accountId, uploadId);
        const other = await tx.get('uploads', id);
        if (other !== null) return { answer: accepted(other.upload), isKept: false };
        await tx.put('uploads', { id, version: 1, accountId, caseId, fileId, at: clock.now(), upload }, 0);
        return { answer: accepted(upload), isKept: true };
      });
      if (!isKept) await files.delete(fileId);
      return answer as CommandAnswer<Upload, UploadRefusal>;
    },

    async discard(uploadId) {
      const key = await sessions.key();
      const gone = await store.transaction('write', async (tx) => {
        const asker = await sessions.identify(tx, key);
        const record = asker && (await tx.get('uploads', uploadKey(asker.subject.accountId, uploadId)));
        if (record) await tx.delete('uploads', record.id);
        return record;
      });
      if (gone) await files.delete(gone.fileId);
    },

    waiting: (caseId, options) =>
      sessions.reading(
        async (tx, { subject }) => (await waitingOf(tx, subject.accountId, caseId)).map(({ upload }) => upload),
        options?.signal,
      ),
  };
}

/** All bytes, step by step, counted as they come (T9); null where the file gives more or less than it said. */
async function read(
  file: FileSource,
  signal: AbortSignal | undefined,
  onProgress: ((received: number) => void) | undefined,
): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(file.size);
  for (let from = 0; from < file.size; from += STEP) {
    throwIfAborted(signal);
    const to = Math.min(file.size, from + STEP);
    const part = await Promise.resolve()
      .then(() => file.read(from, to))
      .catch(() => null);
    if (part?.length !== to - from) return null;
    bytes.set(part, from);
    onProgress?.(to);
  }
  return bytes;
}

/** What was read, as a file. It asks the file itself for nothing, so that a check of many ranges leaves a turn to the page between two. */
const inMemory = (file: FileSource, bytes: Uint8Array): FileSource => ({
  ...{ name: file.name, type: file.type, size: bytes.length },
  async read(from, to) {
    await file.read(from, from);
    return bytes.subarray(from, to);
  },
});
