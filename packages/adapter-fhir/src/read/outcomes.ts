import type { CodedText, ItemOutcome } from '@portico/core/claims';
import type { Identifier, Money } from '@portico/core/kernel';
import { concepts, conceptsUnder, valueCode } from './coded.ts';
import type { Context } from './context.ts';
import { numberOf } from './identifiers.ts';
import { child, children, extensions, text, valueText, type At } from './tree.ts';

/** What a payer decided: the outcome, its code as it came, why, and the numbers it was given. */
export interface Review {
  readonly outcome: ItemOutcome;
  readonly code: CodedText | null;
  readonly reasons: readonly CodedText[];
  readonly numbers: readonly Identifier[];
}

// HCR01 (X12 306) as Da Vinci PAS carries it.
const REVIEW_ACTIONS: Readonly<Record<string, ItemOutcome>> = {
  A1: 'certified',
  A2: 'partially-certified',
  A3: 'not-certified',
  A4: 'pended',
  A6: 'modified',
  C: 'cancelled',
  CT: 'contact-payer',
  NA: 'no-action-required',
};

// The decision CMS shows on prior authorizations: affirmed or not.
const CMS_DECISIONS: Readonly<Record<string, ItemOutcome>> = { A: 'certified', N: 'not-certified' };

const PAYMENT_STATUSES: Readonly<Record<string, ItemOutcome>> = { paid: 'paid', partiallypaid: 'partially-paid', denied: 'denied' };

/** The review action of an item (on its adjudications or on itself) or of a whole response; null when there is none. */
export function reviewOf(context: Context, at: At): Review | null {
  const holders = [...children(at, 'adjudication'), at];
  for (const action of holders.flatMap((holder) => extensions(holder, 'reviewAction', 'reviewActionCode', 'PA-DECISION'))) {
    const inner = extensions(action, 'reviewActionCode', 'code')[0] ?? action;
    const code = valueCode(context, inner);
    if (code === null) continue;
    const why = [...extensions(action, 'reasonCode'), ...holders.flatMap((holder) => extensions(holder, 'reviewActionReason'))];
    return {
      outcome: outcomeOf(context, inner, code),
      code,
      reasons: why.flatMap((reason) => valueCode(context, reason) ?? []),
      numbers: extensions(action, 'number').flatMap((number) => numberOf(context, number, 'authorization-number', valueText(number))),
    };
  }
  return null;
}

/** The reasons given beside amounts: denial reasons, adjustment reasons. */
export function reasonsOf(context: Context, adjudications: readonly At[]): readonly CodedText[] {
  return adjudications.flatMap((one) => conceptsUnder(context, one, 'reason'));
}

/**
 * What was decided on a line of a claim: a payment status when one is told, else from what was paid and why not.
 * Paid nothing with a denial reason is denied; paid nothing without one decides nothing: the member's share may have taken it.
 */
export function paymentOutcomeOf(
  context: Context,
  adjudications: readonly At[],
  paid: Money | null,
  isShort: boolean,
): Omit<Review, 'numbers'> {
  const reasons = reasonsOf(context, adjudications);
  const status = adjudications
    .filter((one) => /status/i.test(text(children(child(one, 'category'), 'coding')[0] ?? null, 'code') ?? ''))
    .flatMap((one) => concepts(context, child(one, 'reason')))
    .find(({ code }) => Object.hasOwn(PAYMENT_STATUSES, code));
  if (status !== undefined) return { outcome: PAYMENT_STATUSES[status.code]!, code: status, reasons };
  const isRefused = adjudications.some((one) => hasCategory(one, 'denialreason'));
  if (paid === null) return { outcome: 'undecided', code: null, reasons };
  if (paid.minor === 0) return { outcome: isRefused ? 'denied' : 'undecided', code: null, reasons };
  return { outcome: isRefused || isShort ? 'partially-paid' : 'paid', code: null, reasons };
}

function hasCategory(adjudication: At, code: string): boolean {
  return children(child(adjudication, 'category'), 'coding').some((coding) => text(coding, 'code')?.toLowerCase() === code);
}

function outcomeOf(context: Context, at: At, { code, system }: CodedText): ItemOutcome {
  const known = system?.endsWith('PA-DECISION') === true ? CMS_DECISIONS : REVIEW_ACTIONS;
  if (Object.hasOwn(known, code)) return known[code]!;
  context.report.add('unknown-code', at, code);
  return 'other';
}
