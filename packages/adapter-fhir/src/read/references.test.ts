import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aClaim, numbered, only, readCase, said, soundly } from './cases-fixture.test.ts';

const reading = readCase('references.json');
const parties = (number: string): unknown[] => {
  const { member, payer, provider } = numbered(reading, number);
  return [member.name, payer.id, payer.name, provider.id, provider.name];
};
const known = ['Ms. Layla N. Haddad', 'npi:2000000101', 'Prairie Health Plan'];

test('contained', () => {
  assert.deepEqual(parties('contained'), ['Ms. Layla N. Haddad', 'name:Contained Plan', 'Contained Plan', 'unknown', '']);
});

test('relative, also to a version', () => {
  assert.deepEqual(parties('relative'), [...known, 'npi:2000000200', 'Cedar Street Clinic']);
});

test('absolute: another server’s resource is not the one here with the same id', () => {
  assert.deepEqual(parties('absolute'), [
    known[0],
    'https://other.example/fhir/Organization/payer',
    'payer',
    'npi:2000000200',
    'Cedar Street Clinic',
  ]);
});

test('urn:uuid by full address, by id, or spoken', () => {
  assert.deepEqual(parties('uuid'), [
    'By Uuid',
    'urn:uuid:7d1c4a52-0000-4000-8000-000000000009',
    'Spoken Plan',
    'urn:uuid:plain-id',
    'By Id Alone',
  ]);
});

test('by identifier alone', () => {
  assert.deepEqual(parties('identifier'), [...known, 'npi:2000000606', 'Willow Lab']);
});

test('missing ones keep what is said of them, and have a line', () => {
  assert.deepEqual(parties('missing'), ['nowhere', 'unknown', '', 'unknown', '']);
  assert.ok(said(reading, 'unresolved-reference').includes('Bundle.entry[5].resource.patient Patient'));
  assert.deepEqual(said(reading, 'missing-party'), [
    ...['Bundle.entry[0].resource provider', 'Bundle.entry[5].resource insurer', 'Bundle.entry[5].resource provider'],
  ]);
});

test('claims that replace each other in a circle come to the newest; one that replaces itself stands', () => {
  assert.deepEqual(
    numbered(reading, 'loop-a').identifiers.map(({ value }) => value),
    ['loop-a', 'loop-b'],
  );
  assert.deepEqual(said(reading, 'circular-reference'), ['Bundle.entry[6].resource']);
  assert.ok(numbered(reading, 'self'));
});

test('without id and number a record is known by its place in the file', () => {
  const record = reading.records.find(({ identifiers }) => identifiers.length === 0);
  assert.equal(record?.source.reference, 'references.json#Bundle.entry[17].resource');
  assert.deepEqual(said(reading, 'no-identifier'), ['Bundle.entry[17].resource']);
});

test('two resources under one address both stay', () => {
  assert.ok(numbered(reading, 'other-id'));
  assert.deepEqual(said(reading, 'duplicate-full-url'), ['Bundle.entry[18].resource']);
});

test('what came along by _include is no row of its own', () => {
  const page = readCase('search-set.json');
  assert.equal(only(page).items[0]!.outcome, 'certified');
  assert.deepEqual(said(page, 'included-only'), ['Bundle.entry[2].resource']);
  assert.deepEqual(said(page, 'not-a-claim'), ['Bundle.entry[3].resource OperationOutcome']);
});

test('of two versions of one resource the newer stays, wherever it stands', () => {
  const version = (number: string, lastUpdated: string): object => aClaim({ meta: { lastUpdated }, identifier: [{ value: number }] });
  const [old, young] = [version('old', '2026-01-01T00:00:00Z'), version('young', '2026-01-01T02:00:00+01:00')];
  for (const both of [
    [old, young],
    [young, old],
  ]) {
    const file = soundly(JSON.stringify(both));
    assert.equal(only(file).identifiers[0]!.value, 'young');
    assert.equal(said(file, 'older-version').length, 1);
  }
});

test('a case is as new as the newest of what it is read from', () => {
  const claim = (meta?: object): object => aClaim({ id: 'c', ...(meta && { meta }) });
  const answer = {
    ...{ resourceType: 'ClaimResponse', status: 'active', use: 'claim', outcome: 'complete', request: { reference: 'Claim/c' } },
    meta: { lastUpdated: '2026-02-01T00:00:00Z' },
  };
  const updatedAt = (...resources: object[]) => only(soundly(JSON.stringify(resources))).source.updatedAt;
  const first = { lastUpdated: '2026-01-01T00:00:00.5Z' };
  assert.equal(updatedAt(claim(first)), Date.UTC(2026, 0, 1, 0, 0, 0, 500));
  assert.equal(updatedAt(claim(first), answer), Date.UTC(2026, 1, 1));
  assert.equal(updatedAt(claim()), undefined);
});

test('the member number in force counts, not one that ended', () => {
  const number = (value: string, end?: string): object => ({
    type: { coding: [{ code: 'MB' }] },
    value,
    period: { start: '2020-01-01', ...(end === undefined ? {} : { end }) },
  });
  const patient = { resourceType: 'Patient', id: 'p', identifier: [number('FORMER', '2021-01-01'), number('NOW')] };
  const file = soundly(JSON.stringify(aClaim({ contained: [patient], patient: { reference: '#p' } })));
  assert.equal(only(file).member.number, 'NOW');
});
