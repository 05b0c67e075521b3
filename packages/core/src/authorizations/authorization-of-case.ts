import { addedFor, type Case, type CaseItem, type ItemOutcome } from '../claims/index.ts';
import type { IdentifierType } from '../kernel/index.ts';
import { isGranted, isWaiting } from './authorization-item.rules.ts';
import { startClock } from './authorization.changes.ts';
import type { Authorization, AuthorizationItem, AuthorizationOutcome, Authorized } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';

const OUTCOMES: Partial<Record<ItemOutcome, AuthorizationOutcome>> = {
  paid: 'certified',
  'partially-paid': 'partially-certified',
  denied: 'not-certified',
};
const NUMBERS: readonly IdentifierType[] = ['reference-id', 'authorization-number', 'claim-number', 'payer-claim-number'];

/** The record of an authorization that came as a case, from a file, a feed or a world of before: its states are told by what the case says. */
export function authorizationOfCase(found: Case, policy: AuthorizationsPolicy, zone: string): Authorization {
  const { id, organisationId, createdAt, takenInAt } = found;
  // Sources write the year 1 for "not told"; no clock can be started there.
  const at = createdAt !== null && createdAt > 0 ? createdAt : takenInAt;
  const numbers = found.identifiers.filter(({ type }) => NUMBERS.includes(type));
  const items = itemsOf(found.items);
  const urgency = found.urgency ?? 'standard';
  const isCancelled = found.life === 'cancelled' || found.life === 'entered-in-error';
  const isVoid = found.use === 'not-used' && !isCancelled;
  const isRejected = !isVoid && !isCancelled && found.processing === 'error';
  const isOver = isVoid || isCancelled || isRejected;
  // That it was processed decides nothing (trap 1): its items do.
  const isDecided = found.processing === 'complete' && items.length > 0 && !items.some(isWaiting);
  const isBegun = items.some(({ outcome }) => outcome === 'pended' || (outcome !== 'undecided' && outcome !== 'cancelled'));
  const isPended = !isDecided && (isBegun || found.processing === 'queued' || found.processing === 'partial');
  const stage = isOver ? 'closed' : isDecided ? 'decided' : isPended ? 'pended' : 'received';
  const clock = stage === 'received' || stage === 'pended' ? startClock(urgency, at, policy, zone) : null;
  const use = isCancelled && found.use === 'not-used' ? 'unused' : (found.use ?? 'unused');
  return {
    ...{ id, organisationId, version: 1, lifecycleVersion: 1, kind: 'request', urgency },
    ...{ payer: found.payer, provider: found.provider, physician: found.physician, unlistedPhysician: null, member: found.member },
    ...{ serviceFrom: found.serviceFrom, serviceTo: found.serviceTo, currency: found.currency ?? 'XXX' },
    diagnoses: found.diagnoses.map((coded) => ({ coded, exact: null })),
    ...{ items, supersedes: null, note: '' },
    state: { case: stage, information: 'none', clock: clock === null ? 'stopped' : 'running', use },
    numbers: numbers.length > 0 ? numbers : [{ type: 'other', value: id }],
    ...{ submittedAt: at, submittedBy: null, revisedAt: null },
    pendedAt: isPended ? at : null,
    decidedAt: isDecided && !isCancelled && !isRejected ? at : null,
    ...{ validFrom: null, validTo: null, clock, informationRequests: [], notified: { ids: [], newest: null } },
    voiding: isVoid ? { reason: 'other', text: found.notes[0] ?? '', at, by: '' } : null,
    cancelledAt: isCancelled ? at : null,
    rejectedAt: isRejected ? at : null,
    usedAt: use === 'used' || use === 'partly-used' ? at : null,
    supersededBy: null,
  };
}

/** The lines as items: what the payer authorized instead of a modified one stands on that one; whatever else it added is an item of its own. */
function itemsOf(lines: readonly CaseItem[]): readonly AuthorizationItem[] {
  const modified = new Set(lines.filter(({ outcome }) => outcome === 'modified').map(({ sequence }) => sequence));
  const instead = new Map<number, CaseItem>();
  for (const line of lines) {
    const replaced = addedFor(line)?.find((sequence) => modified.has(sequence) && !instead.has(sequence));
    if (replaced !== undefined && isGranted({ outcome: outcomeOf(line) })) instead.set(replaced, line);
  }
  const moved = new Set(instead.values());
  return lines.filter((line) => !moved.has(line)).map((line) => itemOf(line, instead.get(line.sequence)));
}

const outcomeOf = ({ outcome }: CaseItem): AuthorizationOutcome => OUTCOMES[outcome] ?? (outcome as AuthorizationOutcome);

const itemOf = (item: CaseItem, instead: CaseItem | undefined): AuthorizationItem => ({
  ...{ sequence: item.sequence, service: item.service, unlisted: null, quantity: item.quantity, amount: item.amounts.billed },
  ...{ from: item.serviceFrom, to: item.serviceTo, origin: addedFor(item) === null ? 'provider' : 'payer' },
  ...{ outcome: outcomeOf(item), outcomeCode: item.outcomeCode, reasons: item.reasons },
  authorized: instead === undefined ? null : authorizedOf(instead),
});

const authorizedOf = ({ service, quantity, amounts, serviceFrom, serviceTo }: CaseItem): Authorized => ({
  ...{ service, quantity, amount: amounts.approved ?? amounts.billed, from: serviceFrom, to: serviceTo, number: null },
});
