import { add, type Money } from '@portico/core/kernel';
import type { CaseAmounts } from '@portico/core/claims';
import { categoryOf, type Category } from './categories.ts';
import type { Context } from './context.ts';
import { isTold, moneyOf } from './money.ts';
import { child, type At } from './tree.ts';

/** No amount told. */
export const NO_AMOUNTS: CaseAmounts = { billed: null, approved: null, patientShare: null, paid: null };

/** Amounts, and which of them the source tells: one told but not readable stays null and is never made up from others. */
export interface Adjudicated {
  readonly amounts: CaseAmounts;
  readonly told: ReadonlySet<keyof CaseAmounts>;
}

/** Nothing told. */
export const NOTHING_TOLD: Adjudicated = { amounts: NO_AMOUNTS, told: new Set() };

const SHARE: readonly Category[] = ['copay', 'deductible', 'coinsurance', 'noncovered'];

/**
 * Adjudications or totals as the four amounts of a case:
 * billed = submitted, else drug cost; approved = eligible; paid = benefit, else paid to provider and to patient;
 * patient share = member liability, else copay + deductible + coinsurance + non-covered, else paid by the patient.
 * What `known` tells already is not read again.
 */
export function amountsOf(context: Context, entries: readonly At[], known: Adjudicated = NOTHING_TOLD): Adjudicated {
  const byCategory = Map.groupBy(
    entries.filter((entry) => isTold(child(entry, 'amount'))),
    categoryOf,
  );
  const told = new Set(known.told);
  const among = (categories: readonly Category[]): readonly At[] =>
    categories.flatMap((category) => byCategory.get(category) ?? []).map((entry) => child(entry, 'amount')!);

  const pick = (key: keyof CaseAmounts, ...choices: readonly { readonly of: readonly Category[]; readonly sum?: true }[]): Money | null => {
    if (known.told.has(key)) return known.amounts[key];
    for (const { of, sum } of choices) {
      const found = among(of);
      if (found.length === 0) continue;
      told.add(key);
      return sum === true ? sumOf(context, found) : oneOf(context, found);
    }
    return null;
  };

  const amounts = {
    billed: pick('billed', { of: ['submitted'] }, { of: ['drugcost'] }),
    approved: pick('approved', { of: ['eligible'] }),
    patientShare: pick('patientShare', { of: ['memberliability'] }, { of: SHARE, sum: true }, { of: ['paidbypatient'], sum: true }),
    paid: pick('paid', { of: ['benefit'] }, { of: ['paidtoprovider', 'paidtopatient'], sum: true }),
  };
  return { amounts, told };
}

/** The sum of amounts of which each is a part; null when one of them cannot be read. Each part gets a line. */
export function sumOf(context: Context, parts: readonly At[]): Money | null {
  const amounts = parts.map((part) => moneyOf(context, part));
  if (parts.length > 1) parts.forEach((part) => context.report.add('amount-summed', part));
  return total(amounts);
}

/** The exact sum; null when an amount is missing or the sum is beyond what is exact. */
export function total(amounts: readonly (Money | null)[]): Money | null {
  try {
    return amounts.reduce((sum, amount) => (sum === null || amount === null ? null : add(sum, amount)));
  } catch {
    return null;
  }
}

/** Amounts that should be one: when they differ nobody may choose. */
function oneOf(context: Context, found: readonly At[]): Money | null {
  const amounts = found.map((at) => moneyOf(context, at));
  if (new Set(amounts.map((amount) => amount?.minor)).size === 1) return amounts[0] ?? null;
  found.forEach((at) => context.report.add('ambiguous-amount', at));
  return null;
}
