import {
  arranged,
  meets,
  planOf,
  readInOrder,
  VersionConflict,
  type Condition,
  type Indexes,
  type Kept,
  type Plan,
  type Query,
  type Store,
  type Stretch,
  type Transaction,
} from '@portico/backend';
import type { Dexie as Database, Collection, Table } from 'dexie';
import type { OpenDatabase } from './dexie-database.ts';
import { storageError } from './storage-errors.ts';

type Rows = Table<Kept, string>;

/** A store over IndexedDB: one record a row, a query answered from one index, the rest of its conditions by looking. */
export function createDexieStore<Records>(database: OpenDatabase, indexes: Indexes<Records>): Store<Records> {
  // Not every table: whoever writes a file meanwhile is not waited for.
  const collections = Object.keys(indexes);
  const fieldsOf = (name: string): readonly string[] => (indexes as Readonly<Record<string, readonly string[]>>)[name] ?? [];

  const transactionOver = (db: Database): Transaction<Record<string, Kept>> => {
    const table = (name: string): Rows => db.table<Kept, string>(name);
    const knownOf = (name: string, where: readonly Condition[]): Condition | undefined =>
      where.find((condition) => isIndexed(condition, fieldsOf(name)));
    const find = async (name: string, query: Query): Promise<readonly Kept[]> => {
      const { where = [] } = query;
      const known = knownOf(name, where);
      const plan = known === undefined ? planOf(fieldsOf(name), where) : null;
      if (plan !== null) return readInOrder(plan, query, (stretch, size) => read(table(name), plan, stretch, size));
      const rows = await (known === undefined ? table(name).toArray() : narrowed(table(name), known).toArray());
      return arranged(
        rows.filter((record) => meets(record, where)),
        query,
      );
    };
    return {
      get: async (name, id) => (await table(name).get(id)) ?? null,
      async put(name, record, ifVersion) {
        if (ifVersion !== undefined && ((await table(name).get(record.id))?.version ?? 0) !== ifVersion) throw new VersionConflict(name);
        await table(name).put(record);
      },
      delete: (name, id) => table(name).delete(id),
      query: find,
      async count(name, where, cap = Infinity) {
        if (where.length === 0) return Math.min(await table(name).count(), cap);
        const plan = knownOf(name, where) === undefined ? planOf(fieldsOf(name), where) : null;
        if (plan === null) return Math.min((await find(name, { where })).length, cap);
        if (!plan.isWhole) return (await find(name, { where, ...inOrderOf(plan), limit: cap })).length;
        const counts = await Promise.all(plan.stretches.map((stretch) => between(table(name), plan, stretch).count()));
        return Math.min(
          counts.reduce((sum, n) => sum + n, 0),
          cap,
        );
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

/** The rows of a stretch in its order; -Infinity is the least key there is, an empty list the first that is no text or number. */
const between = (table: Rows, { index }: Plan, { values, from = -Infinity, to }: Stretch): Collection<Kept, string> =>
  table.where(`[${index}]`).between([...values, from], [...values, to ?? []], true, true);

const read = async (table: Rows, plan: Plan, stretch: Stretch, size: number): Promise<readonly Kept[]> => {
  const rows = between(table, plan, stretch);
  return (size === Infinity ? rows : rows.limit(size)).toArray();
};

const inOrderOf = ({ index }: Plan): Pick<Query, 'orderBy'> => ({ orderBy: { field: index.split('+').at(-1)!, direction: 'ascending' } });

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
      return where.between(condition.from ?? -Infinity, condition.to ?? [], true, true);
    case 'contains':
      return where.equals(condition.text);
  }
}
