import { checkIdentifier, normalizeIdentifier, parseMoney, type Identifier, type IdentifierType, type Money } from '../kernel/index.ts';

/** A physician whom no list has (N18): the licence and the name as they were given; the helpdesk looks into it. */
export interface UnlistedPhysician {
  readonly identifier: Identifier;
  readonly name: string;
}

/** A service that no list has (N20): its name and what it is expected to cost. */
export interface UnlistedService {
  readonly name: string;
  readonly estimatedCost: Money;
}

/** The kinds of licence to choose from, as identifiers are told apart. */
export const licenceTypes = ['lop', 'dha', 'doh', 'moh', 'npi', 'other'] as const satisfies readonly IdentifierType[];

/** A kind of licence. */
export type LicenceType = (typeof licenceTypes)[number];

/** What is wrong with a field, by code. */
export type UnlistedProblem = 'missing' | 'not-an-identifier' | 'not-an-npi' | 'not-an-amount';

/** What was given about a physician in no list, or what is wrong with each field of it. */
export function unlistedPhysicianOf(typed: {
  readonly type: IdentifierType;
  readonly number: string;
  readonly name: string;
}): { readonly value: UnlistedPhysician } | { readonly problems: Readonly<Partial<Record<'number' | 'name', UnlistedProblem>>> } {
  const refusal = checkIdentifier(typed.type, typed.number);
  const name = typed.name.trim();
  if (refusal === null && name !== '')
    return { value: { identifier: { type: typed.type, value: normalizeIdentifier(typed.number) }, name } };
  const number = refusal === 'empty' ? 'missing' : refusal === 'not-an-npi' ? 'not-an-npi' : 'not-an-identifier';
  return { problems: { ...(refusal !== null && { number }), ...(name === '' && { name: 'missing' as const }) } };
}

/** What was typed about a service in no list, or what is wrong with each field of it. A cost of nothing is none. */
export function unlistedServiceOf(
  typed: { readonly name: string; readonly cost: string },
  currency: string,
): { readonly value: UnlistedService } | { readonly problems: Readonly<Partial<Record<'name' | 'cost', UnlistedProblem>>> } {
  const name = typed.name.trim();
  const cost = parseMoney(typed.cost, currency);
  const isCost = 'minor' in cost && cost.minor > 0;
  if (name !== '' && isCost) return { value: { name, estimatedCost: cost } };
  const wrong = typed.cost.trim() === '' ? 'missing' : 'not-an-amount';
  return { problems: { ...(name === '' && { name: 'missing' as const }), ...(!isCost && { cost: wrong }) } };
}
