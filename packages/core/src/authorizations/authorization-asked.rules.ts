import { unlistedPhysicianOf } from '../directory/index.ts';
import { refuseExtent, refusePeriod } from './authorization-value.rules.ts';
import type { AuthorizationItem, AuthorizationRequest, Diagnosis } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';

/** What may be wrong with a request before it is sent, by code. */
export const requestRefusals = [
  ...(['not-offered', 'member-missing', 'physician-missing', 'licence-missing', 'licence-wrong', 'diagnosis-missing'] as const),
  ...(['exact-missing', 'item-missing', 'too-many-items', 'name-missing', 'estimate-missing', 'dates-missing'] as const),
  ...(['not-a-quantity', 'dates-reversed', 'sequence-reused'] as const),
] as const;

/** What is wrong with a request before it is sent. */
export type RequestRefusal = (typeof requestRefusals)[number];

/** What is wrong with one item of a request. */
export type AskedItemRefusal = Extract<RequestRefusal, 'name-missing' | 'estimate-missing' | 'not-a-quantity' | 'dates-reversed'>;

/** What is wrong with a request, first things first; null: nothing (N18–N20, P5). */
export function refuseRequest(request: AuthorizationRequest, policy: AuthorizationsPolicy): RequestRefusal | null {
  const { member, diagnoses, serviceFrom, serviceTo } = request;
  if (!policy.kinds.includes(request.kind)) return 'not-offered';
  if (member.name.trim() === '' && (member.number ?? '') === '') return 'member-missing';
  const physicianRefusal = refusePhysician(request);
  if (physicianRefusal !== null) return physicianRefusal;
  if (diagnoses.length === 0) return 'diagnosis-missing';
  if (diagnoses.some(isInexact)) return 'exact-missing';
  if (serviceFrom === null) return 'dates-missing';
  return refusePeriod(serviceFrom, serviceTo) ?? refuseItems(request.items, policy);
}

/** A physician of the list, or one who goes by licence and name (N18). */
function refusePhysician({ physician, unlistedPhysician }: AuthorizationRequest): RequestRefusal | null {
  if (unlistedPhysician === null) return physician === null ? 'physician-missing' : null;
  const { identifier, name } = unlistedPhysician;
  const read = unlistedPhysicianOf({ type: identifier.type, number: identifier.value, name });
  if ('value' in read) return null;
  if (read.problems.number !== undefined) return read.problems.number === 'missing' ? 'licence-missing' : 'licence-wrong';
  return 'physician-missing';
}

/** Whether a diagnosis is said to be only the nearest one, and the exact words are wanting (N19). */
export const isInexact = ({ exact }: Diagnosis): boolean => exact?.trim() === '';

/**
 * What is wrong with items as they are sent: none, too many, numbered twice, or one of them. What `stands` as it was taken before is not
 * looked at again, wherever it came from.
 */
export function refuseItems(
  items: readonly AuthorizationItem[],
  policy: AuthorizationsPolicy,
  stands: (item: AuthorizationItem) => boolean = () => false,
): RequestRefusal | null {
  if (items.every(({ outcome }) => outcome === 'cancelled')) return 'item-missing';
  if (items.length > policy.maxItems) return 'too-many-items';
  if (new Set(items.map(({ sequence }) => sequence)).size < items.length) return 'sequence-reused';
  for (const item of items) {
    const code = item.origin === 'payer' || stands(item) ? null : refuseAskedItem(item, policy);
    if (code !== null) return code;
  }
  return null;
}

/** What is wrong with one item: neither listed nor named, without an estimate where one is needed (N20), its quantity, or its dates. */
export function refuseAskedItem(item: AuthorizationItem, policy: AuthorizationsPolicy): AskedItemRefusal | null {
  const { service, unlisted } = item;
  if (service === null && (unlisted?.name ?? '').trim() === '') return 'name-missing';
  if (unlisted !== null && policy.unlistedNeedsEstimate && unlisted.estimatedCost.minor <= 0) return 'estimate-missing';
  return refuseExtent(item);
}
