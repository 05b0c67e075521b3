import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ADDED_BY_PAYER, decisionOf, type Case, type CaseItem, type IntakeCase } from '../claims/index.ts';
import { authorizationOfCase } from './authorization-of-case.ts';
import { authorizationDecision, caseOf } from './authorization.decision.ts';
import { fresh, policy, sent, zone } from './authorization.fixture.test.ts';
import { authorizationSchema } from './authorization.schema.ts';

const line = (sequence: number, outcome: CaseItem['outcome'], changes: Partial<CaseItem> = {}): CaseItem => ({
  ...{ sequence, service: { code: `S-${sequence}`, system: null, text: null }, quantity: '1', serviceFrom: null, serviceTo: null },
  amounts: { billed: { minor: 100 * sequence, currency: 'USD' }, approved: null, patientShare: null, paid: null },
  ...{ outcome, outcomeCode: null, reasons: [] },
  ...changes,
});

const aCase = (changes: Partial<IntakeCase>): Case => {
  const intake = { ...caseOf(fresh(), null), createdAt: sent, ...changes };
  return {
    ...intake,
    ...{ id: 'a-1', version: 1, lifecycleVersion: 1, organisationId: 'o-1', decision: decisionOf(intake), takenInAt: sent },
    deadlines: { modification: null },
  };
};
const recordOf = (changes: Partial<IntakeCase>) => {
  const record = authorizationOfCase(aCase(changes), policy, zone);
  authorizationSchema.parse(record);
  return record;
};
const stateOf = (changes: Partial<IntakeCase>) => Object.values(recordOf(changes).state).join('/');

suite('the record of a case', () => {
  test('trap 1: that it was processed decides nothing, its items do', () => {
    const complete = (...items: readonly CaseItem[]) => stateOf({ processing: 'complete', items });
    assert.equal(complete(line(1, 'certified'), line(2, 'not-certified')), 'decided/none/stopped/unused');
    assert.equal(complete(line(1, 'certified'), line(2, 'undecided')), 'pended/none/running/unused');
    assert.equal(complete(line(1, 'certified'), line(2, 'pended')), 'pended/none/running/unused');
    assert.equal(complete(line(1, 'undecided')), 'received/none/running/unused');
    assert.equal(complete(line(1, 'undecided'), line(2, 'cancelled')), 'received/none/running/unused');
    assert.equal(complete(), 'received/none/running/unused');
  });

  test('what still waits is pended, what was sent back or taken back is over', () => {
    const of = (changes: Partial<IntakeCase>) => stateOf({ items: [line(1, 'undecided')], ...changes });
    assert.equal(of({ processing: 'received' }), 'received/none/running/unused');
    assert.equal(of({ processing: 'queued' }), 'pended/none/running/unused');
    assert.equal(of({ processing: 'error' }), 'closed/none/stopped/unused');
    assert.equal(of({ life: 'entered-in-error' }), 'closed/none/stopped/unused');
    assert.equal(of({ processing: 'complete', items: [line(1, 'certified')], use: 'not-used' }), 'closed/none/stopped/not-used');
  });

  test('cancelled elsewhere is cancelled, and its case is listed as not used as before', () => {
    const found = aCase({ life: 'cancelled', use: 'not-used', items: [line(1, 'undecided')] });
    const record = recordOf({ life: 'cancelled', use: 'not-used', items: [line(1, 'undecided')] });
    assert.deepEqual([record.cancelledAt, record.voiding, authorizationDecision(record)], [sent, null, 'cancelled']);
    const { use, life } = caseOf(record, found);
    assert.deepEqual([use, life], ['not-used', 'cancelled']);
  });

  test('trap 3: what the payer authorized instead stands on the modified item; whatever else it added is an item of its own', () => {
    const added = (sequence: number, text: string | null, outcome: CaseItem['outcome'] = 'certified') =>
      line(sequence, outcome, { reasons: [{ code: ADDED_BY_PAYER, system: null, text }] });
    const items = [
      line(1, 'modified'),
      line(2, 'certified'),
      line(5, 'modified'),
      added(6, '1'),
      added(7, '2'),
      added(8, null),
      added(9, '5', 'not-certified'),
    ];
    const record = recordOf({ processing: 'complete', items });
    assert.deepEqual(
      record.items.map(({ sequence, origin, authorized }) => [sequence, origin, authorized?.service?.code, authorized?.amount?.minor]),
      [
        [1, 'provider', 'S-6', 600],
        [2, 'provider', undefined, undefined],
        [5, 'provider', undefined, undefined],
        [7, 'payer', undefined, undefined],
        [8, 'payer', undefined, undefined],
        [9, 'payer', undefined, undefined],
      ],
    );
    assert.equal(caseOf(record, null).amounts.approved?.minor, 600 + 200 + 700 + 800);
  });

  test('how soon it must be decided starts its clock', () => {
    const record = recordOf({ urgency: 'expedited', processing: 'received', items: [line(1, 'undecided')] });
    assert.deepEqual([record.urgency, record.clock?.dueAt], ['expedited', sent + 72 * 3_600_000]);
    assert.equal(recordOf({ processing: 'received', items: [line(1, 'undecided')] }).clock?.unit, 'calendar-days');
  });
});
