import type { Envelope, Rule } from '../kernel/index.ts';
import { refuseExtent, refuseWords, type ValueRefusal } from './authorization-value.rules.ts';
import type { AuthorizationItem, AuthorizationOutcome, ItemDecision } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';

/** What can happen to an item. Asked without `decision` it is the question whether that may be done at all. */
export interface ItemEvent extends Envelope {
  readonly type: 'item.decided' | 'item.pended' | 'item.changed' | 'item.cancelled';
  readonly decision?: ItemDecision;
  /** Words of the payer that go with a pend. */
  readonly text?: string;
  /** What is asked for now. */
  readonly asked?: AuthorizationItem;
  /** Told by a feed: taken as it comes, also where reasons are missing. @default false */
  readonly isTold?: boolean;
}

/** Why nothing happens to an item. */
export type ItemRefusal = 'reason-missing' | 'authorized-missing' | 'undecided-items' | 'item-cancelled' | 'not-of-this-outcome';

type Extent = Parameters<typeof refuseExtent>[0];
type ItemRule = Rule<AuthorizationItem, ItemEvent, ItemRefusal>;

/** Outcomes that say yes to something. */
const GRANTING: readonly AuthorizationOutcome[] = ['certified', 'partially-certified', 'modified'];

/** Whether something of this item is authorized. */
export const isGranted = ({ outcome }: Pick<AuthorizationItem, 'outcome'>): boolean => GRANTING.includes(outcome);

/** Whether the payer has still to say something on it. */
export const isWaiting = ({ outcome }: Pick<AuthorizationItem, 'outcome'>): boolean => outcome === 'undecided' || outcome === 'pended';

/** What is asked for by an item, and nothing of what was decided. */
export const askedOf = ({ service, unlisted, quantity, amount, from, to }: AuthorizationItem) => ({
  ...{ service, unlisted, quantity, amount, from, to },
});

/** Whether what is asked for by two versions of an item is the same. */
export const isSameAsked = (one: AuthorizationItem, other: AuthorizationItem): boolean =>
  JSON.stringify(askedOf(one)) === JSON.stringify(askedOf(other));

const isSameExtent = (one: Extent, other: Extent): boolean =>
  one.quantity === other.quantity && one.from === other.from && one.to === other.to;

/** What is wrong with a decision of the desk on one item: a denial needs a reason, and a modification says what is authorized instead. */
export function refuseItemDecision(item: AuthorizationItem, { outcome, reasons, authorized }: ItemDecision): ItemRefusal | null {
  if (item.outcome === 'cancelled' && outcome !== 'cancelled') return 'item-cancelled';
  if (outcome === 'undecided') return 'undecided-items';
  if (outcome === 'not-certified' && !reasons.some(({ code, text }) => `${code}${text ?? ''}`.trim() !== '')) return 'reason-missing';
  return (outcome === 'modified' || outcome === 'partially-certified') && authorized === null ? 'authorized-missing' : null;
}

/**
 * What is wrong with a decision on one item in a payer's eyes: also how much is authorized and when, where that is not as it was asked, and a
 * denial without words where they are asked for, or where its reason is `other`.
 */
export function refuseVerdict(
  item: AuthorizationItem,
  decision: ItemDecision,
  policy: Pick<AuthorizationsPolicy, 'denialNeedsWords'>,
): ItemRefusal | ValueRefusal | null {
  const { outcome, reasons, authorized } = decision;
  const code =
    refuseItemDecision(item, decision) ?? (authorized === null || isSameExtent(item, authorized) ? null : refuseExtent(authorized));
  if (code !== null || outcome !== 'not-certified') return code;
  const needsWords = policy.denialNeedsWords || reasons.every((one) => one.code === 'other');
  return needsWords ? refuseWords(reasons.map(({ text }) => text ?? '').join('')) : null;
}

const mayDecide: ItemRule = (item, { decision, isTold }) => (decision === undefined || isTold ? null : refuseItemDecision(item, decision));

const decides =
  (outcome: AuthorizationOutcome): ItemRule =>
  (item, event) =>
    mayDecide(item, event) ?? (event.decision?.outcome === outcome ? null : 'not-of-this-outcome');

/** A code that nobody here knows is `other`, kept and shown as it came. */
const decidesOther: ItemRule = (item, event) => mayDecide(item, event);

/** The rules of items by the names of the guards made from them. */
export const itemRules = {
  decidesPended: decides('pended'),
  decidesCertified: decides('certified'),
  decidesPartially: decides('partially-certified'),
  decidesNot: decides('not-certified'),
  decidesModified: decides('modified'),
  decidesCancelled: decides('cancelled'),
  decidesContact: decides('contact-payer'),
  decidesNothing: decides('no-action-required'),
  decidesOther,
};
