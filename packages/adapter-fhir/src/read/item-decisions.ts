import type { AuthorizationItem, AuthorizationOutcome, Authorized, ItemDecision, PayerAnswer } from '@portico/core/authorizations';
import type { CodedText, ItemOutcome } from '@portico/core/claims';
import type { AddedItem, AnswerItem } from './answer-items.ts';
import type { Answer } from './answer.ts';
import { addedFor, READER } from './case-items.ts';
import { valueCode } from './coded.ts';
import type { Context } from './context.ts';
import { periodOf, type Days } from './dates.ts';
import type { Request } from './request.ts';
import { billedOf, quantityOf } from './request-items.ts';
import { child, children, extensions, text, texts, type At } from './tree.ts';

type Told = Pick<PayerAnswer, 'items' | 'added' | 'whole'>;

const GRANTED: readonly ItemOutcome[] = ['certified', 'partially-certified', 'modified'];
const isGranted = (outcome: ItemOutcome): boolean => GRANTED.includes(outcome);

/**
 * What a response says of each item it names, of the whole, and of items the payer added. An item that was modified is authorized as the first
 * added item that names it says; further ones, and those that name none, are items of their own.
 */
export function decisionsOf(context: Context, { entry, items, added, review }: Answer, asked: Request | null): Told {
  const told = new Map([...items].reverse().flatMap((item) => (item.sequence === null ? [] : [[item.sequence, item] as const])));
  const known = new Set([...told.keys(), ...(asked?.items ?? []).map(({ sequence }) => sequence)]);
  const instead = new Map<number, AddedItem>();
  for (const one of added) {
    if (one.outcome !== 'undecided' && !isGranted(one.outcome)) continue;
    const replaced = one.replaces.find((sequence) => known.has(sequence) && !instead.has(sequence) && isModified(told.get(sequence)));
    if (replaced !== undefined) instead.set(replaced, one);
  }
  const decided = [...known]
    .toSorted((a, b) => a - b)
    .flatMap((sequence): readonly ItemDecision[] => {
      const item = told.get(sequence) ?? null;
      const other = instead.get(sequence) ?? null;
      const isReplaced = added.some(({ replaces }) => replaces.includes(sequence));
      const outcome = item !== null && item.outcome !== 'undecided' ? item.outcome : isReplaced ? 'modified' : null;
      if (outcome === null) return [];
      const authorized =
        other !== null ? addedAs(context, other) : item !== null && isGranted(outcome) ? authorizedOf(context, item) : null;
      const reasons = item === null ? [] : reasonsOf(entry, item);
      return [{ sequence, outcome: reviewed(outcome), outcomeCode: item?.code ?? null, reasons, authorized }];
    });
  const highest = Math.max(0, ...known);
  const extra = added.filter((one) => ![...instead.values()].includes(one));
  return {
    items: decided,
    added: extra.map((one, index) => addedItem(context, one, { sequence: highest + index + 1, review })),
    ...(review !== null && {
      whole: { outcome: reviewed(review.outcome), outcomeCode: review.code, reasons: review.reasons, authorized: null },
    }),
  };
}

/** Whether an added item can say what is authorized instead: A1 beside one stays what it is. */
const isModified = (item: AnswerItem | undefined): boolean =>
  item === undefined || item.outcome === 'modified' || item.outcome === 'partially-certified' || item.outcome === 'undecided';

/** Of an authorization every outcome is one of those that review actions have. */
const reviewed = (outcome: ItemOutcome): AuthorizationOutcome => outcome as AuthorizationOutcome;

/** The reasons; of a denial without any the notes that it points to, else all notes. */
function reasonsOf(entry: At, item: AnswerItem): readonly CodedText[] {
  if (item.outcome !== 'not-certified' || item.reasons.length > 0) return item.reasons;
  const numbers = texts(item.at, 'noteNumber');
  const notes = children(entry, 'processNote').filter((note) => numbers.length === 0 || numbers.includes(text(note, 'number') ?? ''));
  return notes.flatMap((note) => {
    const words = text(note, 'text');
    return words === null ? [] : [{ code: 'note', system: READER, text: words.slice(0, 4_000) }];
  });
}

/** What a granted item says of what is authorized, where it says anything: service, units, price, days, number. */
function authorizedOf(context: Context, { at, numbers, amounts }: AnswerItem): Authorized | null {
  const detail = extensions(at, 'itemAuthorizedDetail')[0] ?? null;
  const valueOf = (name: string, key: string) => child(extensions(detail, name)[0] ?? null, key)?.node;
  const code = extensions(detail, 'productOrServiceCode')[0];
  const unit = valueOf('unitPrice', 'valueMoney');
  const quantity = valueOf('quantity', 'valueQuantity') ?? valueOf('quantity', 'valueSimpleQuantity');
  const priced: At = { ...at, node: { ...(unit && { unitPrice: unit }), ...(quantity && { quantity }) } };
  return orNothing({
    service: code === undefined ? null : valueCode(context, code),
    quantity: quantityOf(context, priced),
    amount: amounts.amounts.approved ?? billedOf(context, priced),
    ...authorizedDays(context, at),
    number: numberOf(numbers),
  });
}

/** An added item as what is authorized instead of another. */
function addedAs(context: Context, { at, service, quantity, billed, amounts, days, numbers }: AddedItem): Authorized | null {
  const own = days.from === null && days.to === null ? authorizedDays(context, at) : days;
  return orNothing({ service, quantity, amount: amounts.amounts.approved ?? billed, ...own, number: numberOf(numbers) });
}

/** An added item as an item of its own; without a word of its own it is what is said of the whole, and never approved by silence. */
function addedItem(
  context: Context,
  one: AddedItem,
  { sequence, review }: { readonly sequence: number; readonly review: Answer['review'] },
): AuthorizationItem {
  const said = one.outcome === 'undecided' ? (review ?? { outcome: 'other' as const, code: null }) : one;
  const { service, quantity, billed, days, numbers, at } = one;
  const authorized = { service: null, quantity: null, amount: null, ...authorizedDays(context, at), number: numberOf(numbers) };
  return {
    ...{ sequence, service, unlisted: null, quantity, amount: billed, from: days.from, to: days.to, origin: 'payer' },
    ...{ outcome: reviewed(said.outcome), outcomeCode: said.code, reasons: [addedFor(one.replaces), ...one.reasons] },
    authorized: isGranted(said.outcome) ? orNothing(authorized) : null,
  };
}

const authorizedDays = (context: Context, at: At): Days =>
  periodOf(context, child(extensions(at, 'itemPreAuthPeriod')[0] ?? null, 'valuePeriod'));

/** The number given with the decision, else the one beside it. */
const numberOf = (numbers: AnswerItem['numbers']): string | null =>
  numbers.findLast(({ type }) => type === 'authorization-number')?.value ?? null;

const orNothing = (authorized: Authorized): Authorized | null =>
  Object.values(authorized).every((value) => value === null) ? null : authorized;
