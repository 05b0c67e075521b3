import { fromDecimal, isCurrency, scaleOf, type Money } from '@portico/core/kernel';
import type { Context } from './context.ts';
import { decimal, isNode, type At, type Node } from './tree.ts';

/** Elements whose value is Money in R4, also where the currency is missing. */
const MONEY_KEYS = new Set(['amount', 'net', 'unitPrice', 'total', 'valueMoney', 'allowedMoney', 'usedMoney', 'adjustment']);

/**
 * Money by the digits of the file. What would have to be rounded or guessed is null and gets a line. An amount in another currency
 * than the case's is not taken. Reading an amount marks it as mapped.
 */
export function moneyOf(context: Context, at: At | null): Money | null {
  if (at === null || !('value' in at.node)) return null;
  context.mapped.add(at.node);
  const digits = decimal(at, 'value');
  const currency = currencyOf(at.node);
  if (digits === null) return refuse(context, at, 'bad-amount');
  if (currency === null && context.fileCurrency === null) return refuse(context, at, 'no-currency');
  if (currency === null) context.report.add('currency-from-file', at, context.fileCurrency);
  const own = currency ?? context.fileCurrency!;
  if (!isCurrency(own)) return refuse(context, at, 'unknown-currency', own);
  if (own !== context.currency) return refuse(context, at, 'mixed-currency', own);
  if (decimalsOf(digits) > scaleOf(own)!) return refuse(context, at, 'amount-precision', own);
  try {
    return fromDecimal(digits, own);
  } catch {
    return refuse(context, at, 'amount-out-of-range', own);
  }
}

/** Whether there is an amount to read at all, readable or not. */
export function isTold(at: At | null): at is At {
  return at !== null && 'value' in at.node;
}

/** Visits every Money in a resource, contained resources left out; `path` is built only when it is asked for. */
export function visitMoney(resource: Pick<At, 'node' | 'path'>, visit: (money: Node, parent: Node, path: () => string) => void): void {
  const steps: (string | number)[] = [];
  const path = (): string =>
    steps.reduce<string>((at, step) => (typeof step === 'number' ? `${at}[${step}]` : `${at}.${step}`), resource.path);
  const one = (key: string, value: unknown, parent: Node): void => {
    if (!isNode(value)) return;
    if (isMoney(key, value)) visit(value, parent, path);
    else inside(value);
  };
  const inside = (node: Node): void => {
    for (const key in node) {
      const value = node[key];
      if (typeof value !== 'object' || value === null || key === 'contained') continue;
      steps.push(key);
      if (!Array.isArray(value)) one(key, value, node);
      for (let index = 0; Array.isArray(value) && index < value.length; index += 1) {
        steps.push(index);
        one(key, value[index], node);
        steps.pop();
      }
      steps.pop();
    }
  };
  inside(resource.node);
}

/** The currency of a case: that of its total, else the one most of its amounts have; null when none names a currency. */
export function currencyOfCase(resources: readonly At[], fileCurrency: string | null): string | null {
  const counts = new Map<string, number>();
  for (const at of resources) {
    visitMoney(at, (money, parent) => {
      const currency = currencyOf(money) ?? fileCurrency;
      if (currency === null || !isCurrency(currency)) return;
      const total = at.node['total'];
      const isTotal = money === total || (Array.isArray(total) && total.includes(parent));
      counts.set(currency, (counts.get(currency) ?? 0) + (isTotal ? 1_000_000 : 1));
    });
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** The one currency of all amounts that name one; null when there are several or none. */
export function currencyOfFile(resources: readonly At[]): string | null {
  const currencies = new Set<string>();
  for (const at of resources) {
    visitMoney(at, (money) => {
      const currency = currencyOf(money);
      if (currency !== null) currencies.add(currency);
    });
  }
  const [only] = currencies;
  return currencies.size === 1 && only !== undefined && isCurrency(only) ? only : null;
}

function currencyOf({ currency }: Node): string | null {
  return typeof currency === 'string' && currency.trim() !== '' ? currency.trim().toUpperCase() : null;
}

function isMoney(key: string, node: Node): boolean {
  return 'value' in node && ('currency' in node || MONEY_KEYS.has(key)) && !isNode(node['value']);
}

/** Decimals that are more than trailing zeros. */
function decimalsOf(digits: string): number {
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(digits) ?? [];
  const short = (whole + fraction).replace(/0+$/, '');
  return short === '' ? 0 : fraction.length - Number(exponent) - (whole.length + fraction.length - short.length);
}

function refuse(context: Context, at: At, code: Parameters<Context['report']['add']>[0], currency?: string): null {
  context.report.add(code, at, currency);
  return null;
}
