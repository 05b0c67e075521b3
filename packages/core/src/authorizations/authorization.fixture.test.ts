import { plainDate, type Instant } from '../kernel/index.ts';
import { cms0057Pack, createPolicyBook, defaultPack } from '../policy/index.ts';
import { checkPolicyKey } from '../policy/policy.schema.ts';
import { newAuthorization } from './authorization.lifecycle.ts';
import type { AuthorizationEvent } from './authorization.rules.ts';
import type {
  Authorization,
  AuthorizationItem,
  AuthorizationOutcome,
  AuthorizationRequest,
  AuthorizationState,
  InformationRequest,
  ItemDecision,
  PayerAnswer,
  PayerAsk,
} from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';

export const DAY = 86_400_000;
export const zone = 'UTC';
/** Noon of 2026-03-02. */
export const sent: Instant = Date.UTC(2026, 2, 2, 12);
/** A day later: when everything of the table happens. */
export const now: Instant = sent + DAY;

export const policy: AuthorizationsPolicy = createPolicyBook([defaultPack, cms0057Pack], checkPolicyKey).policy('cms-0057').authorizations;

export const item = (sequence: number, changes: Partial<AuthorizationItem> = {}): AuthorizationItem => ({
  ...{ sequence, service: { code: `S-${sequence}`, system: null, text: null }, unlisted: null, quantity: '1' },
  ...{ amount: { minor: 10_000, currency: 'USD' }, from: null, to: null, origin: 'provider', outcome: 'undecided' },
  ...{ outcomeCode: null, reasons: [], authorized: null },
  ...changes,
});

const party = (id: string) => ({ id, name: id, identifiers: [] });

export const request = (changes: Partial<AuthorizationRequest> = {}): AuthorizationRequest => ({
  ...{ kind: 'request', urgency: 'standard', payer: party('payer:x'), provider: party('provider:a'), physician: party('physician:1') },
  ...{ unlistedPhysician: null, member: { id: null, name: 'Mara Lind', number: 'M-1', birthDate: null } },
  ...{ serviceFrom: plainDate('2026-03-10'), serviceTo: plainDate('2026-03-20'), currency: 'USD' },
  diagnoses: [{ coded: { code: 'D-1', system: null, text: null }, exact: null }],
  items: [item(1), item(2)],
  ...{ supersedes: null, note: '' },
  ...changes,
});

export const fresh = (changes: Partial<AuthorizationRequest> = {}, own = policy): Authorization =>
  newAuthorization(
    request(changes),
    { id: 'a-1', organisationId: 'o-1', numbers: [{ type: 'reference-id', value: 'PA-1' }], submittedAt: sent, submittedBy: 'Ana' },
    own,
    zone,
  );

const asking = (state: InformationRequest['state'], answers = 0): InformationRequest => ({
  ...{ id: 'q-1', askedAt: sent, askedBy: 'Desk', text: 'The report, please.', items: [], dueAt: sent + 14 * DAY, state },
  answers: Array.from({ length: answers }, (_, n) => ({ noteId: `n-${n}`, at: sent, by: 'Ana' })),
});

const with2 = (one: AuthorizationOutcome, two: AuthorizationOutcome = one) => [item(1, { outcome: one }), item(2, { outcome: two })];

const state = (text: string): AuthorizationState => {
  const [life, information, clock, use] = text.split('/');
  return { case: life, information, clock, use } as AuthorizationState;
};

const tolled = { ...fresh().clock!, tolledSince: sent + 1_000 };
const decided = { decidedAt: sent + 2_000, validFrom: plainDate('2026-03-02'), validTo: plainDate('2026-06-01') };
const made = (value: string, changes: Partial<Authorization>): Authorization => ({ ...fresh(), ...changes, state: state(value) });
const approved = { ...decided, items: with2('certified') };

/** Records as they stand in each state of the table, written down as facts: no chart made them. */
export const records = {
  received: made('received/none/running/unused', {}),
  pended: made('pended/none/running/unused', { items: with2('pended'), pendedAt: sent }),
  asked: made('pended/requested/tolled/unused', {
    ...{ items: with2('pended'), pendedAt: sent, informationRequests: [asking('open')], clock: tolled },
  }),
  'partly answered': made('pended/partial/tolled/unused', {
    ...{ items: with2('pended'), pendedAt: sent, informationRequests: [asking('partial', 1)], clock: tolled },
  }),
  answered: made('pended/satisfied/running/unused', {
    ...{ items: with2('pended'), pendedAt: sent, informationRequests: [asking('answered', 1)] },
  }),
  approved: made('decided/none/stopped/unused', approved),
  'in part': made('decided/none/stopped/unused', { ...decided, items: with2('certified', 'not-certified') }),
  denied: made('decided/none/stopped/unused', { ...decided, items: with2('not-certified') }),
  expired: made('decided/none/stopped/unused', { ...approved, validTo: plainDate('2026-03-02') }),
  extended: made('received/none/running/unused', { ...approved, decidedAt: null, revisedAt: sent + 3_000 }),
  begun: made('decided/none/stopped/partly-used', { ...approved, usedAt: sent + 3_000 }),
  billed: made('decided/none/stopped/used', { ...approved, usedAt: sent + 3_000 }),
  void: made('closed/none/stopped/not-used', {
    ...{ ...approved, voiding: { reason: 'not-performed', text: '', at: sent + 3_000, by: 'Ana' } },
  }),
  cancelled: made('closed/none/stopped/unused', { cancelledAt: sent + 3_000 }),
  rejected: made('closed/none/stopped/unused', { rejectedAt: sent + 3_000 }),
  superseded: made('superseded/none/stopped/unused', { ...decided, items: with2('not-certified'), supersededBy: 'a-2' }),
} as const satisfies Readonly<Record<string, Authorization>>;

export type RecordName = keyof typeof records;

export const decision = (sequence: number, outcome: AuthorizationOutcome, changes: Partial<ItemDecision> = {}): ItemDecision => ({
  ...{ sequence, outcome, outcomeCode: null, authorized: null },
  reasons: outcome === 'not-certified' ? [{ code: 'not-covered', system: null, text: 'Not in the plan.' }] : [],
  ...changes,
});

const verdict = (one: ItemDecision, ...others: readonly ItemDecision[]) => ({
  decision: { items: [one, ...others], validFrom: null, validTo: plainDate('2026-07-01') },
});

export const notice = (stage: PayerAnswer['stage'], changes: Partial<PayerAnswer> = {}): { readonly notice: PayerAnswer } => ({
  notice: {
    ...{ notificationId: `n-${stage}`, issuedAt: now - 1_000, numbers: [], stage, items: [], added: [], validFrom: null, validTo: null },
    ...changes,
  },
});

const backwards = { from: plainDate('2026-03-12'), to: plainDate('2026-03-11') };
const modified = (changes: Partial<typeof instead | typeof backwards>) =>
  decision(1, 'modified', { authorized: { ...instead, ...changes } });
/** The payer's word on something that it asks for, issued so long after the request was sent. */
export const word = (state: PayerAsk['state'], after: number, changes: Partial<PayerAsk> = {}): { readonly notice: PayerAnswer } =>
  notice('received', {
    ...{ notificationId: `${changes.id ?? 'q-3'}-${state}-${after}`, issuedAt: sent + after },
    ask: { id: 'q-3', askedAt: sent + 10, text: 'The report.', items: [1], due: plainDate('2026-03-09'), state, ...changes },
  });

const instead = { service: null, quantity: '1', amount: null, from: null, to: null, number: 'N-1' };
const all = (outcome: AuthorizationOutcome) => [decision(1, outcome), decision(2, outcome)];
const why = (reason: string, text = '') => ({ why: { reason, text } });

type Payload = Omit<Partial<AuthorizationEvent>, 'type'>;

/** What can happen, under each condition that matters. `two` stands for the items of the record, as they are. */
export const happenings: Readonly<Record<string, readonly [AuthorizationEvent['type'], (record: Authorization) => Payload]>> = {
  'updated: one changed': ['authorization.updated', ({ items }) => ({ items: [{ ...items[0]!, quantity: '2' }, ...items.slice(1)] })],
  'updated: one added': ['authorization.updated', ({ items }) => ({ items: [...items, item(3)] })],
  'updated: one dropped': ['authorization.updated', ({ items }) => ({ items: items.slice(1) })],
  'updated: no quantity': ['authorization.updated', ({ items }) => ({ items: [{ ...items[0]!, quantity: '0' }, ...items.slice(1)] })],
  'updated: backwards': ['authorization.updated', ({ items }) => ({ items: [{ ...items[0]!, ...backwards }, ...items.slice(1)] })],
  'updated: a number twice': ['authorization.updated', ({ items }) => ({ items: [...items, item(2)] })],
  extended: ['authorization.extended', () => ({ until: plainDate('2026-09-01') })],
  'extended: backwards': ['authorization.extended', () => ({ until: plainDate('2026-03-01') })],
  cancelled: ['authorization.cancelled', () => ({})],
  voided: ['authorization.voided', () => why('not-performed')],
  'voided: no reason': ['authorization.voided', () => why('')],
  'voided: other, no words': ['authorization.voided', () => why('other', ' ')],
  superseded: ['authorization.superseded', () => ({ successor: 'a-2' })],
  pended: ['authorization.pended', () => ({ text: 'Waits for the board.' })],
  'pended: no words': ['authorization.pended', () => ({ text: ' ' })],
  'decided: certified': ['authorization.decided', () => verdict(...(all('certified') as [ItemDecision]))],
  'decided: denied': ['authorization.decided', () => verdict(...(all('not-certified') as [ItemDecision]))],
  'decided: denied, no reason': [
    'authorization.decided',
    () => verdict(decision(1, 'certified'), decision(2, 'not-certified', { reasons: [] })),
  ],
  'decided: denied, no words': [
    'authorization.decided',
    () => verdict(decision(1, 'certified'), decision(2, 'not-certified', { reasons: [{ code: 'not-covered', system: null, text: ' ' }] })),
  ],
  'decided: modified': ['authorization.decided', () => verdict(decision(1, 'modified', { authorized: instead }), decision(2, 'certified'))],
  'decided: modified, not said how': ['authorization.decided', () => verdict(decision(1, 'modified'), decision(2, 'certified'))],
  'decided: modified, no quantity': ['authorization.decided', () => verdict(modified({ quantity: 'some' }), decision(2, 'certified'))],
  'decided: modified, backwards': ['authorization.decided', () => verdict(modified(backwards), decision(2, 'certified'))],
  'decided: backwards': [
    'authorization.decided',
    () => ({ decision: { items: all('certified'), validFrom: backwards.from, validTo: backwards.to } }),
  ],
  'decided: one pended': ['authorization.decided', () => verdict(decision(1, 'certified'), decision(2, 'pended'))],
  'decided: an unknown item': ['authorization.decided', () => verdict(decision(1, 'certified'), decision(7, 'certified'))],
  'notified: received': ['authorization.notified', () => notice('received')],
  'notified: pended': ['authorization.notified', () => notice('pended')],
  'notified: approved': ['authorization.notified', () => notice('decided', { items: all('certified') })],
  'notified: one of two': ['authorization.notified', () => notice('decided', { items: [decision(1, 'pended')] })],
  'notified: cancelled': ['authorization.notified', () => notice('cancelled')],
  'notified: error': ['authorization.notified', () => notice('error')],
  'notified: older': ['authorization.notified', () => notice('decided', { items: all('certified'), issuedAt: sent + 1 })],
  'notified: asks': ['authorization.notified', () => word('open', 10)],
  'notified: asks no more': ['authorization.notified', () => word('withdrawn', 20)],
  'notified: has what it asked for': ['authorization.notified', () => word('answered', 15)],
  'used in part': ['authorization.used', () => ({ how: 'partly-used' })],
  used: ['authorization.used', () => ({ how: 'used' })],
  asked: ['information.requested', () => ({ ask: { id: 'q-2', text: 'One more.', items: [1], dueAt: null } })],
  'asked: no words': ['information.requested', () => ({ ask: { id: 'q-2', text: ' ', items: [], dueAt: null } })],
  'answered: the last': ['information.answered', () => ({ reply: { requestId: 'q-1', noteId: 'n-9', isLast: true } })],
  'answered: more to come': ['information.answered', () => ({ reply: { requestId: 'q-1', noteId: 'n-9', isLast: false } })],
};

/** The event of a happening. */
export const happening = (name: string, record: Authorization, at = now): AuthorizationEvent => {
  const [type, payload] = happenings[name]!;
  return { type, at, by: 'Somebody', policy, zone, ...payload(record) };
};
