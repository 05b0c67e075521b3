import { scaleOf } from '@portico/core/kernel';
import type { FhirReading } from './read/index.ts';
import { RESOURCE_CODES } from './read/report.ts';

/** How much a file tells, counted without the reader, and what of it is neither in a record nor in a line. */
export interface Recount {
  readonly amounts: number;
  readonly dates: number;
  readonly unaccounted: readonly string[];
}

type Json = Record<string, unknown>;
type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/** A number of the source, kept as it is written. */
class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Counts a file again with the engine's own parser and arithmetic of its own: every resource must be used or have its line, and of each
 * Claim, ClaimResponse and ExplanationOfBenefit in a record every amount and every date that a record has a place for must be in a record
 * to the digit, or a line must stand at its place.
 */
export function recount(text: string, { records, report }: Pick<FhirReading, 'records' | 'report'>): Recount {
  const unaccounted: string[] = [];
  const lines = new Map<string, string[]>();
  for (const { path, code, value } of report.lines) lines.set(path, [...(lines.get(path) ?? []), `${code} ${value ?? ''}`]);
  const found = { amounts: new Set<string>(), dates: new Set<string>() };
  collect(records, found);
  const isExcused = (path: string, resource: string): boolean => {
    for (let at = path; at.length > resource.length; at = at.slice(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))))
      if (lines.has(at)) return true;
    return (lines.get(resource) ?? []).some(
      (line) => line.startsWith('elements-not-mapped') && line.split(' ').includes(path.slice(resource.length + 1).split(/[.[]/)[0]!),
    );
  };

  let [resources, amounts, dates] = [0, 0, 0];
  for (const [value, prefix] of valuesOf(text)) {
    for (const { node, path } of resourcesIn(value, prefix)) {
      resources += 1;
      const isLeftOut = (lines.get(path) ?? []).some((line) => RESOURCE_CODES.some((code) => line.startsWith(`${code} `)));
      if (isLeftOut || !['Claim', 'ClaimResponse', 'ExplanationOfBenefit'].includes(String(node['resourceType']))) continue;
      for (const { at, key } of amountsIn(node, path)) {
        amounts += 1;
        if (!(key !== null && found.amounts.has(key)) && !isExcused(at, path)) unaccounted.push(`amount at ${at}`);
      }
      for (const { at, day } of datesIn(node, path)) {
        dates += 1;
        if (!found.dates.has(day) && !isExcused(at, path)) unaccounted.push(`date at ${at}`);
      }
    }
  }
  const counted = report.resources.reduce((sum, { count }) => sum + count, 0);
  if (resources > 0 && counted !== resources) unaccounted.push(`resources: ${counted} reported, ${resources} counted`);
  for (const { type, count, used } of report.resources) {
    const said = report.lines.filter((line) => (line.resourceType ?? '') === type && RESOURCE_CODES.includes(line.code)).length;
    if (type !== 'Bundle' && type !== 'Parameters' && used + said !== count)
      unaccounted.push(`${type}: ${count} in the file, ${used} used, ${said} with a line`);
  }
  return { amounts, dates, unaccounted };
}

function collect(value: unknown, found: { amounts: Set<string>; dates: Set<string> }): void {
  if (typeof value === 'number') found.dates.add(String(value));
  if (typeof value === 'string') found.dates.add(value);
  if (typeof value !== 'object' || value === null) return;
  if ('minor' in value && 'currency' in value) found.amounts.add(`${String(value.minor)} ${String(value.currency)}`);
  for (const [key, inner] of Object.entries(value)) if (key !== 'original') collect(inner, found);
}

function parse(text: string): unknown {
  const withSource = JSON.parse as unknown as (text: string, reviver: Reviver) => unknown;
  return withSource(text, (_, value, { source }) => (typeof value === 'number' ? new Digits(source!) : value));
}

function* valuesOf(text: string): Generator<[unknown, string]> {
  const whole = text.replace(/^\ufeff/, '');
  try {
    const value = parse(whole);
    yield [value, ''];
    return;
  } catch {
    // NDJSON, or no JSON at all: then no line gives a value.
  }
  const lines = whole.split('\n').flatMap((line, index) => {
    try {
      return [[parse(line), `line ${index + 1}: `] as [unknown, string]];
    } catch {
      return [];
    }
  });
  if (lines.some(([value]) => isObject(value))) yield* lines;
}

function* resourcesIn(value: unknown, prefix: string): Generator<{ node: Json; path: string }> {
  if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* resourcesIn(one, `${prefix}[${index}].`);
  else if (isObject(value))
    yield* resource(value, `${prefix}${typeof value['resourceType'] === 'string' ? value['resourceType'] : 'resource'}`);
  else yield { node: {}, path: prefix };
}

function* resource(node: Json, path: string): Generator<{ node: Json; path: string }> {
  yield { node, path };
  for (const entry of node['resourceType'] === 'Bundle' ? each(node, 'entry', path) : []) {
    for (const inner of each(entry.node, 'resource', entry.path)) yield* resource(inner.node, inner.path);
    const [response] = each(entry.node, 'response', entry.path);
    const [outcome] = response === undefined ? [] : each(response.node, 'outcome', response.path);
    if (outcome !== undefined) yield* resource(outcome.node, outcome.path);
  }
  if (node['resourceType'] === 'Parameters') yield* parameters(node, 'parameter', path);
  for (const inner of each(node, 'contained', path)) yield* resource(inner.node, inner.path);
}

function* parameters(node: Json, key: string, path: string): Generator<{ node: Json; path: string }> {
  for (const one of each(node, key, path)) {
    for (const inner of each(one.node, 'resource', one.path)) yield* resource(inner.node, inner.path);
    yield* parameters(one.node, 'part', one.path);
  }
}

function* amountsIn(node: Json, path: string): Generator<{ at: string; key: string | null }> {
  for (const [name, value] of Object.entries(node)) {
    if (name === 'contained') continue;
    const many = Array.isArray(value) ? (value as unknown[]) : [value];
    for (const [index, one] of many.entries()) {
      if (!isObject(one)) continue;
      const at = Array.isArray(value) ? `${path}.${name}[${index}]` : `${path}.${name}`;
      if (one['value'] instanceof Digits && typeof one['currency'] === 'string')
        yield { at, key: minorOf(one['value'].text, one['currency'].toUpperCase()) };
      else yield* amountsIn(one, at);
    }
  }
}

/** The digits as a count of minor units; null where that is no whole number. */
function minorOf(text: string, currency: string): string | null {
  const scale = scaleOf(currency);
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const power = Number(exponent) - fraction.length + (scale ?? 0);
  if (scale === undefined || Math.abs(power) > 60) return null;
  const digits = BigInt(whole.replace('-', '') + fraction);
  const unit = 10n ** BigInt(Math.abs(power));
  if (power < 0 && digits % unit !== 0n) return null;
  const minor = power < 0 ? digits / unit : digits * unit;
  return `${text.startsWith('-') && minor > 0n ? '-' : ''}${minor} ${currency}`;
}

function* datesIn(node: Json, path: string): Generator<{ at: string; day: string }> {
  const period = (owner: Json, key: string, path: string): { at: string; day: unknown }[] =>
    each(owner, key, path)
      .slice(0, 1)
      .flatMap((one) => ['start', 'end'].map((end) => ({ at: `${one.path}.${end}`, day: one.node[end] })));
  const { created } = node;
  const isInstant = typeof created === 'string' && /T.*(Z|[+-]\d\d:\d\d)$/.test(created);
  const dates = [
    { at: `${path}.created`, day: isInstant ? String(Date.parse(created)) : undefined },
    ...period(node, 'billablePeriod', path),
    ...each(node, 'payment', path)
      .slice(0, 1)
      .map((payment) => ({ at: `${payment.path}.date`, day: payment.node['date'] })),
    ...each(node, 'item', path).flatMap((item) => [
      { at: `${item.path}.servicedDate`, day: 'servicedPeriod' in item.node ? undefined : item.node['servicedDate'] },
      ...period(item.node, 'servicedPeriod', item.path),
    ]),
  ];
  for (const { at, day } of dates) {
    if (typeof day !== 'string' && !(day instanceof Digits)) continue;
    const written = typeof day === 'string' ? day : day.text;
    yield { at, day: at.endsWith('.created') ? written : written.slice(0, 10) };
  }
}

/** The objects under a key, one or many, with their places. */
function each(node: Json, key: string, path: string): readonly { node: Json; path: string }[] {
  const value = node[key];
  if (isObject(value)) return [{ node: value, path: `${path}.${key}` }];
  const many = Array.isArray(value) ? (value as unknown[]) : [];
  return many.flatMap((one, index) => (isObject(one) ? [{ node: one, path: `${path}.${key}[${index}]` }] : []));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Digits);
}
