import { decisionOf, type Case, type CaseDecision, type CaseFacts, type CaseItem, type IntakeCase } from '../claims/index.ts';
import type { Identifier, Money } from '../kernel/index.ts';
import { isGranted } from './authorization-item.rules.ts';
import type { Authorization, AuthorizationItem } from './authorization.schema.ts';

/** The record without its state: what every rule reads. */
export type AuthorizationFacts = Omit<Authorization, 'state'>;

/** What the decision of an authorization is derived from. */
type Decisive = Pick<AuthorizationFacts, 'items' | 'voiding' | 'cancelledAt' | 'rejectedAt' | 'decidedAt' | 'pendedAt'>;

/** The header decision (`domain.md` 2.3): derived from the items, and from nothing that processing says. A voided one keeps what it was. */
export function authorizationDecision(record: Decisive): CaseDecision {
  const amounts = { approved: null, patientShare: null, paid: null };
  return decisionOf({ kind: 'authorization', ...axesOf(record), amounts, items: record.items } satisfies CaseFacts);
}

/** Life and processing of its case: a record that was taken back is cancelled, one that was voided is there and not used (N29). */
function axesOf({ voiding, cancelledAt, rejectedAt, decidedAt, pendedAt }: Decisive): Pick<Case, 'life' | 'processing'> {
  const processing = rejectedAt !== null ? 'error' : decidedAt !== null ? 'complete' : pendedAt !== null ? 'partial' : 'received';
  return { life: cancelledAt !== null && voiding === null ? 'cancelled' : 'active', processing };
}

/**
 * The case of an authorization, as Claims Query lists it. What only the source knows (raw codes, notes, payments) is kept from the case that
 * is there already.
 */
export function caseOf(record: Authorization, kept: IntakeCase | null): IntakeCase {
  const { numbers, items, currency } = record;
  const before = new Map(kept?.items.map((item) => [item.sequence, item]));
  return {
    kind: 'authorization',
    identifiers: [...(kept?.identifiers ?? []), ...numbers.filter((one) => !kept?.identifiers.some((other) => isSame(one, other)))],
    ...(kept?.former && { former: kept.former }),
    ...{ payer: record.payer, provider: record.provider, physician: physicianOf(record), member: record.member },
    ...{ serviceFrom: record.serviceFrom, serviceTo: record.serviceTo },
    createdAt: record.decidedAt ?? kept?.createdAt ?? record.submittedAt,
    ...(kept?.urgency && { urgency: record.urgency }),
    paymentDate: kept?.paymentDate ?? null,
    ...axesOf(record),
    // What the source says of it holds until something happens here: one that was cancelled elsewhere is listed as not used.
    use: record.state.use === 'unused' ? (kept?.use ?? 'unused') : record.state.use,
    currency: kept ? kept.currency : currency,
    amounts: {
      billed: kept?.amounts.billed ?? sum(items.map(costOf), currency),
      approved: sum(items.filter(isGranted).map(grantedOf), currency) ?? kept?.amounts.approved ?? null,
      patientShare: kept?.amounts.patientShare ?? null,
      paid: kept?.amounts.paid ?? null,
    },
    diagnoses: record.diagnoses.map(({ coded }) => coded),
    items: items.map((item) => caseItemOf(item, before.get(item.sequence))),
    notes: [...new Set([...(kept?.notes ?? (record.note === '' ? [] : [record.note])), ...(record.payerNotes ?? [])])],
    rawCodes: kept?.rawCodes ?? [],
    source: kept?.source ?? { format: 'portal', reference: null, original: null },
  };
}

const caseItemOf = (item: AuthorizationItem, kept: CaseItem | undefined): CaseItem => ({
  sequence: item.sequence,
  service: item.service ?? (item.unlisted && { code: '', system: null, text: item.unlisted.name }),
  quantity: item.quantity,
  serviceFrom: item.from,
  serviceTo: item.to,
  amounts: {
    billed: costOf(item),
    approved: isGranted(item) ? grantedOf(item) : null,
    patientShare: kept?.amounts.patientShare ?? null,
    paid: kept?.amounts.paid ?? null,
  },
  outcome: item.outcome,
  outcomeCode: item.outcomeCode,
  reasons: item.reasons,
});

const isSame = (one: Identifier, other: Identifier): boolean => one.type === other.type && one.value === other.value;

/** What was asked for costs as much, by estimate where the service is in no list (N20). */
export const costOf = ({ amount, unlisted }: AuthorizationItem): Money | null => amount ?? unlisted?.estimatedCost ?? null;

/** What this item is authorized for; null where that is not told. */
export const grantedOf = (item: AuthorizationItem): Money | null =>
  item.authorized?.amount ?? (item.outcome === 'certified' ? costOf(item) : null);

/** Who orders or renders it; one that is in no list (N18) by licence and name. */
export const physicianOf = ({ physician, unlistedPhysician }: Authorization): Case['physician'] =>
  physician ??
  (unlistedPhysician && {
    id: `unlisted:${unlistedPhysician.identifier.value}`,
    name: unlistedPhysician.name,
    identifiers: [unlistedPhysician.identifier],
  });

/** The sum of those that are told in this currency; null where none is. */
function sum(amounts: readonly (Money | null)[], currency: string): Money | null {
  const told = amounts.filter((amount) => amount?.currency === currency);
  return told.length === 0 ? null : { minor: told.reduce((total, amount) => total + amount!.minor, 0), currency };
}
