import type { CaseKind, CodedText, ItemOutcome } from '@portico/core/claims';
import type { Identifier, Money } from '@portico/core/kernel';
import { amountsOf, type Adjudicated } from './adjudication.ts';
import { categoryOf } from './categories.ts';
import type { Entry } from './collect.ts';
import type { Context } from './context.ts';
import { choiceOf, dayOf, periodOf, type Days } from './dates.ts';
import { paymentOutcomeOf, reasonsOf, reviewOf } from './outcomes.ts';
import { billedOf, itemNumbers, quantityOf, sequencesOf, serviceOf } from './request-items.ts';
import { child, children, decimal, extensions, integer, valueKey, type At } from './tree.ts';

/** What was answered about one line. */
export interface AnswerItem {
  readonly at: At;
  /** Of the line it is about; null when a response does not say, and then nobody may guess. */
  readonly sequence: number | null;
  readonly outcome: ItemOutcome;
  readonly code: CodedText | null;
  readonly reasons: readonly CodedText[];
  readonly amounts: Adjudicated;
  readonly days: Days;
  readonly numbers: readonly Identifier[];
}

/** A line that the payer added: for items of the request (`replaces`), or of its own accord. */
export interface AddedItem extends Omit<AnswerItem, 'sequence'> {
  readonly replaces: readonly number[];
  readonly service: CodedText | null;
  readonly quantity: string | null;
  readonly billed: Money | null;
}

/** The items of a ClaimResponse or ExplanationOfBenefit, and those it adds. */
export function answerItems(
  context: Context,
  entry: Entry,
  kind: CaseKind,
): { readonly items: readonly AnswerItem[]; readonly added: readonly AddedItem[] } {
  const items = children(entry, 'item');
  const sequences =
    entry.type === 'ClaimResponse' ? items.map((at) => answeredSequence(context, at)) : sequencesOf(context, items, 'sequence');
  return {
    items: items.map((at, index) => ({
      ...decided(context, at, kind),
      sequence: sequences[index] ?? null,
      days: requestedDays(context, at),
    })),
    added: children(entry, 'addItem').map((at) => ({
      ...decided(context, at, kind),
      days: choiceOf(context, at, 'serviced'),
      replaces: sequencesUnder(at),
      service: serviceOf(context, at),
      quantity: quantityOf(context, at),
      billed: billedOf(context, at),
    })),
  };
}

function decided(context: Context, at: At, kind: CaseKind): Omit<AnswerItem, 'sequence' | 'days'> {
  const adjudications = children(at, 'adjudication');
  const amounts = amountsOf(context, adjudications);
  const review = reviewOf(context, at);
  const numbers = [...itemNumbers(context, at), ...(review?.numbers ?? [])];
  if (review !== null) {
    const reasons = [...review.reasons, ...reasonsOf(context, adjudications)];
    return { at, amounts, numbers, reasons, outcome: review.outcome, code: review.code };
  }
  if (kind === 'authorization') {
    return { at, amounts, numbers, reasons: reasonsOf(context, adjudications), outcome: 'undecided', code: null };
  }
  const isShort = adjudications.some((one) => categoryOf(one) === 'noncovered' && Number(decimal(child(one, 'amount'), 'value') ?? 0) > 0);
  return { at, amounts, numbers, ...paymentOutcomeOf(context, adjudications, amounts.amounts.paid, isShort) };
}

/** The dates the payer repeats from the request; dates it authorizes are other dates and are not these. */
function requestedDays(context: Context, at: At): Days {
  const asked = extensions(at, 'itemRequestedServiceDate')[0] ?? null;
  if (asked === null) return { from: null, to: null };
  const key = valueKey(asked) ?? '';
  if (key === 'valuePeriod') return periodOf(context, child(asked, key));
  const day = dayOf(context, asked, key);
  return { from: day, to: day };
}

function answeredSequence(context: Context, at: At): number | null {
  const sequence = integer(at, 'itemSequence');
  if (sequence === null) context.report.add('no-sequence', at);
  return sequence;
}

function sequencesUnder(at: At): readonly number[] {
  const value = at.node['itemSequence'];
  return (Array.isArray(value) ? value : [value]).filter((one: unknown) => Number.isSafeInteger(one)) as number[];
}
