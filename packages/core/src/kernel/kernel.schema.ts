import * as z from 'zod/mini';
import { isPlainDate, type Instant, type PlainDate } from './calendar-date.ts';
import { isCurrency } from './currency.ts';
import type { Identifier, IdentifierType } from './identifier.ts';
import type { Money } from './money.ts';

/** A calendar date `YYYY-MM-DD` that exists. */
export const plainDateSchema = z.custom<PlainDate>((value) => typeof value === 'string' && isPlainDate(value), 'plain-date');

/** Epoch milliseconds. */
export const instantSchema = z.custom<Instant>((value) => typeof value === 'number' && Number.isSafeInteger(value), 'instant');

/** Integer minor units with a known ISO 4217 currency. */
export const moneySchema = z.custom<Money>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Number.isSafeInteger((value as Money).minor) &&
    typeof (value as Money).currency === 'string' &&
    isCurrency((value as Money).currency),
  'money',
);

const identifierTypes = [
  'npi',
  'tax-id',
  'lop',
  'dha',
  'doh',
  'moh',
  'member-number',
  'claim-number',
  'payer-claim-number',
  'reference-id',
  'authorization-number',
  'other',
] as const satisfies readonly IdentifierType[];

/** A typed identifier; `system` is kept as the source had it. */
export const identifierSchema: z.ZodMiniType<Identifier> = z.strictObject({
  type: z.enum(identifierTypes),
  value: z.string().check(z.minLength(1), z.maxLength(256)),
  system: z.exactOptional(z.string().check(z.maxLength(512))),
});
