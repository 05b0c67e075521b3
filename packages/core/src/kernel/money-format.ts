import { scaleOf } from './currency.ts';
import type { FormatOptions } from './format.ts';
import { toDecimal, type Money } from './money.ts';

/** Writes amounts of one locale with the currency's code and exactly its decimals: `Intl` displays but never decides them. */
export function createMoneyFormat(locale: string, options: FormatOptions = {}): (value: Money) => string {
  const kept = new Map<string, Intl.NumberFormat>();
  const formatOf = (currency: string): Intl.NumberFormat => {
    let format = kept.get(currency);
    if (!format) {
      const digits = options.numberingSystem === undefined ? {} : { numberingSystem: options.numberingSystem };
      format = new Intl.NumberFormat(locale, {
        ...digits,
        style: 'currency',
        currency,
        currencyDisplay: 'code',
        minimumFractionDigits: scaleOf(currency) ?? 0,
      });
      kept.set(currency, format);
    }
    return format;
  };
  // Decimal text, not a number: Intl writes it to the last digit.
  return (value) => formatOf(value.currency).format(toDecimal(value) as `${number}`);
}
