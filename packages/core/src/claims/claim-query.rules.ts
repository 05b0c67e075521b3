import { daysBetween, isCurrency, parseDateInput, parseMoney, type PlainDate } from '../kernel/index.ts';
import type { CaseKind } from './case.schema.ts';
import { emptyForm, type ClaimQueryForm, type FieldError } from './claim-query-form.ts';
import type { CaseCriteria } from './claim-query.schema.ts';
import type { ClaimsPolicy } from './claims.policy.ts';

/** What reading a form depends on: today and the date order of the person, and the policy in force. */
export interface FormReading {
  readonly today: PlainDate;
  readonly locale: string;
  readonly policy: Pick<ClaimsPolicy, 'dateModes' | 'maxSpanDays'>;
}

/** Everything that is wrong with criteria, by field (`domain.md` 2.4): order and span of the dates, what cannot be together, order of amounts. */
export function checkCriteria(criteria: CaseCriteria, policy: FormReading['policy'], today: PlainDate): readonly FieldError[] {
  const errors: FieldError[] = [];
  const { dateMode, from, to, kinds, amount } = criteria;
  if (!policy.dateModes.includes(dateMode)) errors.push({ field: 'dateMode', code: 'mode-not-offered' });
  if (from === null && to !== null) errors.push({ field: 'from', code: 'from-missing' });
  if (from !== null && to !== null && to < from) errors.push({ field: 'to', code: 'to-before-from' });
  // An open end counts until today, both ends included.
  else if (from !== null && daysBetween(from, to ?? today) + 1 > policy.maxSpanDays)
    errors.push({ field: to === null ? 'from' : 'to', code: 'span-too-long', detail: { days: policy.maxSpanDays } });
  if (dateMode === 'payment' && isOnly(kinds, 'authorization')) errors.push({ field: 'kinds', code: 'authorizations-are-not-paid' });
  if (criteria.notUsedOnly && isOnly(kinds, 'claim')) errors.push({ field: 'notUsedOnly', code: 'claims-are-not-voided' });
  if (amount !== null && amount.from !== null && amount.to !== null && amount.to < amount.from)
    errors.push({ field: 'amountTo', code: 'to-below-from' });
  return errors;
}

/** Reads a form: the criteria it asks for, and what is wrong with it. Basic Search asks by its dates alone, whatever stands in Advanced (N23). */
export function readForm(
  form: ClaimQueryForm,
  reading: FormReading,
): { readonly criteria: CaseCriteria; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const date = (field: 'from' | 'to'): PlainDate | null => {
    const read = parseDateInput(form[field], reading);
    if ('date' in read) return read.date;
    if (read.code !== 'empty') errors.push({ field, code: read.code });
    return null;
  };
  const { kinds, decisions, notUsedOnly, memberName, memberNumber, payerId, providerId, physician, identifier } =
    form.section === 'advanced' ? form : emptyForm;
  const dates = { dateMode: form.dateMode, from: date('from'), to: date('to') };
  const amount = form.section === 'advanced' ? readAmounts(form, errors) : null;
  const criteria = {
    ...{ ...dates, kinds, decisions, notUsedOnly, payerId, providerId, amount },
    ...{ memberName: memberName.trim(), memberNumber: memberNumber.trim(), physician: physician.trim(), identifier: identifier.trim() },
  };
  // A date that was not read is not also missing.
  const more = checkCriteria(criteria, reading.policy, reading.today).filter(({ field }) => !errors.some((error) => error.field === field));
  return { criteria, errors: [...errors, ...more] };
}

function readAmounts(form: ClaimQueryForm, errors: FieldError[]): CaseCriteria['amount'] {
  const currency = form.currency.trim().toUpperCase();
  if (currency === '') {
    if (form.amountFrom.trim() + form.amountTo.trim() !== '') errors.push({ field: 'currency', code: 'currency-missing' });
    return null;
  }
  if (!isCurrency(currency)) {
    errors.push({ field: 'currency', code: 'unknown-currency' });
    return null;
  }
  const minor = (field: 'amountFrom' | 'amountTo'): number | null => {
    const read = parseMoney(form[field], currency);
    if ('minor' in read) return read.minor;
    if (read.code !== 'empty') errors.push({ field, code: read.code });
    return null;
  };
  return { currency, from: minor('amountFrom'), to: minor('amountTo') };
}

const isOnly = (kinds: readonly CaseKind[], kind: CaseKind): boolean => kinds.length > 0 && kinds.every((one) => one === kind);
