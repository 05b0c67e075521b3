import { authorizationOfCase, awaited, caseOf, type Authorization, type AuthorizationEntry } from '@portico/core/authorizations';
import { decisionOf, type CaseEvent } from '@portico/core/claims';
import { normalizeIdentifier, type Change, type Instant } from '@portico/core/kernel';
import { putCases } from '../claims/case-search.ts';
import { deadlinesOf, sourceKeyOf } from '../claims/take-in.ts';
import type { AuthorizationRecord, BackOfficeStore, CaseRecord, Tx } from '../collections.ts';
import type { Side, Told } from '../notices.ts';
import type { Office } from '../office.ts';
import { policyOf, type PolicyOptions } from '../policy-of.ts';
import { fileForms } from './forms.ts';

type Policies = Pick<Office, 'policyFor'>;

/** Whom an authorization waits for: the payer's decision, the provider's answer, or nobody. */
export function waitsFor(record: Authorization): 'payer' | 'provider' | 'nobody' {
  if (record.state.case !== 'received' && record.state.case !== 'pended') return 'nobody';
  return awaited(record).length > 0 ? 'provider' : 'payer';
}

/** When something is due next: the answer that is awaited, or the decision while its clock runs; null for nothing. */
export function dueAtOf(record: Authorization): Instant | null {
  if (waitsFor(record) === 'nobody') return null;
  const dues = [...awaited(record).map(({ dueAt }) => dueAt), record.clock?.tolledSince === null ? record.clock.dueAt : null];
  const told = dues.filter((due) => due !== null);
  return told.length === 0 ? null : Math.min(...told);
}

/** The number to show. */
export const referenceOf = ({ numbers, id }: Authorization): string => numbers[0]?.value ?? id;

/** What the same member of the same payer is found by. */
export const memberKeyOf = ({ payer, member }: Pick<Authorization, 'payer' | 'member'>): string =>
  [payer.id, member.number ?? member.id ?? member.name].join('\u0000');

const LAST = 9e15;
const padded = (n: number): string => String(Math.max(0, n)).padStart(16, '0');

/** A record with what it is found by. */
export function keptAuthorization(record: Authorization, history: readonly AuthorizationEntry[]): AuthorizationRecord {
  const { id, version, organisationId, provider, payer, submittedAt } = record;
  return {
    ...{ id, version, organisationId, providerId: provider.id, payerId: payer.id },
    ...{ waitsFor: waitsFor(record), memberKey: memberKeyOf(record), urgency: record.urgency },
    // Due first, then newest first.
    order: `${padded(dueAtOf(record) ?? LAST)}.${padded(LAST - submittedAt)}`,
    numbers: record.numbers.map(({ value }) => normalizeIdentifier(value)),
    ...{ record, history },
  };
}

/**
 * Writes a record together with the case that is derived from it and the form of what was authorized (N28), in the transaction of whoever
 * decided it; `told` is what the side `to` is to be notified of, once for the whole command. Who used it knows.
 */
export async function keepAuthorization(
  { policyFor }: Policies,
  tx: Tx,
  before: AuthorizationRecord | null,
  decided: Authorization,
  {
    at,
    by,
    to,
    entries,
  }: { readonly at: Instant; readonly by: string | null; readonly to: Side; readonly entries: readonly AuthorizationEntry[] },
): Promise<{ readonly record: Authorization; readonly changes: readonly Change[]; readonly told: readonly Told[] }> {
  const record = { ...decided, version: (before?.version ?? 0) + 1 };
  await tx.put('authorizations', keptAuthorization(record, [...(before?.history ?? []), ...entries]), record.version - 1);
  const found = await tx.get('cases', record.id);
  const next = caseRecordOf({ policyFor }, found, record, at);
  const event: CaseEvent = { at, what: found === null ? 'taken-in' : 'changed', by, reference: null };
  await putCases(tx, [{ ...next, events: [...(found?.events ?? []), event] }]);
  const forms = await fileForms({ policyFor }, tx, before?.record ?? null, record, at);
  const { id, version } = record;
  return {
    record,
    told: entries.flatMap(({ what }) => (what === 'used' ? [] : toldOf(record, what, to))),
    changes: [{ topic: 'authorizations', id, version }, { topic: 'claims', id, version: next.version }, ...forms],
  };
}

/** What the other side is told of an entry of the history. */
const toldOf = (record: Authorization, event: Told['event'], to: Side): Told => ({
  ...{ topic: 'authorizations', recordId: record.id, event, reference: referenceOf(record), to },
  ...{ organisationId: record.organisationId, providerId: record.provider.id, payerId: record.payer.id },
});

function caseRecordOf({ policyFor }: Policies, found: CaseRecord | null, record: Authorization, at: Instant): Omit<CaseRecord, 'sequence'> {
  const { id, organisationId } = record;
  const intake = caseOf(record, found?.record ?? null);
  const version = (found?.version ?? 0) + 1;
  const takenInAt = found?.record.takenInAt ?? at;
  const deadlines = deadlinesOf(policyFor, found?.record.deadlines ?? null, { ...intake, takenInAt });
  return {
    ...{ id, version, organisationId, events: [], sourceKey: found?.sourceKey ?? sourceKeyOf(intake, organisationId) },
    record: { ...intake, id, version, lifecycleVersion: 1, organisationId, decision: decisionOf(intake), takenInAt, deadlines },
  };
}

/** Makes records of those cases that are authorizations: such as came by a file, a feed, a seed, or were here before there were records. */
export async function adoptAuthorizations({ policyFor }: Policies, tx: Tx, cases: readonly Omit<CaseRecord, 'sequence'>[]): Promise<void> {
  for (const { record: found } of cases) {
    // A draft was never sent: there is nothing to follow.
    if (found.kind !== 'authorization' || found.life === 'draft') continue;
    const before = found.version === 1 ? null : await tx.get('authorizations', found.id);
    if (before !== null && hasLife(before)) continue;
    const policy = policyFor({ payerId: found.payer.id });
    const record = { ...authorizationOfCase(found, policy.authorizations, policy.claims.zone), version: (before?.version ?? 0) + 1 };
    await tx.put('authorizations', keptAuthorization(record, [{ at: record.submittedAt, what: 'submitted', by: null, reference: null }]));
  }
}

/** Whether something happened to it here: then no intake of a case says what it is any more; answers come as answers. */
export const hasLife = ({ record, history }: AuthorizationRecord): boolean =>
  record.submittedBy !== null || record.notified.ids.length > 0 || history.length > 1;

/** Whether a case is that of an authorization that lives here. */
export async function isOfLiving(tx: Tx, caseId: string): Promise<boolean> {
  const found = await tx.get('authorizations', caseId);
  return found !== null && hasLife(found);
}

/** So many cases are looked at in one transaction. */
const BLOCK = 500;

/** Turns all cases of a world that was made before there were records; called once, and harmless again. */
export async function adoptAll({ store, policies }: { readonly store: BackOfficeStore; readonly policies: PolicyOptions }): Promise<void> {
  const policyFor = policyOf(policies);
  let after: string | null = '';
  while (after !== null) after = await adoptBlock({ store, policyFor }, after);
}

/** Adopts the block of cases after this id; answers where the next one begins, null at the end. */
const adoptBlock = ({ store, policyFor }: Pick<Office, 'store' | 'policyFor'>, after: string): Promise<string | null> =>
  store.transaction('write', async (tx) => {
    const cases = await tx.query('cases', { ...(after !== '' && { after: { id: after } }), limit: BLOCK });
    const missing: CaseRecord[] = [];
    for (const one of cases)
      if (one.record.kind === 'authorization' && (await tx.get('authorizations', one.id)) === null) missing.push(one);
    await adoptAuthorizations({ policyFor }, tx, missing);
    return cases.length < BLOCK ? null : cases.at(-1)!.id;
  });
