import type { Entry, Scope } from './collect.ts';
import { isSameReference, type References } from './references.ts';
import type { Report } from './report.ts';
import { child, children, text } from './tree.ts';

/**
 * The answers to each claim: to the one an answer names, else to the only one with the same business number (of the same patient, as
 * far as both tell), else in a response bundle of PAS to the only claim beside it.
 */
export function joinAnswers(
  answers: readonly Entry[],
  claims: readonly Entry[],
  references: References,
  report: Report,
): ReadonlyMap<Entry, readonly Entry[]> {
  const known = new Set(claims);
  const byNumber = groupByEach(claims, numbersOf);
  const claimsBeside = groupByEach(claims, (entry): Scope[] => [entry.scope]);
  const answersBeside = groupByEach(answers, (entry): Scope[] => [entry.scope]);
  const claimOf = new Map<Entry, Entry>();

  for (const answer of answers) {
    const named = references.resolve(child(answer, answer.type === 'ClaimResponse' ? 'request' : 'claim'), answer);
    const numbered = new Set(numbersOf(answer).flatMap((number) => byNumber.get(number) ?? []));
    const [same, ...others] = [...numbered].filter((claim) => isSameReference(child(claim, 'patient'), child(answer, 'patient')) !== false);
    if (named !== null && known.has(named)) {
      claimOf.set(answer, named);
    } else if (same !== undefined && others.length === 0) {
      claimOf.set(answer, same);
      report.add('joined-by-identifier', answer);
    } else if (answersBeside.get(answer.scope)!.length === 1 && isOfPair(answer, claimsBeside.get(answer.scope) ?? [])) {
      claimOf.set(answer, claimsBeside.get(answer.scope)![0]!);
      report.add('joined-by-bundle', answer);
    }
  }
  for (const answer of answers) {
    const response = claimOf.has(answer) ? null : references.resolve(child(answer, 'claimResponse'), answer);
    const through = response === null ? undefined : claimOf.get(response);
    if (through !== undefined) claimOf.set(answer, through);
  }
  return groupByEach([...claimOf.keys()], (answer) => [claimOf.get(answer)!]);
}

/** A response bundle of PAS holds one claim beside its answer, and the answer may point elsewhere. */
function isOfPair(answer: Entry, claims: readonly Entry[]): boolean {
  const [claim, ...more] = claims;
  if (claim === undefined || more.length > 0 || answer.scope.bundleType !== 'collection' || answer.type !== 'ClaimResponse') return false;
  return text(claim, 'use') === text(answer, 'use') && isSameReference(child(claim, 'patient'), child(answer, 'patient')) === true;
}

function numbersOf(entry: Entry): readonly string[] {
  return children(entry, 'identifier').flatMap((identifier) => {
    const [system, value] = [text(identifier, 'system'), text(identifier, 'value')];
    return system === null || value === null ? [] : [`${system}|${value}`];
  });
}

function groupByEach<Key>(entries: readonly Entry[], keysOf: (entry: Entry) => readonly Key[]): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}
