import {
  VersionConflict,
  type Condition,
  type Indexes,
  type Kept,
  type Query,
  type Scalar,
  type Store,
  type Transaction,
} from '../store.ts';
import { planOf, readInOrder } from '../ordered.ts';
import { arranged, meets } from '../where.ts';
import { createOrderedIndex } from './ordered-index.ts';

/** A store in memory: gone with the page. Writes change the tables at once and are undone when the work rejects. */
export function createMemoryStore<Records extends { [Name in keyof Records]: Kept }>(indexes: Indexes<Records>): Store<Records> {
  const tables = new Map(Object.entries<readonly string[]>(indexes).map(([name, fields]) => [name, createTable(fields)]));
  const exclusively = createLock();

  const table = (name: string): Table => {
    const found = tables.get(name);
    if (found === undefined) throw new Error(`[portico/store] there is no collection '${name}'`);
    return found;
  };

  return {
    transaction: (mode, work) =>
      exclusively(mode, async () => {
        const undo: (() => void)[] = [];
        const scope = { open: true, writes: mode === 'write' };
        const use = (name: string, isWrite = false): Table => {
          if (!scope.open) throw new Error('[portico/store] the transaction is over; something inside it was not awaited');
          if (isWrite && !scope.writes) throw new Error(`[portico/store] '${name}' is written to in a read transaction`);
          return table(name);
        };
        const tx: Transaction<Record<string, Kept>> = {
          get: async (name, id) => use(name).rows.get(id) ?? null,
          async put(name, record, ifVersion) {
            const target = use(name, true);
            const before = target.rows.get(record.id);
            if (ifVersion !== undefined && (before?.version ?? 0) !== ifVersion) throw new VersionConflict(name);
            undo.push(() => target.set(record.id, before));
            target.set(record.id, record);
          },
          async delete(name, id) {
            const target = use(name, true);
            const before = target.rows.get(id);
            undo.push(() => target.set(id, before));
            target.set(id, undefined);
          },
          query: async (name, query) => use(name).find(query),
          count: async (name, where, cap = Infinity) => Math.min(await use(name).count(where), cap),
        };
        try {
          return await work(tx as unknown as Transaction<Records>);
        } catch (error) {
          for (const step of undo.reverse()) step();
          throw error;
        } finally {
          scope.open = false;
        }
      }),
    close: () => undefined,
  };
}

interface Table {
  readonly rows: ReadonlyMap<string, Kept>;
  /** Puts a record in its place; `undefined` takes it away. */
  set(id: string, record: Kept | undefined): void;
  find(query: Query): Promise<readonly Kept[]>;
  count(where: readonly Condition[]): Promise<number>;
}

function createTable(fields: readonly string[]): Table {
  const rows = new Map<string, Kept>();
  const several = new Map(fields.filter((field) => field.includes('+')).map((field) => [field, createOrderedIndex(field)]));
  const indexes = new Map(fields.filter((field) => !several.has(field)).map((field) => [field, new Map<Scalar, Set<string>>()]));
  const indexOf = ({ op, field }: Condition): ReadonlyMap<Scalar, ReadonlySet<string>> | undefined =>
    op === 'contains' ? indexes.get(`*${field}`) : op === 'eq' || op === 'in' ? indexes.get(field) : undefined;

  const index = (record: Kept, isThere: boolean): void => {
    for (const ordered of several.values()) ordered[isThere ? 'add' : 'remove'](record);
    for (const [field, entries] of indexes) {
      for (const value of valuesIn(record, field)) {
        const ids = entries.get(value) ?? new Set();
        if (isThere) entries.set(value, ids.add(record.id));
        else if (ids.delete(record.id) && ids.size === 0) entries.delete(value);
      }
    }
  };

  return {
    rows,
    set(id, record) {
      const before = rows.get(id);
      if (before) index(before, false);
      if (record === undefined) {
        rows.delete(id);
        return;
      }
      const kept = frozen(record);
      rows.set(id, kept);
      index(kept, true);
    },
    find,
    async count(where) {
      const plan = exactOf(where) === undefined ? planOf(fields, where) : null;
      if (!plan?.isWhole) return (await find({ where })).length;
      return plan.stretches.reduce((sum, stretch) => sum + several.get(plan.index)!.count(stretch), 0);
    },
  };

  async function find(query: Query): Promise<readonly Kept[]> {
    const { where = [] } = query;
    const exact = exactOf(where);
    const plan = exact === undefined ? planOf(fields, where) : null;
    if (plan !== null) return readInOrder(plan, query, async (stretch, size) => several.get(plan.index)!.read(stretch, size));
    const candidates = exact === undefined ? [...rows.values()] : valuesOf(exact).flatMap((value) => pick(indexOf(exact)?.get(value)));
    return arranged(
      candidates.filter((record) => meets(record, where)),
      query,
    );
  }

  function exactOf(where: readonly Condition[]): Condition | undefined {
    return where.find((condition) => indexOf(condition) !== undefined);
  }

  function pick(ids: ReadonlySet<string> = new Set()): readonly Kept[] {
    return [...ids].flatMap((id) => rows.get(id) ?? []);
  }
}

/** What a record is entered under: the value of a field, or the members of a list (`*field`). */
function valuesIn(record: Kept, field: string): readonly Scalar[] {
  const value = (record as unknown as Record<string, Scalar | readonly Scalar[] | null | undefined>)[field.replace(/^\*/, '')] ?? [];
  return typeof value === 'object' ? value : [value];
}

/** The entries that meet a condition. */
function valuesOf(condition: Condition): readonly Scalar[] {
  if (condition.op === 'contains') return [condition.text];
  return condition.op === 'eq' ? [condition.value] : condition.op === 'in' ? [...new Set(condition.values)] : [];
}

/** Nobody who holds a record can change what is stored. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** Readers go together, a writer goes alone, everybody in the order of asking. */
function createLock(): <Result>(mode: 'read' | 'write', work: () => Promise<Result>) => Promise<Result> {
  let lastWrite: Promise<unknown> = Promise.resolve();
  const reads = new Set<Promise<unknown>>();
  return (mode, work) => {
    const before = mode === 'read' ? lastWrite : Promise.all([lastWrite, ...reads]);
    const result = before.then(work);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    if (mode === 'write') lastWrite = settled;
    else {
      const read: Promise<unknown> = settled.then(() => reads.delete(read));
      reads.add(read);
    }
    return result;
  };
}
