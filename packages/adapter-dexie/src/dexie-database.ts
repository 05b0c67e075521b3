import { PortError, type Clock } from '@portico/core/kernel';
import type { Dexie as Database } from 'dexie';
import { storageError } from './storage-errors.ts';

/** One version of the database: its collections with their indexed fields (`*field`: a list, by its members; `a+b`: several together), and what brings older records up to it. */
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
  /** The open database; PortError `storage-missing`, `storage-held` (older tabs, or a newer one), or `storage-blocked` (not within three seconds). */
  use(): Promise<Database>;
  close(): void;
  /** Deletes it, also under other tabs. */
  remove(): Promise<void>;
}

const LIMIT = 3_000;

/** An open that is under way, and what to tell those who would wait for it: `trouble` rejects once it is known that it takes longer. */
interface Opening {
  readonly done: Promise<Database>;
  readonly trouble: Promise<never>;
}

/** Dexie loads with the first use. Commits are durable (`strict`) and nothing is cached: what is told as saved is on the disk. */
export function createDatabase({ name, versions, timers, onEvent = () => undefined }: DatabaseOptions): OpenDatabase {
  let database: Database | null = null;
  let opening: Opening | null = null;
  let isHeld = false;

  const open = async (isWaiting: () => void): Promise<Database> => {
    if (!hasIndexedDb()) throw new PortError('storage-missing');
    const { Dexie } = await import('dexie');
    const db = new Dexie(name, { indexedDB, IDBKeyRange, autoOpen: false, chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const version of versions) declare(db, version);
    db.on('versionchange', () => {
      isHeld = true;
      db.close();
      onEvent('held');
      return false;
    });
    db.on('blocked', isWaiting);
    await db.open();
    onEvent('open');
    return db;
  };

  const begin = (): Opening => {
    const { promise: trouble, reject } = Promise.withResolvers<never>();
    const stop = new AbortController();
    const done = open(() => {
      reject(new PortError('storage-held'));
      onEvent('waiting');
    })
      .then(
        (db) => (database = db),
        (error: unknown) => {
          throw storageError(error);
        },
      )
      .finally(() => {
        opening = null;
        stop.abort();
      });
    timers.after(LIMIT, stop.signal).then(
      () => reject(new PortError('storage-blocked')),
      () => undefined,
    );
    // Not everybody waits for both.
    for (const promise of [done, trouble]) promise.catch(() => undefined);
    return { done, trouble };
  };

  return {
    async use() {
      if (isHeld) throw new PortError('storage-held');
      if (database?.isOpen()) return database;
      opening ??= begin();
      return Promise.race([opening.trouble, opening.done]);
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

function declare(db: Database, { number, indexes, upgrade }: DatabaseVersion): void {
  const tables = Object.entries(indexes).map(
    ([table, fields]) => [table, ['id', ...fields.map((field) => (field.includes('+') ? `[${field}]` : field))].join(', ')] as const,
  );
  const version = db.version(number).stores(Object.fromEntries(tables));
  if (upgrade) version.upgrade((tx) => upgrade((collection, change) => tx.table(collection).toCollection().modify(change)));
}

/** Some browsers throw when a page in private mode as much as looks at it. */
function hasIndexedDb(): boolean {
  try {
    return typeof indexedDB === 'object' && indexedDB !== null;
  } catch (error) {
    throw new PortError('storage-blocked', { cause: error });
  }
}
