import type { IntakeCase } from './case.schema.ts';

/** What tells how old a record is. */
export type CaseAge = Pick<IntakeCase, 'createdAt'> & { readonly source: Pick<IntakeCase['source'], 'updatedAt'> };

/**
 * Whether what one record tells of a case is older than what another one tells of the same case: by when their sources changed them, else by
 * when they were written. False where these are equal or not told by both: then nobody knows, and what comes last counts.
 */
export function isOlder(one: CaseAge, other: CaseAge): boolean {
  const [changed, otherChanged] = [one.source.updatedAt, other.source.updatedAt];
  if (changed != null && otherChanged != null && changed !== otherChanged) return changed < otherChanged;
  return one.createdAt !== null && other.createdAt !== null && one.createdAt < other.createdAt;
}
