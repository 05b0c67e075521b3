import { ADDED_BY_PAYER, type CaseAmounts, type CaseItem, type CodedText } from '@portico/core/claims';
import { compare } from '@portico/core/kernel';
import { NO_AMOUNTS } from './adjudication.ts';
import type { AddedItem, AnswerItem } from './answer-items.ts';
import type { Answer } from './answer.ts';
import type { Context } from './context.ts';
import { NO_DAYS } from './dates.ts';
import type { RequestItem } from './request-items.ts';

/** The system of the reasons that the reader itself gives. */
export const READER = 'urn:portico:fhir-reader';

/**
 * The lines of a case: those asked for (newest statement first in `requests`) with what was answered, lines only the answer knows, and
 * lines the payer added, above the highest sequence. An item that others were added for is
 * `modified` where it has no code of its own: A1 beside an added line stays A1 (`domain.md` 2.3).
 */
export function itemsOf(
  context: Context,
  requests: readonly (readonly RequestItem[])[],
  answer: Answer | null,
  reserved: number,
): readonly CaseItem[] {
  const asked = mergeRequests(context, requests);
  const open = new Set(answer?.items);
  // A benefit's answer stands on the very item; a response names the item by its sequence, and the first to name it counts.
  const keyOf = ({ at, sequence }: AnswerItem): unknown => (at.type === 'ClaimResponse' ? sequence : at.node);
  const answered = new Map([...open].reverse().map((item) => [keyOf(item), item]));
  const pairs = asked.map((item) => {
    const found = [answered.get(item.at.node), answered.get(item.sequence)].find((one) => one !== undefined && open.delete(one));
    return { item, found: found ?? null };
  });
  if (asked.length > 0) {
    for (const { at, sequence } of open) context.report.add('unknown-sequence', at, sequence === null ? null : String(sequence));
  }
  let highest = [...asked, ...open].reduce((most, { sequence }) => Math.max(most, sequence ?? 0), reserved);
  const items = [
    ...pairs.map(({ item, found }) => itemOf(context, item.sequence, item, found, answer)),
    ...[...open].map((item) => itemOf(context, item.sequence ?? (highest += 1), null, item, answer)),
  ];
  const added = answer?.added ?? [];
  const modified = new Set(added.flatMap((item) => item.replaces));
  return [
    ...items.map((item) =>
      modified.has(item.sequence) && item.outcome === 'undecided' ? { ...item, outcome: 'modified' as const } : item,
    ),
    ...added.map((item) => addedOf(context, item, (highest += 1))),
    ...wholeOf(context, answer, items.length + added.length),
  ];
}

/** Lines of the newer request, completed from the older one; lines only the older one has follow. */
function mergeRequests(context: Context, requests: readonly (readonly RequestItem[])[]): readonly RequestItem[] {
  const [newer = [], older = []] = requests;
  const known = new Set(newer.map(({ sequence }) => sequence));
  const earlier = new Map(older.map((item) => [item.sequence, item]));
  const completed = newer.map((item) => {
    const before = earlier.get(item.sequence);
    if (before === undefined) return item;
    const isDated = hasDays(item);
    if (isDated && hasDays(before) && (item.days.from !== before.days.from || item.days.to !== before.days.to)) {
      context.report.add('date-differs', before.at);
    }
    if (item.billed !== null && before.billed !== null && compare(item.billed, before.billed) !== 0) {
      context.report.add('amount-differs', before.at, 'net');
    }
    return {
      ...item,
      service: item.service ?? before.service,
      quantity: item.quantity ?? before.quantity,
      days: isDated ? item.days : before.days,
      billed: item.billed ?? before.billed,
      isCancelled: item.isCancelled || before.isCancelled,
    };
  });
  return [...completed, ...older.filter(({ sequence }) => !known.has(sequence))];
}

function itemOf(
  context: Context,
  sequence: number,
  asked: RequestItem | null,
  answered: AnswerItem | null,
  answer: Answer | null,
): CaseItem {
  const days = [asked?.days, answered?.days].find((one) => one !== undefined && (one.from !== null || one.to !== null)) ?? NO_DAYS;
  const decision = decisionOf(asked, answered, answer);
  return {
    sequence,
    service: asked?.service ?? null,
    quantity: asked?.quantity ?? null,
    serviceFrom: days.from,
    serviceTo: days.to,
    amounts: withBilled(context, asked, answered),
    ...decision,
    reasons: answered?.reasons ?? [],
  };
}

/** The line's own decision, else that on the request as a whole; a line taken back before anybody decided is cancelled. */
function decisionOf(
  asked: RequestItem | null,
  answered: AnswerItem | null,
  answer: Answer | null,
): Pick<CaseItem, 'outcome' | 'outcomeCode'> {
  if (answered !== null && answered.outcome !== 'undecided') return { outcome: answered.outcome, outcomeCode: answered.code };
  if (asked?.isCancelled === true) return { outcome: 'cancelled', outcomeCode: null };
  if (answer?.review != null) return { outcome: answer.review.outcome, outcomeCode: answer.review.code };
  return { outcome: 'undecided', outcomeCode: answered?.code ?? null };
}

/** What was billed is what the sender asked; where the payer repeats another amount a line says so. */
function withBilled(context: Context, asked: RequestItem | null, answered: AnswerItem | null): CaseAmounts {
  const amounts = answered?.amounts.amounts ?? NO_AMOUNTS;
  const billed = asked?.billed ?? null;
  if (billed === null) return amounts;
  if (amounts.billed !== null && compare(billed, amounts.billed) !== 0) context.report.add('amount-differs', answered!.at, 'submitted');
  return { ...amounts, billed };
}

function addedOf(context: Context, item: AddedItem, sequence: number): CaseItem {
  context.report.add('item-added', item.at, item.replaces.join(' '));
  const amounts = item.amounts.amounts;
  return {
    sequence,
    service: item.service,
    quantity: item.quantity,
    serviceFrom: item.days.from,
    serviceTo: item.days.to,
    amounts: { ...amounts, billed: item.billed ?? amounts.billed },
    outcome: item.outcome,
    outcomeCode: item.code,
    reasons: [addedFor(item.replaces), ...item.reasons],
  };
}

/** A decision on a request that lists no lines stands on a line of its own, so that it is not lost. */
function wholeOf(context: Context, answer: Answer | null, count: number): readonly CaseItem[] {
  if (answer?.review == null || count > 0) return [];
  context.report.add('item-added', answer.entry);
  const { outcome, code, reasons } = answer.review;
  return [
    {
      ...{ sequence: 1, service: null, quantity: null, serviceFrom: null, serviceTo: null, amounts: NO_AMOUNTS },
      ...{ outcome, outcomeCode: code, reasons: [{ code: 'decided-as-a-whole', system: READER, text: null }, ...reasons] },
    },
  ];
}

/** The reason that a line of the payer has of its own: which lines it is for. */
export function addedFor(sequences: readonly number[]): CodedText {
  return { code: ADDED_BY_PAYER, system: READER, text: sequences.length === 0 ? null : sequences.join(', ') };
}

function hasDays({ days }: Pick<RequestItem, 'days'>): boolean {
  return days.from !== null || days.to !== null;
}
