import {
  attachmentFilesMessages,
  attachmentUploaderMessages,
  documentMessages,
  noteThreadMessages,
  notePanelMessages,
  notePostingMessages,
} from '@portico/core/documents/note-panel';
import { attachmentFilesMessagesAr } from '@portico/core/documents/attachment-files.messages.ar';
import { attachmentUploaderMessagesAr } from '@portico/core/documents/attachment-uploader.messages.ar';
import { documentListMessages } from '@portico/core/documents/document-list';
import { documentListMessagesAr } from '@portico/core/documents/document-list.messages.ar';
import { documentMessagesAr } from '@portico/core/documents/document.messages.ar';
import { notePanelMessagesAr } from '@portico/core/documents/note-panel.messages.ar';
import { notePostingMessagesAr } from '@portico/core/documents/note-posting.messages.ar';
import { noteThreadMessagesAr } from '@portico/core/documents/note-thread.messages.ar';
import type { DocumentsPolicy, DocumentsPort, NewDocument } from '@portico/core/documents';
import type { Backend } from '@portico/core/portal';
import { fileOf, samplePdf } from '@portico/testing/contract';
import { configure, waitFor } from 'storybook/test';
import { element, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

/** States are waited for, as long as a busy machine may take; a little less than a story may, so that what was missing is told. */
const timeout = 25_000;
configure({ asyncUtilTimeout: timeout });

/** Texts of documents and notes in whichever language the toolbar is set to. */
export const t = texts(
  {
    ...{ ...notePanelMessages, ...notePostingMessages, ...noteThreadMessages, ...documentListMessages },
    ...{ ...attachmentUploaderMessages, ...attachmentFilesMessages, ...documentMessages },
  },
  {
    ...{ ...notePanelMessagesAr, ...notePostingMessagesAr, ...noteThreadMessagesAr, ...documentListMessagesAr },
    ...{ ...attachmentUploaderMessagesAr, ...attachmentFilesMessagesAr, ...documentMessagesAr },
  },
);

/** The case that the stories of documents are about: the first claim that the clerk finds, or the first that was authorized. */
export async function caseOf({ portal }: StoryWorld, kind: 'claim' | 'authorization' = 'claim'): Promise<string> {
  const nobody = { memberName: '', memberNumber: '', payerId: null, providerId: null, physician: '', identifier: '', amount: null };
  const decisions = kind === 'claim' ? [] : (['approved'] as const);
  const asked = { dateMode: 'service', from: null, to: null, kinds: [kind], decisions, notUsedOnly: false, ...nobody } as const;
  const { rows } = await portal.backend.claims!.search(asked, {});
  return rows.find(({ use }) => use !== 'not-used')!.id;
}

/** Shows that case in an element of the story, and waits until it is there. */
export async function open(canvas: HTMLElement, world: StoryWorld, tag: string, kind?: 'claim' | 'authorization'): Promise<ShadowRoot> {
  const host = element<HTMLElement & { caseId: string }>(canvas, tag);
  host.caseId = await caseOf(world, kind);
  await waitFor(
    () => {
      if (!host.shadowRoot!.querySelector('section')) throw new Error('not there yet');
    },
    { timeout },
  );
  return host.shadowRoot!;
}

/** A small good PDF whose bytes depend on its name. */
export async function pdf(name: string): Promise<File> {
  const source = samplePdf(name, name);
  return new File([(await source.read(0, source.size)) as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' });
}

/** A picture of a page with a few lines on it. */
export async function scan(name: string): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 400 });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 600, 400);
  context.fillStyle = '#345';
  for (let line = 0; line < 9; line += 1) context.fillRect(60, 60 + line * 32, line % 3 === 2 ? 260 : 480, 10);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob!], name, { type: 'image/png' });
}

/** Drops files where they can be dropped, as a person does. */
export function drop(root: ShadowRoot, ...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  root.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

/** Waits until something that a selector names is there so many times. */
export const shows = (root: ShadowRoot, selector: string, count = 1): Promise<void> =>
  waitFor(
    () => {
      if (root.querySelectorAll(selector).length < count) throw new Error(`no ${selector} yet`);
    },
    { timeout },
  );

/** Posts a file to the case, as somebody did before the story began. */
export async function posted(world: StoryWorld, file: File, text = '', details: Partial<NewDocument> = {}): Promise<void> {
  const { upload, post } = world.portal.backend.documents!;
  const [caseId, uploadId] = [await caseOf(world), `story-${file.name}`];
  await upload!(caseId, fileOf(file.name, file.type, new Uint8Array(await file.arrayBuffer())), { uploadId });
  const document: NewDocument = { uploadId, itemSequence: null, type: 'medical-report', purpose: 'to-submit', ...details };
  await post!({ caseId, text, documents: [document] }, { commandId: `post-${uploadId}` });
  await world.clock.pass(60_000);
}

/** The same backend with other answers of its documents. */
export const withDocuments =
  (changes: (documents: DocumentsPort) => Partial<DocumentsPort>) =>
  (backend: Backend): Backend => ({ ...backend, documents: { ...backend.documents!, ...changes(backend.documents!) } });

/** The same backend with other limits. */
export const withLimits =
  (limits: Partial<DocumentsPolicy>) =>
  (backend: Backend): Backend => ({
    ...backend,
    policies: {
      for: async (...asked) => {
        const { version, policy } = await backend.policies.for(...asked);
        return { version, policy: { ...policy, documents: { ...policy.documents, ...limits } } };
      },
    },
  });

/** A backend that lists documents and takes none. */
export const listingOnly = ({ documents, ...backend }: Backend): Backend => {
  const { post: _post, upload: _upload, ...listing } = documents!;
  return { ...backend, documents: listing };
};

/** A backend without documents. */
export const withoutDocuments = ({ documents: _documents, ...backend }: Backend): Backend => backend;

/** A backend that keeps no drafts. */
export const withoutDrafts = ({ drafts: _drafts, ...backend }: Backend): Backend => backend;
