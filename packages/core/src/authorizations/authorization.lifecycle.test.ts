import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { transition, type AnyMachineSnapshot } from 'xstate';
import { sharedEvents, walk } from '../../../../test/kit/chart-walk.ts';
import { plainDate } from '../kernel/index.ts';
import { itemLifecycle, nextItem } from './authorization-item.lifecycle.ts';
import { authorizationDecision, caseOf, type AuthorizationFacts } from './authorization.decision.ts';
import {
  DAY,
  decision,
  fresh,
  happening,
  happenings,
  item,
  notice,
  now,
  policy,
  records,
  request,
  sent,
  word,
  zone,
  type RecordName,
} from './authorization.fixture.test.ts';
import { authorizationLifecycle, authorizationOffer, decideAuthorization } from './authorization.lifecycle.ts';
import { oracle } from './authorization.oracle.fixture.test.ts';
import { refuseRequest } from './authorization-asked.rules.ts';
import { isBreached, isExpired, isOverdue, type AuthorizationEvent } from './authorization.rules.ts';
import {
  authorizationOutcomeSchema,
  authorizationSchema,
  caseStageSchema,
  clockStageSchema,
  informationStageSchema,
  useStageSchema,
  type Authorization,
  type AuthorizationItem,
} from './authorization.schema.ts';

const names = Object.keys(records) as RecordName[];

/** The record after an event that must be accepted. */
function after(record: Authorization, event: Partial<AuthorizationEvent> & Pick<AuthorizationEvent, 'type'>): Authorization {
  const answer = decideAuthorization(record, { at: now, by: 'Somebody', policy, zone, ...event });
  assert.ok(answer.accepted, answer.accepted ? '' : answer.code);
  return answer.record;
}
const codeOf = (record: Authorization, event: Partial<AuthorizationEvent> & Pick<AuthorizationEvent, 'type'>): string => {
  const answer = decideAuthorization(record, { at: now, by: 'Somebody', policy, zone, ...event });
  return answer.accepted ? 'accepted' : answer.code;
};
const certified = { items: [decision(1, 'certified'), decision(2, 'certified')], validFrom: null, validTo: null };

suite('authorization', () => {
  test('N29 N30 the chart says what the table kept by hand says, in every cell', () => {
    const said = Object.fromEntries(
      Object.keys(oracle).map((name) => [
        name,
        Object.fromEntries(
          names.map((where) => {
            const answer = decideAuthorization(records[where], happening(name, records[where]));
            return [where, answer.accepted ? Object.values(answer.record.state).join('/') : `!${answer.code}`];
          }),
        ),
      ]),
    );
    for (const [name, row] of Object.entries(oracle)) assert.deepEqual(said[name], { ...row }, name);
    assert.deepEqual(Object.keys(oracle).sort(), Object.keys(happenings).sort());
  });

  test('the records of the table are valid, and what may be done is what is accepted with a good payload', () => {
    const good: readonly string[] = ['extended', 'cancelled', 'voided', 'superseded', 'pended', 'decided: certified', 'used', 'asked'];
    for (const where of names) {
      authorizationSchema.parse(records[where]);
      for (const name of good) {
        const event = happening(name, records[where]);
        const answer = decideAuthorization(records[where], event);
        assert.equal(
          authorizationOffer(records[where], event.type, { at: now, policy, zone }),
          answer.accepted ? null : answer.code,
          `${where}, ${name}`,
        );
      }
    }
  });

  test('N29 N30 a void keeps reason, who and when, and its case is in every query as not used', () => {
    const record = after(records.approved, { type: 'authorization.voided', why: { reason: 'other', text: ' Moved away. ' }, by: 'Ana' });
    assert.deepEqual(record.voiding, { reason: 'other', text: 'Moved away.', at: now, by: 'Ana' });
    const { use, life } = caseOf(record, null);
    assert.deepEqual([use, life, authorizationDecision(record)], ['not-used', 'active', 'approved']);
  });

  test('a late answer of the payer never revives, and its number is still one of it (P3)', () => {
    const number = { type: 'authorization-number', value: 'N-77' } as const;
    const told = notice('decided', { items: certified.items, numbers: [number] });
    for (const name of ['void', 'cancelled', 'rejected', 'superseded'] as const) {
      const next = after(records[name], { type: 'authorization.notified', ...told });
      const { numbers, notified, ...rest } = next;
      assert.deepEqual({ ...records[name], numbers, notified }, { ...rest, numbers, notified });
      assert.deepEqual([numbers.at(-1), notified.ids], [number, ['n-decided']]);
      assert.equal(codeOf(next, { type: 'authorization.notified', ...told }), 'known-notification');
    }
  });

  test('an older notification never reverts a newer state, and the same one twice is nothing', () => {
    const newer = notice('decided', { items: certified.items, issuedAt: now - 10 });
    const record = after(records.pended, { type: 'authorization.notified', ...newer });
    assert.equal(codeOf(record, { type: 'authorization.notified', ...newer }), 'known-notification');
    assert.equal(codeOf(record, { type: 'authorization.notified', ...notice('pended', { issuedAt: now - 11 }) }), 'older-notification');
    assert.equal(codeOf(record, { type: 'authorization.notified', ...notice('received', { issuedAt: now - 11 }) }), 'older-notification');
    const revised = after(record, { type: 'authorization.extended', until: plainDate('2026-09-01'), at: now + 5 });
    assert.equal(
      codeOf(revised, {
        type: 'authorization.notified',
        at: now + 9,
        ...notice('decided', { notificationId: 'x', items: certified.items, issuedAt: now + 4 }),
      }),
      'older-notification',
    );
    const early = after(records.pended, { type: 'authorization.notified', ...notice('pended', { issuedAt: now + DAY }) });
    assert.equal(early.notified.newest, now, 'a time to come does not make the next answers old');
  });

  test('any two notifications end in the state of the newer one, in whatever order they come', () => {
    const stages = fc.constantFrom('pended' as const, 'decided' as const);
    fc.assert(
      fc.property(stages, stages, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 99 }), (one, other, early, late) => {
        const said = (id: string, stage: typeof one, at: number) =>
          notice(stage, { notificationId: id, issuedAt: sent + at, items: stage === 'decided' ? certified.items : [] });
        const both = [said('n-1', one, early), said('n-2', other, late)] as const;
        const live = (order: readonly (typeof both)[number][]) =>
          order.reduce<Authorization>((record, told) => {
            const answer = decideAuthorization(record, { type: 'authorization.notified', at: now, by: null, policy, zone, ...told });
            return answer.accepted ? answer.record : record;
          }, records.received);
        const [forth, back] = [live(both), live([...both].reverse())];
        assert.deepEqual([forth.state.case, back.state.case], [other, other]);
      }),
    );
  });

  test('a code that nobody here knows is kept and shown; a denial of a feed is taken also without a reason', () => {
    const outcomeCode = { code: 'ZZ', system: 'urn:x', text: 'Tomorrow' };
    const items = [decision(1, 'other', { outcomeCode }), decision(2, 'not-certified', { reasons: [] })];
    const record = after(records.received, { type: 'authorization.notified', ...notice('decided', { items }) });
    assert.deepEqual([record.items[0]!.outcomeCode, record.items[0]!.outcome, record.state.case], [outcomeCode, 'other', 'decided']);
    assert.equal(authorizationDecision(record), 'other');
  });

  test('the clock stands still while information is awaited, and the days that began meanwhile come on top', () => {
    const start = records.received;
    assert.equal(start.clock!.dueAt, Date.UTC(2026, 2, 10), 'seven whole days after the day it was sent');
    const asked = after(start, { type: 'information.requested', ask: { id: 'q', text: 'Report?', items: [], dueAt: null } });
    assert.deepEqual([asked.state.clock, isBreached(asked, now + 90 * DAY)], ['tolled', false]);
    assert.deepEqual([isOverdue(asked, now + 14 * DAY), isOverdue(asked, now + 15 * DAY)], [false, true]);
    const reply = { requestId: 'q', noteId: 'n', isLast: true };
    const back = after(asked, { type: 'information.answered', reply, at: now + 3 * DAY });
    assert.deepEqual([back.state.clock, back.clock!.dueAt, back.clock!.tolledMs], ['running', Date.UTC(2026, 2, 13), 3 * DAY]);
    assert.deepEqual([isBreached(back, Date.UTC(2026, 2, 13) - 1), isBreached(back, Date.UTC(2026, 2, 13))], [false, true]);
  });

  test('where the policy tolls nothing the clock runs on; expedited is 72 hours, and without a number there is none', () => {
    const own = { ...policy, tolls: false };
    const asked = after(fresh({}, own), {
      type: 'information.requested',
      policy: own,
      ask: { id: 'q', text: 'Report?', items: [], dueAt: null },
    });
    assert.deepEqual([asked.state.clock, asked.clock!.tolledSince], ['running', null]);
    assert.equal(fresh({ urgency: 'expedited' }).clock!.dueAt, sent + 72 * 3_600_000);
    const none = fresh({}, { ...policy, standardDays: null });
    assert.deepEqual([none.clock, none.state.clock, isBreached(none, now + 999 * DAY)], [null, 'stopped', false]);
  });

  test('a decision in time is no breach for good, a late one is for good', () => {
    const inTime = after(records.received, { type: 'authorization.decided', decision: certified });
    const tooLate = after(records.received, { type: 'authorization.decided', decision: certified, at: sent + 20 * DAY });
    assert.deepEqual([isBreached(inTime, sent + 30 * DAY), isBreached(tooLate, sent + 30 * DAY)], [false, true]);
  });

  test('it expires with its last day in the zone of the payer', () => {
    const record = { ...records.approved, validTo: plainDate('2026-03-31') };
    assert.deepEqual(
      [isExpired(record, Date.UTC(2026, 2, 31, 19, 59), 'Asia/Dubai'), isExpired(record, Date.UTC(2026, 2, 31, 20), 'Asia/Dubai')],
      [false, true],
    );
    assert.equal(isExpired(records.denied, sent + 999 * DAY, zone), false, 'what was never authorized does not expire');
  });

  test('what was authorized instead stands beside what was asked for (trap 3)', () => {
    const authorized = {
      service: { code: 'S-9', system: null, text: null },
      quantity: '1',
      amount: { minor: 5_000, currency: 'USD' },
      from: null,
      to: null,
      number: 'N-1',
    };
    const items = [decision(1, 'modified', { authorized }), decision(2, 'certified')];
    const record = after(records.received, { type: 'authorization.decided', decision: { items, validFrom: null, validTo: null } });
    assert.deepEqual([record.items[0]!.service!.code, record.items[0]!.authorized], ['S-1', authorized]);
    const { amounts } = caseOf(record, null);
    assert.deepEqual([amounts.billed!.minor, amounts.approved!.minor, authorizationDecision(record)], [20_000, 15_000, 'modified']);
  });

  test('N18 N19 N20 P5 a request is refused by its first fault', () => {
    const unlisted = { name: 'Gait study', estimatedCost: { minor: 0, currency: 'USD' } };
    const cases = [
      [{}, null],
      [{ member: { id: null, name: ' ', number: null, birthDate: null } }, 'member-missing'],
      [{ physician: null }, 'physician-missing'],
      [{ physician: null, unlistedPhysician: { identifier: { type: 'lop', value: '1' }, name: 'Dr New' } }, null],
      [{ physician: null, unlistedPhysician: { identifier: { type: 'lop', value: '1' }, name: ' ' } }, 'physician-missing'],
      [{ physician: null, unlistedPhysician: { identifier: { type: 'lop', value: ' ' }, name: 'Dr New' } }, 'licence-missing'],
      [{ physician: null, unlistedPhysician: { identifier: { type: 'npi', value: '1999990037' }, name: 'Dr New' } }, 'licence-wrong'],
      [{ diagnoses: [] }, 'diagnosis-missing'],
      [{ diagnoses: [{ coded: { code: 'D-1', system: null, text: null }, exact: ' ' }] }, 'exact-missing'],
      [{ items: [] }, 'item-missing'],
      [{ items: [item(1), item(1)] }, 'sequence-reused'],
      [{ items: [item(1, { service: null })] }, 'name-missing'],
      [{ items: [item(1, { service: null, unlisted })] }, 'estimate-missing'],
      [{ items: [item(1, { service: null, unlisted: { ...unlisted, estimatedCost: { minor: 1, currency: 'USD' } } })] }, null],
      [{ items: Array.from({ length: 51 }, (_, n) => item(n + 1)) }, 'too-many-items'],
      [{ items: [item(1, { quantity: '0' })] }, 'not-a-quantity'],
      [{ items: [item(1, { from: plainDate('2026-03-12'), to: plainDate('2026-03-11') })] }, 'dates-reversed'],
      [{ serviceFrom: null }, 'dates-missing'],
      [{ serviceTo: plainDate('2026-03-09') }, 'dates-reversed'],
    ] as const;
    for (const [changes, code] of cases) assert.equal(refuseRequest(request(changes as never), policy), code, JSON.stringify(changes));
    assert.equal(refuseRequest(request(), { ...policy, kinds: [] }), 'not-offered');
  });
});

suite('sequences of items', () => {
  test('are never reused or dropped over any chain of updates, and what was cancelled stays so', () => {
    const change = fc.record({
      keep: fc.integer({ min: 0, max: 9 }),
      add: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
      cancel: fc.integer({ min: 0, max: 6 }),
      revive: fc.boolean(),
      decide: fc.boolean(),
    });
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (chain) => {
        let record: Authorization = fresh();
        for (const { keep, add, cancel, revive, decide } of chain) {
          const before = record;
          const kept = before.items.filter((_, n) => keep > 2 || n !== keep);
          const sentItems: AuthorizationItem[] = [
            ...kept.map((one) =>
              one.sequence === cancel || (one.outcome === 'cancelled' && !revive)
                ? { ...one, outcome: 'cancelled' as const }
                : { ...one, outcome: 'undecided' as const },
            ),
            ...add.map((sequence) => item(sequence)),
          ];
          const answer = decideAuthorization(before, { type: 'authorization.updated', at: now, by: null, policy, zone, items: sentItems });
          if (answer.accepted) {
            accepted += 1;
            record = answer.record;
            const now2 = record.items.map(({ sequence }) => sequence);
            const old = before.items.map(({ sequence }) => sequence);
            assert.deepEqual(now2, [...new Set(now2)]);
            assert.deepEqual(
              old.filter((sequence) => !now2.includes(sequence)),
              [],
            );
            assert.ok(now2.filter((sequence) => !old.includes(sequence)).every((sequence) => sequence > Math.max(...old)));
            for (const one of before.items)
              if (one.outcome === 'cancelled')
                assert.deepEqual(
                  record.items.find(({ sequence }) => sequence === one.sequence),
                  one,
                );
          }
          const items = record.items
            .filter(({ outcome }) => outcome !== 'cancelled')
            .map(({ sequence }) => decision(sequence, 'certified'));
          if (decide && record.decidedAt === null)
            record = after(record, { type: 'authorization.decided', decision: { items, validFrom: null, validTo: null } });
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(accepted > 100);
  });
});

/** What makes two records of the walk the same: regions, items, what is asked and taken, and which ends are set. */
const identity = ({ value, context }: AnyMachineSnapshot): string => {
  const facts = context as AuthorizationFacts;
  const ends = [facts.pendedAt, facts.decidedAt, facts.voiding, facts.cancelledAt, facts.rejectedAt, facts.supersededBy, facts.usedAt];
  const requests = [
    ...new Set(facts.informationRequests.map(({ id, state, answers, told }) => `${id}${state}${answers.length > 0}${told?.state}`)),
  ].sort();
  return JSON.stringify([
    value,
    [...new Set(facts.items.map(({ outcome }) => outcome))].sort(),
    requests,
    facts.clock?.tolledSince == null,
    ends.map((end) => end !== null),
  ]);
};

/** The state that the facts of a record ask for. */
function stageOf(facts: AuthorizationFacts): string {
  if (facts.supersededBy !== null) return 'superseded';
  if (facts.voiding !== null || facts.cancelledAt !== null || facts.rejectedAt !== null) return 'closed';
  return facts.decidedAt !== null ? 'decided' : facts.pendedAt !== null ? 'pended' : 'received';
}

suite('chart of an authorization', () => {
  const start = fresh();
  const idle = /asks|asked for|no words|no reason|not said|unknown|older|dropped|twice|backwards|: denied$/;
  const events = [
    ...Object.keys(happenings).flatMap((name) => (idle.test(name) ? [] : [happening(name, start)])),
    { ...happening('asked', start), ask: { id: 'q-1', text: 'First.', items: [], dueAt: null } },
  ];
  const { state: _, ...input } = start;
  const walked = walk(authorizationLifecycle.chart, { events, input, identity });
  // A walk of its own for the payer's words on what it asks for, and a decision that it takes up again.
  const words = [
    ...[
      'notified: asks',
      'notified: asks no more',
      'notified: has what it asked for',
      'asked',
      'answered: more to come',
      'notified: approved',
    ].map((name) => happening(name, start)),
    ...[word('open', 11, { id: 'q-1' }), word('withdrawn', 21, { id: 'q-1' }), word('open', 31, { id: 'q-1' })].map((told) => ({
      ...happening('notified: asks', start),
      ...told,
    })),
    { ...happening('notified: pended', start, now + 10), ...notice('pended', { notificationId: 'again', issuedAt: now + 5 }) },
  ];
  const told = walk(authorizationLifecycle.chart, { events: words, input, identity });

  test('every transition is walked', () =>
    assert.deepEqual(
      walked.untaken.filter((name) => told.untaken.includes(name)),
      [],
    ));

  test('each event is decided by one region', () => assert.deepEqual(sharedEvents(authorizationLifecycle.chart), []));

  test('no transition asks for an effect; every reached record is valid, and its state agrees with its facts', () => {
    const reached = { case: new Set(), information: new Set(), clock: new Set(), use: new Set() };
    for (const [n, snapshot] of [...walked.snapshots, ...told.snapshots].entries()) {
      const facts = snapshot.context as AuthorizationFacts;
      const state = snapshot.value as Authorization['state'];
      authorizationSchema.parse({ ...facts, state });
      assert.equal(state.case, stageOf(facts));
      assert.equal(state.use === 'not-used', facts.voiding !== null);
      const isOver = facts.decidedAt !== null || ['closed', 'superseded'].includes(state.case);
      assert.equal(state.clock === 'stopped', isOver);
      for (const region of ['case', 'information', 'clock', 'use'] as const) reached[region].add(state[region]);
      if (n % 50 === 0)
        for (const event of events) assert.deepEqual(transition(authorizationLifecycle.chart, snapshot as never, event)[1], []);
    }
    assert.deepEqual(
      [reached.case, reached.information, reached.clock, reached.use],
      [caseStageSchema, informationStageSchema, clockStageSchema, useStageSchema].map(({ options }) => new Set(options)),
    );
  });
});

suite('chart of an item', () => {
  const instead = { service: null, quantity: '1', amount: null, from: null, to: null, number: null };
  const told = authorizationOutcomeSchema.options
    .filter((outcome) => outcome !== 'undecided')
    .map((outcome) => ({ type: 'item.decided', at: 0, decision: decision(1, outcome, { authorized: instead }) }) as const);
  const events = [
    ...told,
    { type: 'item.pended', at: 0, text: 'Wait.' },
    { type: 'item.changed', at: 0, asked: item(1) },
    { type: 'item.cancelled', at: 0 },
  ] as const;

  test('every transition is walked, and its states are those of the schema', () => {
    const { untaken, snapshots } = walk(itemLifecycle.chart, { events, input: item(1) });
    assert.deepEqual(untaken, []);
    assert.deepEqual(new Set(snapshots.map(({ value }) => value as string)), new Set(authorizationOutcomeSchema.options));
  });

  test('what was cancelled is brought back by nothing', () => {
    const cancelled = item(1, { outcome: 'cancelled' });
    for (const event of events) assert.deepEqual(nextItem(cancelled, { ...event, isTold: true }), cancelled);
  });
});
