import type { FileReader } from '@portico/core/claims/claim-intake';

/** Lets the page breathe between two stretches of work. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Reads FHIR R4 files for `<claim-intake>`; the reader itself is loaded with the first file. */
export const fhirReader: FileReader = async (file, { signal, onProgress }) => {
  const { readFhirAsync } = await import('@portico/adapter-fhir/read');
  // Parsing is the longer half; what is not known in advance shows as not begun.
  const share = ({ phase, done, total }: { phase: 'parsing' | 'mapping'; done: number; total: number }): number =>
    (phase === 'parsing' ? 0 : 0.5) + (total > 0 ? Math.min(1, done / total) / 2 : 0);
  return readFhirAsync(file, { name: file.name, signal, pause, onProgress: (progress) => onProgress(share(progress)) });
};
