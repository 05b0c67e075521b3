// No tests of its own: elements of documents on a page, over a whole back office, and files as people drop them.
import { expect, html } from '@open-wc/testing';
import type { DocumentsPort } from '@portico/core/documents';
import type { Backend } from '@portico/core/portal';
import { samplePdf } from '@portico/testing/contract';
import { createFaults, withFaults, type Faults } from '@portico/testing/faults';
import { mount, one, shown, until, type Surroundings } from '../../../../test/kit/screen.ts';
import { simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/note-panel.ts';
import { anything } from '../claims/claims.fixture.test.ts';
import type { NotePanelElement } from './note-panel.element.ts';

/** A portal with the case whose documents are looked at. */
export interface CaseWorld extends TestPortal {
  readonly faults: Faults;
  readonly caseId: string;
}

/** A clerk's portal over the demo world, and the newest claim of two lines that the desk sees too: an authorization would have a form from the start. */
export async function caseWorld({ through = (backend) => backend, ...options }: TestPortalOptions = {}): Promise<CaseWorld> {
  const faults = createFaults({ clock: simulatedClock() });
  const world = await createTestPortal({
    ...{ signedIn: 'clerk', claims: 60, ...options },
    through: (backend) => withFaults(through(backend), faults),
  });
  return { ...world, faults, caseId: (world.portal.subject() && (await claimOfTwoLines(world))) ?? 'none' };
}

async function claimOfTwoLines({ portal }: TestPortal): Promise<string | undefined> {
  const claims = portal.backend.claims!;
  const { rows } = await claims.search({ ...anything, kinds: ['claim'], payerId: 'payer:gulf' }, {});
  for (const { id } of rows) if ((await claims.get(id))!.record.items.length > 1) return id;
  return undefined;
}

/** Puts the notes of a case on a page. */
export async function notePage(
  options: TestPortalOptions = {},
  surroundings: Surroundings = {},
): Promise<CaseWorld & { readonly element: NotePanelElement }> {
  const world = await caseWorld(options);
  const element = await mount<NotePanelElement>(
    html`<note-panel case-id=${world.caseId} .portal=${world.portal}></note-panel>`,
    surroundings,
  );
  return { ...world, element };
}

/** The same backend with other answers of its documents. */
export const withDocuments =
  (changes: (documents: DocumentsPort) => Partial<DocumentsPort>) =>
  (backend: Backend): Backend => ({ ...backend, documents: { ...backend.documents!, ...changes(backend.documents!) } });

/** The same backend with other limits. */
export const withLimits =
  (limits: object) =>
  (backend: Backend): Backend => ({
    ...backend,
    policies: {
      for: async (...asked) => {
        const { version, policy } = await backend.policies.for(...asked);
        return { version, policy: { ...policy, documents: { ...policy.documents, ...limits } } };
      },
    },
  });

/** A small good PDF whose bytes depend on the mark. */
export async function pdf(name: string, mark = name): Promise<File> {
  const source = samplePdf(name, mark);
  return new File([(await source.read(0, source.size)) as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' });
}

/** A good PNG of one colour, 40 by 30. */
export async function picture(name: string, colour: string): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 40, 30);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob!], name, { type: 'image/png' });
}

/** Drops files where they can be dropped. */
export function drop(element: Element, ...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const place = element.shadowRoot!.querySelector('.drop')!;
  place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

/** The rows of files as one text each. */
export const rows = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('.file')].map((row) => shown(row.querySelector('.file-head')!));

/** Waits until so many files are ready. */
export const ready = (element: Element, count: number): Promise<void> =>
  until(() => void expect(element.shadowRoot!.querySelectorAll('.file.uploaded'), rows(element).join(' | ')).to.have.lengthOf(count));

export const textarea = (element: Element): HTMLTextAreaElement =>
  one<HTMLTextAreaElement>(element, 'textbox', /^(New note|ملاحظة جديدة)$/);
export const button = (element: Element, name: string | RegExp): HTMLButtonElement => one<HTMLButtonElement>(element, 'button', name);

/** Waits for the form. */
export const form = (element: Element): Promise<HTMLTextAreaElement> => until(() => textarea(element));

/** The notes of the thread as one text each, the newest first. */
export const thread = (element: Element): string[] => [...element.shadowRoot!.querySelectorAll('.note')].map((note) => shown(note));
