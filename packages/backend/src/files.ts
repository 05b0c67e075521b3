/** Bytes under an id, read in parts. */
export interface KeptFile {
  /** In bytes. */
  readonly size: number;
  /** Bytes `[from, to)`. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/**
 * Where the bytes of documents are kept, beside the records and never inside their transactions: a file is there before a record names it,
 * and goes after the last one that did.
 */
export interface FileStore {
  /** Keeps the bytes whole or not at all; the same id again replaces them. PortError `storage-full` where there is no room. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none. */
  get(id: string): Promise<KeptFile | null>;
  /** Fine when there is none. */
  delete(id: string): Promise<void>;
}

/** Files in memory: gone with the page. */
export function createMemoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>();
  return {
    async put(id, bytes) {
      files.set(id, bytes.slice());
    },
    async get(id) {
      const bytes = files.get(id);
      return bytes === undefined ? null : { size: bytes.length, read: async (from, to) => bytes.slice(from, to) };
    },
    async delete(id) {
      files.delete(id);
    },
  };
}
