import { typedText } from './typed-text.ts';

/** What an identifier is of: national provider, tax, licence of an order or authority, and the numbers of members, claims and authorizations. */
export type IdentifierType =
  | 'npi'
  | 'tax-id'
  | 'lop'
  | 'dha'
  | 'doh'
  | 'moh'
  | 'member-number'
  | 'claim-number'
  | 'payer-claim-number'
  | 'reference-id'
  | 'authorization-number'
  | 'other';

/** One identifier of a person, organisation or case; `system` is the URI of its name space where the source gave one. */
export type Identifier = { readonly type: IdentifierType; readonly value: string; readonly system?: string | undefined };

/** Why a typed identifier cannot be one of its type. */
export type IdentifierRefusal = 'empty' | 'too-long' | 'unexpected-characters' | 'not-an-npi' | 'not-a-tax-id';

/** The form in which identifiers are compared: trimmed, ASCII digits, upper case, without invisible direction marks. */
export function normalizeIdentifier(value: string): string {
  return typedText(value.toUpperCase());
}

/** Whether the text is a National Provider Identifier: ten digits, the first 1 or 2, right by Luhn over 80840 and the ten digits. */
export function isNpi(value: string): boolean {
  return /^[12]\d{9}$/.test(value) && luhnSum(`80840${value}`) % 10 === 0;
}

/** Whether the text has the shape of a United States EIN: nine digits, with or without the hyphen after the second. */
export function isTaxId(value: string): boolean {
  return /^\d{2}-?\d{7}$/.test(value);
}

/** Null when the value can be an identifier of this type, else the code of why not; it is normalised first. */
export function checkIdentifier(type: IdentifierType, value: string): IdentifierRefusal | null {
  const normal = normalizeIdentifier(value);
  if (normal === '') return 'empty';
  if (normal.length > 64) return 'too-long';
  if (type === 'npi') return isNpi(normal) ? null : 'not-an-npi';
  if (type === 'tax-id') return isTaxId(normal) ? null : 'not-a-tax-id';
  const isLicense = type === 'lop' || type === 'dha' || type === 'doh' || type === 'moh';
  const allowed = isLicense ? /^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u : /^\P{C}+$/u;
  return allowed.test(normal) ? null : 'unexpected-characters';
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
