import { endOfDay, isPast, type Envelope, type Instant, type PlainDate, type Rule } from '../kernel/index.ts';
import { refuseItems, type RequestRefusal } from './authorization-asked.rules.ts';
import { isGranted, isSameAsked, refuseVerdict, type ItemRefusal } from './authorization-item.rules.ts';
import { refusePeriod, refuseWords } from './authorization-value.rules.ts';
import { authorizationDecision, type AuthorizationFacts } from './authorization.decision.ts';
import type { Authorization, AuthorizationItem, InformationRequest, ItemDecision, PayerAnswer } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';
import { isBare, isOutranked, isWhole, isWholeAnswer } from './payer-answer.rules.ts';
import { isNewWord } from './payer-ask.rules.ts';

/** What can happen to an authorization. Asked without what goes with it, it is the question whether that may be done at all. */
export interface AuthorizationEvent extends Envelope {
  readonly type:
    | 'authorization.updated'
    | 'authorization.extended'
    | 'authorization.cancelled'
    | 'authorization.voided'
    | 'authorization.superseded'
    | 'authorization.pended'
    | 'authorization.decided'
    | 'authorization.notified'
    | 'authorization.used'
    | 'information.requested'
    | 'information.answered';
  readonly policy: AuthorizationsPolicy;
  /** IANA zone in which the payer counts days. */
  readonly zone: string;
  /** Display name of whoever does it; null for a feed. */
  readonly by: string | null;
  /** `authorization.updated`: all items ever sent. */
  readonly items?: readonly AuthorizationItem[];
  readonly until?: PlainDate;
  readonly why?: { readonly reason: string; readonly text: string };
  /** `authorization.superseded`: the id of what takes its place. */
  readonly successor?: string;
  readonly text?: string;
  readonly decision?: { readonly items: readonly ItemDecision[]; readonly validFrom: PlainDate | null; readonly validTo: PlainDate | null };
  readonly notice?: PayerAnswer;
  readonly how?: 'partly-used' | 'used';
  readonly ask?: { readonly id: string; readonly text: string; readonly items: readonly number[]; readonly dueAt: Instant | null };
  readonly reply?: { readonly requestId: string; readonly noteId: string; readonly isLast: boolean };
}

/** Codes of the rules of this area. `not-this-way` never leaves the chart: another transition takes the event. */
export type RuleRefusal =
  | RequestRefusal
  | Exclude<ItemRefusal, 'not-of-this-outcome'>
  | 'is-denied'
  | 'is-void'
  | 'is-expired'
  | 'is-used'
  | 'is-cancelled'
  | 'is-rejected'
  | 'is-superseded'
  | 'not-authorized'
  | 'already-decided'
  | 'nothing-changed'
  | 'reason-missing'
  | 'text-missing'
  | 'sequence-dropped'
  | 'older-notification'
  | 'known-notification'
  | 'no-such-item'
  | 'no-such-request';

type AuthorizationRule = Rule<AuthorizationFacts, AuthorizationEvent, RuleRefusal | 'not-this-way'>;

/** Whether something of it is authorized. */
export const isAuthorized = ({ items }: Pick<Authorization, 'items'>): boolean => items.some(isGranted);

/** What the payer still waits for. */
export const awaited = ({ informationRequests }: Pick<Authorization, 'informationRequests'>): readonly InformationRequest[] =>
  informationRequests.filter(({ state }) => state === 'open' || state === 'partial');

/** Whether the time of what is authorized is over: after its last day in the payer's zone. A predicate, never a state. */
export function isExpired(record: Pick<Authorization, 'items' | 'validTo'>, at: Instant, zone: string): boolean {
  if (!isAuthorized(record)) return false;
  const granted = record.items.filter(isGranted);
  const ends = granted.map(({ authorized }) => authorized?.to ?? null);
  const last = record.validTo ?? (ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null));
  return last !== null && at >= endOfDay(last, zone);
}

/** Whether an answer to the payer is late. */
export const isOverdue = (record: Pick<Authorization, 'informationRequests'>, at: Instant): boolean =>
  awaited(record).some(({ dueAt }) => dueAt !== null && at >= dueAt);

/** Whether the payer's time for the decision has run out, or had when the decision came. */
export const isBreached = ({ clock, ...ends }: ClockFacts, at: Instant): boolean =>
  clock !== null && isPast(clock, Math.min(at, ...[ends.decidedAt, ends.cancelledAt, ends.voiding?.at].filter((end) => end != null)));

type ClockFacts = Pick<Authorization, 'clock' | 'decidedAt' | 'cancelledAt' | 'voiding'>;

/** Why nothing may happen to it any more, or null while it lives. */
function whyOver({ voiding, cancelledAt, rejectedAt, supersededBy }: AuthorizationFacts): RuleRefusal | null {
  if (voiding !== null) return 'is-void';
  if (cancelledAt !== null) return 'is-cancelled';
  if (rejectedAt !== null) return 'is-rejected';
  return supersededBy === null ? null : 'is-superseded';
}

/** A denied, void or expired one is replaced by a new request, never changed (`domain.md` trap 4). */
const whyFixed = (facts: AuthorizationFacts, { at, zone }: AuthorizationEvent): RuleRefusal | null =>
  whyOver(facts) ??
  (facts.decidedAt !== null && authorizationDecision(facts) === 'denied' ? 'is-denied' : isExpired(facts, at, zone) ? 'is-expired' : null);

/** All items ever sent under their own numbers; new ones above all there were; what was cancelled stays so. */
const mayUpdate: AuthorizationRule = (facts, event) => {
  const { items, policy } = event;
  const code = whyFixed(facts, event);
  if (code !== null || items === undefined) return code;
  const sent = new Map(items.map((item) => [item.sequence, item]));
  const highest = Math.max(0, ...facts.items.map(({ sequence }) => sequence));
  if (facts.items.some(({ sequence }) => !sent.has(sequence))) return 'sequence-dropped';
  const known = new Map(facts.items.map((item) => [item.sequence, item]));
  const isReused = ({ sequence, outcome, origin }: AuthorizationItem): boolean => {
    const before = known.get(sequence);
    return before === undefined ? sequence <= highest || origin === 'payer' : before.outcome === 'cancelled' && outcome !== 'cancelled';
  };
  const stands = (item: AuthorizationItem): boolean => {
    const before = known.get(item.sequence);
    return before !== undefined && isSameAsked(item, before);
  };
  return items.some(isReused) ? 'sequence-reused' : refuseItems(items, policy, stands);
};

/** The update of one that is decided asks anew. */
const mayReopen: AuthorizationRule = (facts, event) => mayUpdate(facts, event) ?? (facts.decidedAt === null ? 'not-this-way' : null);

/** An extension ends later than what there is. */
export function refuseExtension(
  { validTo, serviceTo }: Pick<Authorization, 'validTo' | 'serviceTo'>,
  until: PlainDate,
): 'dates-reversed' | null {
  const last = validTo ?? serviceTo;
  return last !== null && until <= last ? 'dates-reversed' : null;
}

const mayExtend: AuthorizationRule = (facts, event) => {
  const code = whyFixed(facts, event) ?? (facts.decidedAt !== null && isAuthorized(facts) ? null : 'not-authorized');
  return code ?? (event.until === undefined ? null : refuseExtension(facts, event.until));
};

const whyDecided = ({ decidedAt }: AuthorizationFacts): RuleRefusal | null => (decidedAt === null ? null : 'already-decided');

/** Taken back before anything of it is granted; what is granted is voided, which needs a reason (N29). */
const mayCancel: AuthorizationRule = (facts) => whyOver(facts) ?? whyDecided(facts) ?? (isAuthorized(facts) ? 'already-decided' : null);

/** Why it is voided: one of the payer's reasons (N29), in words where it is another one. */
export function refuseVoid(
  { reason, text }: NonNullable<AuthorizationEvent['why']>,
  { voidReasons }: Pick<AuthorizationsPolicy, 'voidReasons'>,
): 'reason-missing' | 'text-missing' | null {
  if (!voidReasons.some((one) => one === reason)) return 'reason-missing';
  return reason === 'other' ? refuseWords(text) : null;
}

/** N29, N30: with a reason, authorized or pended, and not used yet. */
const mayVoid: AuthorizationRule = (facts, event) => {
  const { why, policy } = event;
  const code = whyFixed(facts, event) ?? (facts.usedAt === null ? null : 'is-used');
  if (code !== null) return code;
  if (!isAuthorized(facts) && facts.pendedAt === null) return 'not-authorized';
  return why === undefined ? null : refuseVoid(why, policy);
};

const maySupersede: AuthorizationRule = (facts) => whyOver(facts) ?? (facts.usedAt === null ? null : 'is-used');

const mayPend: AuthorizationRule = (facts, { text }) =>
  whyOver(facts) ?? whyDecided(facts) ?? (text === undefined ? null : refuseWords(text));

/** Each item by its number, each denial with a reason, and none left without a word. */
const mayDecide: AuthorizationRule = (facts, { decision, policy }) => {
  const code = whyOver(facts) ?? whyDecided(facts);
  if (code !== null || decision === undefined) return code;
  const told = new Map(decision.items.map((one) => [one.sequence, one]));
  if (told.size < decision.items.length) return 'sequence-reused';
  for (const one of decision.items) {
    const item = facts.items.find(({ sequence }) => sequence === one.sequence);
    const wrong = item === undefined ? 'no-such-item' : refuseVerdict(item, one, policy);
    if (wrong !== null && wrong !== 'not-of-this-outcome') return wrong;
  }
  if (facts.items.some((item) => item.outcome === 'undecided' && !told.has(item.sequence))) return 'undecided-items';
  return refusePeriod(decision.validFrom, decision.validTo);
};

/** Decided as a whole, or with items still pended (A4 on one pends all). */
const decidesWhole: AuthorizationRule = (facts, event) =>
  mayDecide(facts, event) ?? (event.decision === undefined || isWhole(facts.items, event.decision.items) ? null : 'not-this-way');

/** Known ones are nothing; older ones than what is here change nothing. */
const mayTake: AuthorizationRule = (facts, { notice }) => {
  if (notice === undefined) return whyOver(facts);
  if (facts.notified.ids.includes(notice.notificationId)) return 'known-notification';
  const code = whyOver(facts);
  if (code !== null) return code;
  if (notice.issuedAt < Math.max(facts.notified.newest ?? 0, facts.decidedAt ?? 0, facts.revisedAt ?? 0)) return 'older-notification';
  if (isOutranked(facts, notice)) return 'older-notification';
  const own = new Map(facts.items.map((item) => [item.sequence, item]));
  if (notice.items.some(({ sequence }) => !own.has(sequence) && !notice.added.some((item) => item.sequence === sequence)))
    return 'no-such-item';
  return notice.added.some(({ sequence }) => own.get(sequence)?.origin === 'provider') ? 'sequence-reused' : null;
};

const takes =
  (is: (notice: PayerAnswer, facts: AuthorizationFacts) => boolean): AuthorizationRule =>
  (facts, event) =>
    mayTake(facts, event) ?? (event.notice !== undefined && is(event.notice, facts) ? null : 'not-this-way');

/** Words alone: a bare answer, or an error about what was sent since something was decided, which stands (rejected is never adjudicated). */
const isWordOnly = (notice: PayerAnswer, facts: AuthorizationFacts): boolean =>
  isBare(notice) || (notice.stage === 'error' && (facts.decidedAt !== null || isAuthorized(facts)));

/** An older notification reverts nothing, and still asks for what no newer one said anything of, unless that was about what it was before. */
const takesAsk: AuthorizationRule = (facts, event) => {
  const { notice } = event;
  const isWord = notice !== undefined && isBare(notice) && isNewWord(facts, notice);
  if (!isWord || notice.issuedAt < (facts.revisedAt ?? 0)) return 'not-this-way';
  return mayTake(facts, event) === 'older-notification' ? null : 'not-this-way';
};

/** What comes after the end is written down and brings nothing to life again. */
const takesLate: AuthorizationRule = (facts, { notice }) => {
  if (notice !== undefined && facts.notified.ids.includes(notice.notificationId)) return 'known-notification';
  return whyOver(facts) === null ? 'not-this-way' : null;
};

const mayUse: AuthorizationRule = (facts) => whyOver(facts) ?? (isAuthorized(facts) ? null : 'not-authorized');

const mayAsk: AuthorizationRule = (facts, { ask }) => {
  const code = whyOver(facts) ?? whyDecided(facts);
  if (code !== null || ask === undefined) return code;
  const wordless = refuseWords(ask.text);
  if (wordless !== null) return wordless;
  return ask.items.every((sequence) => facts.items.some((item) => item.sequence === sequence)) ? null : 'no-such-item';
};

const isPartial = ({ state }: InformationRequest): boolean => state === 'partial';

const mayReply: AuthorizationRule = (facts, { reply }) => {
  const waiting = awaited(facts);
  const found = reply === undefined ? waiting.length > 0 : waiting.some(({ id }) => id === reply.requestId);
  return whyOver(facts) ?? (found ? null : 'no-such-request');
};

/** What is still awaited after a reply. */
const leftAfter = (facts: AuthorizationFacts, reply: AuthorizationEvent['reply']): readonly InformationRequest[] =>
  awaited(facts).flatMap((one) => (one.id !== reply?.requestId ? one : reply.isLast ? [] : { ...one, state: 'partial' as const }));

/** The rules by the names of the guards made from them. */
export const authorizationRules = {
  ...{ mayUpdate, mayReopen, mayExtend, mayCancel, mayVoid, maySupersede, mayPend, mayDecide, decidesWhole, mayUse, mayAsk, mayReply },
  takesNotice: takes(isWordOnly),
  takesCancelled: takes(({ stage }) => stage === 'cancelled'),
  takesRejected: takes(({ stage }) => stage === 'error'),
  takesDecided: takes(isWholeAnswer),
  takesPended: takes(
    (notice, facts) => !isBare(notice) && (notice.stage === 'pended' || (notice.stage === 'decided' && !isWholeAnswer(notice, facts))),
  ),
  takesAsk,
  takesLate,
  usesWhole: ((facts, event) => mayUse(facts, event) ?? (event.how === 'partly-used' ? 'not-this-way' : null)) satisfies AuthorizationRule,
  asksMore: ((facts, event) =>
    mayAsk(facts, event) ?? (awaited(facts).some(isPartial) ? null : 'not-this-way')) satisfies AuthorizationRule,
  repliesAll: ((facts, event) =>
    mayReply(facts, event) ??
    (event.reply === undefined || leftAfter(facts, event.reply).length === 0 ? null : 'not-this-way')) satisfies AuthorizationRule,
  repliesPart: ((facts, event) =>
    mayReply(facts, event) ?? (leftAfter(facts, event.reply).some(isPartial) ? null : 'not-this-way')) satisfies AuthorizationRule,
};
