import { typedText, type PlainDate } from '../kernel/index.ts';
import type { Authorized } from './authorization.schema.ts';

/** Why a quantity, a period or words are not taken, whoever sends them. */
export type ValueRefusal = 'not-a-quantity' | 'dates-reversed' | 'text-missing';

/** A quantity as it was typed, with Western digits and a point; null where nothing was. Whether it is one, the rules say. */
export const typedQuantity = (typed: string): string | null => typedText(typed).replace('٫', '.') || null;

/** A quantity is a number above zero, with at most three decimals. */
const isQuantity = (quantity: string): boolean => /^\d{1,6}(\.\d{1,3})?$/.test(quantity) && Number(quantity) > 0;

/** A period ends on its first day or later; an end that is not given is open. */
export const refusePeriod = (from: PlainDate | null, to: PlainDate | null): 'dates-reversed' | null =>
  from !== null && to !== null && to < from ? 'dates-reversed' : null;

/** What is wrong with how much there is of a service, and when. */
export const refuseExtent = ({
  quantity,
  from,
  to,
}: Pick<Authorized, 'quantity' | 'from' | 'to'>): Exclude<ValueRefusal, 'text-missing'> | null =>
  quantity !== null && !isQuantity(quantity) ? 'not-a-quantity' : refusePeriod(from, to);

/** Where words are asked for, there are some. */
export const refuseWords = (text: string): 'text-missing' | null => (text.trim() === '' ? 'text-missing' : null);
