import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partiesOf, partiesWith } from './bordereau-parties.rules.ts';
import type { CaseBreakdown } from './case-breakdown.ts';

const party = (id: string, count: number) => ({ id, name: id.toUpperCase(), count });
const breakdown: CaseBreakdown = {
  total: { kind: 'exact', n: 10 },
  payers: [party('x', 6), party('y', 4)],
  providers: [party('a', 5), party('b', 4), party('c', 1)],
  pairs: [
    { payerId: 'x', providerId: 'a', count: 1 },
    { payerId: 'x', providerId: 'b', count: 4 },
    { payerId: 'x', providerId: 'c', count: 1 },
    { payerId: 'y', providerId: 'a', count: 4 },
  ],
};
const nobody = { payerId: null, providerId: null };
const offered = (parties: readonly { readonly id: string; readonly count: number }[]) => parties.map(({ id, count }) => `${id} ${count}`);

test('N22 a chosen payer leaves the providers that have cases with it, most first, and all payers', () => {
  const { payerId, providerId, payers, providers } = partiesWith(breakdown, nobody, { payerId: 'x' });
  assert.deepEqual([payerId, providerId], ['x', null]);
  assert.deepEqual(offered(providers), ['b 4', 'a 1', 'c 1']);
  assert.deepEqual(offered(payers), ['x 6', 'y 4']);
});

test('N22 a chosen provider leaves the payers that have cases with it; one that is alone is chosen', () => {
  const parties = partiesWith(breakdown, nobody, { providerId: 'b' });
  assert.deepEqual(offered(parties.payers), ['x 4']);
  assert.deepEqual([parties.payerId, parties.providerId], ['x', 'b']);
  assert.deepEqual(offered(parties.providers), ['a 5', 'b 4', 'c 1']);
});

test('N22 what was chosen before stays while both have cases together, and goes when they have none', () => {
  const stays = { payerId: 'x', providerId: 'a' };
  assert.equal(partiesWith(breakdown, stays, { payerId: 'y' }).providerId, 'a');
  assert.equal(partiesWith(breakdown, { payerId: 'y', providerId: 'a' }, { providerId: 'c' }).payerId, 'x');
  const more = { ...breakdown, pairs: [...breakdown.pairs!, { payerId: 'y', providerId: 'c', count: 1 }] };
  assert.equal(partiesWith(more, { payerId: 'x', providerId: 'b' }, { payerId: 'y' }).providerId, null);
});

test('N22 where a backend tells no pairs, both lists stay whole', () => {
  const { pairs: _, ...without } = breakdown;
  const parties = partiesWith(without, { payerId: null, providerId: 'a' }, { payerId: 'x' });
  assert.deepEqual([offered(parties.payers), offered(parties.providers)], [offered(breakdown.payers), offered(breakdown.providers)]);
  assert.deepEqual([parties.payerId, parties.providerId], ['x', 'a']);
  assert.deepEqual(partiesWith(without, parties, { providerId: 'b' }).payerId, 'x');
});

test('N22 parties that are alone in a result are chosen from the beginning', () => {
  const alone = partiesOf({ ...breakdown, payers: [party('x', 3)] });
  assert.deepEqual([alone.payerId, alone.providerId], ['x', null]);
});
