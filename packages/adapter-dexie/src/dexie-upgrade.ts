import { policyOf, type PolicyOptions, type Records } from '@portico/backend';
import { modificationDeadline, type Case, type CaseDeadlines, type CaseRow } from '@portico/core/claims';
import { normalizeIdentifier } from '@portico/core/kernel';
import type { DatabaseVersion } from './dexie-database.ts';

/** A record that may be changed. */
type Open<Noun> = { -readonly [Field in keyof Noun]: Noun[Field] };

/** A noun of an older version, before it had deadlines. */
type Older<Noun> = Omit<Noun, 'deadlines'> & { readonly deadlines?: CaseDeadlines };

/**
 * Brings older records up to this version: accounts are found by their address, cases get their deadlines, rows that were issued without one carry none;
 * authorizations are found by each of their numbers.
 */
export function upgradeBy(policies: PolicyOptions): NonNullable<DatabaseVersion['upgrade']> {
  const policyFor = policyOf(policies);
  return async (records) => {
    await records('accounts', (kept: Partial<Open<Records['accounts']>>) => {
      kept.emailKey = kept.email!.toLowerCase();
    });
    await records('cases', (kept: Partial<Open<Records['cases']>>) => {
      const record: Older<Case> = kept.record!;
      const modification = modificationDeadline(record, policyFor({ payerId: record.payer.id }).claims);
      kept.record = { ...record, deadlines: record.deadlines ?? { modification } };
    });
    await records('bordereauBlocks', (kept: Partial<Open<Records['bordereauBlocks']>>) => {
      const rows: readonly Older<CaseRow>[] = kept.rows!;
      kept.rows = rows.map((row) => ({ ...row, deadlines: row.deadlines ?? { modification: null } }));
    });
    await records('authorizations', (kept: Partial<Open<Records['authorizations']>>) => {
      kept.numbers = kept.record!.numbers.map(({ value }) => normalizeIdentifier(value));
    });
  };
}
