import type { Identifier, IdentifierType } from '@portico/core/kernel';
import { chainsOf, isReplacing, newestFirst } from './chains.ts';
import type { Entry } from './collect.ts';
import type { Context } from './context.ts';
import { identifierOf, identifiersOf, numberOf } from './identifiers.ts';
import { joinAnswers } from './joins.ts';
import { reviewOf } from './outcomes.ts';
import { keyOf, type References } from './references.ts';
import type { Report } from './report.ts';
import { itemNumbers } from './request-items.ts';
import { child, children, extensions, integer, text, texts } from './tree.ts';

/** What makes one case: a request and its answer, whatever of the two there is. */
export interface Group {
  readonly claim: Entry | null;
  /** The newest answer. */
  readonly answer: Entry | null;
  /** All answers, newest first, those to former requests last. */
  readonly responses: readonly Entry[];
  /** Answers to this very request, newest first. */
  readonly own: readonly Entry[];
  /** Requests that the claim replaced, nearest first. */
  readonly former: readonly Entry[];
  /** What the payer asks for of it. */
  readonly asks: readonly Entry[];
}

/** Brings claims, their updates and their answers together; says of each that has no case of its own why. */
export function groupsOf(entries: readonly Entry[], references: References, report: Report): readonly Group[] {
  const claims = entries.filter((entry) => entry.type === 'Claim' && !isInquiry(entry));
  const answers = entries.filter((entry) => entry.type === 'ClaimResponse' || entry.type === 'ExplanationOfBenefit');
  const answersOf = joinAnswers(answers, claims, references, report);
  const groups: Group[] = [];
  const taken = new Set<Entry>();

  for (const { head, former } of chainsOf(claims, references, report)) {
    const own = answersOf.get(head) ?? [];
    const earlier = former.flatMap((entry) => answersOf.get(entry) ?? []);
    const all = [head, ...former, ...own, ...earlier];
    if (all.every((entry) => entry.isIncluded)) continue;
    for (const entry of all) taken.add(entry);
    for (const entry of former) report.add('superseded', entry);
    for (const part of byInsurer(own)) groups.push(groupOf(head, part, former, earlier, report));
  }
  for (const answer of answers) {
    if (taken.has(answer) || answer.isIncluded) continue;
    taken.add(answer);
    groups.push(groupOf(null, [answer], [], [], report));
  }
  for (const entry of entries) if (entry.type === 'Claim' && isInquiry(entry)) report.add('inquiry', entry);
  for (const entry of [...claims, ...answers]) if (!taken.has(entry)) report.add('included-only', entry);
  return groups;
}

/** The highest item sequence that any request before used: an added line must not take one of those again. */
export function highestFormerSequence({ former }: Group): number {
  const sequences = former.flatMap((entry) => children(entry, 'item')).map((item) => integer(item, 'sequence') ?? 0);
  return sequences.reduce((most, one) => Math.max(most, one), 0);
}

/** Numbers of what was replaced, in the file or only named: a search by them must find this case. */
export function formerNumbers(context: Context, { claim, answer, responses, former }: Group): readonly Identifier[] {
  const replaced = [...former, ...responses.filter((entry) => entry !== answer)];
  const current = [claim, answer].filter((entry) => entry !== null);
  return [
    ...replaced.flatMap((entry) => [
      ...identifiersOf(context, entry, placeOf(entry)),
      ...texts(entry, 'preAuthRef').flatMap((number) => numberOf(context, entry, 'authorization-number', number)),
      ...[...children(entry, 'item'), ...children(entry, 'addItem')].flatMap((item) => [
        ...itemNumbers(context, item),
        ...(reviewOf(context, item)?.numbers ?? []),
      ]),
    ]),
    ...current.flatMap((entry) => spokenNumbers(context, entry)),
  ];
}

/** One payer's answers replace each other; another payer's make a case beside it. An answer that names no payer goes with the first. */
function byInsurer(answers: readonly Entry[]): readonly (readonly Entry[])[] {
  const insurerOf = (answer: Entry): string | null => keyOf(child(answer, 'insurer'));
  const first = answers.map(insurerOf).find((key) => key !== null) ?? null;
  const parts = [...Map.groupBy(answers, (answer) => insurerOf(answer) ?? first).values()];
  return parts.length > 0 ? parts : [[]];
}

function groupOf(claim: Entry | null, own: readonly Entry[], former: readonly Entry[], earlier: readonly Entry[], report: Report): Group {
  const sorted = newestFirst(own);
  const responses = [...sorted, ...newestFirst(earlier)];
  const newest = sorted[0] ?? null;
  const answer = claim !== null && text(newest, 'status') === 'entered-in-error' ? null : newest;
  for (const entry of responses) if (entry !== answer) report.add('older-response', entry);
  return { claim, answer, responses, own: sorted, former, asks: [] };
}

/** What Da Vinci PAS lets an inquiry alone say of an item: which certification is looked for. */
const ASKED_FOR = ['itemCertificationIssueDate', 'itemCertificationEffectiveDate', 'itemCertificationExpirationDate', 'reviewActionCode'];

/** A query by example, not a case: by its profile, or, where that says it is a request, by what only an inquiry asks. */
function isInquiry(entry: Entry): boolean {
  if (children(entry, 'item').some((item) => extensions(item, ...ASKED_FOR).length > 0)) return true;
  return entry.scope.isInquiry || texts(child(entry, 'meta'), 'profile').some((profile) => /claim-inquiry(\||$)/.test(profile));
}

function spokenNumbers(context: Context, entry: Entry): readonly Identifier[] {
  return children(entry, 'related').flatMap((related) => {
    if (!isReplacing(entry, related)) return [];
    const spoken = [child(related, 'reference'), child(child(related, 'claim'), 'identifier')];
    return spoken.flatMap((one) => (one === null ? [] : (identifierOf(context, one, placeOf(entry)) ?? [])));
  });
}

function placeOf(entry: Entry): IdentifierType {
  const isClaim = (text(entry, 'use') ?? 'claim') === 'claim';
  return !isClaim ? 'reference-id' : entry.type === 'Claim' ? 'claim-number' : 'payer-claim-number';
}
