/** Bytes that own their memory, as `Blob`, `Response` and compression streams want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const MOST_BYTES_PER_UNIT = 3;
const encoder = new TextEncoder();

/** The bytes of a short text. */
export const utf8 = (text: string): Bytes => encoder.encode(text);

/** A growing buffer of UTF-8. Row by row is the fastest way in: one Arabic name would turn a larger string into two bytes a character. */
export class ByteWriter {
  /** Bytes written since they were last taken. */
  length = 0;
  #bytes: Bytes = new Uint8Array(1 << 17);

  /** Appends text; a lone surrogate becomes U+FFFD. */
  write(text: string): void {
    const needed = this.length + text.length * MOST_BYTES_PER_UNIT;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(needed * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.length += encoder.encodeInto(text, this.#bytes.subarray(this.length)).written;
  }

  /** Hands out what was written since the last time. */
  take(): Bytes {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
}
