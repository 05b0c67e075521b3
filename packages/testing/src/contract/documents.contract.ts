import { equal, ok } from '@portico/backend/check';
import type { DocumentsPort, NewDocument, Note } from '@portico/core/documents';
import { documentsPolicyDefaults } from '@portico/core/documents';
import type { FileSource } from '@portico/core/kernel';
import type { ContractCase, ContractContext } from './contract.ts';
import type { PersonName } from './contract-world.ts';
import { fileOf, hollowFile, samplePdf } from './sample-files.ts';
import { allRows, anything, failsWith, refusalOf, signedIn, valueOf } from './steps.ts';

/** The documents port of a person's page, and a case of payer x and provider a that clerk and claims center both see. */
async function desk(context: ContractContext, person: PersonName = 'clerk'): Promise<{ documents: DocumentsPort; caseId: string }> {
  const { documents, claims } = await signedIn(context, person);
  ok(documents, 'there is a documents port');
  const rows = await allRows(claims!, { ...anything, payerId: 'payer:x', providerId: 'provider:a' });
  ok(rows[0], 'there is a case');
  return { documents, caseId: rows[0].id };
}

const attached = (uploadId: string, changes: Partial<NewDocument> = {}): NewDocument => ({
  ...{ uploadId, itemSequence: null, type: 'medical-report', purpose: 'to-submit' },
  ...changes,
});

const uploading = async (
  context: ContractContext,
  { documents, caseId }: Awaited<ReturnType<typeof desk>>,
  file: FileSource,
): Promise<string> => {
  const uploadId = context.commandId();
  valueOf(await documents.upload!(caseId, file, { uploadId }), `the upload of ${file.name}`);
  return uploadId;
};

const posting = async (
  context: ContractContext,
  { documents, caseId }: Awaited<ReturnType<typeof desk>>,
  text: string,
  files: readonly NewDocument[] = [],
): Promise<Note> => valueOf(await documents.post!({ caseId, text, documents: files }, { commandId: context.commandId() }), 'the note');

const needs = ['documents', 'documents.upload', 'documents.post', 'claims', 'access'] as const;

/** Documents and notes of a case (N13, N14, N16, N17). */
export const documentsCases: readonly ContractCase[] = [
  {
    title: 'N13 N14 a note with two files is committed as one: the thread tells of it, and both can be read again byte by byte',
    needs,
    async run(context) {
      const clerk = await desk(context);
      const first = samplePdf('report.pdf', 'one');
      const uploads = [await uploading(context, clerk, first), await uploading(context, clerk, samplePdf('scan.pdf', 'two'))];
      equal((await clerk.documents.documents(clerk.caseId, {})).total, { kind: 'exact', n: 0 }, 'seen by nobody before the note');
      const note = await posting(context, clerk, ' See both. ', [
        attached(uploads[0]!),
        attached(uploads[1]!, { type: 'imaging', itemSequence: 1 }),
      ]);
      equal([note.text, note.postedBy, note.side], ['See both.', 'The clerk', 'provider'], 'the note');
      const listed = await clerk.documents.notes(clerk.caseId, {});
      equal(listed.rows, [note], 'the thread');
      equal(
        note.documents.map(({ name, kind, type, itemSequence }) => ({ name, kind, type, itemSequence })),
        [
          { name: 'report.pdf', kind: 'pdf', type: 'medical-report', itemSequence: null },
          { name: 'scan.pdf', kind: 'pdf', type: 'imaging', itemSequence: 1 },
        ],
        'its documents',
      );
      const content = await clerk.documents.content(note.documents[0]!.id);
      equal([content.name, content.type, content.size], ['report.pdf', 'application/pdf', first.size], 'the file');
      equal([...(await content.read(0, content.size))], [...(await first.read(0, first.size))], 'its bytes');
      equal([...(await content.read(3, 9))], [...(await first.read(3, 9))], 'a part of them');
      equal(await clerk.documents.waiting!(clerk.caseId), [], 'nothing waits any more');
    },
  },
  {
    title: 'N17 a document is what the person says it is, for each of its types; what is none is refused, and its file waits on',
    needs,
    async run(context) {
      const clerk = await desk(context);
      const uploadId = await uploading(context, clerk, samplePdf('unknown.pdf', 'unknown'));
      const unknown = { ...attached(uploadId), type: 'of-no-kind' as 'other' };
      const answer = await clerk.documents.post!(
        { caseId: clerk.caseId, text: 'See this.', documents: [unknown] },
        { commandId: context.commandId() },
      );
      equal(refusalOf(answer), 'invalid', 'a type that nobody has');
      equal((await clerk.documents.notes(clerk.caseId, {})).rows, [], 'no half of the note is there');
      equal((await clerk.documents.waiting!(clerk.caseId)).length, 1, 'its file waits');
      for (const type of ['medical-report', 'lab-result'] as const) {
        const file = await uploading(context, clerk, samplePdf(`${type}.pdf`, type));
        await posting(context, clerk, '', [attached(file, { type, purpose: 'correspondence' })]);
      }
      const center = await desk(context, 'claimsCenter');
      equal(
        (await center.documents.documents(clerk.caseId, {})).rows.map((one) => [one.name, one.type, one.purpose]).toSorted(),
        ['lab-result', 'medical-report'].map((type) => [`${type}.pdf`, type, 'correspondence']),
        'as the other side reads it',
      );
    },
  },
  {
    title: 'N13 text alone and files alone are notes, neither is none',
    needs,
    async run(context) {
      const clerk = await desk(context);
      await posting(context, clerk, 'Only text');
      const uploadId = await uploading(context, clerk, samplePdf('only.pdf', 'only'));
      await posting(context, clerk, '', [attached(uploadId)]);
      const answer = await clerk.documents.post!({ caseId: clerk.caseId, text: ' \n ', documents: [] }, { commandId: context.commandId() });
      equal(refusalOf(answer), 'nothing-to-post', 'neither');
      equal((await clerk.documents.notes(clerk.caseId, {})).total, { kind: 'exact', n: 2 }, 'the thread');
    },
  },
  {
    title: 'the same command again is the same note, and the same upload id the same file',
    needs,
    async run(context) {
      const clerk = await desk(context);
      const [uploadId, commandId] = [context.commandId(), context.commandId()];
      const file = samplePdf('again.pdf', 'again');
      const first = valueOf(await clerk.documents.upload!(clerk.caseId, file, { uploadId }), 'the upload');
      equal(valueOf(await clerk.documents.upload!(clerk.caseId, file, { uploadId }), 'again'), first, 'the same upload');
      equal(await clerk.documents.waiting!(clerk.caseId), [first], 'one waits');
      const note = { caseId: clerk.caseId, text: 'once', documents: [attached(uploadId)] };
      const posted = valueOf(await clerk.documents.post!(note, { commandId }), 'the note');
      equal(valueOf(await clerk.documents.post!(note, { commandId }), 'again'), posted, 'the same note');
      equal((await clerk.documents.notes(clerk.caseId, {})).total, { kind: 'exact', n: 1 }, 'the thread');
    },
  },
  {
    title: 'P4 P13 T9 limits hold on every path: size, number in a note, and what is no document at all',
    needs,
    async run(context) {
      const clerk = await desk(context);
      const { maxFileBytes, maxFiles } = documentsPolicyDefaults;
      const refusal = async (file: FileSource): Promise<string> =>
        refusalOf(await clerk.documents.upload!(clerk.caseId, file, { uploadId: context.commandId() }));
      equal(await refusal(hollowFile('large.pdf', maxFileBytes + 1)), 'too-large', 'a byte too many');
      equal(await refusal(hollowFile('empty.pdf', 0)), 'empty', 'an empty file');
      equal(
        await refusal(fileOf('page.pdf', 'application/pdf', new TextEncoder().encode('<html></html>'))),
        'kind-mismatch',
        'a page under the name of a PDF',
      );
      equal(await refusal(fileOf('run.exe', 'application/pdf', new TextEncoder().encode('MZ'))), 'kind-not-accepted', 'a program');
      const uploads: string[] = [];
      for (let n = 0; n <= maxFiles; n += 1) uploads.push(await uploading(context, clerk, samplePdf(`${n}.pdf`, `number ${n}`)));
      const post = async (ids: readonly string[]): Promise<string> =>
        refusalOf(
          await clerk.documents.post!(
            { caseId: clerk.caseId, text: '', documents: ids.map((id) => attached(id)) },
            { commandId: context.commandId() },
          ),
        );
      equal(await post(uploads), 'too-many-files', 'one more than a note may carry');
      equal(await post(uploads.slice(0, maxFiles)), 'accepted', 'as many as it may carry');
      equal(await post(uploads.slice(0, 1)), 'upload-missing', 'what was posted is not posted again');
    },
  },
  {
    title: 'a file that is on the case already is refused by what it holds, whatever its name',
    needs,
    async run(context) {
      const clerk = await desk(context);
      await posting(context, clerk, '', [attached(await uploading(context, clerk, samplePdf('a.pdf', 'same')))]);
      const again = await uploading(context, clerk, samplePdf('b.pdf', 'same'));
      const answer = await clerk.documents.post!(
        { caseId: clerk.caseId, text: '', documents: [attached(again)] },
        { commandId: context.commandId() },
      );
      equal(refusalOf(answer), 'duplicate', 'the answer');
      equal(answer.status === 'refused' && answer.detail, { uploadId: again }, 'which of them it is');
    },
  },
  {
    title: 'what is internal stays on its side: absent from the thread, the list, the counts and the content',
    needs,
    async run(context) {
      const clerk = await desk(context);
      const uploadId = await uploading(context, clerk, samplePdf('ours.pdf', 'ours'));
      const own = await posting(context, clerk, 'for us', [attached(uploadId, { purpose: 'internal' })]);
      const center = await desk(context, 'claimsCenter');
      equal((await center.documents.notes(clerk.caseId, {})).total, { kind: 'exact', n: 0 }, 'the thread of the other side');
      equal((await center.documents.documents(clerk.caseId, {})).total, { kind: 'exact', n: 0 }, 'its list');
      await failsWith('not-found', () => center.documents.content(own.documents[0]!.id), 'its content');
      await context.clock.advance(1_000);
      await posting(context, { ...center, caseId: clerk.caseId }, 'to all');
      equal(
        (await clerk.documents.notes(clerk.caseId, {})).rows.map(({ text }) => text),
        ['to all', 'for us'],
        'the own thread, newest first',
      );
    },
  },
  {
    title: 'documents of a case that is not yours do not exist for you, and the helpdesk has none',
    needs,
    async run(context) {
      const clerk = await desk(context);
      const note = await posting(context, clerk, '', [attached(await uploading(context, clerk, samplePdf('mine.pdf', 'mine')))]);
      for (const person of ['otherClerk', 'stranger'] as const) {
        const { documents } = await signedIn(context, person);
        equal(await documents!.folder(clerk.caseId), null, `the folder for ${person}`);
        await failsWith('not-found', () => documents!.notes(clerk.caseId, {}), `the thread for ${person}`);
        await failsWith('not-found', () => documents!.content(note.documents[0]!.id), `the content for ${person}`);
        const upload = await documents!.upload!(clerk.caseId, samplePdf('x.pdf', 'x'), { uploadId: context.commandId() });
        equal(refusalOf(upload), 'no-such-case', `an upload of ${person}`);
        const post = await documents!.post!({ caseId: clerk.caseId, text: 'hello', documents: [] }, { commandId: context.commandId() });
        equal(refusalOf(post), 'no-such-case', `a note of ${person}`);
      }
      const { documents } = await signedIn(context, 'helpdesk');
      await failsWith('denied', () => documents!.notes(clerk.caseId, {}), 'the helpdesk');
    },
  },
  {
    title: 'an upload belongs to who made it, waits over a reload, and can be taken back',
    needs: [...needs, 'reload'],
    async run(context) {
      const page = await signedIn(context, 'clerk');
      const { caseId } = await desk(context);
      const uploadId = context.commandId();
      const kept = valueOf(await page.documents!.upload!(caseId, samplePdf('draft.pdf', 'draft'), { uploadId }), 'the upload');
      const after = (await context.reload!(page)).documents!;
      equal(await after.waiting!(caseId), [kept], 'after the reload');
      const center = await desk(context, 'claimsCenter');
      equal(await center.documents.waiting!(caseId), [], 'for somebody else');
      const stolen = await center.documents.post!(
        { caseId, text: '', documents: [attached(uploadId)] },
        { commandId: context.commandId() },
      );
      equal(refusalOf(stolen), 'upload-missing', 'posted by somebody else');
      await after.discard!(uploadId);
      equal(await after.waiting!(caseId), [], 'taken back');
    },
  },
  {
    title: 'lists go page by page, and a cursor of another case is refused',
    needs,
    async run(context) {
      const clerk = await desk(context);
      const texts: string[] = [];
      for (let n = 0; n < 5; n += 1) {
        await context.clock.advance(1_000);
        texts.unshift((await posting(context, clerk, `note ${n}`)).text);
      }
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<DocumentsPort['notes']>> = await clerk.documents.notes(clerk.caseId, { cursor, limit: 2 });
        seen.push(...page.rows.map(({ text }) => text));
        cursor = page.next;
        equal(page.total, { kind: 'exact', n: 5 }, 'the total');
      } while (cursor !== null);
      equal(seen, texts, 'newest first');
      const { next } = await clerk.documents.notes(clerk.caseId, { limit: 2 });
      await failsWith('invalid', () => clerk.documents.documents(clerk.caseId, { cursor: next }), 'a cursor of the other list');
    },
  },
];
