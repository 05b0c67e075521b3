import { JsonNumber } from './json.ts';

/** A JSON object as it was read. */
export interface Node {
  readonly [key: string]: unknown;
}

/** A node and where it stands; `type` is the type of the resource around it. */
export interface At {
  readonly node: Node;
  readonly path: string;
  readonly type: string;
}

/** Whether the value is a JSON object. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);
}

/** The object under a key; of an array its first object; null when there is none. */
export function child(at: At | null, key: string): At | null {
  return children(at, key)[0] ?? null;
}

/** The objects under a key with their places; one that should have been in an array is taken as it is. */
export function children(at: At | null, key: string): readonly At[] {
  const value = at?.node[key];
  if (at === null || value === undefined) return [];
  const path = `${at.path}.${key}`;
  if (isNode(value)) return [{ node: value, path, type: at.type }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((node: unknown, index) => (isNode(node) ? [{ node, path: `${path}[${index}]`, type: at.type }] : []));
}

/** The text under a key without surrounding space; a number as its digits; null when absent or blank. */
export function text(at: At | null, key: string): string | null {
  return textOf(at?.node[key]);
}

/** The texts under a key, one or many. */
export function texts(at: At | null, key: string): readonly string[] {
  const value = at?.node[key];
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => textOf(one) ?? []);
}

/** A decimal under a key with the digits of the file; null when there is none. */
export function decimal(at: At | null, key: string): string | null {
  const found = text(at, key);
  return found !== null && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(found) ? found : null;
}

/** A whole number under a key; null when it is none or beyond what is exact. */
export function integer(at: At | null, key: string): number | null {
  const found = decimal(at, key);
  const number = found === null ? NaN : Number(found);
  return Number.isSafeInteger(number) ? number : null;
}

/** The extensions (modifiers too) whose address ends with one of these names, with or without `extension-` before it. */
export function extensions(at: At | null, ...names: readonly string[]): readonly At[] {
  return [...children(at, 'extension'), ...children(at, 'modifierExtension')].filter((extension) => {
    const tail = text(extension, 'url')
      ?.split('/')
      .at(-1)
      ?.replace(/^(modifier)?extension-/, '');
    return tail !== undefined && names.includes(tail);
  });
}

/** The key that holds an extension's value, such as `valueString`. */
export function valueKey(extension: At): string | null {
  return Object.keys(extension.node).find((key) => /^value[A-Z]/.test(key)) ?? null;
}

/** The value of an extension as text: of strings, codes, dates, numbers and identifiers. */
export function valueText(extension: At): string | null {
  const key = valueKey(extension);
  if (key === null) return null;
  return text(extension, key) ?? text(child(extension, key), key === 'valueIdentifier' ? 'value' : 'code');
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number') return String(value);
  return value instanceof JsonNumber ? value.text : null;
}
