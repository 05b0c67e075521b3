import type { FileKind } from '@portico/core/documents';

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
