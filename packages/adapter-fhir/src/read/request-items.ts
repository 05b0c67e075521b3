import type { CodedText } from '@portico/core/claims';
import { times, type Identifier, type Money } from '@portico/core/kernel';
import { concept } from './coded.ts';
import type { Entry } from './collect.ts';
import { fit, type Context } from './context.ts';
import { choiceOf, type Days } from './dates.ts';
import { numberOf } from './identifiers.ts';
import { isTold, moneyOf } from './money.ts';
import { child, children, decimal, extensions, integer, text, valueKey, valueText, type At } from './tree.ts';

/** A service line as it was asked for. */
export interface RequestItem {
  readonly at: At;
  readonly sequence: number;
  readonly service: CodedText | null;
  readonly quantity: string | null;
  readonly days: Days;
  readonly billed: Money | null;
  readonly isCancelled: boolean;
  readonly numbers: readonly Identifier[];
}

/** The items of a Claim or ExplanationOfBenefit. A sequence is kept; only one that is missing is given, above the highest. */
export function requestItems(context: Context, entry: Entry): readonly RequestItem[] {
  const items = children(entry, 'item');
  const sequences = sequencesOf(context, items, 'sequence');
  return items.map((at, index) => ({
    at,
    sequence: sequences[index]!,
    service: serviceOf(context, at),
    quantity: quantityOf(context, at),
    days: choiceOf(context, at, 'serviced'),
    billed: billedOf(context, at),
    isCancelled: extensions(at, 'infoCancelled', 'itemCancelled').some((one) => one.node['valueBoolean'] === true),
    numbers: itemNumbers(context, at),
  }));
}

/** The sequence of each item; a missing one becomes the next above the highest, a repeated one stays, both with a line. */
export function sequencesOf(context: Context, items: readonly At[], key: string): readonly number[] {
  const told = items.map((item) => integer(item, key));
  let highest = told.reduce<number>((most, one) => Math.max(most, one ?? 0), 0);
  const seen = new Set<number>();
  return told.map((sequence, index) => {
    if (sequence === null) context.report.add('no-sequence', items[index]!);
    else if (seen.has(sequence)) context.report.add('duplicate-sequence', items[index]!, String(sequence));
    const own = sequence ?? (highest += 1);
    seen.add(own);
    return own;
  });
}

/** The product or service; where that says `not-applicable` or nothing, the revenue code, else the category. */
export function serviceOf(context: Context, at: At): CodedText | null {
  const service = concept(context, child(at, 'productOrService'));
  if (service !== null && service.code !== 'not-applicable') return service;
  return concept(context, child(at, 'revenue')) ?? service ?? concept(context, child(at, 'category'));
}

/** The number of units with the digits of the file. */
export function quantityOf(context: Context, at: At): string | null {
  const quantity = child(at, 'quantity');
  const value = decimal(quantity, 'value');
  return quantity === null || value === null ? null : fit(context, quantity, value, 64);
}

/** `net`; where it is missing what R4 says it is, unit price times quantity times factor, as long as nothing has to be rounded. */
export function billedOf(context: Context, at: At): Money | null {
  const net = child(at, 'net');
  if (isTold(net)) return moneyOf(context, net);
  const price = child(at, 'unitPrice');
  const amount = moneyOf(context, price);
  if (price === null || amount === null) return null;
  const factors = [decimal(child(at, 'quantity'), 'value'), decimal(at, 'factor')].filter((factor) => factor !== null);
  context.report.add('amount-computed', price);
  try {
    return factors.reduce((product, factor) => exactly(product, factor), amount);
  } catch {
    context.report.add('amount-precision', price, amount.currency);
    return null;
  }
}

/** Numbers that PAS puts on an item: authorization, administrative reference, trace. */
export function itemNumbers(context: Context, at: At): readonly Identifier[] {
  return [
    ...extensions(at, 'authorizationNumber').flatMap((one) => numberOf(context, one, 'authorization-number', valueText(one))),
    ...extensions(at, 'administrationReferenceNumber').flatMap((one) => numberOf(context, one, 'reference-id', valueText(one))),
    ...extensions(at, 'itemTraceNumber').flatMap((one) => traceOf(context, one)),
  ];
}

function traceOf(context: Context, extension: At): readonly Identifier[] {
  const system = text(child(extension, valueKey(extension) ?? ''), 'system');
  const numbers = numberOf(context, extension, 'reference-id', valueText(extension));
  return system === null ? numbers : numbers.map((number) => ({ ...number, system: fit(context, extension, system, 512) }));
}

function exactly(amount: Money, factor: string): Money {
  const decimals = factor.split('.')[1]?.length ?? 0;
  const isWhole = (BigInt(amount.minor) * BigInt(factor.replace('.', ''))) % 10n ** BigInt(decimals) === 0n;
  if (!isWhole) throw new RangeError('the product would have to be rounded');
  return times(amount, factor);
}
