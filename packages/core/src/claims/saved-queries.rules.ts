import { money, toDecimal } from '../kernel/index.ts';
import { emptyForm, type ClaimQueryForm } from './claim-query-form.ts';
import type { CaseCriteria, SavedQuery } from './claim-query.schema.ts';

/** Longest name of a saved query, in characters. */
const LONGEST = 80;

/** Why a query cannot be saved under this name, or null. */
export function refuseName(name: string): 'name-missing' | 'name-too-long' | null {
  const { length } = name.trim();
  return length === 0 ? 'name-missing' : length > LONGEST ? 'name-too-long' : null;
}

/** The query that a save makes: a new one, or the changed one when the person has one of that name. */
export function queryNamed(queries: readonly SavedQuery[], saved: Omit<SavedQuery, 'id'>, newId: () => string): SavedQuery {
  const name = saved.name.trim();
  return { ...saved, name, id: queries.find((query) => query.name === name)?.id ?? newId() };
}

/** A form that asks for these criteria: dates in ISO form, which every language reads, amounts with all decimals of their currency. */
export function formOf({ amount, from, to, ...same }: CaseCriteria): ClaimQueryForm {
  const decimal = (minor: number | null | undefined): string =>
    amount && typeof minor === 'number' ? toDecimal(money(minor, amount.currency)) : '';
  const form = { ...emptyForm, ...same, from: from ?? '', to: to ?? '', currency: amount?.currency ?? '' };
  const asked = { ...form, amountFrom: decimal(amount?.from), amountTo: decimal(amount?.to) };
  return { ...asked, section: isBasic(asked) ? 'basic' : 'advanced' };
}

/** Whether a form asks by its dates alone. */
function isBasic(form: ClaimQueryForm): boolean {
  const { dateMode, from, to } = form;
  return JSON.stringify({ ...form, section: '' }) === JSON.stringify({ ...emptyForm, dateMode, from, to, section: '' });
}
