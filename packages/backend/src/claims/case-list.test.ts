import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  compareRows,
  defaultSortOf,
  matcherOf,
  rowOf,
  type CaseCriteria,
  type CaseRow,
  type CaseSort,
  type IntakeCase,
} from '@portico/core/claims';
import { plainDate, scopeOf, type Subject } from '@portico/core/kernel';
import { createPolicyBook, defaultPack } from '@portico/core/policy';
import { anything, createTestIds } from '@portico/testing/contract';
import { worldCases } from '@portico/testing/world';
import { indexes, type BackOfficeStore } from '../collections.ts';
import { policyOf } from '../policy-of.ts';
import { createMemoryStore } from '../stores/memory-store.ts';
import { createCaseList } from './case-list.ts';
import type { Anchor, CaseQuery, CaseSearch } from './case-search.ts';
import { takeIn } from './take-in.ts';

const policyFor = policyOf({ book: createPolicyBook([defaultPack], () => null) });
const today = plainDate('2026-11-21');
const all: readonly IntakeCase[] = [...worldCases({ seed: 3, count: 240, today })];

const day = fc.option(
  fc
    .date({ min: new Date('2025-09-01'), max: new Date('2026-12-01'), noInvalidDate: true })
    .map((date) => plainDate(date.toISOString().slice(0, 10))),
);
const partOf = (texts: readonly (string | null | undefined)[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    fc
      .tuple(fc.constantFrom(...texts.filter((text) => text != null)), fc.nat(6), fc.integer({ min: 1, max: 6 }))
      .map(([text, from, length]) => text.slice(from, from + length)),
  );
const whole: fc.Arbitrary<CaseCriteria> = fc.record({
  dateMode: fc.constantFrom('service', 'payment'),
  ...{ from: day, to: day },
  kinds: fc.subarray(['claim', 'authorization'] as const),
  decisions: fc.subarray(['paid', 'denied', 'approved', 'in-process', 'pended'] as const),
  notUsedOnly: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  memberName: partOf(all.map(({ member }) => member.name)),
  memberNumber: partOf(all.map(({ member }) => member.number)),
  payerId: fc.option(fc.constantFrom('payer:gulf', 'payer:lake'), { freq: 3 }),
  providerId: fc.option(fc.constantFrom('provider:noor', 'provider:lakeside'), { freq: 3 }),
  physician: partOf(all.map(({ physician }) => physician?.name)),
  identifier: partOf(all.map(({ identifiers }) => identifiers[0]?.value)),
  amount: fc.option(
    fc.record({ currency: fc.constantFrom('KWD', 'AED', 'USD'), from: fc.option(fc.nat(200_000)), to: fc.option(fc.nat(900_000)) }),
    { freq: 2 },
  ),
});
// A few criteria at a time: all of them at once find nothing.
const fields = Object.keys(anything) as (keyof CaseCriteria)[];
const criteria = fc
  .tuple(whole, fc.subarray(fields, { maxLength: 4 }))
  .map(([asked, some]): CaseCriteria => ({ ...anything, ...Object.fromEntries(some.map((field) => [field, asked[field]])) }));

const sort: fc.Arbitrary<CaseSort | null> = fc.option(
  fc.record({
    key: fc.constantFrom('serviceDate', 'paymentDate', 'memberName', 'payerName', 'billed', 'paid'),
    direction: fc.constantFrom('ascending', 'descending'),
  }),
);

const query = (asked: CaseCriteria, order: CaseSort | null, bounds: Partial<CaseQuery> = {}): CaseQuery => ({
  ...{ organisationId: 'o', providerIds: null, payerIds: null, criteria: asked, sort: order ?? defaultSortOf(asked.dateMode) },
  ...bounds,
});

async function filled(
  records: readonly IntakeCase[] = all,
): Promise<{ store: BackOfficeStore; list: CaseSearch; take: (records: readonly IntakeCase[]) => Promise<void> }> {
  const [store, ids] = [createMemoryStore(indexes), createTestIds()];
  const take = async (some: readonly IntakeCase[], organisationId = 'o'): Promise<void> => {
    await store.transaction('write', (tx) => takeIn({ ids, policyFor }, tx, some, { organisationId, by: null, at: 0 }));
  };
  await take(records);
  await take(records.slice(0, 20), 'another');
  return { store, list: createCaseList(), take };
}

/** The same by looking at every record with the rules of core. */
async function looked(
  store: BackOfficeStore,
  { criteria: asked, sort: order, organisationId, providerIds, payerIds }: CaseQuery,
): Promise<readonly CaseRow[]> {
  const records = await store.transaction('read', (tx) =>
    tx.query('cases', { where: [{ op: 'eq', field: 'organisationId', value: organisationId }] }),
  );
  return records
    .map(({ record }) => rowOf(record))
    .filter((row) => (providerIds?.includes(row.providerId) ?? true) && (payerIds?.includes(row.payerId) ?? true) && matcherOf(asked)(row))
    .sort(compareRows(order));
}

const found = async (store: BackOfficeStore, list: CaseSearch, asked: CaseQuery): Promise<readonly CaseRow[]> =>
  store.transaction('read', async (tx) => list.rows(tx, await list.ids(tx, asked)));

describe('case list', () => {
  it('N21 N23 N24 finds and orders as the rules of core do over every record, for any query', async () => {
    const { store, list } = await filled();
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(
        criteria,
        sort,
        fc.option(fc.subarray(['provider:noor', 'provider:lakeside'])),
        async (asked, order, providerIds) => {
          const whole = query(asked, order, { providerIds });
          const rows = await found(store, list, whole);
          assert.deepEqual(rows, await looked(store, whole));
          if (rows.length > 0) hits += 1;
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(hits > 80, `only ${hits} queries found anything`);
  });

  it('pages of any size are the whole, whatever the order', async () => {
    const { store, list } = await filled();
    await fc.assert(
      fc.asyncProperty(sort, fc.integer({ min: 1, max: 90 }), async (order, limit) => {
        const asked = query({ ...anything, kinds: ['claim'] }, order);
        const paged: CaseRow[] = [];
        for (let after: Anchor | null = null; ;) {
          const page = await store.transaction('read', (tx) => list.page(tx, asked, { after, limit, cap: Infinity }));
          paged.push(...page.rows);
          after = page.next;
          if (after === null) break;
        }
        assert.deepEqual(paged, await looked(store, asked));
      }),
      { numRuns: 60 },
    );
  });

  it('follows what comes in and what changes, searched in between or not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(220), fc.integer({ min: 1, max: 20 }), fc.boolean(), fc.boolean()), { maxLength: 8 }),
        async (steps) => {
          const { store, list, take } = await filled(all.slice(0, 30));
          const asked = query({ ...anything, kinds: ['claim'] }, { key: 'memberName', direction: 'ascending' });
          for (const [from, count, isChanged, isSearched] of steps) {
            const some = all.slice(from, from + count);
            await take(
              isChanged ? some.map((record) => ({ ...record, life: 'cancelled', member: { ...record.member, name: 'Changed' } })) : some,
            );
            if (isSearched) assert.deepEqual(await found(store, list, asked), await looked(store, asked));
          }
          assert.deepEqual(await found(store, list, asked), await looked(store, asked));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a cursor lives while its row stays in its place, and expires when it moves', async () => {
    const { store, list, take } = await filled();
    const asked = query(anything, { key: 'memberName', direction: 'ascending' });
    const page = (after: Anchor | null) => store.transaction('read', (tx) => list.page(tx, asked, { after, limit: 10, cap: Infinity }));
    const { rows, next } = await page(null);
    const last = all.find(({ identifiers }) => identifiers[0]!.value === rows.at(-1)!.identifiers[0]!.value)!;
    const second = (await page(next)).rows;
    await take([{ ...last, notes: ['later'] }]);
    assert.deepEqual((await page(next)).rows, second);
    await take([{ ...last, member: { ...last.member, name: 'Zz' } }]);
    await assert.rejects(page(next), { code: 'expired-cursor' });
  });

  it('counts up to the cap', async () => {
    const { store, list } = await filled();
    const total = async (cap: number) =>
      (await store.transaction('read', (tx) => list.page(tx, query(anything, null), { after: null, limit: 1, cap }))).total;
    assert.deepEqual(await total(all.length - 1), { kind: 'at-least', n: all.length - 1 });
    assert.deepEqual(await total(all.length), { kind: 'exact', n: all.length });
  });

  it('keeps every subject within its own bounds', async () => {
    const { store, list } = await filled();
    const subject = (roles: Subject['roles']): Subject => ({
      accountId: 'a',
      organisationId: 'o',
      displayName: '',
      roles,
      providerIds: ['provider:noor'],
      payerIds: ['payer:lake'],
    });
    for (const roles of [[], ['clerk'], ['claims-center'], ['clerk', 'claims-center'], ['helpdesk']] as Subject['roles'][]) {
      const bounds = scopeOf(subject(roles));
      for (const row of await found(store, list, query(anything, null, bounds))) {
        assert.ok(bounds.providerIds?.includes(row.providerId) ?? true);
        assert.ok(bounds.payerIds?.includes(row.payerId) ?? true);
      }
    }
    assert.deepEqual(await found(store, list, query(anything, null, scopeOf(subject([])))), []);
  });
});
