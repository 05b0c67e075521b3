import { isSameAsked, isWaiting } from './authorization-item.rules.ts';
import type { Authorization, AuthorizationItem, ItemDecision, PayerAnswer } from './authorization.schema.ts';

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

/** Whether nothing of these items waits any more once these decisions are taken. */
export const isWhole = (items: readonly AuthorizationItem[], told: readonly ItemDecision[]): boolean => {
  const outcomes = new Map(told.map(({ sequence, outcome }) => [sequence, outcome]));
  return items.every(
    (item) => !isWaiting({ outcome: item.outcome === 'cancelled' ? 'cancelled' : (outcomes.get(item.sequence) ?? item.outcome) }),
  );
};

/** Whether an answer, as it reads on this record, decides it as a whole. */
export const isWholeAnswer = (notice: PayerAnswer, { items }: Pick<Authorization, 'items'>): boolean =>
  notice.stage === 'decided' && !isBare(notice) && isWhole(items, notice.items) && isWhole(notice.added, []);

/** Whether an answer, as it reads on this record, says something of every item that was asked for and is not taken back. */
export function tellsAll({ items }: Pick<Authorization, 'items'>, { stage, items: decisions }: PayerAnswer): boolean {
  if (stage === 'cancelled') return true;
  const told = new Set(decisions.map(({ sequence }) => sequence));
  return items.every(({ sequence, origin, outcome }) => origin === 'payer' || outcome === 'cancelled' || told.has(sequence));
}

/** How final an answer is: cancelled, decided, or still held up. */
export const finalityOf = (facts: Pick<Authorization, 'items'>, notice: PayerAnswer): number =>
  notice.stage === 'cancelled' ? 3 : isWholeAnswer(notice, facts) ? 2 : 1;

/**
 * Whether another answer of the same instant counts instead, whichever came first: one that tells every item before one that tells some, then
 * the more final one, then by id. An error is none of these: it ends what nothing was decided on.
 */
export function isOutranked({ items, notified }: Pick<Authorization, 'items' | 'notified'>, notice: PayerAnswer): boolean {
  const { newest, full } = notified;
  if (full === undefined || notice.issuedAt !== newest || isBare(notice) || notice.stage === 'error') return false;
  const finality = finalityOf({ items }, notice);
  return !tellsAll({ items }, notice) || finality < full.finality || (finality === full.finality && notice.notificationId < full.id);
}
