import { isAsk } from './asks.ts';
import type { Entry, Scope } from './collect.ts';
import type { Report } from './report.ts';
import { child, children, text, type At } from './tree.ts';

/** Finds what a reference points to, by the rules of FHIR and a little beyond. */
export interface References {
  /**
   * The resource a Reference names: contained (`#id`), by `fullUrl`, by `Type/id` in its own bundle first, by a search address
   * (`Claim?identifier=`), or by identifier alone. Null when it is not in the file or not one only;
   * then a line says so.
   */
  resolve(reference: At | null, from: Entry): Entry | null;
  /** Whether what a Reference names is in the file; nothing is said of one that is not. */
  has(reference: At, from: Entry): boolean;
  /** Marks a resource as standing in a record. */
  use(entry: Entry): void;
  isUsed(entry: Entry): boolean;
}

/** Indexes the entries of one file. */
export function createReferences(entries: readonly Entry[], report: Report): References {
  const byUrl = new Map<string, Entry[]>();
  const byTypeAndId = new Map<string, Entry[]>();
  const byId = new Map<string, Entry[]>();
  const byIdentifier = new Map<string, Entry[]>();
  const used = new Set<Entry>();
  const reported = new Set<string>();

  for (const entry of entries) {
    if (entry.container !== null) continue;
    if (entry.fullUrl !== null) put(byUrl, withoutVersion(entry.fullUrl), entry);
    if (entry.id !== null) {
      put(byTypeAndId, `${entry.type}/${entry.id}`, entry);
      put(byId, entry.id, entry);
    }
    // A number names what is asked about, never the asking.
    for (const identifier of isAsk(entry) ? [] : children(entry, 'identifier')) {
      const value = text(identifier, 'value');
      if (value === null) continue;
      put(byIdentifier, `|${value}`, entry);
      put(byIdentifier, `${text(identifier, 'system') ?? ''}|${value}`, entry);
    }
  }

  function find(reference: At, from: Entry): Entry | null {
    const address = text(reference, 'reference');
    if (address?.startsWith('#') === true) return contained(address, from);
    const byAddress = address === null ? null : at(withoutVersion(address), from);
    if (byAddress !== null) return byAddress;
    const identifier = child(reference, 'identifier');
    const value = text(identifier, 'value');
    return value === null ? null : identified(text(identifier, 'system'), value, text(reference, 'type'));
  }

  function at(address: string, from: Entry): Entry | null {
    const search = /(?:^|\/)([A-Z][A-Za-z]+)\?(?:[^#]*&)?identifier=([^&#]+)/.exec(address);
    if (search !== null) {
      const [system, value] = decoded(search[2]!).split('|');
      return value === undefined ? identified(null, system!, search[1]!) : identified(system!, value, search[1]!);
    }
    if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) {
      const own = baseOf(from) + address;
      return nearest(byUrl.get(own) ?? [], from) ?? nearest(byTypeAndId.get(address.replace(/^\//, '')) ?? [], from);
    }
    const known = nearest(byUrl.get(address) ?? [], from);
    if (known !== null) return known;
    // An address elsewhere names another resource than one here that has an address of its own.
    const candidates = /^urn:/i.test(address)
      ? byId.get(address.split(':').at(-1)!)
      : byTypeAndId.get(/[A-Z][A-Za-z]+\/[^/]+$/.exec(address)?.[0] ?? '');
    return nearest(candidates?.filter((entry) => entry.fullUrl === null || entry.fullUrl.startsWith('urn:')) ?? [], from);
  }

  function identified(system: string | null, value: string, type: string | null): Entry | null {
    const found = (byIdentifier.get(`${system ?? ''}|${value}`) ?? []).filter((entry) => type === null || entry.type === type);
    return new Set(found).size === 1 ? found[0]! : null;
  }

  return {
    resolve(reference, from) {
      if (reference === null) return null;
      const found = find(reference, from);
      if (found === null && !reported.has(reference.path) && saysSomething(reference)) {
        reported.add(reference.path);
        const address = text(reference, 'reference');
        const type = text(reference, 'type') ?? /([A-Z][A-Za-z]+)[/?]/.exec(address ?? '')?.[1];
        report.add(address === null ? 'named-only' : 'unresolved-reference', reference, type);
      }
      return found;
    },
    has: (reference, from) => find(reference, from) !== null,
    use: (entry) => void used.add(entry),
    isUsed: (entry) => used.has(entry),
  };
}

/** Whether two references name the same thing without anything being looked up; null when neither says. */
export function isSameReference(a: At | null, b: At | null): boolean | null {
  const [one, other] = [keyOf(a), keyOf(b)];
  return one === null || other === null ? null : one === other;
}

/** What a reference says of its target, as text to compare. */
export function keyOf(reference: At | null): string | null {
  const identifier = child(reference, 'identifier');
  const value = text(identifier, 'value');
  return text(reference, 'reference') ?? (value === null ? text(reference, 'display') : `${text(identifier, 'system') ?? ''}|${value}`);
}

/** Of several the one in the own bundle, then in one around it; null when that leaves several. */
function nearest(candidates: readonly Entry[], from: Entry): Entry | null {
  for (let scope: Scope | null = from.scope; scope !== null; scope = scope.parent) {
    const here = candidates.filter((entry) => entry.scope === scope);
    if (here.length > 0) return here[0]!;
  }
  return candidates.length === 1 ? candidates[0]! : null;
}

function contained(address: string, from: Entry): Entry | null {
  const container = from.container ?? from;
  if (address === '#') return container;
  return container.contained.find((entry) => entry.id?.replace(/^#/, '') === address.slice(1)) ?? null;
}

function saysSomething(reference: At): boolean {
  return text(reference, 'reference') !== null || child(reference, 'identifier') !== null || text(reference, 'display') !== null;
}

function baseOf(entry: Entry): string {
  return /^(https?:.*\/)[A-Z][A-Za-z]+\/[^/]+$/.exec(withoutVersion((entry.container ?? entry).fullUrl ?? ''))?.[1] ?? '';
}

function withoutVersion(address: string): string {
  return address.replace(/\/_history\/[^/]*$/, '');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
