import type { Party } from '@portico/core/claims';
import type { Identifier } from '@portico/core/kernel';
import type { Entry } from './collect.ts';
import { fit, type Context } from './context.ts';
import { identifierOf, identifiersOf } from './identifiers.ts';
import { nameOf, spokenName } from './names.ts';
import { child, text, type At } from './tree.ts';

/** Somebody a case names, by a resource of the file or by the reference alone. */
export interface Named {
  readonly party: Party;
  /** The resource, when it is in the file. */
  readonly entry: Entry | null;
}

/**
 * The party behind a reference; null when nothing stands there. Its id is stable over files: `npi:` and the number, else
 * `system|value` of its first identifier, else the address it is referred to by (of a contained one, which has none: `name:` and its name).
 * Its name: of the resource, else the reference's display, else an identifier, else the end of the address.
 */
export function partyOf(context: Context, reference: At | null, from: Entry): Named | null {
  if (reference === null) return null;
  const entry = context.references.resolve(reference, from);
  const spoken = child(reference, 'identifier');
  const said = spoken === null ? null : identifierOf(context, spoken, 'other');
  if (entry === null && said === null && spokenName(reference) === null) return null;
  if (entry !== null) context.references.use(entry);
  const own = entry === null ? [] : identifiersOf(context, entry, 'other');
  const identifiers = own.length > 0 || said === null ? own : [said];
  const name = (entry === null ? null : nameOf(entry)) ?? spokenName(reference) ?? identifiers[0]?.value ?? entry?.id ?? '';
  const id = idOf(identifiers) ?? addressOf(reference) ?? `name:${name}`;
  const fallback = entry ?? reference;
  return { party: { id: fit(context, fallback, id, 256), name: fit(context, fallback, name, 512), identifiers }, entry };
}

/** The organisation and the person of a provider: a PractitionerRole stands for both of its. */
export function providerOf(context: Context, reference: At | null, from: Entry): { organisation: Named | null; person: Named | null } {
  const named = partyOf(context, reference, from);
  if (named === null) return { organisation: null, person: null };
  const { entry } = named;
  if (entry?.type === 'PractitionerRole') {
    const person = partyOf(context, child(entry, 'practitioner'), entry);
    const organisation = partyOf(context, child(entry, 'organization'), entry);
    return { organisation: organisation ?? person ?? named, person };
  }
  return { organisation: named, person: isPerson(reference, entry) ? named : null };
}

/** A party that the source does not name. */
export const NOBODY: Party = { id: 'unknown', name: '', identifiers: [] };

function isPerson(reference: At | null, entry: Entry | null): boolean {
  if (entry !== null) return entry.type === 'Practitioner';
  return text(reference, 'type') === 'Practitioner' || /(^|\/)Practitioner\//.test(text(reference, 'reference') ?? '');
}

function idOf(identifiers: readonly Identifier[]): string | null {
  const npi = identifiers.find(({ type }) => type === 'npi');
  if (npi !== undefined) return `npi:${npi.value}`;
  const first = identifiers.find(({ system }) => system !== undefined) ?? identifiers[0];
  return first === undefined ? null : `${first.system ?? ''}|${first.value}`;
}

function addressOf(reference: At): string | null {
  const address = text(reference, 'reference');
  return address === null || address.startsWith('#') ? null : address;
}
