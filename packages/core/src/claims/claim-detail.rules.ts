import { subtract, sumByCurrency, type Money } from '../kernel/index.ts';
import type { Case, CaseAmounts, CaseItem, CodedText } from './case.schema.ts';

/** One line of the sum under a case: what was told, and what follows from it (`=`). Its text is the message `claim-detail.amount.<key>`. */
export interface AmountLine {
  readonly key: 'billed' | 'notApproved' | 'approved' | 'patientShare' | 'owed' | 'paid' | 'open';
  readonly sign: '' | '−' | '=';
  readonly amount: Money;
}

/** An amount of the case that its items do not add up to. */
export interface AmountDifference {
  readonly key: keyof CaseAmounts;
  readonly told: Money;
  readonly items: Money;
}

/**
 * How the amounts of a case follow from one another: billed − not approved = approved, − patient share = owed by the payer, − paid = open.
 * A line that would need an amount nobody told is left out: not told is not zero.
 */
export function amountLines({ billed, approved, patientShare, paid }: CaseAmounts): readonly AmountLine[] {
  const owed = minus(approved, patientShare);
  const lines: readonly (readonly [AmountLine['key'], AmountLine['sign'], Money | null])[] = [
    ['billed', '', billed],
    ['notApproved', '−', minus(billed, approved)],
    ['approved', '=', approved],
    ['patientShare', '−', patientShare],
    ['owed', '=', owed],
    ['paid', '−', paid],
    ['open', '=', minus(owed, paid)],
  ];
  return lines.flatMap(([key, sign, amount]) => (amount === null ? [] : [{ key, sign, amount }]));
}

/** Where the items add up to something else than the case says; told apart only when every item tells that amount in the case's currency. */
export function amountDifferences({ amounts, items }: Pick<Case, 'amounts' | 'items'>): readonly AmountDifference[] {
  return (['billed', 'approved', 'patientShare', 'paid'] as const).flatMap((key) => {
    const told = amounts[key];
    const parts = items.map((item) => item.amounts[key]).filter((amount) => amount !== null);
    const [sum, ...more] = sumByCurrency(parts);
    if (!told || !sum || parts.length < items.length || more.length > 0 || sum.currency !== told.currency) return [];
    return sum.minor === told.minor ? [] : [{ key, told, items: sum }];
  });
}

/** A reason for which something was not approved, and the lines (by sequence) that give it. */
export interface RefusalReason {
  readonly reason: CodedText;
  readonly lines: readonly number[];
}

/** Why something was not approved, each reason once: those of the lines that were refused or approved for less than was billed. */
export function refusalReasons({ items }: Pick<Case, 'items'>): readonly RefusalReason[] {
  const reasons = new Map<string, { readonly reason: CodedText; readonly lines: number[] }>();
  for (const item of items.filter(isRefused)) {
    for (const reason of item.reasons) {
      const key = JSON.stringify([reason.system, reason.code, reason.text]);
      const one = reasons.get(key) ?? { reason, lines: [] };
      if (!one.lines.includes(item.sequence)) one.lines.push(item.sequence);
      reasons.set(key, one);
    }
  }
  return [...reasons.values()];
}

const REFUSED: readonly CaseItem['outcome'][] = ['denied', 'not-certified', 'partially-certified', 'partially-paid'];

const isRefused = ({ outcome, amounts: { billed, approved } }: CaseItem): boolean =>
  REFUSED.includes(outcome) || (minus(billed, approved)?.minor ?? 0) > 0;

const minus = (a: Money | null, b: Money | null): Money | null => (a && b && a.currency === b.currency ? subtract(a, b) : null);
