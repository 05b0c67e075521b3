import type { FileSource } from '@portico/core/kernel';

const SIZE = 1 << 20;

/** The text of a file in pieces: UTF-8, or UTF-16 where its first two bytes say so. What is no text becomes U+FFFD. */
export async function* decodedChunks(file: FileSource): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for (let from = 0; from < file.size; from += SIZE) {
    const bytes = await file.read(from, Math.min(from + SIZE, file.size));
    decoder ??= new TextDecoder(encodingOf(bytes));
    yield decoder.decode(bytes, { stream: true });
  }
  if (decoder !== null) yield decoder.decode();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
