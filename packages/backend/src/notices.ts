import { can, scopeOf, type Change, type Instant, type Subject } from '@portico/core/kernel';
import type { Notice } from '@portico/core/messages';
import type { NoticeRecord, Tx } from './collections.ts';
import type { Office } from './office.ts';
import { eq, type Condition } from './store.ts';

/** The side of a case that hears of what the other side did. */
export type Side = 'provider' | 'payer';

/** Something that one side of a case is told. */
export interface Told extends Pick<Notice, 'topic' | 'recordId' | 'event' | 'reference'> {
  readonly to: Side;
  readonly organisationId: string;
  readonly providerId: string;
  readonly payerId: string;
}

const audienceOf = (side: Side, id: string): string => `${side}/${id}`;
const counterOf = (organisationId: string): string => `notices/${organisationId}`;

/** The place of the newest notice of an organisation; 0 while there is none. */
export const newestPlace = async (tx: Tx, organisationId: string): Promise<number> =>
  (await tx.get('counters', counterOf(organisationId)))?.value ?? 0;

/** So many notices are removed at once, beside as many as are written. */
const SWEPT = 200;
const DAY = 86_400_000;

const sweptOf = (organisationId: string): string => `notices-swept/${organisationId}`;

/** Places from one to another, both inclusive, of an organisation. */
const places = (organisationId: string, from: number, to: number): readonly Condition[] => [
  ...eq('organisationId', organisationId),
  { op: 'range', field: 'order', from: -to, to: -from },
];

/** Whether the oldest notice of an organisation is older than the policy keeps it. */
export async function isSweepDue({ policyFor }: Pick<Office, 'policyFor'>, tx: Tx, organisationId: string, at: Instant): Promise<boolean> {
  const next = ((await tx.get('counters', sweptOf(organisationId)))?.value ?? 0) + 1;
  const [oldest] = await tx.query('notices', { where: places(organisationId, next, next) });
  return oldest !== undefined && isLate({ policyFor }, oldest, at);
}

const isLate = ({ policyFor }: Pick<Office, 'policyFor'>, { notice }: NoticeRecord, at: Instant): boolean =>
  at >= notice.at + policyFor('portal').messages.noticeDays * DAY;

/** Removes the oldest notices whose time is over with everybody's marks on them: some of them, so that no command waits for a whole year's. */
export async function sweepNotices(
  office: Pick<Office, 'policyFor'>,
  tx: Tx,
  organisationId: string,
  at: Instant,
  most = SWEPT,
): Promise<void> {
  if (!(await isSweepDue(office, tx, organisationId, at))) return;
  const counter = await tx.get('counters', sweptOf(organisationId));
  const from = (counter?.value ?? 0) + 1;
  const oldest = await tx.query('notices', {
    where: places(organisationId, from, from + most - 1),
    orderBy: { field: 'order', direction: 'descending' },
  });
  const kept = oldest.findIndex((one) => !isLate(office, one, at));
  const late = kept < 0 ? oldest : oldest.slice(0, kept);
  const value = -late.at(-1)!.order;
  const marks = await tx.query('noticeReads', { where: places(organisationId, from, value) });
  for (const { id } of late) await tx.delete('notices', id);
  for (const { id } of marks) await tx.delete('noticeReads', id);
  await tx.put('counters', { id: sweptOf(organisationId), version: (counter?.version ?? 0) + 1, value });
}

/** The sides whose notices this subject reads: by the roles that have the right, within their bounds. */
export function audiencesOf(subject: Subject): readonly string[] {
  const sideOf = { clerk: 'provider', 'claims-center': 'payer', helpdesk: null } as const;
  return subject.roles.flatMap((role) => {
    const one = { ...subject, roles: [role] };
    const side = Object.hasOwn(sideOf, role) ? sideOf[role] : null;
    if (side === null || !can(one, 'messages.read').allow) return [];
    const { providerIds, payerIds } = scopeOf(one);
    return ((side === 'provider' ? providerIds : payerIds) ?? []).map((id) => audienceOf(side, id));
  });
}

/** Which of the notices, or of the read marks, are in this subject's reach and lie after a place. */
export const inReach = (subject: Subject, after: number): readonly Condition[] => [
  { op: 'in', field: 'audience', values: audiencesOf(subject) },
  { op: 'eq', field: 'organisationId', value: subject.organisationId },
  { op: 'range', field: 'order', to: -(after + 1) },
];

/**
 * Writes the notices of one command in its transaction, the number of each organisation taken once however many there are, and removes some
 * whose time is over; answers whom to tell after the commit.
 */
export async function notify(
  office: Pick<Office, 'ids' | 'policyFor'>,
  tx: Tx,
  at: Instant,
  told: readonly Told[],
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const organisationId of new Set(told.map((one) => one.organisationId))) {
    const id = counterOf(organisationId);
    const counter = await tx.get('counters', id);
    let place = counter?.value ?? 0;
    for (const { to, providerId, payerId, organisationId: whose, ...said } of told) {
      if (whose !== organisationId) continue;
      place += 1;
      const notice = { id: office.ids.uuid(), ...said, at };
      const audience = audienceOf(to, to === 'provider' ? providerId : payerId);
      await tx.put('notices', { id: notice.id, version: 1, organisationId, audience, order: -place, notice }, 0);
      changes.push({ topic: 'notices', id: notice.id, version: 1 });
    }
    await tx.put('counters', { id, version: (counter?.version ?? 0) + 1, value: place }, counter?.version ?? 0);
    await sweepNotices(office, tx, organisationId, at, SWEPT + told.length);
  }
  return changes;
}
