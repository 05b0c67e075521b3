import type { CaseAmounts, CaseDecision, CaseItem, CaseKind, CaseLife, CaseProcessing, ItemOutcome } from './case.schema.ts';

/** What a decision is derived from, and nothing else. */
export interface CaseFacts {
  readonly kind: CaseKind;
  readonly life: CaseLife;
  readonly processing: CaseProcessing;
  readonly amounts: Pick<CaseAmounts, 'approved' | 'patientShare' | 'paid'>;
  readonly items: readonly Pick<CaseItem, 'outcome'>[];
}

const GRANTED: readonly ItemOutcome[] = ['certified', 'partially-certified', 'modified', 'paid', 'partially-paid'];
const LESSENED: readonly ItemOutcome[] = ['partially-certified', 'partially-paid'];
const REFUSED: readonly ItemOutcome[] = ['not-certified', 'denied'];
const PAID: readonly ItemOutcome[] = ['paid', 'partially-paid'];

/**
 * The business decision of a case: the one place where it is derived (`domain.md` 2.3, 2.4; traps 1–3).
 * Items speak first; processing never approves anything; rejected (`error`) is not denied; an unknown code gives `other`.
 */
export function decisionOf(facts: CaseFacts): CaseDecision {
  if (facts.life === 'entered-in-error') return 'cancelled';
  // What had no answer yet cannot have been paid, so there is nothing to reverse.
  if (facts.life === 'cancelled') return facts.kind === 'claim' && facts.processing !== 'received' ? 'reversed' : 'cancelled';
  if (facts.life === 'draft') return 'other';
  if (facts.processing === 'error') return 'rejected';
  const outcomes = facts.items.map((item) => item.outcome);
  if (outcomes.includes('pended')) return 'pended';
  if (outcomes.includes('contact-payer')) return 'contact-payer';
  return (facts.kind === 'claim' ? paymentOf(facts, outcomes) : null) ?? approvalOf(facts, outcomes);
}

/** What the payment says of a claim, lines first; null when nothing was paid and nothing is still to come. */
function paymentOf({ processing, amounts }: CaseFacts, outcomes: readonly ItemOutcome[]): CaseDecision | null {
  if (processing === 'received') return 'received';
  if (processing === 'queued') return 'in-process';
  const paid = amounts.paid?.minor ?? 0;
  if (paid < 0) return 'reversed';
  if (paid === 0 && !has(outcomes, PAID)) return processing === 'partial' ? 'in-process' : null;
  const isWhole = processing === 'complete' && !has(outcomes, REFUSED) && !has(outcomes, LESSENED) && !isShort(amounts);
  return isWhole ? 'paid' : 'partially-paid';
}

/** Approved, denied or between: A1, A2, A3, A6 and their like on the items. */
function approvalOf({ kind, processing, amounts }: CaseFacts, outcomes: readonly ItemOutcome[]): CaseDecision {
  if (outcomes.includes('other')) return 'other';
  const isGranted = has(outcomes, GRANTED);
  const isRefused = has(outcomes, REFUSED);
  if (outcomes.includes('undecided') && processing !== 'complete') return isGranted || isRefused ? 'in-process' : waiting(processing);
  if (kind === 'authorization' && outcomes.includes('undecided')) return 'other';
  if (isGranted && (isRefused || has(outcomes, LESSENED))) return 'partially-approved';
  if (isGranted) return outcomes.includes('modified') ? 'modified' : 'approved';
  if (isRefused) return 'denied';
  if (outcomes.includes('no-action-required')) return 'no-action-required';
  if (outcomes.includes('cancelled')) return 'cancelled';
  if (processing !== 'complete') return waiting(processing);
  // A claim that was allowed but leaves the payer nothing to pay: the member's share took it all.
  return kind === 'claim' && (amounts.approved?.minor ?? 0) > 0 ? 'approved' : 'other';
}

/** The payer owes what was approved less the member's share; less than that was paid. */
function isShort({ approved, patientShare, paid }: CaseFacts['amounts']): boolean {
  return (
    approved !== null && paid !== null && approved.currency === paid.currency && paid.minor + (patientShare?.minor ?? 0) < approved.minor
  );
}

const waiting = (processing: CaseProcessing): CaseDecision => (processing === 'received' ? 'received' : 'in-process');

const has = (outcomes: readonly ItemOutcome[], some: readonly ItemOutcome[]): boolean => outcomes.some((outcome) => some.includes(outcome));

/** The reason, by its code, under which a line stands that the payer added; its text names the lines it is for. */
export const ADDED_BY_PAYER = 'added-by-payer';

/** The lines that a line of the payer is for; null for a line that was asked for. */
export function addedFor({ reasons }: Pick<CaseItem, 'reasons'>): readonly number[] | null {
  const added = reasons.find(({ code }) => code === ADDED_BY_PAYER);
  return added === undefined ? null : (added.text ?? '').split(',').map(Number).filter(Boolean);
}
