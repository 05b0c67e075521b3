import type { FileKind } from '@portico/core/documents';

/**
 * Shows a PDF in the browser's own viewer, in a frame over a link that ends with the function it answers. For pages whose policy allows
 * `frame-src blob:` only. No `sandbox`: browsers start no viewer in a sandboxed frame; the type, which is fixed here, keeps the bytes from
 * ever being read as a page.
 */
export function framePreview(place: HTMLElement, bytes: Uint8Array, title: string): () => void {
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
export async function drawPreview(canvas: HTMLCanvasElement, bytes: Uint8Array, kind: FileKind): Promise<boolean> {
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
