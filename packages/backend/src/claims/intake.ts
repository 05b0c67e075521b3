import type { ClaimsPort, IntakeCase, IntakeReport } from '@portico/core/claims';
import { accepted, can, refused, type Change } from '@portico/core/kernel';
import type { Asker, Sessions } from '../access/sessions.ts';
import { runCommand } from '../command-pipeline.ts';
import type { Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { takeIn } from './take-in.ts';

type Refusals = IntakeReport['refused'];

/** One way in for files and feeds. Records are checked before the transaction; good ones are taken even when others are refused. */
export function createIntake(office: Office, sessions: Sessions): Required<ClaimsPort>['intake'] {
  return async (batch, meta) => {
    const max = office.policyFor('portal').claims.maxIntakeRecords;
    const { good, bad } = batch.length > max ? { good: [], bad: [] } : await checked(batch);
    return runCommand(office, sessions, meta, {
      type: 'claims.intake',
      payload: batch,
      right: { action: 'claims.intake' },
      work: async (tx, asker) => {
        if (batch.length > max) return { answer: refused('too-many-records', { max }) };
        const { subject, told } = await adopted(office, tx, asker, [...good.values()]);
        const foreign: Refusals = [...good].flatMap(([index, { provider, payer }]) => {
          if (can(subject, 'claims.intake', { providerId: provider.id, payerId: payer.id }).allow) return [];
          return { index, code: 'out-of-scope', path: 'provider' };
        });
        const own = [...good].filter(([index]) => !foreign.some((refusal) => refusal.index === index)).map(([, record]) => record);
        const intake = { organisationId: subject.organisationId, by: subject.displayName, at: office.clock.now() };
        const { changes, ...counts } = await takeIn(office, tx, own, intake);
        const report: IntakeReport = { ...counts, refused: [...bad, ...foreign].sort((a, b) => a.index - b.index) };
        return { answer: accepted(report), changes: [...told, ...changes] };
      },
    });
  };
}

/** Parses each record: what comes out is a copy that has no key of its own. The validator loads with the first batch. */
async function checked(batch: readonly IntakeCase[]): Promise<{ readonly good: ReadonlyMap<number, IntakeCase>; readonly bad: Refusals }> {
  const { intakeCaseSchema } = await import('@portico/core/schemas');
  const good = new Map<number, IntakeCase>();
  const bad: Refusals[number][] = [];
  batch.forEach((record, index) => {
    const result = intakeCaseSchema.safeParse(record);
    if (result.success) good.set(index, result.data);
    else bad.push({ index, code: 'invalid', path: result.error.issues[0]?.path.join('.') ?? '' });
  });
  return { good, bad };
}

/** Binds a clerk to providers that nobody here is bound to, where the back office is set up so (a demo that opens files from anywhere). */
async function adopted(
  { adoptProviders }: Office,
  tx: Tx,
  { subject, account, row }: Asker,
  records: readonly IntakeCase[],
): Promise<{ readonly subject: Asker['subject']; readonly told: readonly Change[] }> {
  if (!adoptProviders || !subject.roles.includes('clerk')) return { subject, told: [] };
  const known = new Set((await tx.query('accounts', {})).flatMap(({ providerIds }) => providerIds));
  const fresh = [...new Set(records.map(({ provider }) => provider.id))].filter((id) => !known.has(id));
  if (fresh.length === 0) return { subject, told: [] };
  const providerIds = [...account.providerIds, ...fresh];
  await tx.put('accounts', { ...account, version: account.version + 1, providerIds }, account.version);
  return { subject: { ...subject, providerIds }, told: [{ topic: 'session', id: '*', version: row.version }] };
}
