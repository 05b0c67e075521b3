import { callPort } from '@portico/core/kernel';
import type { Portal } from '../portal/portal.ts';

/** Fetches a document's bytes; rejects with PortError. */
export async function documentBytes({ backend, clock }: Portal, id: string, signal: AbortSignal): Promise<Uint8Array> {
  // A large file over a slow line may take its time.
  const options = { clock, signal, limit: 600_000 };
  const file = await callPort((limited) => backend.documents!.content(id, { signal: limited }), options);
  return callPort(() => file.read(0, file.size), options);
}

/** Gives the person a file to keep, under its safe name. It is never opened as a page: its type says nothing a browser would show. */
export function saveFile(bytes: Uint8Array, name: string, document: Document): void {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file when the click is through; a moment is left for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
