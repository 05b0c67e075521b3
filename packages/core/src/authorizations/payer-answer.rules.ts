import { isSameAsked } from './authorization-item.rules.ts';
import type { Authorization, ItemDecision, PayerAnswer } from './authorization.schema.ts';

/** An answer that says no more than that there is one: received, or "decided" without a word on any item. It approves and denies nothing. */
export const isBare = ({ stage, items, added, whole }: PayerAnswer): boolean =>
  stage === 'received' || (stage === 'decided' && items.length === 0 && added.length === 0 && whole === undefined);

/**
 * An answer as it reads on this record: what it says of the whole is said of each item, and its added items have numbers above all there were
 * or those of the same items of an earlier answer. One that tells every item tells all: what the payer added before and names no more is
 * cancelled. Cancelled item by item, it is cancelled.
 */
export function answerFor({ items }: Pick<Authorization, 'items'>, answer: PayerAnswer): PayerAnswer {
  if (isBare(answer)) return answer;
  const told = new Set(answer.items.map(({ sequence }) => sequence));
  const open = items.filter(({ outcome, sequence }) => outcome !== 'cancelled' && !told.has(sequence));
  const { whole } = answer;
  const asked = open.filter(({ origin }) => origin === 'provider');
  const before = open.filter(({ origin }) => origin === 'payer');
  let highest = [...items, ...answer.items].reduce((most, { sequence }) => Math.max(most, sequence), 0);
  const added = answer.added.map((one) => {
    const found = before.findIndex((other) => isSameAsked(other, one));
    return { ...one, sequence: found < 0 ? (highest += 1) : before.splice(found, 1)[0]!.sequence };
  });
  const isFull = whole !== undefined || asked.length === 0;
  const decisions: readonly ItemDecision[] = [
    ...answer.items,
    ...(whole === undefined ? [] : asked.map(({ sequence }) => ({ sequence, ...whole }))),
    ...added
      .filter(({ sequence }) => open.some((item) => item.sequence === sequence))
      .map(({ sequence, outcome, outcomeCode, reasons, authorized }) => ({ sequence, outcome, outcomeCode, reasons, authorized })),
    ...(isFull ? before.map(({ sequence }) => ({ ...withdrawn, sequence })) : []),
  ];
  const outcomes = new Map([...items, ...added, ...decisions].map(({ sequence, outcome }) => [sequence, outcome]));
  const isCancelled = answer.stage === 'decided' && [...outcomes.values()].every((outcome) => outcome === 'cancelled');
  return { ...answer, stage: isCancelled ? 'cancelled' : answer.stage, items: decisions, added };
}

const withdrawn = { outcome: 'cancelled', outcomeCode: null, reasons: [], authorized: null } as const;
