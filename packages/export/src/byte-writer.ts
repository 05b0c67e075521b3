/** Bytes that own their memory, as `Blob`, `Response` and compression streams want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** What to write for an ASCII character instead of itself, by its code. */
export type Replacements = readonly (string | undefined)[];

const WORST_BYTES_PER_UNIT = 5;

/** A growing buffer of UTF-8: several times faster than joining strings and encoding them, because nothing is copied twice. */
export class ByteWriter {
  length = 0;
  #bytes: Bytes = new Uint8Array(1 << 17);

  /** Appends text of the writer's own: ASCII only. */
  ascii(text: string): void {
    this.#reserve(text.length);
    const bytes = this.#bytes;
    let at = this.length;
    for (let i = 0; i < text.length; i += 1) bytes[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** Appends foreign text, with replacements (of at most five characters); lone surrogates and U+FFFE, U+FFFF are left out. */
  text(text: string, replacements: Replacements): void {
    this.#reserve(text.length * WORST_BYTES_PER_UNIT);
    const bytes = this.#bytes;
    let at = this.length;
    for (let i = 0; i < text.length; i += 1) {
      let code = text.charCodeAt(i);
      if (code < 0x80) {
        const replacement = replacements[code];
        if (replacement === undefined) bytes[at++] = code;
        else for (let j = 0; j < replacement.length; j += 1) bytes[at++] = replacement.charCodeAt(j);
      } else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else if (code < 0xd800 || (code > 0xdfff && code < 0xfffe)) {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else if ((code = text.codePointAt(i)!) > 0xffff) {
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
        i += 1;
      }
    }
    this.length = at;
  }

  /** Hands out what was written since the last time. */
  take(): Bytes {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  #reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }
}
