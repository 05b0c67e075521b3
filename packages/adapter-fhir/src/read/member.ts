import type { Member } from '@portico/core/claims';
import type { Entry } from './collect.ts';
import { fit, type Context } from './context.ts';
import { dayOf } from './dates.ts';
import { identifierOf, identifiersOf } from './identifiers.ts';
import { nameOf, spokenName } from './names.ts';
import { child, children, text, type At } from './tree.ts';

/**
 * The member of a case. The number: a member number of the patient, else of the coverage, else its subscriber id, else one the reference
 * names. The id: system and number, else the address of the patient; null when the patient is contained and has no number.
 */
export function memberOf(context: Context, reference: At | null, from: Entry, coverage: Entry | null): Member | null {
  const patient = context.references.resolve(reference, from);
  const name = (patient === null ? null : nameOf(patient)) ?? spokenName(reference);
  const spoken = child(reference, 'identifier');
  const said = spoken === null ? null : identifierOf(context, spoken, 'member-number');
  if (patient === null && name === null && said === null) return null;
  if (patient !== null) context.references.use(patient);
  const found =
    (patient === null ? undefined : currentNumber(context, patient)) ??
    (coverage === null ? undefined : (currentNumber(context, coverage) ?? subscriberOf(context, coverage))) ??
    (said === null ? undefined : { value: said.value, system: said.system });
  const at = patient ?? reference ?? from;
  const address = text(reference, 'reference');
  const id = found?.system !== undefined ? `${found.system}|${found.value}` : address === null || address.startsWith('#') ? null : address;
  return {
    id: id === null ? null : fit(context, at, id, 256),
    name: fit(context, at, name ?? '', 512),
    number: found === undefined ? null : found.value,
    birthDate: dayOf(context, patient, 'birthDate'),
  };
}

/** The coverage a case is about: the focal one, else the first. */
export function coverageOf(context: Context, entry: Entry): { reference: At | null; coverage: Entry | null } {
  const insurances = children(entry, 'insurance');
  const focal = insurances.find((one) => one.node['focal'] === true) ?? insurances[0] ?? null;
  const reference = child(focal, 'coverage');
  const coverage = context.references.resolve(reference, entry);
  if (coverage !== null) context.references.use(coverage);
  return { reference, coverage };
}

type Numbered = { readonly value: string; readonly system?: string | undefined };

/** The member number in force: one whose period has no end before one that has. */
function currentNumber(context: Context, entry: Entry): Numbered | undefined {
  const current = children(entry, 'identifier').filter((one) => text(child(one, 'period'), 'end') === null);
  const all = [...current.flatMap((one) => identifierOf(context, one, 'other') ?? []), ...identifiersOf(context, entry, 'other')];
  return all.find(({ type }) => type === 'member-number');
}

function subscriberOf(context: Context, coverage: Entry): Numbered | undefined {
  const value = text(coverage, 'subscriberId');
  return value === null ? undefined : { value: fit(context, coverage, value, 256) };
}
