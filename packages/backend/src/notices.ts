import { can, scopeOf, type Change, type Instant, type Subject } from '@portico/core/kernel';
import type { Notice } from '@portico/core/messages';
import type { Tx } from './collections.ts';
import type { Office } from './office.ts';
import type { Condition } from './store.ts';

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
 * Writes the notices of one command in its transaction, the number of each organisation taken once however many there are; answers whom to
 * tell after the commit.
 */
export async function notify({ ids }: Pick<Office, 'ids'>, tx: Tx, at: Instant, told: readonly Told[]): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const organisationId of new Set(told.map((one) => one.organisationId))) {
    const id = counterOf(organisationId);
    const counter = await tx.get('counters', id);
    let place = counter?.value ?? 0;
    for (const { to, providerId, payerId, organisationId: whose, ...said } of told) {
      if (whose !== organisationId) continue;
      place += 1;
      const notice = { id: ids.uuid(), ...said, at };
      const audience = audienceOf(to, to === 'provider' ? providerId : payerId);
      await tx.put('notices', { id: notice.id, version: 1, organisationId, audience, order: -place, notice }, 0);
      changes.push({ topic: 'notices', id: notice.id, version: 1 });
    }
    await tx.put('counters', { id, version: (counter?.version ?? 0) + 1, value: place }, counter?.version ?? 0);
  }
  return changes;
}
