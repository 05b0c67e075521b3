import {
  bordereauTotals,
  visibleRow,
  visibleTotals,
  type Bordereau,
  type BordereauRequest,
  type CaseRow,
  type ClaimsPort,
} from '@portico/core/claims';
import { accepted, can, dateIn, PortError, refused, type CommandAnswer, type Subject } from '@portico/core/kernel';
import type { Sessions } from '../access/sessions.ts';
import { runCommand, type Outcome } from '../command-pipeline.ts';
import type { Tx } from '../collections.ts';
import { cursorText, readCursor } from '../cursor.ts';
import type { Office } from '../office.ts';
import { faultsOf } from './sound-criteria.ts';
import { boundQuery } from './visibility.ts';

type Refusal = Required<ClaimsPort>['issueBordereau'] extends (...args: never) => Promise<CommandAnswer<Bordereau, infer Code>>
  ? Code
  : never;

/** The statement of claims that a provider sends to a payer (N22): its rows are frozen when it is issued. */
export function createBordereaux(office: Office, sessions: Sessions): Pick<Required<ClaimsPort>, 'issueBordereau' | 'bordereauRows'> {
  const { cases, clock, policyFor } = office;

  const issue = async (tx: Tx, subject: Subject, request: BordereauRequest): Promise<Outcome<Bordereau, Refusal>> => {
    const { providerId, payerId, period } = request;
    const policy = policyFor({ payerId }).claims;
    const criteria = { ...request.criteria, ...period, providerId, payerId };
    const faults = faultsOf(office, criteria);
    if (faults.some(({ field }) => field === 'from' || field === 'to'))
      return { answer: refused('invalid-period', { days: policy.maxSpanDays }) };
    if (faults.length > 0) return { answer: refused('invalid-criteria') };
    const query = boundQuery(subject, 'claims.issue-bordereau', { criteria, sort: { key: 'serviceDate', direction: 'ascending' } });
    const rowIds = await cases.ids(tx, query);
    if (rowIds.length > policy.maxBordereauRows) return { answer: refused('too-many-rows', { max: policy.maxBordereauRows }) };
    const rows = await cases.rows(tx, rowIds);
    const [first] = rows;
    if (first === undefined) return { answer: refused('nothing-to-issue') };
    const bordereau = await written(tx, subject, request, first, rows, policy.zone);
    const { organisationId } = subject;
    const id = `${organisationId}/${bordereau.number}`;
    await tx.put('bordereaux', { id, version: 1, organisationId, providerId, payerId, bordereau, rowIds }, 0);
    for (let block = 0; block * BLOCK < rows.length; block += 1)
      await tx.put('bordereauBlocks', { id: `${id}/${block}`, version: 1, rows: rows.slice(block * BLOCK, (block + 1) * BLOCK) }, 0);
    const permission = can(subject, 'claims.issue-bordereau', { providerId, payerId });
    const totals = visibleTotals(bordereau.totals, permission.allow ? permission.hidden : ['amounts']);
    return { answer: accepted({ ...bordereau, totals }), target: bordereau.number };
  };

  const written = async (
    tx: Tx,
    subject: Subject,
    { period, criteria }: BordereauRequest,
    first: CaseRow,
    rows: readonly CaseRow[],
    zone: string,
  ): Promise<Bordereau> => {
    const issuedAt = clock.now();
    return {
      number: await nextNumber(tx, subject.organisationId, dateIn(zone, issuedAt).slice(0, 4)),
      provider: { id: first.providerId, name: first.providerName },
      payer: { id: first.payerId, name: first.payerName },
      period,
      dateMode: criteria.dateMode,
      issuedAt,
      issuedBy: subject.displayName,
      rowCount: rows.length,
      totals: bordereauTotals(rows),
    };
  };

  return {
    async issueBordereau(wanted, meta) {
      const { bordereauRequestSchema } = await import('@portico/core/schemas');
      const { data: request } = bordereauRequestSchema.safeParse(wanted);
      if (request === undefined) throw new PortError('invalid');
      return runCommand(office, sessions, meta, {
        type: 'claims.issue-bordereau',
        payload: request,
        right: { action: 'claims.issue-bordereau', resource: { providerId: request.providerId, payerId: request.payerId } },
        work: (tx, { subject }) => issue(tx, subject, request),
      });
    },

    bordereauRows: (number, { cursor, limit, signal }) =>
      sessions.reading(async (tx, { subject }) => {
        const batch = await tx.get('bordereaux', `${subject.organisationId}/${number}`);
        const permission = can(subject, 'claims.read', batch ?? {});
        if (batch === null || !permission.allow) throw new PortError('not-found');
        const from = cursor == null ? 0 : Number(readCursor(cursor, number));
        const to = from + pageLimit(limit, policyFor({ payerId: batch.payerId }).claims.pageSize);
        const rows = await frozenRows(tx, batch.id, from, to);
        return {
          rows: rows.map((row) => visibleRow(row, permission.hidden)),
          next: to < batch.rowIds.length ? cursorText(number, String(to)) : null,
          total: { kind: 'exact', n: batch.rowIds.length },
        };
      }, signal),
  };
}

/** Rows kept in one record. */
const BLOCK = 500;

/** Rows `[from, to)` as they were when the batch was issued: its totals are of these, whatever became of the cases. */
async function frozenRows(tx: Tx, batchId: string, from: number, to: number): Promise<readonly CaseRow[]> {
  const first = Math.floor(from / BLOCK);
  const rows: CaseRow[] = [];
  for (let block = first; block * BLOCK < to; block += 1)
    rows.push(...((await tx.get('bordereauBlocks', `${batchId}/${block}`))?.rows ?? []));
  return rows.slice(from - first * BLOCK, to - first * BLOCK);
}

/** The numbers of an organisation count up within a year, over all payers: a number alone names its batch. */
async function nextNumber(tx: Tx, organisationId: string, year: string): Promise<string> {
  const id = `bordereau/${organisationId}/${year}`;
  const counter = await tx.get('counters', id);
  const value = (counter?.value ?? 0) + 1;
  await tx.put('counters', { id, version: (counter?.version ?? 0) + 1, value }, counter?.version ?? 0);
  return `B-${year}-${String(value).padStart(6, '0')}`;
}

/** How many rows a page has: what was asked for, between one and a thousand. */
export const pageLimit = (asked: number | undefined, usual: number): number => Math.max(1, Math.min(1_000, Math.trunc(asked ?? usual)));
