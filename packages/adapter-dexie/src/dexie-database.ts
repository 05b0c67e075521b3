import { PortError, type Clock } from '@portico/core/kernel';
import type { Dexie as Database } from 'dexie';
import { storageError } from './storage-errors.ts';

/** One version of the database: its collections with their indexed fields, and what brings older records up to it. */
export interface DatabaseVersion {
  readonly number: number;
  readonly indexes: Readonly<Record<string, readonly string[]>>;
  /** Runs inside the upgrade; may be run again after a crash, so it must not mind what it did already. */
  readonly upgrade?: (record: (collection: string, change: (record: Record<string, unknown>) => void) => Promise<unknown>) => Promise<void>;
}

/** What a page may want to tell: an upgrade waits for older tabs, it is through, or a newer tab or a deletion took the database away. */
export type StorageEvent = 'waiting' | 'open' | 'held';

/** How a database is opened. */
export interface DatabaseOptions {
  readonly name: string;
  readonly versions: readonly DatabaseVersion[];
  /** Waits by it: a real clock, whatever time the world has. */
  readonly timers: Clock;
  readonly onEvent?: ((event: StorageEvent) => void) | undefined;
}

/** A database that is opened when it is first used, and again after its connection broke. */
export interface OpenDatabase {
  /** The open database; PortError `storage-missing`, `storage-blocked` or `storage-held` when there is none within three seconds. */
  use(): Promise<Database>;
  close(): void;
  /** Deletes it, also under other tabs. */
  remove(): Promise<void>;
}

const LIMIT = 3_000;

/** Dexie loads with the first use. Commits are durable (`strict`) and nothing is cached: what is told as saved is on the disk. */
export function createDatabase({ name, versions, timers, onEvent = () => undefined }: DatabaseOptions): OpenDatabase {
  let database: Database | null = null;
  let opening: Promise<Database> | null = null;
  // Why the database cannot be had now; an open that is still waiting clears it when it comes through.
  let trouble: PortError | null = null;
  let isHeld = false;

  const open = async (): Promise<Database> => {
    if (!hasIndexedDb()) throw new PortError('storage-missing');
    const { Dexie } = await import('dexie');
    const db = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const { number, indexes, upgrade } of versions) {
      const version = db
        .version(number)
        .stores(Object.fromEntries(Object.entries(indexes).map(([table, fields]) => [table, ['id', ...fields].join(', ')])));
      if (upgrade) version.upgrade((tx) => upgrade((collection, change) => tx.table(collection).toCollection().modify(change)));
    }
    db.on('versionchange', () => {
      isHeld = true;
      db.close();
      onEvent('held');
      return false;
    });
    db.on('blocked', () => {
      trouble = new PortError('storage-held');
      onEvent('waiting');
      return undefined;
    });
    await db.open();
    database = db;
    trouble = null;
    onEvent('open');
    return db;
  };

  const opened = (): Promise<Database> => {
    opening ??= open()
      .catch((error: unknown) => {
        throw storageError(error);
      })
      .finally(() => {
        opening = null;
      });
    return opening;
  };

  return {
    async use() {
      if (isHeld) throw new PortError('storage-held');
      if (database?.isOpen()) return database;
      if (opening !== null && trouble !== null) throw trouble;
      const stop = new AbortController();
      const late = timers.after(LIMIT, stop.signal).then(() => {
        trouble ??= new PortError('storage-blocked');
        throw trouble;
      });
      // The loser of the race has nothing to say.
      late.catch(() => undefined);
      const wanted = opened();
      wanted.catch(() => undefined);
      try {
        return await Promise.race([wanted, late]);
      } finally {
        stop.abort();
      }
    },
    close: () => database?.close(),
    async remove() {
      const { Dexie } = await import('dexie');
      isHeld = true;
      database?.close();
      await Dexie.delete(name);
    },
  };
}

/** Some browsers throw when a page in private mode as much as looks at it. */
function hasIndexedDb(): boolean {
  try {
    return typeof indexedDB === 'object' && indexedDB !== null;
  } catch (error) {
    throw new PortError('storage-blocked', { cause: error });
  }
}
