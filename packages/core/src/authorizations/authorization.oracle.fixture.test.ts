import type { RecordName } from './authorization.fixture.test.ts';

/** What a happening comes to in each state: `case/information/clock/use`, or `!` and the code. */
type Row = Readonly<Record<RecordName, string>>;

const ended = { void: '!is-void', cancelled: '!is-cancelled', rejected: '!is-rejected', superseded: '!is-superseded' } as const;

/** A late word is written down; the record stays what it was (N29; PAS: after a cancel an answer is ignored). */
const late = {
  void: 'closed/none/stopped/not-used',
  cancelled: 'closed/none/stopped/unused',
  rejected: 'closed/none/stopped/unused',
  superseded: 'superseded/none/stopped/unused',
} as const;

const undecidedStates = ['received', 'pended', 'asked', 'partly answered', 'answered'] as const;
const decidedStates = ['approved', 'in part', 'denied', 'expired', 'begun', 'billed'] as const;
const each = <Name extends string>(names: readonly Name[], result: string) =>
  Object.fromEntries(names.map((name) => [name, result])) as Record<Name, string>;

const updated = (changed: { readonly undecided: Record<(typeof undecidedStates)[number], string>; readonly reopened: string }) => ({
  ...changed.undecided,
  ...{ approved: changed.reopened, 'in part': changed.reopened, extended: changed.reopened },
  ...{ begun: changed.reopened, billed: changed.reopened, denied: '!is-denied', expired: '!is-expired' },
  ...ended,
});
const open = {
  received: 'received/none/running/unused',
  pended: 'pended/none/running/unused',
  asked: 'pended/requested/tolled/unused',
  'partly answered': 'pended/partial/tolled/unused',
  answered: 'pended/satisfied/running/unused',
};
const anew = {
  ...updated({ undecided: open, reopened: 'received/none/running/unused' }),
  ...{ begun: 'received/none/running/partly-used', billed: 'received/none/running/used' },
};
const already = each(decidedStates, '!already-decided');
const bad = (code: string) => ({ ...each(undecidedStates, code), extended: code, ...already, ...ended });
const badUpdate = (code: string) => updated({ undecided: each(undecidedStates, code), reopened: code });

/** Decided: what was awaited is awaited no more; an answer that came stays one. */
const settled = (life: 'decided' | 'closed' | 'superseded', use: string) => ({
  ...{ received: `${life}/none/stopped/${use}`, pended: `${life}/none/stopped/${use}`, asked: `${life}/none/stopped/${use}` },
  ...{ 'partly answered': `${life}/satisfied/stopped/${use}`, answered: `${life}/satisfied/stopped/${use}` },
});
const decides: Row = { ...settled('decided', 'unused'), extended: 'decided/none/stopped/unused', ...already, ...ended };
const holds: Row = { ...open, received: open.pended, extended: open.pended, ...already, ...ended };
const inVoid = (result: string, awaiting = each(['pended', 'asked', 'partly answered', 'answered'], result)) => ({
  ...{ received: '!not-authorized', ...awaiting, approved: result, 'in part': result, extended: result },
  ...{ denied: '!is-denied', expired: '!is-expired', begun: '!is-used', billed: '!is-used' },
  ...ended,
});
const voids = settled('closed', 'not-used');
const voidAwaiting = { pended: voids.pended, asked: voids.asked, 'partly answered': voids['partly answered'], answered: voids.answered };

const same = {
  ...open,
  ...each(decidedStates, 'decided/none/stopped/unused'),
  ...{ extended: 'received/none/running/unused', begun: 'decided/none/stopped/partly-used', billed: 'decided/none/stopped/used' },
};
const whole = (life: 'decided' | 'closed') => ({
  ...settled(life, 'unused'),
  ...each(decidedStates, `${life}/none/stopped/unused`),
  ...{ extended: `${life}/none/stopped/unused`, begun: `${life}/none/stopped/partly-used`, billed: `${life}/none/stopped/used` },
  ...late,
});
/** A newer word of the payer takes a decision up again; the clock that stood goes on. */
const heldUp: Row = {
  ...holds,
  ...each(decidedStates, 'pended/none/running/unused'),
  ...{ begun: 'pended/none/running/partly-used', billed: 'pended/none/running/used' },
  ...late,
};
const unused = each(undecidedStates, '!not-authorized');
const nobodyAsks = { received: '!no-such-request', pended: '!no-such-request', answered: '!no-such-request', extended: '!no-such-request' };

/**
 * The hand-kept table (`domain.md` 2.3, N28–N30, traps 1–6): what each happening comes to in each state under the pack `cms-0057`. It was
 * written from the trade's rules, not from the chart; the chart must agree with it in every cell.
 */
export const oracle: Readonly<Record<string, Row>> = {
  'updated: one changed': anew,
  'updated: one added': anew,
  'updated: one dropped': badUpdate('!sequence-dropped'),
  'updated: a number twice': badUpdate('!sequence-reused'),
  'updated: no quantity': badUpdate('!not-a-quantity'),
  'updated: backwards': badUpdate('!dates-reversed'),
  extended: {
    ...unused,
    ...{ extended: '!not-authorized', approved: 'received/none/running/unused', 'in part': 'received/none/running/unused' },
    ...{ begun: 'received/none/running/partly-used', billed: 'received/none/running/used', denied: '!is-denied', expired: '!is-expired' },
    ...ended,
  },
  'extended: backwards': {
    ...unused,
    ...{ extended: '!not-authorized', approved: '!dates-reversed', 'in part': '!dates-reversed' },
    ...{ begun: '!dates-reversed', billed: '!dates-reversed', denied: '!is-denied', expired: '!is-expired' },
    ...ended,
  },
  // What is granted is given back by a void, which says why (N29): also where more of it was asked for since.
  cancelled: { ...settled('closed', 'unused'), extended: '!already-decided', ...already, ...ended },
  voided: { ...inVoid('closed/none/stopped/not-used', voidAwaiting) },
  'voided: no reason': inVoid('!reason-missing'),
  'voided: other, no words': inVoid('!text-missing'),
  superseded: {
    ...settled('superseded', 'unused'),
    ...each(decidedStates, 'superseded/none/stopped/unused'),
    ...{ extended: 'superseded/none/stopped/unused', begun: '!is-used', billed: '!is-used' },
    ...ended,
  },
  pended: holds,
  'pended: no words': bad('!text-missing'),
  'decided: certified': decides,
  'decided: denied': decides,
  'decided: denied, no reason': bad('!reason-missing'),
  'decided: denied, no words': bad('!text-missing'),
  'decided: modified': decides,
  'decided: modified, not said how': bad('!authorized-missing'),
  'decided: modified, no quantity': bad('!not-a-quantity'),
  'decided: modified, backwards': bad('!dates-reversed'),
  'decided: backwards': bad('!dates-reversed'),
  'decided: one pended': holds,
  'decided: an unknown item': bad('!no-such-item'),
  'notified: received': { ...same, ...late },
  'notified: pended': heldUp,
  'notified: approved': whole('decided'),
  'notified: one of two': heldUp,
  'notified: cancelled': whole('closed'),
  // What was decided stands: an error is about what was sent since, and is written down (trap 2: rejected is never adjudicated).
  'notified: error': { ...same, ...settled('closed', 'unused'), ...late },
  'notified: older': { ...whole('decided'), ...each(decidedStates, '!older-notification'), extended: '!older-notification' },
  // Who asks has the request in hand; of a decided one nothing is awaited, and what was changed since is another request.
  'notified: asks': {
    ...{ ...same, ...each(['received', 'pended', 'asked', 'answered'], open.asked), 'partly answered': open['partly answered'] },
    ...{ extended: '!older-notification', ...late },
  },
  'notified: asks no more': { ...same, received: open.pended, extended: '!older-notification', ...late },
  'notified: has what it asked for': {
    ...{ ...same, received: open.answered, pended: open.answered },
    ...each(decidedStates, 'decided/satisfied/stopped/unused'),
    ...{ begun: 'decided/satisfied/stopped/partly-used', billed: 'decided/satisfied/stopped/used' },
    ...{ extended: '!older-notification', ...late },
  },
  'used in part': {
    ...unused,
    ...{ extended: 'received/none/running/partly-used', approved: 'decided/none/stopped/partly-used', denied: '!not-authorized' },
    ...{ 'in part': 'decided/none/stopped/partly-used', expired: 'decided/none/stopped/partly-used' },
    ...{ begun: 'decided/none/stopped/partly-used', billed: '!not-in-this-state' },
    ...{ ...ended, void: '!not-in-this-state' },
  },
  used: {
    ...unused,
    ...{ extended: 'received/none/running/used', approved: 'decided/none/stopped/used', denied: '!not-authorized' },
    ...{ 'in part': 'decided/none/stopped/used', expired: 'decided/none/stopped/used' },
    ...{ begun: 'decided/none/stopped/used', billed: '!not-in-this-state' },
    ...{ ...ended, void: '!not-in-this-state' },
  },
  asked: {
    ...{ received: open.asked, pended: open.asked, asked: open.asked, 'partly answered': open['partly answered'], answered: open.asked },
    ...{ extended: open.asked, ...already, ...ended },
  },
  'asked: no words': bad('!text-missing'),
  'answered: the last': {
    ...{ ...nobodyAsks, asked: open.answered, 'partly answered': open.answered },
    ...each(decidedStates, '!no-such-request'),
    ...ended,
  },
  'answered: more to come': {
    ...{ ...nobodyAsks, asked: open['partly answered'], 'partly answered': open['partly answered'] },
    ...each(decidedStates, '!no-such-request'),
    ...ended,
  },
};
