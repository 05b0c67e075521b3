import { parseDateInput, parseMoney, toDecimal, type Money, type PlainDate } from '../kernel/index.ts';
import type { DetailForm, ItemChange } from './authorization-detail-draft.schema.ts';
import { isGranted, isSameAsked } from './authorization-item.rules.ts';
import { refuseExtent, typedQuantity } from './authorization-value.rules.ts';
import type { Authorization, AuthorizationItem, Authorized } from './authorization.schema.ts';

/** What was asked and what is authorized for it, side by side; null: nothing is. What an approval in full does not repeat is as it was asked. */
export function grantedOf(item: AuthorizationItem): Authorized | null {
  if (!isGranted(item)) return null;
  const { service, quantity, amount, from, to } = item;
  const told = item.authorized ?? { service: null, quantity: null, amount: null, from: null, to: null, number: null };
  if (item.outcome !== 'certified') return { ...told, service: told.service ?? service };
  return {
    service: told.service ?? service,
    quantity: told.quantity ?? quantity,
    amount: told.amount ?? amount ?? item.unlisted?.estimatedCost ?? null,
    ...{ from: told.from ?? from, to: told.to ?? to, number: told.number },
  };
}

/** An item as its fields are filled when somebody begins to change it. */
export const changeOf = ({ sequence, quantity, amount, from, to }: AuthorizationItem): ItemChange => ({
  ...{ sequence, isCancelled: false, quantity: quantity ?? '', amount: amount === null ? '' : toDecimal(amount) },
  ...{ from: from ?? '', to: to ?? '' },
});

/** How typed dates are read. */
export interface Reading {
  readonly today: PlainDate;
  readonly locale: string;
}

/** Why a field of an item is not understood, and which one: its number, or the place of an added one after the last. */
export interface ItemFault {
  readonly at: string;
  readonly code: 'not-a-date' | 'not-an-amount' | 'not-a-quantity' | 'dates-reversed';
}

/**
 * All items to send: every one there ever was under its own number, the changed among them, and the added ones above the highest, so that no
 * number is used twice.
 */
export function itemsToSend(
  { items, currency }: Pick<Authorization, 'items' | 'currency'>,
  { changes, added }: Pick<DetailForm, 'changes' | 'added'>,
  reading: Reading,
): readonly AuthorizationItem[] | ItemFault {
  const highest = Math.max(0, ...items.map(({ sequence }) => sequence));
  const wanted = new Map(changes.map((change) => [change.sequence, change]));
  const faults: ItemFault[] = [];
  const dateOf = (text: string, at: string): PlainDate | null => {
    if (text.trim() === '') return null;
    const read = parseDateInput(text, reading);
    if ('date' in read) return read.date;
    faults.push({ at, code: 'not-a-date' });
    return null;
  };
  const amountOf = (text: string, at: string): Money | null => {
    if (text.trim() === '') return null;
    const read = parseMoney(text, currency);
    if ('minor' in read && read.minor >= 0) return read;
    faults.push({ at, code: 'not-an-amount' });
    return null;
  };
  /** What is read is looked at by the rule of the chart. */
  const sound = (item: AuthorizationItem, place: string): AuthorizationItem => {
    const code = refuseExtent(item);
    if (code !== null) faults.push({ at: `${place}-${code === 'not-a-quantity' ? 'quantity' : 'to'}`, code });
    return item;
  };
  const changed = items.map((item): AuthorizationItem => {
    const change = wanted.get(item.sequence);
    if (!change || item.origin === 'payer' || item.outcome === 'cancelled') return item;
    if (change.isCancelled) return { ...item, outcome: 'cancelled' };
    const place = `${item.sequence}`;
    const next: AuthorizationItem = {
      ...{ ...item, quantity: typedQuantity(change.quantity), amount: amountOf(change.amount, `${place}-amount`) },
      ...{ from: dateOf(change.from, `${place}-from`), to: dateOf(change.to, `${place}-to`) },
    };
    return isSameAsked(item, next) ? next : sound(next, place);
  });
  const fresh = added.map(({ service, quantity, amount }, n): AuthorizationItem => {
    const place = `added-${n}`;
    const next: AuthorizationItem = {
      ...{ sequence: highest + 1 + n, service, unlisted: null, quantity: typedQuantity(quantity) },
      ...{ amount: amountOf(amount, `${place}-amount`), from: null, to: null, origin: 'provider' },
      ...{ outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
    };
    return sound(next, place);
  });
  return faults[0] ?? [...changed, ...fresh];
}
