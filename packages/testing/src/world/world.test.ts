import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modificationDeadline } from '@portico/core/claims';
import { checkIdentifier, isNpi, plainDate, startOfDay } from '@portico/core/kernel';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
import { intakeCaseSchema } from '@portico/core/schemas';
import { standingOf } from '@portico/core/members';
import { members, payers, physicians, providers, rememberingLast, worldCases, worldCoverages, worldDirectory } from './index.ts';

const options = { seed: 7, count: 300, today: plainDate('2026-11-21') };

test('the same seed gives the same world', () => {
  assert.deepEqual([...worldCases(options)], [...worldCases(options)]);
  assert.notDeepEqual([...worldCases(options)], [...worldCases({ ...options, seed: 8 })]);
});

test('every case is one that the back office takes in', () => {
  for (const record of worldCases(options)) assert.equal(intakeCaseSchema.safeParse(record).success, true, record.identifiers[0]?.value);
});

test('the world has both kinds, three currencies and names in two scripts, and ends today', () => {
  const all = [...worldCases(options)];
  assert.deepEqual(new Set(all.map((record) => record.kind)), new Set(['claim', 'authorization']));
  assert.deepEqual(new Set(all.map((record) => record.currency)), new Set(['KWD', 'AED', 'USD']));
  assert.ok(
    all.some((record) => /\p{Script=Arabic}/u.test(record.member.name)) &&
      all.some((record) => /^[\p{Script=Latin}\s']+$/u.test(record.member.name)),
  );
  assert.ok(all.every((record) => record.serviceFrom !== null && record.serviceFrom <= options.today));
});

test('N11 the world has cases whose window is open, closes today, and is over', () => {
  const policy = createPolicyBook([defaultPack, nextcarePack], () => null).policy('nextcare').claims;
  const all = [...worldCases({ ...options, count: 2_000 })].filter(({ payer }) => payer.id === 'payer:gulf');
  const morning = startOfDay(options.today, policy.zone) + 9 * 3_600_000;
  const left = all.map((record) => modificationDeadline({ ...record, takenInAt: morning }, policy)!.dueAt - morning);
  assert.ok(left.some((time) => time <= 0));
  assert.ok(left.some((time) => time > 0 && time < 86_400_000));
  assert.ok(left.some((time) => time > 3 * 86_400_000));
});

test('invented NPIs pass the check digit', () => {
  const npis = [...providers, ...physicians.noor, ...physicians.lakeside].flatMap((party) =>
    party.identifiers.filter((id) => id.type === 'npi'),
  );
  assert.ok(npis.length > 0);
  for (const npi of npis) assert.ok(isNpi(npi.value), npi.value);
});

test('N10 the world has a member in every state, two of one name, a payer that cannot be asked, and the members of its last cases', () => {
  const { cases, last } = rememberingLast(worldCases(options), 50);
  const coverages = worldCoverages(options.today, last);
  assert.equal([...cases].length, options.count);
  const all = [...coverages];
  const states = all.map(({ member, coverage }) => [member.number, standingOf(coverage, options.today)] as const);
  assert.deepEqual(new Map(states.slice(0, members.length)), new Map(members.map(({ number, state }) => [number, state])));
  assert.deepEqual(new Set(members.map(({ state }) => state)), new Set(['active', 'card-expired', 'not-yet-in-force', 'ended']));
  assert.equal(new Set(members.map(({ name, birthDate }) => name + birthDate)).size, members.length - 1);
  assert.ok(payers.some(({ outage }) => outage));
  assert.equal(all.length, members.length + 50);
  assert.equal(all.at(-1)!.member.number, [...worldCases(options)].at(-1)!.member.number);
});

test('N19 N20 the lists have codes once each, names in both scripts, and none that is licensed', () => {
  const { diagnoses, services } = worldDirectory();
  for (const list of [[...diagnoses], [...services]]) {
    assert.ok(list.length > 100);
    assert.equal(new Set(list.map(({ coded }) => coded.code)).size, list.length);
    for (const { coded, names } of list) {
      assert.match(coded.text ?? '', /^[\p{Script=Latin}\d]/u, coded.code);
      assert.match(names.ar ?? '', /\p{Script=Arabic}/u, coded.code);
    }
  }
  for (const { coded } of diagnoses) assert.match(coded.code, /^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?$/);
  // Level I is five digits, dental codes begin with D.
  for (const { coded } of services) assert.match(coded.code, /^[A-CE-V]\d{4}$/);
});

test('N18 physicians have every kind of licence, numbers that pass their checks, and ids of their own', () => {
  const all = [...worldDirectory().physicians];
  const identifiers = all.flatMap((one) => one.identifiers);
  assert.deepEqual(new Set(identifiers.map(({ type }) => type)), new Set(['lop', 'dha', 'doh', 'moh', 'npi']));
  for (const { type, value } of identifiers) assert.equal(checkIdentifier(type, value), null, value);
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  assert.equal(new Set(identifiers.map(({ value }) => value)).size, identifiers.length);
});
