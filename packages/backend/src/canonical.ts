export { shortHash } from '@portico/core/kernel';

/** The one JSON text of a value: keys in order, absent ones left out. Equal data gives equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((inner) => canonical(inner ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const keys = Object.keys(value).sort();
  const entries = keys.flatMap((key) => {
    const inner = (value as Record<string, unknown>)[key];
    return inner === undefined ? [] : `${JSON.stringify(key)}:${canonical(inner)}`;
  });
  return `{${entries.join(',')}}`;
}
