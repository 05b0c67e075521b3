import type { Entry } from './collect.ts';
import type { References } from './references.ts';
import type { Report } from './report.ts';
import { child, children, text, type At } from './tree.ts';

/** A claim that none replaces, and those it replaced, directly or through others, nearest first. */
export interface Chain {
  readonly head: Entry;
  readonly former: readonly Entry[];
}

/** Claims by who replaces whom (`Claim.related`). Of a circle the newest counts, with a line. */
export function chainsOf(claims: readonly Entry[], references: References, report: Report): readonly Chain[] {
  const known = new Set(claims);
  const formerOf = new Map(claims.map((claim) => [claim, predecessors(claim, references).filter((entry) => known.has(entry))]));
  const replaced = new Set([...formerOf.values()].flat());
  const heads = claims.filter((claim) => !replaced.has(claim));
  const reached = new Set(heads.flatMap((head) => reach(head, formerOf)));
  for (const claim of newestFirst(claims)) {
    if (reached.has(claim)) continue;
    report.add('circular-reference', claim);
    heads.push(claim);
    for (const entry of reach(claim, formerOf)) reached.add(entry);
  }
  const isHead = new Set(heads);
  return heads.map((head) => ({ head, former: reach(head, formerOf).filter((entry) => !isHead.has(entry)) }));
}

/** `prior` and `replaces` replace; without a code an update of an authorization does; `associated` claims stand beside each other. */
export function isReplacing(entry: Entry, related: At): boolean {
  const codes = children(child(related, 'relationship'), 'coding').flatMap((coding) => text(coding, 'code') ?? []);
  if (codes.length > 0) return codes.some((code) => code === 'prior' || code === 'replaces');
  return (text(entry, 'use') ?? 'claim') !== 'claim';
}

/** By `created`, newest first; of two at the same time the one that stands later in the file. What was entered in error comes last. */
export function newestFirst(entries: readonly Entry[]): readonly Entry[] {
  return entries
    .map((entry, index) => ({ entry, index, at: createdOf(entry), isError: text(entry, 'status') === 'entered-in-error' }))
    .toSorted((a, b) => Number(a.isError) - Number(b.isError) || (a.at === b.at ? b.index - a.index : a.at > b.at ? -1 : 1))
    .map(({ entry }) => entry);
}

/** Comparable as text: the instant in UTC where there is one, else the day as written. */
function createdOf(entry: Entry): string {
  const created = text(entry, 'created') ?? '';
  const at = Date.parse(created);
  if (Number.isNaN(at)) return '';
  return created.includes('T') ? new Date(at).toISOString() : created;
}

function predecessors(claim: Entry, references: References): readonly Entry[] {
  return children(claim, 'related').flatMap((related) => {
    const found = isReplacing(claim, related) ? references.resolve(child(related, 'claim'), claim) : null;
    return found === null || found === claim ? [] : [found];
  });
}

function reach(head: Entry, formerOf: ReadonlyMap<Entry, readonly Entry[]>): readonly Entry[] {
  const seen = new Set([head]);
  for (const entry of seen) for (const before of formerOf.get(entry) ?? []) seen.add(before);
  return [...seen];
}
