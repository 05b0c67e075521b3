import type { CodeEntry, CodeListName, Physician, Provider } from '@portico/core/directory';
import { searchText } from '@portico/core/kernel';
import { eq } from '../store.ts';
import type { BackOfficeStore, Tx } from '../collections.ts';
import { createListIndex, keyForm, type ListIndex, type ListKeys } from './list-index.ts';

/** The long lists that an organisation picks from; what is left out stays as it is. */
export interface DirectoryContent {
  readonly diagnoses?: Iterable<CodeEntry> | undefined;
  readonly services?: Iterable<CodeEntry> | undefined;
  readonly physicians?: Iterable<Physician> | undefined;
  /** Those that accounts can be bound to (N8). */
  readonly providers?: Iterable<Provider> | undefined;
}

/** The name of a long list. */
export type ListName = CodeListName | 'physicians' | 'providers';

type Row = CodeEntry | Physician | Provider;

/** The lists of an office, each read from the store once for every version of it. */
export interface DirectoryLists {
  codes(tx: Tx, organisationId: string, name: CodeListName): Promise<ListIndex<CodeEntry>>;
  physicians(tx: Tx, organisationId: string): Promise<ListIndex<Physician>>;
  providers(tx: Tx, organisationId: string): Promise<ListIndex<Provider>>;
}

/** So many rows are one record: a list of tens of thousands is read in a few gets. */
const BLOCK = 1_000;

const codeKeys: ListKeys<CodeEntry> = {
  id: ({ coded: { system, code } }) => `${system ?? ''}|${code}`,
  keys: ({ coded }) => [coded.code],
  hasPrefixes: true,
  names: ({ coded, names }) => [coded.text ?? '', ...Object.values(names)],
};

const physicianKeys: ListKeys<Physician> = {
  id: ({ id }) => id,
  keys: ({ identifiers }) => identifiers.map(({ value }) => value),
  hasPrefixes: false,
  names: ({ name }) => [name],
};

const providerKeys: ListKeys<Provider> = {
  ...{ id: ({ id }) => id, hasPrefixes: false, names: ({ name }) => [name] },
  keys: ({ id, identifiers }) => [id, ...identifiers.map(({ value }) => value)],
};

const names = ['diagnoses', 'services', 'physicians', 'providers'] as const satisfies readonly ListName[];

const listId = (organisationId: string, name: ListName): string => `${organisationId}/${name}`;

/**
 * Puts an organisation's own lists in the place of those it had: codes with their system and the texts it is licensed for, physicians with
 * and providers with their identifiers. Each list is replaced as a whole, in one transaction; searches after it see the new one.
 */
export async function loadDirectory(store: BackOfficeStore, organisationId: string, content: DirectoryContent): Promise<void> {
  for (const name of names) {
    const rows = content[name];
    if (rows === undefined) continue;
    await store.transaction('write', (tx) => putList(tx, listId(organisationId, name), sorted([...rows])));
  }
}

/** The same for a world that is seeded: a list that is there already stays as it is. */
export async function seedDirectory(store: BackOfficeStore, organisationId: string, content: DirectoryContent): Promise<void> {
  const missing = await store.transaction('read', async (tx) => {
    const known = new Map<ListName, boolean>();
    for (const name of names) known.set(name, (await tx.get('directoryLists', listId(organisationId, name))) !== null);
    return names.filter((name) => !known.get(name));
  });
  await loadDirectory(store, organisationId, Object.fromEntries(missing.map((name) => [name, content[name]])));
}

/** Codes by code, physicians and providers by name: the order in which they are found. */
function sorted(rows: readonly Row[]): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: 'coded' in row ? keyForm(row.coded.code) : `${searchText(row.name)} ${row.id}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

async function putList(tx: Tx, id: string, rows: readonly Row[]): Promise<void> {
  const before = await tx.get('directoryLists', id);
  const version = (before?.version ?? 0) + 1;
  const blocks = Math.ceil(rows.length / BLOCK);
  for (let n = 0; n < blocks; n += 1) {
    const entries = rows.slice(n * BLOCK, (n + 1) * BLOCK);
    await tx.put('directoryBlocks', { id: blockId(id, n), version, listId: id, entries });
  }
  for (let n = blocks; n < (before?.blocks ?? 0); n += 1) await tx.delete('directoryBlocks', blockId(id, n));
  await tx.put('directoryLists', { id, version, blocks });
}

/** In the order of the ids the blocks come in the order of the list. */
const blockId = (id: string, n: number): string => `${id}/${String(n).padStart(6, '0')}`;

/** Lists as they were read; an organisation's list that was replaced is read again by the next search. */
export function createDirectoryLists(): DirectoryLists {
  const codes = reader(codeKeys);
  const physicians = reader(physicianKeys);
  const providers = reader(providerKeys);
  return {
    codes: (tx, organisationId, name) => codes(tx, listId(organisationId, name)),
    physicians: (tx, organisationId) => physicians(tx, listId(organisationId, 'physicians')),
    providers: (tx, organisationId) => providers(tx, listId(organisationId, 'providers')),
  };
}

function reader<One extends Row>(keys: ListKeys<One>): (tx: Tx, id: string) => Promise<ListIndex<One>> {
  const known = new Map<string, { readonly version: number; readonly index: ListIndex<One> }>();
  return async (tx, id) => {
    const list = await tx.get('directoryLists', id);
    const version = list?.version ?? 0;
    const kept = known.get(id);
    if (kept?.version === version) return kept.index;
    const blocks = list === null ? [] : await tx.query('directoryBlocks', { where: eq('listId', id) });
    const rows = blocks.flatMap(({ entries }) => entries as readonly One[]);
    const index = createListIndex(rows, keys);
    known.set(id, { version, index });
    return index;
  };
}
