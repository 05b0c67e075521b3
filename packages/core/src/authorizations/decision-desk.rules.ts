import {
  addDays,
  dateIn,
  endOfDay,
  parseDateInput,
  parseMoney,
  sameDays,
  type Instant,
  type Money,
  type PlainDate,
} from '../kernel/index.ts';
import { isWaiting, refuseVerdict } from './authorization-item.rules.ts';
import { refusePeriod, refuseWords, typedQuantity } from './authorization-value.rules.ts';
import type { RuleRefusal } from './authorization.rules.ts';
import type { Authorization, AuthorizationItem, AuthorizationState, Authorized, ItemDecision } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';
import type { DeskForm, DeskItem, DeskOutcome } from './decision-desk.schema.ts';

/** What the desk can say of an item, in the order in which it is offered. */
export const deskOutcomes: readonly DeskOutcome[] = [
  'certified',
  'partially-certified',
  'modified',
  'not-certified',
  'pended',
  'contact-payer',
  'no-action-required',
];

/** What typed text is read by. */
export interface DeskReading {
  readonly policy: AuthorizationsPolicy;
  /** IANA zone in which the payer counts days. */
  readonly zone: string;
  readonly at: Instant;
  readonly locale: string;
}

/** Why something that was typed was not taken; `not-picked`: looked for in the list, and left there. */
export type TypedRefusal =
  | 'not-a-date'
  | 'no-such-day'
  | 'ambiguous-year'
  | 'day-is-past'
  | 'not-an-amount'
  | 'too-many-decimals'
  | 'too-large'
  | 'unknown-currency'
  | 'not-picked';

/** What is wrong in the form, and where: at an item by its number, or at a field of the whole. */
export interface DeskError {
  readonly sequence: number | null;
  readonly field: ItemField | 'validFrom' | 'validTo' | 'pendText' | 'askText' | 'askDue';
  readonly code: RuleRefusal | TypedRefusal;
}

type ItemField = 'outcome' | 'reason' | 'text' | 'service' | 'quantity' | 'amount' | 'from' | 'to' | 'authorized';

/** What leaves the desk. */
export type Outgoing =
  | {
      readonly act: 'decide';
      readonly decision: {
        readonly items: readonly ItemDecision[];
        readonly validFrom: PlainDate | null;
        readonly validTo: PlainDate | null;
      };
    }
  | { readonly act: 'pend'; readonly text: string }
  | { readonly act: 'ask'; readonly ask: { readonly text: string; readonly items: readonly number[]; readonly dueAt: Instant | null } }
  | { readonly act: 'use'; readonly how: 'partly-used' | 'used' };

/** Hours before its end in which a time is marked as running out. */
const SOON = 24;

/**
 * Whether something is late: the decision of the payer (`breached`), or the answer that the provider owes (`overdue`); `soon` where the payer's
 * own time runs out within a day; null while there is time.
 */
export function markOf(
  { state, dueAt }: { readonly state: AuthorizationState; readonly dueAt: Instant | null },
  at: Instant,
): 'breached' | 'overdue' | 'soon' | null {
  if (dueAt === null) return null;
  const isAsked = state.information === 'requested' || state.information === 'partial';
  if (at >= dueAt) return isAsked ? 'overdue' : 'breached';
  return !isAsked && at >= dueAt - SOON * 3_600_000 ? 'soon' : null;
}

const emptyItem = (sequence: number): DeskItem => ({
  ...{ sequence, outcome: null, instead: null, isListed: true, service: '', serviceName: '' },
  ...{ quantity: '', amount: '', from: '', to: '', number: '', reason: '', text: '' },
});

/** The form of a record before anything is written; the days of service and the payer's usual time for an answer are proposed. */
export function emptyDeskForm(record: Authorization, { policy, zone, at }: Omit<DeskReading, 'locale'>): DeskForm {
  return {
    ...{ id: record.id, act: 'decide', number: '', pendText: '', askText: '', askItems: [] },
    items: record.items.filter(({ outcome }) => outcome !== 'cancelled').map(({ sequence }) => emptyItem(sequence)),
    ...{ validFrom: record.validFrom ?? record.serviceFrom ?? '', validTo: record.validTo ?? record.serviceTo ?? '' },
    askDue: addDays(dateIn(zone, at), policy.informationDays),
  };
}

/** The form over the record as it is now: what was typed stays, what was taken back leaves, what was added waits for a word. */
export function fitted(form: DeskForm, { items }: Authorization): DeskForm {
  const typed = new Map(form.items.map((item) => [item.sequence, item]));
  const living = items.filter(({ outcome }) => outcome !== 'cancelled').map(({ sequence }) => sequence);
  return {
    ...form,
    items: living.map((sequence) => typed.get(sequence) ?? emptyItem(sequence)),
    askItems: form.askItems.filter((sequence) => living.includes(sequence)),
  };
}

/** Everything that waits and about which nothing else was said is approved; what was decided otherwise stays so. */
export function approvedAll(form: DeskForm, { items }: Authorization): DeskForm {
  const waiting = new Set(items.filter(isWaiting).map(({ sequence }) => sequence));
  return {
    ...form,
    act: 'decide',
    items: form.items.map((item) => (item.outcome === null && waiting.has(item.sequence) ? { ...item, outcome: 'certified' } : item)),
  };
}

const currencyOf = ({ amount, unlisted }: AuthorizationItem, currency: string): string =>
  amount?.currency ?? unlisted?.estimatedCost.currency ?? currency;

const text = (typed: string): string | null => typed.trim() || null;

function readAmount(typed: string, currency: string): Money | TypedRefusal | null {
  const read = parseMoney(typed, currency);
  if ('code' in read) return read.code === 'empty' ? null : read.code;
  return read.minor < 0 ? 'not-an-amount' : read;
}

/** The form whose days stay the same days over a change of language. */
export function deskRespoken(form: DeskForm, before: string, { zone, at, locale }: Omit<DeskReading, 'policy'>): DeskForm {
  const reading = { today: dateIn(zone, at), locale };
  const days = sameDays(form, ['validFrom', 'validTo', 'askDue'], before, reading);
  return { ...days, items: days.items.map((item) => sameDays(item, ['from', 'to'], before, reading)) };
}

function readDay(typed: string, { zone, at, locale }: DeskReading): PlainDate | TypedRefusal | null {
  const read = parseDateInput(typed, { today: dateIn(zone, at), locale });
  return 'date' in read ? read.date : read.code === 'empty' ? null : read.code;
}

const isDay = (read: PlainDate | TypedRefusal | null): read is PlainDate | null => read === null || /^\d/.test(read);

/** What is authorized instead: of the list, or by the code and the name that were typed; null where nothing is. */
function insteadOf({ instead, isListed, service, serviceName }: DeskItem): Authorized['service'] {
  if (isListed) return instead;
  return `${service}${serviceName}`.trim() === '' ? null : { code: service.trim(), system: null, text: text(serviceName) };
}

/** What is authorized for an item by what was typed; null where it is what was asked, or where nothing was said. */
function authorizedOf(
  item: AuthorizationItem,
  typed: DeskItem,
  read: { readonly amount: Money | null; readonly from: PlainDate | null; readonly to: PlainDate | null },
  number: string | null,
): Authorized | null {
  const { outcome } = typed;
  const days = { from: read.from ?? item.from, to: read.to ?? item.to };
  const isDated = read.from !== null || read.to !== null;
  if (outcome === 'certified') {
    const { service, quantity, amount } = item;
    return number === null && !isDated ? null : { service, quantity, amount, ...days, number };
  }
  if (outcome !== 'partially-certified' && outcome !== 'modified') return null;
  const instead = outcome === 'modified' ? insteadOf(typed) : null;
  const quantity = typedQuantity(typed.quantity);
  if (instead === null && quantity === null && read.amount === null && !isDated) return null;
  return { service: instead ?? item.service, quantity, amount: read.amount, ...days, number };
}

function reasonsOf({ outcome, reason, text: typed }: DeskItem): ItemDecision['reasons'] {
  const words = text(typed);
  if (outcome === null || outcome === 'certified') return [];
  const isReasoned = outcome === 'not-certified' || outcome === 'partially-certified' || outcome === 'modified';
  if (isReasoned)
    return reason === ''
      ? words === null || outcome === 'not-certified'
        ? []
        : [{ code: 'other', system: null, text: words }]
      : [{ code: reason, system: null, text: words }];
  return words === null ? [] : [{ code: outcome, system: null, text: words }];
}

const fieldOf: Partial<Record<string, ItemField>> = {
  'reason-missing': 'reason',
  'text-missing': 'text',
  'authorized-missing': 'authorized',
  'not-a-quantity': 'quantity',
  'dates-reversed': 'to',
};

/** What was said of one item, or what is wrong with it. */
function readItem(
  item: AuthorizationItem,
  typed: DeskItem,
  { number, currency, reading }: { readonly number: string; readonly currency: string; readonly reading: DeskReading },
): ItemDecision | readonly DeskError[] {
  const { sequence, outcome } = typed;
  const isLess = outcome === 'partially-certified' || outcome === 'modified';
  const isGiven = isLess || outcome === 'certified';
  const [from, to] = isGiven ? [readDay(typed.from, reading), readDay(typed.to, reading)] : [null, null];
  const amount = isLess ? readAmount(typed.amount, currencyOf(item, currency)) : null;
  const errors: DeskError[] = [];
  if (outcome === 'modified' && typed.isListed && typed.instead === null && text(typed.service) !== null)
    errors.push({ sequence, field: 'service', code: 'not-picked' });
  if (typeof amount === 'string') errors.push({ sequence, field: 'amount', code: amount });
  if (!isDay(from)) errors.push({ sequence, field: 'from', code: from });
  if (!isDay(to)) errors.push({ sequence, field: 'to', code: to });
  if (errors.length > 0 || typeof amount === 'string' || !isDay(from) || !isDay(to)) return errors;
  const decision: ItemDecision = {
    ...{ sequence, outcome: outcome!, outcomeCode: null, reasons: reasonsOf(typed) },
    authorized: authorizedOf(item, typed, { amount, from, to }, text(typed.number) ?? text(number)),
  };
  const code = refuseVerdict(item, decision, reading.policy);
  return code === null ? decision : code === 'not-of-this-outcome' ? [] : [{ sequence, field: fieldOf[code] ?? 'outcome', code }];
}

/** A decision as it was typed: what leaves, or all that is wrong with it, each at its item with the code of the rule that said no. */
export function readDecision(
  form: DeskForm,
  record: Authorization,
  reading: DeskReading,
): Extract<Outgoing, { act: 'decide' }> | readonly DeskError[] {
  const errors: DeskError[] = [];
  const items: ItemDecision[] = [];
  const typedOf = new Map(form.items.map((item) => [item.sequence, item]));
  for (const item of record.items) {
    const { sequence } = item;
    const typed = typedOf.get(sequence);
    if (!typed || typed.outcome === null) {
      if (item.outcome === 'undecided') errors.push({ sequence, field: 'outcome', code: 'undecided-items' });
      continue;
    }
    const read = readItem(item, typed, { number: form.number, currency: record.currency, reading });
    if ('outcome' in read) items.push(read);
    else errors.push(...read);
  }
  if (items.length === 0 && errors.length === 0)
    for (const { sequence } of record.items.filter(isWaiting)) errors.push({ sequence, field: 'outcome', code: 'undecided-items' });
  const [validFrom, validTo] = [readDay(form.validFrom, reading), readDay(form.validTo, reading)];
  if (!isDay(validFrom)) errors.push({ sequence: null, field: 'validFrom', code: validFrom });
  if (!isDay(validTo)) errors.push({ sequence: null, field: 'validTo', code: validTo });
  if (!isDay(validFrom) || !isDay(validTo)) return errors;
  const code = refusePeriod(validFrom, validTo);
  if (code !== null) errors.push({ sequence: null, field: 'validTo', code });
  return errors.length > 0 ? errors : { act: 'decide', decision: { items, validFrom, validTo } };
}

/** A question as it was typed: the answer is due at the end of the day that was named, in the payer's zone; no day: by the policy. */
export function readQuestion(form: DeskForm, reading: DeskReading): Extract<Outgoing, { act: 'ask' }> | readonly DeskError[] {
  const due = readDay(form.askDue, reading);
  const dueAt = isDay(due) && due !== null ? endOfDay(due, reading.zone) : null;
  const wordless = refuseWords(form.askText);
  const errors: DeskError[] = wordless === null ? [] : [{ sequence: null, field: 'askText', code: wordless }];
  if (!isDay(due)) errors.push({ sequence: null, field: 'askDue', code: due });
  else if (dueAt !== null && dueAt <= reading.at) errors.push({ sequence: null, field: 'askDue', code: 'day-is-past' });
  return errors.length > 0 ? errors : { act: 'ask', ask: { text: form.askText.trim(), items: form.askItems, dueAt } };
}

/** A pend as it was typed: it says why. */
export function readPend({ pendText }: DeskForm): Extract<Outgoing, { act: 'pend' }> | readonly DeskError[] {
  const code = refuseWords(pendText);
  return code === null ? { act: 'pend', text: pendText.trim() } : [{ sequence: null, field: 'pendText', code }];
}
