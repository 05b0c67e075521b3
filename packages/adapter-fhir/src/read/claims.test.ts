import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionOf } from '@portico/core/claims';
import { aClaim, numbered, only, readCase, said, shown, soundly } from './cases-fixture.test.ts';

test('CARIN: totals by category, a service outside the billable period, offsets of every kind, no payment', () => {
  const reading = readCase('carin-benefits.json');
  const record = numbered(reading, 'E-outside');
  assert.deepEqual(shown(record.amounts), { billed: '1000.00 USD', approved: '800.00 USD', patientShare: '51.00 USD', paid: '749.00 USD' });
  assert.deepEqual([record.serviceFrom, record.serviceTo, record.paymentDate], ['2026-01-01', '2026-01-31', null]);
  assert.equal(record.items[0]!.serviceFrom, '2026-02-02');
  assert.equal(record.createdAt, Date.UTC(2026, 0, 31, 20));
  assert.equal(numbered(reading, 'E-revenue').createdAt, Date.UTC(2026, 1, 2, 7, 30));
  assert.deepEqual(said(reading, 'outside-billable-period'), ['[0].ExplanationOfBenefit.item[0]']);
  assert.deepEqual(said(reading, 'amount-not-mapped'), ['[0].ExplanationOfBenefit.total[4].amount discount']);
  assert.equal(record.source.original, null);
});

test('the share of a line is the sum of its parts, each with a line', () => {
  const reading = readCase('carin-benefits.json');
  const [line] = numbered(reading, 'E-outside').items;
  assert.equal(shown(line!.amounts).patientShare, '51.00 USD');
  assert.deepEqual(said(reading, 'amount-summed').slice(0, 2), [
    '[0].ExplanationOfBenefit.item[0].adjudication[3].amount',
    '[0].ExplanationOfBenefit.item[0].adjudication[4].amount',
  ]);
});

test('a revenue line is shown by its revenue code; header amounts stand where there are no totals', () => {
  const record = numbered(readCase('carin-benefits.json'), 'E-revenue');
  assert.equal(record.items[0]!.service?.code, '0450');
  assert.deepEqual(shown(record.amounts), { billed: '2650.00 USD', approved: null, patientShare: '0.00 USD', paid: '620.00 USD' });
});

test('a line paid nothing with a denial reason is denied; paid nothing without one is not decided', () => {
  const { items, amounts } = numbered(readCase('carin-benefits.json'), 'E-denied');
  assert.deepEqual(
    items.map(({ sequence, outcome, outcomeCode }) => [sequence, outcome, outcomeCode?.code]),
    [
      [3, 'denied', undefined],
      [1, 'undecided', undefined],
      [2, 'partially-paid', 'partiallypaid'],
    ],
  );
  assert.deepEqual(
    items[0]!.reasons.map(({ code }) => code),
    ['96'],
  );
  assert.deepEqual(shown(amounts), { billed: '110.00 USD', approved: null, patientShare: null, paid: '4.00 USD' });
});

test('CMS: a payment without a date, a date without a payment, and variables that say more than the code beside them', () => {
  const reading = readCase('cms-benefits.ndjson');
  const carrier = numbered(reading, 'carrier-1');
  const pharmacy = numbered(reading, 'pde-1');
  assert.deepEqual(shown(carrier.amounts), { billed: '300.00 USD', approved: '250.00 USD', patientShare: '50.10 USD', paid: '199.90 USD' });
  assert.equal(carrier.paymentDate, null);
  assert.equal(pharmacy.paymentDate, '2025-02-20');
  assert.deepEqual(shown(pharmacy.amounts), { billed: '120.00 USD', approved: null, patientShare: '12.34 USD', paid: '90.00 USD' });
  assert.equal(pharmacy.items[0]!.quantity, '60.0');
  assert.deepEqual(
    [carrier.payer.id, carrier.provider.id, carrier.physician?.id],
    ['name:Medicare (invented)', 'npi:2000000408', 'npi:2000000606'],
  );
  assert.match(said(reading, 'amount-not-mapped').join('\n'), /line_dme_prchs_price_amt\n.*some_new_variable_amt\n.*gdc_blw_oopt_amt/);
});

test('CMS pages: contained members with an MBI, no usable date, an answer that names no line', () => {
  const reading = readCase('cms-page.json');
  const record = only(reading);
  assert.deepEqual([record.member.number, record.member.name], ['1EG4-INVENTED', 'Ivy Moss']);
  assert.deepEqual([record.payer.id, record.provider.id], ['|CMS', 'npi:2000000309']);
  assert.deepEqual(
    record.items.map(({ sequence, reasons }) => [sequence, reasons.map(({ code }) => code)]),
    [
      [1, []],
      [2, []],
      [3, ['45']],
    ],
  );
  assert.equal(shown(record.amounts).billed, '23.00 USD');
  assert.deepEqual([record.items[0]!.serviceFrom, record.items[0]!.serviceTo], [null, '2025-07-28']);
  assert.deepEqual(said(reading, 'bad-date'), ['Bundle.entry[0].resource.created', 'Bundle.entry[1].resource.created']);
  assert.deepEqual(said(reading, 'no-sequence'), ['Bundle.entry[1].resource.item[0]']);
  assert.deepEqual(said(reading, 'amount-not-mapped'), ['Bundle.entry[0].resource.item[0].detail[0].net']);
  assert.equal(decisionOf(record), 'in-process');
});

test('one payer’s newest answer counts, another payer’s makes a case beside it', () => {
  const reading = readCase('claim-answers.json');
  const [first, second] = reading.records;
  assert.deepEqual([first!.payer.name, second!.payer.name], ['Prairie Health Plan', 'Second Plan']);
  assert.deepEqual(shown(first!.amounts), { billed: '150.00 USD', approved: null, patientShare: null, paid: '75.00 USD' });
  assert.equal(first!.paymentDate, '2026-01-21');
  assert.deepEqual(shown(second!.amounts).paid, '55.00 USD');
  assert.deepEqual(
    first!.identifiers.map(({ type, value }) => `${type} ${value}`),
    ['claim-number a1', 'payer-claim-number P-new', 'payer-claim-number P-old'],
  );
  assert.deepEqual(said(reading, 'older-response'), ['Bundle.entry[1].resource']);
});

test('an answer about an unknown line stays as a line; another billed amount than was asked is said', () => {
  const reading = readCase('claim-answers.json');
  assert.deepEqual(
    reading.records[0]!.items.map(({ sequence, amounts }) => [sequence, shown(amounts).billed, shown(amounts).paid]),
    [
      [1, '100.00 USD', '75.00 USD'],
      [2, '50.00 USD', null],
      [9, null, '1.00 USD'],
    ],
  );
  assert.deepEqual(said(reading, 'unknown-sequence'), ['Bundle.entry[0].resource.item[1] 9']);
  assert.deepEqual(said(reading, 'amount-differs'), ['Bundle.entry[0].resource.item[0] submitted']);
});

test('an answer that names no request finds it by the same number', () => {
  const reading = readCase('claim-answers.json');
  assert.equal(numbered(reading, 'BN-1').processing, 'complete');
  assert.deepEqual(said(reading, 'joined-by-identifier'), ['Bundle.entry[5].resource']);
});

test('a benefit and its claim are one case; where they differ the benefit counts and a line says so', () => {
  const reading = readCase('claim-and-benefit.json');
  const record = only(reading);
  assert.deepEqual(
    record.identifiers.map(({ value }) => value),
    ['E-e1-benefit', 'E1', 'P-e1-response', 'E0'],
  );
  assert.deepEqual(
    record.items.map(({ sequence, service, serviceFrom, amounts }) => [
      sequence,
      service?.code,
      serviceFrom,
      shown(amounts).billed,
      shown(amounts).paid,
    ]),
    [
      [1, 'V1', '2026-01-03', '99.00 USD', '60.00 USD'],
      [2, 'V2', '2026-01-02', '50.00 USD', null],
    ],
  );
  assert.deepEqual(said(reading, 'date-differs'), ['Bundle.entry[1].resource.billablePeriod']);
  assert.deepEqual(said(reading, 'amount-differs'), ['Bundle.entry[1].resource.item[0] net']);
});

test('sequences stay as they are; a missing one is given above the highest', () => {
  const reading = readCase('items.json');
  assert.deepEqual(
    only(reading).items.map(({ sequence, service }) => `${sequence}${service?.code}`),
    ['5A', '6B', '5C', '2D', '7E'],
  );
  assert.deepEqual(said(reading, 'no-sequence'), ['Claim.item[1]', 'Claim.item[4]']);
  assert.deepEqual(said(reading, 'duplicate-sequence'), ['Claim.item[2] 5']);
});

test('answers with the same sequence each stay on their own line of a benefit', () => {
  const item = (paid: number): object => ({
    sequence: 1,
    adjudication: [{ category: { coding: [{ code: 'benefit' }] }, amount: { value: paid, currency: 'USD' } }],
  });
  const { items } = only(
    soundly(JSON.stringify(aClaim({ resourceType: 'ExplanationOfBenefit', outcome: 'complete', item: [item(1), item(2)] }))),
  );
  assert.deepEqual(
    items.map(({ amounts }) => shown(amounts).paid),
    ['1.00 USD', '2.00 USD'],
  );
});

test('codes nobody knows are kept and said; types of identifiers are kept apart; only notes become notes', () => {
  const reading = readCase('codes.json');
  const record = only(reading);
  assert.deepEqual([record.kind, record.life], ['claim', 'unknown']);
  assert.deepEqual(said(reading, 'unknown-code'), ['Claim.use rental', 'Claim.status suspended']);
  assert.deepEqual(
    record.rawCodes.map(({ code }) => code),
    ['t1', 't2', 'f1'],
  );
  assert.deepEqual(record.identifiers, [
    { type: 'claim-number', value: 'C-1', system: 'https://clinic.example/claims' },
    { type: 'other', value: 'O-1', system: 'https://clinic.example/orders' },
    { type: 'claim-number', value: 'bare' },
  ]);
  assert.deepEqual(record.notes, ['Please see the enclosed letter.']);
  assert.deepEqual(said(reading, 'elements-not-mapped'), ['Claim supportingInfo accident']);
});

test('an outcome R4 does not have is still in process', () => {
  const reading = soundly(JSON.stringify(aClaim({ resourceType: 'ExplanationOfBenefit', outcome: 'adjudicated' })));
  assert.equal(only(reading).processing, 'queued');
  assert.deepEqual(said(reading, 'unknown-code'), ['ExplanationOfBenefit.outcome adjudicated']);
});

test('two amounts that should be one are not chosen between', () => {
  const eligible = (value: number): object => ({ category: { coding: [{ code: 'eligible' }] }, amount: { value, currency: 'USD' } });
  const reading = soundly(
    JSON.stringify(aClaim({ resourceType: 'ExplanationOfBenefit', outcome: 'complete', total: [eligible(1), eligible(2)] })),
  );
  assert.equal(only(reading).amounts.approved, null);
  assert.equal(said(reading, 'ambiguous-amount').length, 2);
});
