import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseCriteria, CaseSort } from '@portico/core/claims';
import { addDays, plainDate } from '@portico/core/kernel';
import { createPolicyBook, defaultPack } from '@portico/core/policy';
import { anything, createMemoryWorld, contractWorld, people } from '@portico/testing/contract';
import { policyOf } from '../policy-of.ts';
import { demandSound, faultsOf } from './sound-criteria.ts';

const today = plainDate('2026-11-21');
const strict = {
  id: 'strict',
  base: 'default',
  keys: { 'claims.maxSpanDays': 31, 'claims.dateModes': ['service'], 'claims.zone': 'Asia/Dubai' },
};
const policyFor = policyOf({ book: createPolicyBook([defaultPack, strict], () => null), payers: { 'payer:strict': 'strict' } });
/** The last second of that day in UTC: in the zone of the strict payer the next one has begun. */
const office = { policyFor, clock: { now: () => Date.parse(`${today}T23:59:59Z`), after: () => Promise.resolve() } };
const faults = (changes: Partial<CaseCriteria>) => faultsOf(office, { ...anything, ...changes }).map(({ code }) => code);

describe('sound criteria', () => {
  it('N24 a payer that is named is asked by its own policy, everybody else by the portal’s', () => {
    const month = { from: addDays(today, -31), to: today };
    assert.deepEqual(faults(month), []);
    assert.deepEqual(faults({ ...month, payerId: 'payer:other' }), []);
    assert.deepEqual(faults({ ...month, payerId: 'payer:strict' }), ['span-too-long']);
    assert.deepEqual(faults({ dateMode: 'payment', payerId: 'payer:strict' }), ['mode-not-offered']);
  });

  it('an open end counts until today where the payer is', () => {
    const open = { from: addDays(today, -30), payerId: 'payer:strict' };
    assert.deepEqual(faults(open), ['span-too-long']);
    assert.deepEqual(faults({ ...open, from: addDays(today, -29) }), []);
  });

  it('what is faulty is refused as invalid', () => {
    assert.throws(() => demandSound(office, { ...anything, to: today }), { name: 'PortError', code: 'invalid' });
    demandSound(office, anything);
  });

  it('what has not the shape of criteria is refused as invalid by every query', async () => {
    const world = await createMemoryWorld(contractWorld);
    const { access, claims } = world.connect();
    await access!.signIn(people.clerk);
    const wrong: readonly object[] = [
      { ...anything, dateMode: 'received' },
      { ...anything, from: '2026-02-30' },
      { ...anything, memberName: 'a'.repeat(257) },
      { ...anything, amount: { currency: 'KWD', from: 0.5, to: null } },
      { ...anything, also: 'this' },
      {},
    ];
    for (const one of wrong) {
      const criteria = one as CaseCriteria;
      for (const call of [() => claims!.search(criteria, {}), () => claims!.open!(criteria, {}), () => claims!.breakdown!(criteria)])
        await assert.rejects(call(), { name: 'PortError', code: 'invalid' }, JSON.stringify(one));
    }
    const sort = { key: 'source', direction: 'ascending' } as unknown as CaseSort;
    await assert.rejects(claims!.search(anything, { sort }), { name: 'PortError', code: 'invalid' });
    const request = { providerId: 'provider:a', payerId: 'payer:x', period: { from: '1/2', to: today } } as never;
    await assert.rejects(claims!.issueBordereau!(request, { commandId: 'one' }), { name: 'PortError', code: 'invalid' });
  });
});
