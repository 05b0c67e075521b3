import { isNpi, type Identifier, type IdentifierType } from '@portico/core/kernel';
import { fit, type Context } from './context.ts';
import { child, children, text, type At } from './tree.ts';

const BY_CODE: Readonly<Record<string, IdentifierType>> = {
  NPI: 'npi',
  TAX: 'tax-id',
  EN: 'tax-id',
  MB: 'member-number',
  MC: 'member-number',
  UM: 'member-number',
  UC: 'payer-claim-number',
};

const BY_SYSTEM: readonly (readonly [RegExp, IdentifierType])[] = [
  [/2\.16\.840\.1\.113883\.4\.6$|(^|[^a-z])npi([^a-z]|$)/i, 'npi'],
  [/2\.16\.840\.1\.113883\.4\.4$|us-ein$|(^|[^a-z])(tin|tax-?id)([^a-z]|$)/i, 'tax-id'],
  [/us-mbi$|2\.16\.840\.1\.113883\.4\.927$|member|(^|[^a-z])min$/i, 'member-number'],
  [/trace|(^|[^a-z])trn([^a-z]|$)|^urn:trnorg:/i, 'reference-id'],
  [/(^|[^a-z])dha([^a-z]|$)/i, 'dha'],
  [/(^|[^a-z])(doh|haad)([^a-z]|$)/i, 'doh'],
  [/(^|[^a-z])(moh|mohap)([^a-z]|$)/i, 'moh'],
  [/(^|[^a-z])lop([^a-z]|$)/i, 'lop'],
];

/**
 * An Identifier by its type code, else by its system, else by where it stands; a type code of another kind makes it `other`.
 * On a Claim the payer's unique claim number is the claim's own. The system is kept; one without a value is none.
 */
export function identifierOf(context: Context, at: At, byPlace: IdentifierType): Identifier | null {
  const value = text(at, 'value');
  if (value === null) return null;
  const system = text(at, 'system');
  const type = typeOf(at, system, byPlace);
  if (type === 'npi' && !isNpi(value)) context.report.add('npi-check-digit', at);
  return {
    type,
    value: fit(context, at, value, 256),
    ...(system === null ? {} : { system: fit(context, at, system, 512) }),
  };
}

/** All identifiers under `identifier`, one of each. */
export function identifiersOf(context: Context, at: At, byPlace: IdentifierType): readonly Identifier[] {
  return unique(children(at, 'identifier').flatMap((one) => identifierOf(context, one, byPlace) ?? []));
}

/** A number that stands alone, such as an authorization number in an extension. */
export function numberOf(context: Context, at: At, type: IdentifierType, value: string | null): readonly Identifier[] {
  return value === null ? [] : [{ type, value: fit(context, at, value, 256) }];
}

/** Each identifier once, in the order of the first. */
export function unique(identifiers: readonly Identifier[]): readonly Identifier[] {
  return [...new Map(identifiers.map((one) => [JSON.stringify([one.type, one.system, one.value]), one])).values()];
}

function typeOf(at: At, system: string | null, byPlace: IdentifierType): IdentifierType {
  const codes = children(child(at, 'type'), 'coding').flatMap((coding) => text(coding, 'code')?.toUpperCase() ?? []);
  for (const code of codes) {
    const type = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
    if (type !== undefined) return type === 'payer-claim-number' && byPlace === 'claim-number' ? 'claim-number' : type;
  }
  const known = BY_SYSTEM.find(([pattern]) => system !== null && pattern.test(system));
  return known?.[1] ?? (codes.length > 0 ? 'other' : byPlace);
}
