import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { money } from '../kernel/index.ts';
import { aCase, anyCase } from './case-fixture.test.ts';
import { caseDecisionSchema, caseSchema } from './case.schema.ts';
import { decisionOf, type CaseAmounts, type CaseDecision, type CaseFacts, type ItemOutcome } from './index.ts';

const nothing: CaseAmounts = { billed: null, approved: null, patientShare: null, paid: null };
const facts = (kind: CaseFacts['kind'], outcomes: readonly ItemOutcome[], more: Partial<CaseFacts> = {}): CaseFacts => ({
  ...{ kind, life: 'active', processing: 'complete', amounts: nothing, items: outcomes.map((outcome) => ({ outcome })) },
  ...more,
});
const kwd = (approved: number, patientShare: number, paid: number) => ({
  approved: money(approved, 'KWD'),
  patientShare: money(patientShare, 'KWD'),
  paid: money(paid, 'KWD'),
});

const authorizations: readonly (readonly [ItemOutcome[], CaseDecision])[] = [
  [['certified', 'certified'], 'approved'],
  [['not-certified', 'not-certified'], 'denied'],
  [['certified', 'pended'], 'pended'],
  [['not-certified', 'pended'], 'pended'],
  [['certified', 'not-certified'], 'partially-approved'],
  [['partially-certified'], 'partially-approved'],
  [['modified'], 'modified'],
  [['certified', 'modified'], 'modified'],
  [['modified', 'not-certified'], 'partially-approved'],
  [['certified', 'cancelled'], 'approved'],
  [['cancelled', 'cancelled'], 'cancelled'],
  [['no-action-required'], 'no-action-required'],
  [['certified', 'contact-payer'], 'contact-payer'],
  [['certified', 'other'], 'other'],
  [['certified', 'undecided'], 'other'],
  [['undecided'], 'other'],
  [[], 'other'],
];
for (const [outcomes, decision] of authorizations) {
  test(`an authorization with [${outcomes.join(', ')}] is ${decision}`, () => {
    assert.equal(decisionOf(facts('authorization', outcomes)), decision);
  });
}

const claims: readonly (readonly [string, CaseFacts, CaseDecision])[] = [
  ['without an answer', facts('claim', [], { processing: 'received' }), 'received'],
  ['queued', facts('claim', ['undecided'], { processing: 'queued' }), 'in-process'],
  ['complete and paid', facts('claim', ['paid', 'paid'], { amounts: kwd(9_000, 0, 9_000) }), 'paid'],
  ['paid but for the share of the member', facts('claim', ['paid'], { amounts: kwd(9_000, 1_500, 7_500) }), 'paid'],
  ['paid one minor unit short', facts('claim', ['paid'], { amounts: kwd(9_000, 1_500, 7_499) }), 'partially-paid'],
  ['with a denied line among paid ones', facts('claim', ['paid', 'denied'], { amounts: kwd(9_000, 0, 9_000) }), 'partially-paid'],
  ['with its payment told on lines alone', facts('claim', ['paid', 'denied']), 'partially-paid'],
  ['with its payment told on the header alone', facts('claim', [], { amounts: kwd(9_000, 0, 9_000) }), 'paid'],
  ['complete with nothing paid and a denial', facts('claim', ['denied', 'undecided'], { amounts: kwd(0, 0, 0) }), 'denied'],
  ['partly processed, nothing paid yet', facts('claim', ['denied', 'undecided'], { processing: 'partial' }), 'in-process'],
  ['partly processed, something paid', facts('claim', ['undecided'], { processing: 'partial', amounts: kwd(9, 0, 4) }), 'partially-paid'],
  ['allowed, all of it the share of the member', facts('claim', [], { amounts: kwd(5_000, 5_000, 0) }), 'approved'],
  ['that nobody says anything of', facts('claim', []), 'other'],
  ['paid back', facts('claim', ['paid'], { amounts: kwd(9_000, 0, -9_000) }), 'reversed'],
  ['cancelled', facts('claim', ['paid'], { life: 'cancelled', amounts: kwd(9_000, 0, 9_000) }), 'reversed'],
  ['cancelled before any answer', facts('claim', [], { life: 'cancelled', processing: 'received' }), 'cancelled'],
  ['entered in error', facts('claim', ['paid'], { life: 'entered-in-error' }), 'cancelled'],
  ['in error', facts('claim', ['denied'], { processing: 'error' }), 'rejected'],
];
for (const [what, given, decision] of claims) {
  test(`a claim ${what} is ${decision}`, () => assert.equal(decisionOf(given), decision));
}

test('an authorization without an answer is received, a queued one in process', () => {
  assert.equal(decisionOf(facts('authorization', ['undecided'], { processing: 'received' })), 'received');
  assert.equal(decisionOf(facts('authorization', [], { processing: 'queued' })), 'in-process');
});

test('approval never comes from processing: without a granting item or amount no case is approved or paid (trap 1)', () => {
  const granting: readonly ItemOutcome[] = ['certified', 'partially-certified', 'modified', 'paid', 'partially-paid'];
  fc.assert(
    fc.property(anyCase, (record) => {
      const items = record.items.filter(({ outcome }) => !granting.includes(outcome));
      const decision = decisionOf({ ...record, items, amounts: nothing });
      assert.ok(!['approved', 'partially-approved', 'modified', 'paid', 'partially-paid'].includes(decision), decision);
    }),
  );
});

test('rejected is never denied: an error is rejected whatever the items say (trap 2)', () => {
  fc.assert(fc.property(anyCase, (record) => decisionOf({ ...record, life: 'active', processing: 'error' }) === 'rejected'));
});

test('every case that the schema allows has a known decision', () => {
  fc.assert(
    fc.property(anyCase, (record) => {
      assert.deepEqual(caseSchema.parse(record), record);
      assert.ok(caseDecisionSchema.options.includes(record.decision));
    }),
  );
});

test('the order of the items and what else stands on the case change nothing', () => {
  fc.assert(
    fc.property(anyCase, (record) => {
      const turned = aCase({ ...record, items: record.items.toReversed(), notes: [], use: 'not-used' });
      assert.equal(decisionOf(turned), record.decision);
    }),
  );
});
