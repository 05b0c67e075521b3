import {
  authorizationHeadline,
  awaited,
  visibleAuthorization,
  type AuthorizationRow,
  type InformationEntry,
  type WorklistFilter,
} from '@portico/core/authorizations';
import { can, normalizeIdentifier, PortError, scopeOf, type Page, type PageRequest, type Subject } from '@portico/core/kernel';
import type { AuthorizationRecord, Tx } from '../collections.ts';
import { paged } from '../paged.ts';
import { eq, type Condition } from '../store.ts';
import { dueAtOf, referenceOf } from './keeping.ts';

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

/** Records that have this number, the whole of it, among old and new ones (P3); first in a where-list it is answered from their index. */
export const named = (number: string): Condition => ({ op: 'contains', field: 'numbers', text: normalizeIdentifier(number) });

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
    ...{ kind: record.kind, urgency: record.urgency, state: record.state, headline: authorizationHeadline(record) },
    ...{
      serviceFrom: record.serviceFrom,
      submittedAt: record.submittedAt,
      dueAt: dueAtOf(record),
      isUnread: (seen?.seen ?? 0) < record.version,
    },
  };
}

/** One page of a worklist. `all` drops every filter (N26); a number is looked for whole, among old and new ones (P3). */
export const worklist = (tx: Tx, subject: Subject, filter: WorklistFilter, request: PageRequest): Promise<Page<AuthorizationRow>> =>
  paged(
    tx,
    {
      collection: 'authorizations',
      where: [...filtered(subject, filter), ...boundWhere(subject)],
      field: 'order',
      keyOf: ({ order }) => order,
      asked: filter,
      rowOf: (record) => rowOf(tx, subject, record),
    },
    request,
  );

/** One page of what payers wait for, due first; a record that is hidden from this subject is none. */
export const informationRequests = (
  tx: Tx,
  subject: Subject,
  request: PageRequest,
  zoneOf: (payerId: string) => string,
): Promise<Page<InformationEntry>> =>
  paged(
    tx,
    {
      collection: 'authorizations',
      where: [...eq('waitsFor', 'provider'), { op: 'in', field: 'urgency', values: ['standard', 'expedited'] }, ...boundWhere(subject)],
      field: 'order',
      keyOf: ({ order }) => order,
      asked: 'information-requests',
      rowOf: async (found) => {
        const row = await rowOf(tx, subject, found);
        const permission = can(subject, 'authorizations.read', { providerId: found.providerId, payerId: found.payerId });
        const requests = awaited(visibleAuthorization(found.record, permission.allow ? permission.hidden : []));
        return row && { row, requests, zone: zoneOf(found.payerId) };
      },
    },
    request,
  );

function filtered(subject: Subject, { scope, payerId, urgency, number }: WorklistFilter): Condition[] {
  const found: Condition[] = number.trim() === '' ? [] : [named(number)];
  const own = subject.roles.includes('claims-center') ? 'payer' : 'provider';
  const waiting = { all: ['payer', 'provider', 'nobody'], open: ['payer', 'provider'], mine: [own], settled: ['nobody'] };
  const isAll = scope === 'all';
  // Said of all too, so that they are read in their order from one index.
  return [
    ...found,
    { op: 'in', field: 'waitsFor', values: waiting[scope] },
    { op: 'in', field: 'urgency', values: isAll || urgency === null ? ['standard', 'expedited'] : [urgency] },
    ...(isAll || payerId === null ? [] : eq('payerId', payerId)),
  ];
}
