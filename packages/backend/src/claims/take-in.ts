import {
  decisionOf,
  isOlder,
  modificationDeadline,
  type Case,
  type CaseDeadlines,
  type CaseEvent,
  type IntakeCase,
} from '@portico/core/claims';
import type { Change, IdentifierType, Instant } from '@portico/core/kernel';
import { adoptAuthorizations, isOfLiving } from '../authorizations/keeping.ts';
import { canonical, shortHash } from '../canonical.ts';
import type { CaseRecord, Records, Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { putCases } from './case-search.ts';

/** For whom, by whom (display name; null for a feed) and when records are taken in. */
export interface TakingIn {
  readonly organisationId: string;
  readonly by: string | null;
  readonly at: Instant;
}

/** What came of records that may all be taken in. */
export interface TakenIn {
  readonly taken: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly changes: readonly Change[];
}

/** So many keys are looked up at once. */
const CHUNK = 1_000;

/**
 * Writes records as cases: new ones, changed ones and those that replace what is here under the id they have, and nothing where nothing
 * changed, or what came was replaced since or is older than what is here. Payers met first are kept.
 */
export async function takeIn(
  { ids, policyFor }: Pick<Office, 'ids' | 'policyFor'>,
  tx: Tx,
  records: readonly IntakeCase[],
  intake: TakingIn,
): Promise<TakenIn> {
  const keyed = records.map((record) => ({
    record,
    key: sourceKeyOf(record, intake.organisationId),
    former: formerKeysOf(record, intake),
  }));
  const keys = [...new Set(keyed.flatMap(({ key, former }) => [key, ...former]))];
  const cases = new Map<string, Omit<CaseRecord, 'sequence'>>((await under(tx, 'cases', keys)).map((one) => [one.sourceKey, one]));
  const replaced = new Set((await under(tx, 'formerNumbers', keys)).map(({ sourceKey }) => sourceKey));
  const changed = new Map<string, Omit<CaseRecord, 'sequence'>>();
  const counts = { taken: 0, updated: 0, unchanged: 0 };
  for (const { record, key, former } of keyed) {
    const foundBy = [key, ...former].find((one) => cases.has(one));
    const before = foundBy === undefined ? null : cases.get(foundBy)!;
    // A record that names what it replaces says itself that it is the newer one.
    const isOld =
      before === null ? replaced.has(key) : isSame(before.record, record) || (foundBy === key && isOlder(record, before.record));
    for (const one of former.filter((number) => !replaced.has(number))) {
      replaced.add(one);
      await tx.put('formerNumbers', { id: one, version: 1, sourceKey: one }, 0);
    }
    if (isOld || (before !== null && record.kind === 'authorization' && (await isOfLiving(tx, before.id)))) {
      counts.unchanged += 1;
      continue;
    }
    counts[before === null ? 'taken' : 'updated'] += 1;
    const next = caseRecord(policyFor, before, record, key, before?.id ?? ids.uuid(), intake);
    if (foundBy !== undefined) cases.delete(foundBy);
    cases.set(key, next);
    changed.set(next.id, next);
  }
  await putCases(tx, [...changed.values()]);
  await adoptAuthorizations({ policyFor }, tx, [...changed.values()]);
  await keepPayers(tx, records, intake.organisationId);
  return { ...counts, changes: [...changed.values()].map(({ id, version }): Change => ({ topic: 'claims', id, version })) };
}

function caseRecord(
  policyFor: Office['policyFor'],
  before: Omit<CaseRecord, 'sequence'> | null,
  record: IntakeCase,
  sourceKey: string,
  id: string,
  { organisationId, by, at }: TakingIn,
): Omit<CaseRecord, 'sequence'> {
  const version = (before?.version ?? 0) + 1;
  const takenInAt = before?.record.takenInAt ?? at;
  const event: CaseEvent = { at, what: before === null ? 'taken-in' : 'changed', by, reference: null };
  return {
    ...{ id, version, organisationId, sourceKey, events: [...(before?.events ?? []), event] },
    record: {
      ...record,
      ...{ id, version, lifecycleVersion: 1, organisationId },
      decision: decisionOf(record),
      takenInAt,
      deadlines: deadlinesOf(policyFor, before?.record.deadlines ?? null, { ...record, takenInAt }),
    },
  };
}

/** Computed when the case is taken in, and again only when what they are counted from has changed: a promise is not taken back by policy. */
export function deadlinesOf(
  policyFor: Office['policyFor'],
  before: CaseDeadlines | null,
  record: IntakeCase & Pick<Case, 'takenInAt'>,
): CaseDeadlines {
  const now = modificationDeadline(record, policyFor({ payerId: record.payer.id }).claims);
  const kept = before?.modification ?? null;
  return { modification: kept !== null && now !== null && kept.start === now.start && kept.startedAt === now.startedAt ? kept : now };
}

async function under<Name extends 'cases' | 'formerNumbers'>(
  tx: Tx,
  name: Name,
  keys: readonly string[],
): Promise<readonly Records[Name][]> {
  const found: Records[Name][] = [];
  for (let from = 0; from < keys.length; from += CHUNK) {
    const values = keys.slice(from, from + CHUNK);
    found.push(...(await tx.query(name, { where: [{ op: 'in', field: 'sourceKey', values }] })));
  }
  return found;
}

async function keepPayers(tx: Tx, records: readonly IntakeCase[], organisationId: string): Promise<void> {
  const names = new Map(records.map(({ payer }) => [payer.id, payer.name]));
  for (const [payerId, name] of names) {
    const id = `${organisationId}/${payerId}`;
    if ((await tx.get('payers', id)) !== null) continue;
    await tx.put('payers', { id, version: 1, organisationId, payer: { id: payerId, name, brandId: null } }, 0);
  }
}

const NUMBERS: readonly IdentifierType[] = ['payer-claim-number', 'claim-number', 'reference-id', 'authorization-number'];

/** The keys under which records of what this one replaced stand. */
function formerKeysOf(record: IntakeCase, { organisationId }: TakingIn): readonly string[] {
  if (!record.former) return [];
  const own = sourceKeyOf(record, organisationId);
  const numbers = record.former.filter(({ type }) => NUMBERS.includes(type));
  const keys = numbers.map((number) => sourceKeyOf({ ...record, identifiers: [number] }, organisationId));
  return [...new Set(keys)].filter((key) => key !== own);
}

/**
 * What makes two records the same case: kind, payer, provider and the best number they have, else where they came from, else all that they
 * say. The provider is part of it, because two of them may count their claims alike.
 */
export function sourceKeyOf(record: IntakeCase, organisationId: string): string {
  const { kind, payer, provider, identifiers, source } = record;
  const number = NUMBERS.map((type) => identifiers.find((identifier) => identifier.type === type)).find((one) => one !== undefined);
  const own = number ? [number.type, number.system ?? '', number.value] : [source.reference ?? `content:${shortHash(canonical(record))}`];
  return [organisationId, kind, payer.id, provider.id, ...own].join('\u0000');
}

function isSame(before: Case, record: IntakeCase): boolean {
  const now: Record<string, unknown> = { ...before };
  for (const own of ['id', 'version', 'lifecycleVersion', 'organisationId', 'decision', 'takenInAt', 'deadlines']) delete now[own];
  return canonical(now) === canonical(record);
}
