import {
  compareRows,
  matcherOf,
  rowOf,
  sortKeyOf,
  type CaseCriteria,
  type CaseRow,
  type CaseSort,
  type CaseSortKey,
  type PairCount,
  type PartyCount,
} from '@portico/core/claims';
import { normalizeIdentifier, PortError, searchText } from '@portico/core/kernel';
import { canonical, shortHash } from '../canonical.ts';
import type { CaseRecord, Tx } from '../collections.ts';
import { CASE_SEQUENCE, type Anchor, type CaseQuery, type CaseSearch } from './case-search.ts';

/** A row with its texts in normalised form, so that a search over all of them normalises nothing. */
interface Entry {
  readonly row: CaseRow;
  readonly organisationId: string;
  readonly sequence: number;
  readonly member: string;
  readonly physician: string;
  readonly memberNumber: string;
  readonly numbers: readonly string[];
}

/**
 * The search of claims over rows in memory: for stores that cannot do better. Before each search it reads what changed since, inside the
 * same transaction, so it never answers from an older state than the store's.
 */
export function createCaseList(): CaseSearch {
  const entries = new Map<string, Entry>();
  const orders = new Map<string, readonly Entry[]>();
  const found = new Map<string, readonly Entry[]>();
  const folded = remembered(searchText);
  let sequence = 0;

  const catchUp = async (tx: Tx): Promise<void> => {
    const now = (await tx.get('counters', CASE_SEQUENCE))?.value ?? 0;
    if (now <= sequence) return;
    const changed = await tx.query('cases', { where: [{ op: 'range', field: 'sequence', from: sequence + 1 }] });
    for (const record of changed) {
      const older = entries.get(record.id);
      if (!older || older.sequence < record.sequence) entries.set(record.id, entryOf(record, folded));
    }
    sequence = Math.max(sequence, now);
    orders.clear();
    found.clear();
  };

  const inOrder = (sort: CaseSort): readonly Entry[] => {
    const name = `${sort.key} ${sort.direction}`;
    const known = orders.get(name) ?? ordered([...entries.values()], sort);
    orders.set(name, known);
    return known;
  };

  const find = async (tx: Tx, query: CaseQuery): Promise<readonly Entry[]> => {
    await catchUp(tx);
    const name = canonical(query);
    const known = found.get(name) ?? inOrder(query.sort).filter(testOf(query));
    // The pages of one query come after one another; older queries are not worth their memory.
    if (!found.has(name)) found.clear();
    found.set(name, known);
    return known;
  };

  /** The place after the anchor, which need not be found by the query any more. */
  const after = (list: readonly Entry[], anchor: Anchor, sort: CaseSort): number => {
    const row = entries.get(anchor.id)?.row;
    if (row === undefined || keyHash(row, sort.key) !== anchor.keyHash) throw new PortError('expired-cursor');
    const compare = compareRows(sort);
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(list[middle]!.row, row) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    catchUp,
    async page(tx, query, { after: anchor, limit, cap }) {
      const list = await find(tx, query);
      const { sort } = query;
      const from = anchor === null ? 0 : after(list, anchor, sort);
      const rows = list.slice(from, from + limit).map(({ row }) => row);
      const last = rows.at(-1);
      const isLast = from + rows.length >= list.length || last === undefined;
      return {
        rows,
        next: isLast ? null : { id: last.id, keyHash: keyHash(last, sort.key) },
        total: list.length > cap ? { kind: 'at-least', n: cap } : { kind: 'exact', n: list.length },
      };
    },
    ids: async (tx, query) => (await find(tx, query)).map(({ row }) => row.id),
    async rows(tx, ids) {
      await catchUp(tx);
      return ids.flatMap((id) => entries.get(id)?.row ?? []);
    },
    async counts(tx, query) {
      const list = await find(tx, query);
      return {
        total: list.length,
        payers: counted(list, ({ row }) => [row.payerId, row.payerName]),
        providers: counted(list, ({ row }) => [row.providerId, row.providerName]),
        pairs: pairsOf(list),
      };
    },
  };
}

function entryOf({ organisationId, sequence, record }: CaseRecord, folded: (text: string) => string): Entry {
  const row = rowOf(record);
  return {
    row,
    organisationId,
    sequence,
    member: folded(row.memberName),
    physician: folded(row.physicianName ?? ''),
    memberNumber: normalizeIdentifier(row.memberNumber ?? ''),
    numbers: row.identifiers.map(({ value }) => normalizeIdentifier(value)),
  };
}

/** The same function, asked once for each text: people come again and again. */
function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
}

const texts = { memberName: '', physician: '', memberNumber: '', identifier: '' } satisfies Partial<CaseCriteria>;

/** The test of `matcherOf`, with the texts looked up where they stand normalised. */
function testOf({ organisationId, providerIds, payerIds, criteria }: CaseQuery): (entry: Entry) => boolean {
  const matches = matcherOf({ ...criteria, ...texts });
  const [member, physician] = [searchText(criteria.memberName), searchText(criteria.physician)];
  const [memberNumber, identifier] = [normalizeIdentifier(criteria.memberNumber), normalizeIdentifier(criteria.identifier)];
  const providers = providerIds && new Set(providerIds);
  const payers = payerIds && new Set(payerIds);
  return (entry) =>
    entry.organisationId === organisationId &&
    (providers === null || providers.has(entry.row.providerId)) &&
    (payers === null || payers.has(entry.row.payerId)) &&
    matches(entry.row) &&
    (member === '' || entry.member.includes(member)) &&
    (physician === '' || entry.physician.includes(physician)) &&
    (memberNumber === '' || entry.memberNumber.startsWith(memberNumber)) &&
    (identifier === '' || entry.numbers.some((number) => number.startsWith(identifier)));
}

/** The order of `compareRows`, by sorting the keys and not the rows: there are far fewer days and names than claims. */
function ordered(entries: readonly Entry[], { key, direction }: CaseSort): readonly Entry[] {
  const byKey = new Map<string | null, Entry[]>();
  for (const entry of entries) {
    const value = sortKeyOf(entry.row, key);
    const same = byKey.get(value);
    if (same) same.push(entry);
    else byKey.set(value, [entry]);
  }
  const keys = [...byKey.keys()].filter((value) => value !== null).sort();
  if (direction === 'descending') keys.reverse();
  return [...keys, null].flatMap((value) => byKey.get(value)?.sort((a, b) => (a.row.id < b.row.id ? -1 : 1)) ?? []);
}

const keyHash = (row: CaseRow, key: CaseSortKey): string => shortHash(sortKeyOf(row, key) ?? '');

function counted(entries: readonly Entry[], party: (entry: Entry) => readonly [id: string, name: string]): readonly PartyCount[] {
  const counts = new Map<string, { id: string; name: string; count: number }>();
  for (const entry of entries) {
    const [id, name] = party(entry);
    const one = counts.get(id) ?? { id, name, count: 0 };
    one.count += 1;
    counts.set(id, one);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function pairsOf(entries: readonly Entry[]): readonly PairCount[] {
  const counts = new Map<string, { payerId: string; providerId: string; count: number }>();
  for (const { row } of entries) {
    const { payerId, providerId } = row;
    const id = JSON.stringify([payerId, providerId]);
    const one = counts.get(id) ?? { payerId, providerId, count: 0 };
    one.count += 1;
    counts.set(id, one);
  }
  return [...counts].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1)).map(([, pair]) => pair);
}
