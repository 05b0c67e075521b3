import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionOf } from '@portico/core/claims';
import { aClaim, caseText, numbered, only, readCase, said, shown } from './cases-fixture.test.ts';
import { readFhir } from './read-fhir.ts';

test('a claim and its response are one authorization with all its numbers, and its whole source', () => {
  const reading = readCase('pas-approved.json');
  const record = only(reading);
  assert.equal(record.kind, 'authorization');
  assert.equal(record.processing, 'complete');
  assert.deepEqual(
    record.identifiers.map(({ type, value }) => `${type} ${value}`),
    ['reference-id T-500', 'reference-id R-77', 'authorization-number AUTH-501'],
  );
  assert.deepEqual(record.items, [
    {
      ...{ sequence: 1, service: { code: 'PT-1', system: 'https://clinic.example/services', text: null }, quantity: '2' },
      ...{ serviceFrom: '2026-03-10', serviceTo: '2026-03-10', outcome: 'certified', reasons: [] },
      outcomeCode: { code: 'A1', system: 'https://codesystem.x12.org/005010/306', text: null },
      amounts: { billed: { minor: 12_050, currency: 'USD' }, approved: null, patientShare: null, paid: null },
    },
  ]);
  assert.deepEqual(record.diagnoses, [{ code: 'M54.5', system: 'http://hl7.org/fhir/sid/icd-10-cm', text: null }]);
  const entries = (JSON.parse(caseText('pas-approved.json')) as { entry: { resource: object }[] }).entry;
  assert.deepEqual(record.source.original, { claim: entries[1]!.resource, responses: [entries[0]!.resource], former: [] });
  assert.equal(record.source.reference, 'https://payer.example/fhir/Claim/req');
});

test('parties are found through role, coverage and relative references', () => {
  const record = only(readCase('pas-approved.json'));
  assert.deepEqual([record.payer.id, record.payer.name], ['npi:2000000101', 'Prairie Health Plan']);
  assert.deepEqual([record.provider.id, record.provider.name], ['npi:2000000200', 'Cedar Street Clinic']);
  assert.deepEqual([record.physician?.id, record.physician?.name], ['npi:2000000408', 'Ada Okafor']);
  assert.deepEqual(record.member, {
    ...{ id: 'https://payer.example/member|PH-1001', name: 'Ms. Layla N. Haddad', number: 'PH-1001', birthDate: '1984-02-29' },
  });
});

test('pended, denied and approved differ by the review action alone, never by outcome', () => {
  const pended = only(readCase('pas-pended.json'));
  const denied = only(readCase('pas-denied.json'));
  const approved = only(readCase('pas-approved.json'));
  assert.deepEqual(
    [pended, denied, approved].map(({ life, processing }) => `${life} ${processing}`),
    ['active complete', 'active complete', 'active complete'],
  );
  assert.deepEqual(
    [pended, denied, approved].map(({ items }) => items.map(({ outcome }) => outcome)),
    [['pended'], ['not-certified', 'certified'], ['certified']],
  );
  assert.deepEqual(denied.items[0]!.reasons, [{ code: '0T', system: 'https://codesystem.x12.org/external/886', text: null }]);
  assert.deepEqual(denied.notes, ['Not medically necessary under plan rule 12.']);
});

test('a response alone is a record; what it refers to elsewhere has a line', () => {
  const reading = readCase('pas-pended.json');
  const record = only(reading);
  assert.deepEqual(record.identifiers, [{ type: 'reference-id', value: 'PEND-9' }]);
  assert.deepEqual([record.serviceFrom, record.serviceTo], ['2026-04-01', '2026-04-30']);
  assert.deepEqual(said(reading, 'unresolved-reference'), ['Bundle.entry[0].resource.request Claim']);
});

test('an error response keeps its code and text and decides nothing', () => {
  const record = only(readCase('pas-error.json'));
  assert.equal(record.processing, 'error');
  assert.equal(record.items[0]!.outcome, 'undecided');
  assert.deepEqual(record.notes, ['Input errors']);
  assert.ok(record.rawCodes.some(({ code, system }) => code === '33' && system === 'https://codesystem.x12.org/005010/901'));
  assert.equal(decisionOf(record), 'rejected');
});

test('every review action has its outcome and keeps its code; an unknown one is other', () => {
  const reading = readCase('pas-review-codes.json');
  assert.deepEqual(
    only(reading).items.map(({ outcome, outcomeCode }) => `${outcomeCode?.code} ${outcome}`),
    [
      ...['A1 certified', 'A2 partially-certified', 'A3 not-certified', 'A4 pended', 'A6 modified', 'C cancelled'],
      ...['CT contact-payer', 'NA no-action-required', 'HOLDCODE other'],
    ],
  );
  assert.match(said(reading, 'unknown-code').join(), /item\[8\].* HOLDCODE$/);
});

test('A6 keeps the item as modified and puts what was authorized on new lines above the highest sequence', () => {
  const reading = readCase('pas-modified.json');
  const { items } = only(reading);
  assert.deepEqual(
    items.map(({ sequence, outcome, service, reasons }) => [sequence, outcome, service?.code, reasons[0]?.code, reasons[0]?.text]),
    [
      [1, 'modified', 'PT-1', undefined, undefined],
      [2, 'certified', 'PT-2', undefined, undefined],
      [3, 'certified', 'PT-1B', 'added-by-payer', '1'],
      [4, 'certified', 'EXTRA', 'added-by-payer', null],
    ],
  );
  assert.deepEqual(
    items.map(({ amounts }) => shown(amounts).billed),
    ['120.50 USD', '120.50 USD', '60.25 USD', '30.00 USD'],
  );
  assert.deepEqual([items[2]!.serviceFrom, items[2]!.quantity], ['2026-03-20', '1']);
  assert.deepEqual(said(reading, 'item-added'), ['Bundle.entry[0].resource.addItem[0] 1', 'Bundle.entry[0].resource.addItem[1]']);
  assert.ok(numbered(reading, 'AUTH-504'));
});

test('of a chain of updates the newest is the record; numbers of all are kept, sequences are never renumbered', () => {
  const reading = readCase('pas-update.json');
  const record = only(reading);
  assert.deepEqual(
    record.identifiers.map(({ value }) => value),
    ['T-603', 'T-602', 'T-601', 'R-601', 'AUTH-601'],
  );
  assert.deepEqual(
    record.items.map(({ sequence }) => sequence),
    [1, 7],
  );
  assert.equal(record.processing, 'received');
  assert.deepEqual(said(reading, 'superseded'), ['Bundle.entry[0].resource', 'Bundle.entry[3].resource']);
  assert.deepEqual(said(reading, 'older-response'), ['Bundle.entry[1].resource']);
  const { claim, former } = record.source.original as { claim: { id: string }; former: { id: string }[] };
  assert.deepEqual([claim.id, ...former.map(({ id }) => id)], ['v3', 'v2', 'v1']);
});

test('the newest answer wins by instant, not by text or place; one entered in error never does', () => {
  const reading = readCase('pas-update-answered.json');
  const record = only(reading);
  assert.deepEqual(
    record.items.map(({ outcome }) => outcome),
    ['certified', 'undecided'],
  );
  assert.deepEqual(said(reading, 'older-response'), ['Bundle.entry[2].resource', 'Bundle.entry[3].resource']);
});

test('a predecessor that is only named leaves its number; an associated claim does not', () => {
  const values = only(readCase('pas-update-answered.json')).identifiers.map(({ value }) => value);
  assert.deepEqual(values, ['T-612', 'AUTH-612', 'T-611']);
  const former = (name: string) => only(readCase(name)).former?.map(({ value }) => value);
  assert.deepEqual([former('pas-update-answered.json'), former('pas-update.json')?.slice(0, 2)], [['T-611'], ['T-602', 'T-601']]);
  assert.equal(former('pas-approved.json'), undefined);
});

test('a cancel request counts once the payer answered it; a cancelled status counts at once', () => {
  const reading = readCase('pas-cancel.json');
  const of = (number: string): unknown[] => [numbered(reading, number).life, numbered(reading, number).use];
  assert.deepEqual(of('T-701'), ['cancelled', 'not-used']);
  assert.deepEqual(of('T-702'), ['active', null]);
  assert.deepEqual(of('T-703'), ['cancelled', 'not-used']);
  assert.deepEqual(said(reading, 'cancel-requested'), ['Bundle.entry[2].resource']);
});

test('an inquiry answers with several bundles, each with members of its own; the question itself is no case', () => {
  const reading = readCase('pas-inquiry.json');
  assert.deepEqual(
    reading.records.map(({ member, items }) => [member.name, member.number, items[0]!.outcome]),
    [
      ['First Member', 'PH-1001', 'certified'],
      ['Second Member', 'PH-2002', 'not-certified'],
    ],
  );
  assert.deepEqual(said(reading, 'inquiry'), ['Parameters.parameter[2].resource.entry[0].resource']);
  assert.equal(said(reading, 'duplicate').length, 2);
});

test('how soon it must be decided: stat, urgent and emergency are expedited, and what does not tell is not made up', () => {
  const level = (code: string) => ({ url: 'http://x/extension-levelOfServiceCode', valueCodeableConcept: { coding: [{ code }] } });
  const urgencyOf = (changes: object) =>
    only(readFhir(JSON.stringify(aClaim({ use: 'preauthorization', item: [{ sequence: 1 }], ...changes })))).urgency;
  const priority = (code: string) => ({ priority: { coding: [{ code }] } });
  assert.deepEqual(
    [priority('stat'), priority('normal'), { extension: [level('U')] }, { extension: [level('03')] }, { extension: [level('E')] }, {}].map(
      urgencyOf,
    ),
    ['expedited', 'standard', 'expedited', 'expedited', 'standard', undefined],
  );
  assert.equal(urgencyOf({ use: 'claim', ...priority('stat') }), undefined, 'of a claim nothing is to be decided');
});

test('what asks by example is an inquiry, also where its profile says that it is a request', () => {
  const item = { sequence: 1, extension: [{ url: 'http://example/extension-itemCertificationIssueDate', valueDate: '2026-01-01' }] };
  const reading = readFhir(JSON.stringify(aClaim({ use: 'preauthorization', item: [item] })));
  assert.deepEqual([reading.records, said(reading, 'inquiry')], [[], ['Claim']]);
});

test('a notification that comes twice or late changes nothing', () => {
  const reading = readCase('pas-notification.json');
  assert.equal(only(reading).items[0]!.outcome, 'certified');
  assert.deepEqual(said(reading, 'duplicate'), ['Bundle.entry[2].resource']);
  assert.deepEqual(said(reading, 'older-version'), ['Bundle.entry[3].resource']);
  assert.deepEqual(said(reading, 'no-resource'), ['Bundle.entry[7]']);
});

test('the RI dialect: a decision on the whole, a claim that only stands beside, cancelled items, conditions as diagnoses', () => {
  const reading = readCase('ri-granted.json');
  const record = only(reading);
  assert.deepEqual(
    record.items.map(({ outcome, outcomeCode }) => [outcome, outcomeCode?.code]),
    [
      ['cancelled', undefined],
      ['certified', 'A1'],
    ],
  );
  assert.deepEqual(record.identifiers, [{ type: 'authorization-number', value: 'ri-1' }]);
  assert.deepEqual(record.diagnoses, [{ code: '278860009', system: 'http://snomed.info/sct', text: 'Low back pain' }]);
  assert.equal(record.createdAt, null);
  assert.deepEqual(said(reading, 'joined-by-bundle'), ['Bundle.entry[0].resource']);
  assert.deepEqual(said(reading, 'duplicate-full-url'), ['Bundle.entry[1].resource']);
});

test('a decision on a request without lines is not lost', () => {
  const record = only(readCase('ri-pended-without-items.json'));
  assert.deepEqual(
    record.items.map(({ sequence, outcome, reasons }) => [sequence, outcome, reasons.map(({ code }) => code)]),
    [[1, 'pended', ['decided-as-a-whole', 'X']]],
  );
  assert.equal(record.processing, 'queued');
  assert.equal(decisionOf(record), 'pended');
});

test('a request named by a search address is found by its number', () => {
  const reading = readCase('ri-search-address.ndjson');
  assert.equal(only(reading).items[0]!.outcome, 'not-certified');
  assert.deepEqual(said(reading, 'unresolved-reference'), []);
});

test('CMS shows prior authorizations as benefits, without dates of service', () => {
  const record = numbered(readCase('cms-benefits.ndjson'), 'pa-1');
  assert.equal(record.kind, 'authorization');
  assert.deepEqual([record.serviceFrom, record.serviceTo, record.currency], [null, null, null]);
  assert.deepEqual(
    record.items.map(({ outcome, outcomeCode }) => [outcome, outcomeCode?.code]),
    [
      ['certified', 'A'],
      ['not-certified', 'N'],
    ],
  );
});

test('A1 beside a line that the payer added for it stays certified, and the authorization approved', () => {
  const action = (code: string) => ({
    url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewAction',
    extension: [
      {
        url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewActionCode',
        valueCodeableConcept: { coding: [{ system: 'https://codesystem.x12.org/005010/306', code }] },
      },
    ],
  });
  const answer = {
    resourceType: 'ClaimResponse',
    status: 'active',
    use: 'preauthorization',
    outcome: 'complete',
    item: [{ itemSequence: 1, adjudication: [{ extension: [action('A1')] }] }],
    addItem: [{ itemSequence: [1], productOrService: { text: 'Own service' }, adjudication: [{ extension: [action('A1')] }] }],
  };
  const [record] = readFhir(JSON.stringify(answer)).records;
  assert.deepEqual(
    record?.items.map(({ outcome }) => outcome),
    ['certified', 'certified'],
  );
  assert.equal(decisionOf(record!), 'approved');
});
