import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { plainDate } from '../kernel/index.ts';
import { authorizationDecision } from './authorization.decision.ts';
import { DAY, decision, fresh, item, notice, now, policy, records, sent, word, zone } from './authorization.fixture.test.ts';
import { decideAuthorization } from './authorization.lifecycle.ts';
import {
  authorizationSchema,
  type Authorization,
  type AuthorizationItem,
  type AuthorizationOutcome,
  type PayerAnswer,
  type PayerAsk,
} from './authorization.schema.ts';
import { answerFor } from './payer-answer.rules.ts';

const taken = (record: Authorization, answer: PayerAnswer): Authorization => {
  const came = decideAuthorization(record, { type: 'authorization.notified', at: now, by: null, policy, zone, notice: answer });
  return came.accepted ? came.record : record;
};
const said = (stage: PayerAnswer['stage'], changes: Partial<PayerAnswer> = {}) => notice(stage, changes).notice;
const outcomes = ({ items }: Pick<Authorization, 'items'>) =>
  items.map(({ sequence, origin, outcome }) => `${sequence} ${origin} ${outcome}`);
const extra = (sequence: number, code: string): AuthorizationItem =>
  item(sequence, { service: { code, system: null, text: null }, origin: 'payer', outcome: 'certified' });
const certified = { outcome: 'certified', outcomeCode: null, reasons: [], authorized: null } as const;

/** What one notification of the property says, and when. */
interface Said {
  readonly at: number;
  readonly word: readonly [id: string, state: PayerAsk['state']] | null;
  readonly outcomes: readonly [AuthorizationOutcome, AuthorizationOutcome];
  readonly isBare: boolean;
  readonly isWhole: boolean;
  readonly added: readonly string[];
  readonly days: string | null;
}

suite('an answer of the payer on a record', () => {
  test('what is said of the whole is said of every item that nothing else is said of', () => {
    const record = taken(records.pended, said('decided', { items: [decision(2, 'not-certified')], whole: certified }));
    assert.deepEqual(outcomes(record), ['1 provider certified', '2 provider not-certified']);
    assert.deepEqual([record.state.case, authorizationDecision(record)], ['decided', 'partially-approved']);
  });

  test('a word on the whole brings no item back that was cancelled', () => {
    const record = fresh({ items: [item(1, { outcome: 'cancelled' }), item(2)] });
    assert.deepEqual(outcomes(taken(record, said('decided', { whole: certified }))), ['1 provider cancelled', '2 provider certified']);
  });

  test('trap 1: without a word on anything nothing is approved or denied', () => {
    for (const stage of ['decided', 'received'] as const) {
      const record = taken(records.pended, said(stage));
      assert.deepEqual([record.state.case, outcomes(record)], ['pended', outcomes(records.pended)]);
      assert.deepEqual(record.notified.ids, [`n-${stage}`]);
    }
  });

  test('one that says nothing makes what it announces no older', () => {
    const told = taken(records.pended, said('received', { issuedAt: now - 5 }));
    assert.equal(taken(told, said('decided', { issuedAt: now - 9, whole: certified })).state.case, 'decided');
  });

  test('added items are numbered above all there were, and keep their number when a newer answer names them again', () => {
    const both = [decision(1, 'certified'), decision(2, 'certified')];
    const first = taken(
      fresh(),
      said('decided', { notificationId: 'a', items: both, added: [extra(1, 'X'), extra(2, 'Y')], issuedAt: now - 9 }),
    );
    assert.deepEqual(outcomes(first).slice(2), ['3 payer certified', '4 payer certified']);
    const denied = { ...extra(1, 'Y'), outcome: 'not-certified' } as const;
    const second = taken(first, said('decided', { notificationId: 'b', items: both, added: [denied, extra(2, 'Z')], issuedAt: now - 8 }));
    assert.deepEqual(outcomes(second).slice(2), ['3 payer cancelled', '4 payer not-certified', '5 payer certified']);
    const part = taken(first, said('decided', { notificationId: 'b', items: [decision(1, 'certified')], issuedAt: now - 8 }));
    assert.deepEqual(outcomes(part).slice(2), ['3 payer certified', '4 payer certified'], 'one that tells only a part takes nothing back');
    authorizationSchema.parse(second);
  });

  test('cancelled item by item is cancelled', () => {
    const gone = [decision(1, 'cancelled'), decision(2, 'cancelled')];
    assert.equal(answerFor(records.pended, said('decided', { items: gone })).stage, 'cancelled');
    assert.equal(taken(records.approved, said('decided', { items: gone })).state.case, 'closed');
    assert.equal(taken(records.pended, said('decided', { items: gone.slice(1) })).state.case, 'pended', 'one of two is not all');
  });

  test('why it was sent back is kept in the payer’s words', () => {
    const record = taken(records.received, said('error', { notes: ['Member not found.'] }));
    assert.deepEqual([record.state.case, record.payerNotes], ['closed', ['Member not found.']]);
  });

  test('an error never undoes what was decided: it is about what was sent since, and its words are kept', () => {
    const notes = ['The update was not understood.'];
    for (const name of ['approved', 'in part', 'denied', 'begun', 'extended'] as const) {
      const record = taken(records[name], said('error', { notes }));
      assert.deepEqual([record.state, outcomes(record), record.payerNotes], [records[name].state, outcomes(records[name]), notes], name);
    }
  });

  test('of two at the same instant the more final one counts, whichever came first, and one in part never instead of one on all', () => {
    const both = (first: AuthorizationOutcome, second = first) => [decision(1, first), decision(2, second)];
    const told = [
      said('pended', { notificationId: 'z' }),
      said('decided', { notificationId: 'y', items: [decision(1, 'not-certified')] }),
      said('pended', { notificationId: 'x', items: both('certified', 'pended') }),
      said('decided', { notificationId: 'b', items: both('certified') }),
      said('decided', { notificationId: 'a', items: both('not-certified') }),
    ];
    for (const order of [told, told.toReversed()])
      assert.deepEqual(outcomes(order.reduce(taken, fresh())), ['1 provider certified', '2 provider certified']);
    const parts = [decision(1, 'certified'), decision(2, 'not-certified')].map((one, n) =>
      said('decided', { notificationId: `p-${n}`, items: [one] }),
    );
    for (const order of [parts, parts.toReversed()])
      assert.deepEqual(
        outcomes(order.reduce(taken, fresh())),
        ['1 provider certified', '2 provider not-certified'],
        'two halves are one answer',
      );
  });

  test('what the payer asks for is awaited, for the lines it is about and until its day is over; who asks has it in hand', () => {
    const record = taken(fresh(), word('open', 10, { items: [2, 9] }).notice);
    assert.deepEqual(record.state, { case: 'pended', information: 'requested', clock: 'tolled', use: 'unused' });
    const [asked] = record.informationRequests;
    assert.deepEqual(
      [asked!.text, asked!.items, asked!.dueAt, asked!.askedBy, asked!.askedAt],
      ['The report.', [2], Date.UTC(2026, 2, 10), 'payer:x', sent + 10],
    );
    authorizationSchema.parse(record);
    assert.deepEqual(taken(record, word('open', 10, { items: [2, 9] }).notice), record, 'the same again is nothing');
    const again = taken(record, { ...word('open', 30, { text: 'The whole report.' }).notice });
    assert.deepEqual(
      again.informationRequests.map(({ text }) => text),
      ['The whole report.'],
      'a newer word is not another request',
    );
    assert.equal(taken(again, word('withdrawn', 20).notice).state.information, 'requested', 'an older one takes nothing back');
    assert.equal(taken(again, word('withdrawn', 40).notice).state.information, 'none');
  });

  test('an older decision does not hide what is asked for; a newer one ends it, and it is asked again where the payer takes that up', () => {
    const ask = word('open', 10).notice;
    const pended = said('pended', { notificationId: 'p', issuedAt: sent + 20 });
    assert.equal(taken(taken(fresh(), pended), ask).state.information, 'requested', 'it came late, and is still asked for');
    const decided = taken(taken(fresh(), ask), said('decided', { whole: certified }));
    assert.deepEqual([decided.state.information, decided.informationRequests[0]!.state], ['none', 'withdrawn']);
    const taker = taken(decided, said('pended', { notificationId: 'again', issuedAt: now }));
    assert.deepEqual([taker.state.case, taker.state.information, taker.state.clock], ['pended', 'requested', 'tolled']);
  });

  test('a reply that was the last one stands, whatever the payer says of what it had asked', () => {
    const reply = { requestId: 'q-3', noteId: 'n', isLast: true };
    const asked = taken(fresh(), word('open', 10).notice);
    const came = decideAuthorization(asked, { type: 'information.answered', at: now, by: 'Ana', policy, zone, reply });
    assert.ok(came.accepted);
    for (const state of ['open', 'withdrawn'] as const) {
      const record = taken(came.record, word(state, 20).notice);
      assert.deepEqual([record.state.information, record.informationRequests[0]!.state], ['satisfied', 'answered']);
    }
  });

  test('any order and any duplication of a set of notifications ends in the same state, also of those of one instant', () => {
    const outcome = fc.constantFrom<AuthorizationOutcome[]>('certified', 'not-certified', 'modified', 'pended', 'contact-payer', 'other');
    const one: fc.Arbitrary<Said> = fc.record({
      at: fc.integer({ min: 1, max: 4 }),
      word: fc.option(
        fc.tuple(fc.constantFrom('q-1', 'q-2'), fc.constantFrom<PayerAsk['state'][]>('open', 'open', 'answered', 'withdrawn')),
      ),
      outcomes: fc.tuple(outcome, outcome),
      isBare: fc.boolean(),
      isWhole: fc.boolean(),
      added: fc.uniqueArray(fc.constantFrom('X', 'Y', 'Z'), { maxLength: 2 }),
      days: fc.option(fc.constantFrom('2026-05-01', '2026-08-01')),
    });
    const told = (n: number, { at, word: asked, outcomes: [first, second], isBare, isWhole, added, days }: Said): PayerAnswer => {
      const id = { notificationId: `n-${n}`, issuedAt: sent + at };
      if (asked !== null) return { ...word(asked[1], at, { id: asked[0], text: `Text ${n}.` }).notice, ...id };
      if (isBare) return said('received', id);
      const outcomes = isWhole ? [first] : [first, second];
      return said(outcomes.includes('pended') ? 'pended' : 'decided', {
        ...{ ...id, items: outcomes.map((one, index) => decision(index + 1, one)) },
        ...{ added: added.map((code, index) => extra(index + 1, code)), validTo: days === null ? null : plainDate(days) },
        ...(isWhole && { whole: { ...certified, outcome: first } }),
      });
    };
    const essence = (record: Authorization) => ({
      state: record.state,
      decision: authorizationDecision(record),
      validTo: record.state.case === 'decided' ? record.validTo : null,
      asked: record.informationRequests,
      items: record.items
        .filter((one) => one.origin === 'provider' || one.outcome !== 'cancelled')
        .map(({ service, outcome, authorized }) => ({ service, outcome, authorized }))
        .toSorted((a, b) => (a.service!.code < b.service!.code ? -1 : 1)),
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 5 }).chain((all) => {
          const answers = all.map((each, index) => told(index, each));
          const mixed = fc.shuffledSubarray([...answers, ...answers, ...answers], { minLength: answers.length });
          return fc.tuple(
            fc.constant(answers),
            mixed.filter((order) => answers.every((answer) => order.includes(answer))),
          );
        }),
        ([answers, mixed]) => {
          const live = (order: readonly PayerAnswer[]) => order.reduce(taken, fresh());
          assert.deepEqual(essence(live(mixed)), essence(live(answers)));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('a late one, in whatever order, leaves a void as it is', () => {
    const answers = [
      said('decided', { notificationId: 'a', whole: certified }),
      said('cancelled', { notificationId: 'b', issuedAt: now - DAY }),
    ];
    for (const order of [answers, answers.toReversed()]) {
      const { state, items, voiding } = order.reduce(taken, records.void as Authorization);
      assert.deepEqual({ state, items, voiding }, { state: records.void.state, items: records.void.items, voiding: records.void.voiding });
    }
  });
});
