import type { FileStore } from '@portico/backend';
import type { Table } from 'dexie';
import type { OpenDatabase } from './dexie-database.ts';
import { storageError } from './storage-errors.ts';

interface FileRow {
  readonly id: string;
  readonly blob: Blob;
}

/** The table that files need, beside the collections. */
export const fileTables = { files: [] } as const;

/** Files in IndexedDB as blobs, which the browser keeps out of the page's memory and reads in parts. */
export function createDexieFiles(database: OpenDatabase): FileStore {
  const using = async <Result>(work: (table: Table<FileRow, string>) => PromiseLike<Result>): Promise<Result> => {
    try {
      return await work((await database.use()).table<FileRow, string>('files'));
    } catch (error) {
      throw storageError(error);
    }
  };

  return {
    put: async (id, bytes) => {
      await using((table) => table.put({ id, blob: new Blob([bytes as Uint8Array<ArrayBuffer>]) }));
    },
    get: async (id) => {
      const row = await using((table) => table.get(id));
      if (row === undefined) return null;
      const { blob } = row;
      return { size: blob.size, read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()) };
    },
    delete: (id) => using((table) => table.delete(id)),
  };
}
