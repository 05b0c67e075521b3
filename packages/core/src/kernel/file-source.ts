/** A file as core sees it: bytes `[from, to)` on demand, so that no browser type enters core. */
export interface FileSource {
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array>;
}
