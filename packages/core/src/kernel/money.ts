import { scaleOf } from './currency.ts';
import { typedText } from './typed-text.ts';

/** An exact amount: `minor` is a safe integer count of the currency's smallest unit (fils, cents), `currency` an ISO 4217 code. */
export type Money = { readonly minor: number; readonly currency: string };

/** Why a typed amount was not taken. */
export type MoneyRefusal = { readonly code: 'empty' | 'not-an-amount' | 'too-many-decimals' | 'unknown-currency' | 'too-large' };

/** How a product is brought back to whole minor units; refunds and shares use the default, `half-away-from-zero`. */
export type Rounding = 'half-away-from-zero' | 'half-even' | 'toward-zero';

/** Thrown when money would become wrong: unknown currency, currencies mixed, or an amount that is not exact any more. */
export class MoneyError extends Error {
  override readonly name = 'MoneyError';
}

/** Makes money of a whole number of minor units; throws MoneyError for an unknown currency or an unsafe integer. */
export function money(minor: number, currency: string): Money {
  requiredScale(currency);
  if (!Number.isSafeInteger(minor))
    throw new MoneyError(`[portico/money] ${minor} is no safe integer of minor units; money is never a fraction.`);
  return { minor: minor + 0, currency }; // + 0 makes -0 equal to 0
}

/** Nothing, in this currency. */
export function zero(currency: string): Money {
  return money(0, currency);
}

/** The sum; throws MoneyError when the currencies differ or the sum is unsafe. */
export function add(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

/** The difference a − b; throws MoneyError when the currencies differ or the result is unsafe. */
export function subtract(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

/** Below, at or above 0 as a is less than, equal to or more than b; throws MoneyError when the currencies differ. */
export function compare(a: Money, b: Money): number {
  return Math.sign(a.minor - sameCurrency(a, b).minor);
}

/** The same amount with the other sign. */
export function negate(m: Money): Money {
  return money(-m.minor, m.currency);
}

/** Multiplies by a decimal text such as '0.075', exactly, then rounds once; throws MoneyError when the factor is no decimal or the product unsafe. */
export function times(m: Money, factor: string, rounding: Rounding = 'half-away-from-zero'): Money {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(factor) ?? [];
  if (whole === undefined) throw new MoneyError(`[portico/money] "${factor}" is no decimal factor; write it like '0.075'.`);
  const product = BigInt(Math.abs(m.minor)) * BigInt(whole + fraction);
  const unit = 10n ** BigInt(fraction.length);
  const rounded = Number(divide(product, unit, rounding));
  return money((sign === '-') !== m.minor < 0 ? -rounded : rounded, m.currency);
}

/** Splits by whole-number weights so that the parts sum to the whole exactly: largest remainder first, ties to the earlier part. */
export function allocate(m: Money, weights: readonly number[]): readonly Money[] {
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0) || !weights.some((weight) => weight > 0)) {
    throw new MoneyError('[portico/money] weights are whole numbers, none negative, at least one above 0.');
  }
  const whole = BigInt(Math.abs(m.minor));
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const parts = weights.map((weight) => (whole * BigInt(weight)) / total);
  const remainders = weights.map((weight, index) => ({ index, left: (whole * BigInt(weight)) % total }));
  const missing = Number(whole - parts.reduce((sum, part) => sum + part, 0n));
  const first = remainders.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1)).slice(0, missing);
  for (const { index } of first) parts[index] = parts[index]! + 1n;
  return parts.map((part) => money(m.minor < 0 ? -Number(part) : Number(part), m.currency));
}

/** One total a currency, sorted by code; currencies are never mixed, an empty list has no total. */
export function sumByCurrency(list: readonly Money[]): readonly Money[] {
  const totals = new Map<string, Money>();
  for (const m of list) totals.set(m.currency, add(totals.get(m.currency) ?? zero(m.currency), m));
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Reads an amount as a person types it: any digits, `.` or `٫` before decimals, `,` `٬` or a space between full groups of three. */
export function parseMoney(text: string, currency: string): Money | MoneyRefusal {
  const scale = scaleOf(currency);
  if (scale === undefined) return { code: 'unknown-currency' };
  const typed = typedText(text);
  if (typed === '') return { code: 'empty' };
  if (typed.length > 60) return { code: 'not-an-amount' };
  const match = /^([-\u2212]?)(\d{1,3}(?:([,٬\s])\d{3}(?:\3\d{3})*)|\d*)(?:[.٫](\d*))?$/.exec(typed);
  const whole = match?.[2]?.replace(/\D/g, '') ?? '';
  const fraction = match?.[4] ?? '';
  if (whole + fraction === '') return { code: 'not-an-amount' };
  if (fraction.length > scale) return { code: 'too-many-decimals' };
  const minor = Number(whole + fraction.padEnd(scale, '0'));
  if (!Number.isSafeInteger(minor)) return { code: 'too-large' };
  return money(match?.[1] ? -minor : minor, currency);
}

/** Reads decimal text of a wire ('12.340', '1.2e3'); throws MoneyError when it is no decimal, unsafe, or has digits other than 0 beyond the scale. */
export function fromDecimal(text: string, currency: string): Money {
  const scale = requiredScale(currency);
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new MoneyError(`[portico/money] "${text}" is no decimal amount.`);
  const digits = whole + fraction;
  const end = whole.length + Number(exponent) + scale; // where the minor units end within the digits
  if (/[1-9]/.test(digits.slice(Math.max(0, end))))
    throw new MoneyError(`[portico/money] "${text}" has more decimals than ${currency} has.`);
  const minor = end > 0 ? Number(digits.slice(0, end).padEnd(end, '0')) : 0;
  return money(sign ? -minor : minor, currency);
}

/** The exact amount as decimal text with all decimals of its currency: '12.340'. */
export function toDecimal(m: Money): string {
  const scale = requiredScale(m.currency);
  const digits = String(Math.abs(m.minor)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${m.minor < 0 ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

function requiredScale(currency: string): number {
  const scale = scaleOf(currency);
  if (scale === undefined) throw new MoneyError(`[portico/money] "${currency}" is no ISO 4217 currency; its decimals are never guessed.`);
  return scale;
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new MoneyError(`[portico/money] ${a.currency} and ${b.currency} do not mix; sum them by currency.`);
  return b;
}

function divide(product: bigint, unit: bigint, rounding: Rounding): bigint {
  const quotient = product / unit;
  const twice = (product % unit) * 2n;
  if (rounding === 'toward-zero' || twice < unit) return quotient;
  return rounding === 'half-even' && twice === unit && quotient % 2n === 0n ? quotient : quotient + 1n;
}
