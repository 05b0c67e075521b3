import type { PayerAnswer } from '@portico/core/authorizations';
import type { FileAnswers } from '@portico/core/claims/claim-intake';
import type { Identifier } from '@portico/core/kernel';
import { askAnswer, isAsk } from './asks.ts';
import { hasCode } from './coded.ts';
import type { Entry } from './collect.ts';
import type { Context } from './context.ts';
import type { Group } from './groups.ts';
import { identifierOf, identifiersOf, unique } from './identifiers.ts';
import { memberOf } from './member.ts';
import { instantIn, type Shared } from './payer-answers.ts';
import { keyOf, type References } from './references.ts';
import type { Report } from './report.ts';
import { child, children, text, type At } from './tree.ts';

/** What a request for information says that it is about. */
const aboutOf = (entry: Entry): readonly At[] =>
  ['reasonReference', 'focus', 'about', 'basedOn'].flatMap((key) => children(entry, key)).filter((at) => saysWhich(at));

const saysWhich = (at: At): boolean => text(at, 'reference') !== null || text(child(at, 'identifier'), 'value') !== null;

/**
 * The cases with what their payers ask for: what an answer brings along, what is about a request or its answer, or about what the answer is to;
 * else in a bundle of PAS what stands beside the only case, unless it says that it is about another. What came with answers to what was replaced
 * is history.
 */
export function withAsks(
  groups: readonly Group[],
  entries: readonly Entry[],
  { references, report }: { readonly references: References; readonly report: Report },
): readonly Group[] {
  const groupOf = new Map<Entry, Group>();
  const brought = new Map<Entry, Group>();
  for (const group of groups) {
    const { claim, responses, former } = group;
    for (const entry of [...(claim === null ? [] : [claim]), ...former, ...responses]) groupOf.set(entry, group);
    for (const response of responses) {
      for (const one of children(response, 'communicationRequest')) {
        const ask = references.resolve(one, response);
        if (ask === null || brought.has(ask)) continue;
        if (group.own.includes(response)) brought.set(ask, group);
        else report.add('superseded', ask);
      }
    }
  }
  const besides = Map.groupBy(groups, ({ claim, responses }) => (claim ?? responses[0]!).scope);
  const asks = entries.filter((entry) => isAsk(entry) && !report.has('superseded', entry));

  const about = (ask: Entry): Group | null => {
    if (ask.container !== null && groupOf.has(ask.container)) return groupOf.get(ask.container)!;
    const told = aboutOf(ask);
    for (const one of told) {
      const found = references.resolve(one, ask);
      const group = found === null ? undefined : (groupOf.get(found) ?? brought.get(found));
      if (group !== undefined) return group;
    }
    const keys = told.map(keyOf);
    const isNamed = ({ own }: Group): boolean => own.some((response) => keys.includes(keyOf(child(response, 'request')) ?? ''));
    const [same, ...others] = told.length === 0 ? [] : groups.filter(isNamed);
    if (same !== undefined && others.length === 0) return same;
    const [beside, ...more] = besides.get(ask.scope) ?? [];
    const isOther = told.length > 0 && beside !== undefined && (beside.claim !== null || beside.own.some(tellsRequest));
    if (beside === undefined || more.length > 0 || isOther || ask.scope.bundleType !== 'collection') return null;
    report.add('joined-by-bundle', ask);
    return beside;
  };
  const joined = Map.groupBy(asks, (ask) => brought.get(ask) ?? about(ask));
  return groups.map((group) => ({ ...group, asks: joined.get(group) ?? [] }));
}

const tellsRequest = (response: Entry): boolean => keyOf(child(response, 'request')) !== null;

/**
 * What payers ask for of authorizations that are not in the file: known by the numbers they name. What is about a claim, names no number or
 * tells no time is not taken, and said so.
 */
export function bareAsksOf(entries: readonly Entry[], shared: Shared): readonly FileAnswers[] {
  const { report, references } = shared;
  const context: Context = { ...shared, currency: null, mapped: new Set() };
  const answers = entries.flatMap((entry): readonly PayerAnswer[] => {
    if (!isAsk(entry) || references.isUsed(entry) || report.has('superseded', entry)) return [];
    const numbers = numbersOf(context, entry);
    const isOfClaim = children(entry, 'reasonCode').some((reason) => hasCode(reason, 'claim'));
    const member = memberOf(context, child(entry, 'for') ?? child(entry, 'subject'), entry, null)?.number ?? null;
    const cameAt = instantIn(text(child(entry, 'meta'), 'lastUpdated')) ?? instantIn(entry.scope.timestamp);
    const answer = isOfClaim || numbers.length === 0 ? null : askAnswer(context, entry, { numbers, member, cameAt });
    if (answer === null) report.add('ask-not-matched', entry, isOfClaim ? 'claim' : numbers.length === 0 ? 'no-number' : 'no-time');
    else references.use(entry);
    return answer === null ? [] : [answer];
  });
  return answers.length === 0 ? [] : [{ record: null, request: null, answers }];
}

/** Numbers of what it is about, best first: those it names, then its own (a CommunicationRequest's are only its own), then ids. */
function numbersOf(context: Context, entry: Entry): readonly Identifier[] {
  const about = aboutOf(entry);
  const named = about.flatMap((one) => {
    const identifier = child(one, 'identifier');
    return identifier === null ? [] : (identifierOf(context, identifier, 'reference-id') ?? []);
  });
  const ids = about.flatMap((one) => /(?:^|\/)Claim(?:Response)?\/([^/]+)/.exec(text(one, 'reference') ?? '')?.[1] ?? []);
  return unique([
    ...named,
    ...(entry.type === 'Task' ? identifiersOf(context, entry, 'other') : []),
    ...ids.map((value) => ({ type: 'other', value }) as const),
  ]);
}
