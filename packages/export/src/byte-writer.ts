/** Bytes that own their memory, as `Blob`, `Response` and compression streams want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** The UTF-8 of a text; a lone surrogate becomes U+FFFD. */
export const utf8 = (text: string): Bytes => encoder.encode(text);

/** Gathers text and hands it out as UTF-8. Chunks of some ten thousand characters encode fastest: calls cost below, long ropes of strings above. */
export class ByteWriter {
  #text = '';

  /** Characters written since they were last taken. */
  get length(): number {
    return this.#text.length;
  }

  /** Appends text. */
  write(text: string): void {
    this.#text += text;
  }

  /** Hands out what was written since the last time. */
  take(): Bytes {
    const bytes = utf8(this.#text);
    this.#text = '';
    return bytes;
  }
}
