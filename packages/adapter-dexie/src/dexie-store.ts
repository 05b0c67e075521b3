import { arranged, meets, VersionConflict, type Condition, type Indexes, type Kept, type Store, type Transaction } from '@portico/backend';
import type { Dexie as Database, Collection, Table } from 'dexie';
import type { OpenDatabase } from './dexie-database.ts';
import { storageError } from './storage-errors.ts';

type Rows = Table<Kept, string>;

/** A store over IndexedDB: one record a row, one condition of a query answered from an index, the rest by looking. */
export function createDexieStore<Records>(database: OpenDatabase, indexes: Indexes<Records>): Store<Records> {
  // Not every table: whoever writes a file meanwhile is not waited for.
  const collections = Object.keys(indexes);
  const fieldsOf = (name: string): readonly string[] => (indexes as Readonly<Record<string, readonly string[]>>)[name] ?? [];

  const transactionOver = (db: Database): Transaction<Record<string, Kept>> => {
    const table = (name: string): Rows => db.table<Kept, string>(name);
    const find = async (name: string, where: readonly Condition[]): Promise<readonly Kept[]> => {
      const known = where.find((condition) => isIndexed(condition, fieldsOf(name)));
      const rows = await (known === undefined ? table(name).toArray() : narrowed(table(name), known).toArray());
      return rows.filter((record) => meets(record, where));
    };
    return {
      get: async (name, id) => (await table(name).get(id)) ?? null,
      async put(name, record, ifVersion) {
        if (ifVersion !== undefined && ((await table(name).get(record.id))?.version ?? 0) !== ifVersion) throw new VersionConflict(name);
        await table(name).put(record);
      },
      delete: (name, id) => table(name).delete(id),
      query: async (name, query) => arranged(await find(name, query.where ?? []), query),
      async count(name, where, cap = Infinity) {
        return Math.min(where.length === 0 ? await table(name).count() : (await find(name, where)).length, cap);
      },
    };
  };

  return {
    async transaction(mode, work) {
      const db = await database.use();
      try {
        // Dexie follows native promises only out of a function that says it is async.
        return await db.transaction(mode === 'read' ? 'r' : 'rw', collections, async () =>
          work(transactionOver(db) as unknown as Transaction<Records>),
        );
      } catch (error) {
        throw storageError(error);
      }
    },
    close: () => database.close(),
  };
}

const isIndexed = ({ op, field }: Condition, fields: readonly string[]): boolean =>
  fields.includes(op === 'contains' ? `*${field}` : field);

/** The rows that an index finds for one condition: at least all that meet it. */
function narrowed(table: Rows, condition: Condition): Collection<Kept, string> {
  const where = table.where(condition.field);
  switch (condition.op) {
    case 'eq':
      return where.equals(condition.value);
    case 'in':
      // One value is read at once, several row by row.
      return condition.values.length === 1 ? where.equals(condition.values[0]!) : where.anyOf([...new Set(condition.values)]);
    case 'prefix':
      return where.startsWith(condition.text);
    case 'range':
      // -Infinity is the least key there is, an empty list the first that is no text or number.
      return where.between(condition.from ?? -Infinity, condition.to ?? [], true, true);
    case 'contains':
      return where.equals(condition.text);
  }
}
