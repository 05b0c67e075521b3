import { visibleAuthorization, type AuthorizationRow, type WorklistFilter } from '@portico/core/authorizations';
import { can, PortError, scopeOf, type Page, type PageRequest, type Subject } from '@portico/core/kernel';
import { pageLimit } from '../claims/bordereau.ts';
import type { AuthorizationRecord, Tx } from '../collections.ts';
import { cursorText, readCursor } from '../cursor.ts';
import { eq, type Condition } from '../store.ts';
import { dueAtOf, numberMark, referenceOf } from './keeping.ts';

const PAGE_SIZE = 50;

/** What this subject may see at all; PortError `denied` for whoever may see none. */
export function boundWhere(subject: Subject): Condition[] {
  const roles = subject.roles.filter((role) => can({ ...subject, roles: [role] }, 'authorizations.read').allow);
  if (roles.length === 0) throw new PortError('denied');
  const { providerIds, payerIds } = scopeOf({ ...subject, roles });
  return [
    ...eq('organisationId', subject.organisationId),
    ...(providerIds === null ? [] : [{ op: 'in', field: 'providerId', values: providerIds } as const]),
    ...(payerIds === null ? [] : [{ op: 'in', field: 'payerId', values: payerIds } as const]),
  ];
}

/** Under which key it is kept that a person has seen a record. */
export const readKey = (accountId: string, id: string): string => `${accountId}/${id}`;

/** A row as this subject may see it; null for none of theirs. */
export async function rowOf(tx: Tx, subject: Subject, found: AuthorizationRecord): Promise<AuthorizationRow | null> {
  const permission = can(subject, 'authorizations.read', { providerId: found.providerId, payerId: found.payerId });
  if (!permission.allow) return null;
  const record = visibleAuthorization(found.record, permission.hidden);
  const seen = await tx.get('authorizationReads', readKey(subject.accountId, found.id));
  return {
    ...{ id: record.id, version: record.version, reference: referenceOf(record), memberName: record.member.name },
    ...{ payerId: record.payer.id, payerName: record.payer.name, providerName: record.provider.name },
    ...{ kind: record.kind, urgency: record.urgency, state: record.state, serviceFrom: record.serviceFrom },
    ...{ submittedAt: record.submittedAt, dueAt: dueAtOf(record), isUnread: (seen?.seen ?? 0) < record.version },
  };
}

/** One page of a worklist. `all` drops every filter (N26); a number is looked for whole, among old and new ones (P3). */
export async function worklist(
  tx: Tx,
  subject: Subject,
  filter: WorklistFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<AuthorizationRow>> {
  const where = [...boundWhere(subject), ...filtered(subject, filter)];
  const last = cursor == null ? null : await tx.get('authorizations', readCursor(cursor, filter));
  if (cursor != null && last === null) throw new PortError('expired-cursor');
  const size = pageLimit(limit, PAGE_SIZE);
  const found = await tx.query('authorizations', {
    where,
    orderBy: { field: 'order', direction: 'ascending' },
    ...(last === null ? {} : { after: { id: last.id, key: last.order } }),
    limit: size + 1,
  });
  const page = found.slice(0, size);
  const rows: AuthorizationRow[] = [];
  for (const one of page) {
    const row = await rowOf(tx, subject, one);
    if (row !== null) rows.push(row);
  }
  return {
    rows,
    next: found.length > size ? cursorText(filter, page.at(-1)!.id) : null,
    total: { kind: 'exact', n: await tx.count('authorizations', where) },
  };
}

function filtered(subject: Subject, { scope, payerId, urgency, number }: WorklistFilter): Condition[] {
  const found: Condition[] = number.trim() === '' ? [] : [{ op: 'contains', field: 'numbers', text: numberMark(number) }];
  if (scope === 'all') return found;
  const sides = subject.roles.includes('claims-center') ? ['payer'] : ['provider'];
  return [
    ...found,
    { op: 'in', field: 'waitsFor', values: scope === 'mine' ? sides : ['payer', 'provider'] },
    ...(payerId === null ? [] : eq('payerId', payerId)),
    ...(urgency === null ? [] : eq('urgency', urgency)),
  ];
}
