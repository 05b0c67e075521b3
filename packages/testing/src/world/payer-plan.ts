import type { Authorization, AuthorizationItem, ItemDecision } from '@portico/core/authorizations';
import { addDays, type PlainDate } from '@portico/core/kernel';
import { createRandom, type Random } from './random.ts';

/** What a scripted payer does with a record: decides it, asks about it, or leaves it alone. */
export type PayerPlan =
  | {
      readonly act: 'decide';
      readonly items: readonly ItemDecision[];
      readonly validFrom: PlainDate | null;
      readonly validTo: PlainDate | null;
    }
  | { readonly act: 'ask'; readonly text: string; readonly items: readonly number[] }
  | { readonly act: 'leave' };

type Fate = 'approved' | 'asked' | 'partly' | 'modified' | 'denied';

const fates: readonly Fate[] = [
  'approved',
  'approved',
  'approved',
  'approved',
  'approved',
  'asked',
  'asked',
  'partly',
  'modified',
  'denied',
];
const afterAnswer: readonly Fate[] = ['approved', 'approved', 'partly', 'modified'];

/** So many days longer than the service it stays valid. */
const GRACE = 90;

/** Drawn from what the record says, and from nothing else: the same record gets the same decision in every world. */
export function payerPlan(record: Authorization): PayerPlan {
  const { items, informationRequests, numbers, member } = record;
  const number = numbers[0]?.value ?? record.id;
  const random = createRandom(seedOf([number, member.number, ...items.map(({ service, unlisted }) => service?.code ?? unlisted?.name)]));
  const isAnswered = informationRequests.length > 0;
  const waiting = items.filter(({ outcome }) => outcome === 'undecided' || outcome === 'pended');
  const unlisted = waiting.filter((item) => item.unlisted !== null);
  if (!isAnswered && unlisted.length > 0)
    return { act: 'ask', text: 'Please describe this service and send the order for it.', items: unlisted.map(({ sequence }) => sequence) };
  const fate = random.pick(isAnswered ? afterAnswer : fates);
  if (fate === 'asked') return { act: 'ask', text: 'Please send the report of the last visit.', items: [] };
  // What is out of the ordinary is so for the last item; the others are approved.
  const odd = waiting.at(-1)?.sequence;
  const decided = waiting.map((item) => decisionOf(item, item.sequence === odd ? fate : 'approved', `${number}-A`, random));
  const validTo = record.serviceTo ?? record.serviceFrom;
  return { act: 'decide', items: decided, validFrom: record.serviceFrom, validTo: validTo && addDays(validTo, GRACE) };
}

function decisionOf(item: AuthorizationItem, fate: Fate, number: string, random: Random): ItemDecision {
  const { sequence, service, quantity, amount, from, to } = item;
  const told = { sequence, outcomeCode: null, reasons: [] } as const;
  const authorized = { service, quantity, amount, from, to, number };
  if (fate === 'denied') return { ...told, outcome: 'not-certified', reasons: [random.pick(denials)], authorized: null };
  if (fate === 'modified')
    return { ...told, outcome: 'modified', reasons: [because.modified], authorized: { ...authorized, service: instead } };
  const less = fate === 'partly' ? lessOf(item) : null;
  if (less !== null) return { ...told, outcome: 'partially-certified', reasons: [because.partly], authorized: { ...authorized, ...less } };
  return { ...told, outcome: 'certified', authorized };
}

/** Half of how many, or four fifths of the amount; null where there is nothing that could be less. */
function lessOf({ quantity, amount, unlisted }: AuthorizationItem): Pick<AuthorizationItem, 'quantity' | 'amount'> | null {
  const many = Number(quantity);
  if (Number.isInteger(many) && many > 1) {
    const half = Math.ceil(many / 2);
    return { quantity: String(half), amount: amount && { ...amount, minor: Math.floor((amount.minor * half) / many) } };
  }
  const cost = amount ?? unlisted?.estimatedCost ?? null;
  return cost && { quantity, amount: { ...cost, minor: Math.floor((cost.minor * 4) / 5) } };
}

const reason = (code: string, text: string) => ({ code, system: null, text });
const instead = { code: 'D-400', system: 'urn:portico:demo:service', text: 'Physiotherapy session' };
const because = {
  partly: reason('limit-reached', 'The plan pays for a part of it this year.'),
  modified: reason('not-medically-necessary', 'The simpler service comes first.'),
};
const denials = [
  reason('not-covered', 'The plan does not cover this service.'),
  reason('not-medically-necessary', 'The notes do not show why it is needed.'),
  reason('duplicate', 'The same service was authorized last month.'),
];

/** A number drawn from texts, the same everywhere. */
export function seedOf(texts: readonly (string | null | undefined)[]): number {
  let hash = 0x811c9dc5;
  for (const sign of texts.join('\n')) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}
