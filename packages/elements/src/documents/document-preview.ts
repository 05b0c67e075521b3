import type { CaseDocument, FileKind, FormDocument } from '@portico/core/documents';
import type { FormHost } from '../authorizations/authorization-form.print.ts';
import type { Portal } from '../portal/portal.ts';
import { documentBytes } from './take-document.ts';

/** How a document is shown, and what puts it into the preview. */
export interface Look {
  readonly look: 'picture' | 'framed' | 'unreadable';
  /** Answers how it is taken out again. */
  readonly place?: (paper: HTMLElement) => (() => void) | Promise<() => void>;
}

/** From where a document is fetched, and for whom. */
interface Asking {
  readonly host: FormHost;
  readonly portal: Portal;
  readonly signal: AbortSignal;
}

const forms = () => import('../authorizations/authorization-form.print.ts');

/** Fetches a document to be looked at: a form by its values, a PDF in a frame, a picture on the canvas; rejects with a PortError. */
export async function lookAt(
  document: CaseDocument,
  { host, portal, signal, canvas }: Asking & { readonly canvas: HTMLCanvasElement },
): Promise<Look> {
  if (document.kind === 'form') {
    const { readForm, showForm } = await forms();
    const form = await readForm(portal, document.id, signal);
    return { look: 'framed', place: (paper) => showForm(host, form, paper) };
  }
  const bytes = await documentBytes(portal, document.id, signal);
  if (document.kind === 'pdf') return { look: 'framed', place: (paper) => framePreview(paper, bytes, document.name) };
  return { look: (await drawPreview(canvas, bytes, document.kind)) ? 'picture' : 'unreadable' };
}

/** Prints a form (N28); rejects with a PortError. */
export async function printForm(document: FormDocument, { host, portal, signal }: Asking): Promise<void> {
  await (await forms()).printAuthorizationForm(host, portal, document.id, signal);
}

/**
 * Shows a PDF in the browser's own viewer, in a frame over a link that ends with the function it answers. For pages whose policy allows
 * `frame-src blob:` only. No `sandbox`: browsers start no viewer in a sandboxed frame; the type, which is fixed here, keeps the bytes from
 * ever being read as a page.
 */
function framePreview(place: HTMLElement, bytes: Uint8Array, title: string): () => void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
  const frame = Object.assign(place.ownerDocument.createElement('iframe'), { title, src: url });
  place.append(frame);
  return () => {
    frame.remove();
    URL.revokeObjectURL(url);
  };
}

/** Longest side that a picture is drawn with, in pixels: enough to read a scan, and no more memory than a screen is worth. */
const MOST = 2_400;

const types: Partial<Readonly<Record<FileKind, string>>> = { jpeg: 'image/jpeg', png: 'image/png' };

/**
 * Draws a picture onto a canvas, through no address at all: a policy that forbids `blob:` and `data:` pictures forbids nothing of this. False
 * where the browser cannot read it.
 */
async function drawPreview(canvas: HTMLCanvasElement, bytes: Uint8Array, kind: FileKind): Promise<boolean> {
  try {
    const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: types[kind] ?? '' });
    const whole = await createImageBitmap(blob);
    const scale = Math.min(1, MOST / Math.max(whole.width, whole.height));
    canvas.width = Math.max(1, Math.round(whole.width * scale));
    canvas.height = Math.max(1, Math.round(whole.height * scale));
    canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
    whole.close();
    return true;
  } catch {
    return false;
  }
}
