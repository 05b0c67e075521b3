import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decisionOf, type IntakeCase } from '@portico/core/claims';
import { plainDate } from '@portico/core/kernel';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
import { checkPolicyKey } from '@portico/core/schemas';
import { contractWorld, createMemoryWorld, people, createTestIds } from '@portico/testing/contract';
import { worldCases } from '@portico/testing/world';
import { indexes } from '../collections.ts';
import { policyOf } from '../policy-of.ts';
import { eq } from '../store.ts';
import { createMemoryStore } from '../stores/memory-store.ts';
import { sourceKeyOf, takeIn } from './take-in.ts';

const policyFor = policyOf({ book: createPolicyBook([defaultPack, nextcarePack], checkPolicyKey), payers: { 'payer:gulf': 'nextcare' } });
const all: readonly IntakeCase[] = [...worldCases({ seed: 5, count: 60, today: plainDate('2026-11-21') })];
const lives: readonly IntakeCase['life'][] = ['active', 'cancelled', 'draft', 'entered-in-error'];

const changed = fc
  .tuple(fc.nat(all.length - 1), fc.constantFrom(...lives), fc.constantFrom('received', 'complete', 'error'))
  .map(([n, life, processing]): IntakeCase => ({ ...all[n]!, life, processing: processing as IntakeCase['processing'] }));

describe('taking in', () => {
  it('a stored decision is always the one that the rules of core derive from the record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(changed, { maxLength: 12 }), { maxLength: 5 }), async (batches) => {
        const [store, ids] = [createMemoryStore(indexes), createTestIds()];
        for (const batch of batches)
          await store.transaction('write', (tx) => takeIn({ ids, policyFor }, tx, batch, { organisationId: 'o', by: null, at: 1 }));
        const kept = await store.transaction('read', (tx) => tx.query('cases', {}));
        for (const { record, version, events, sequence } of kept) {
          assert.equal(record.decision, decisionOf(record));
          assert.deepEqual([record.version, events.length], [version, version]);
          assert.ok(sequence > 0);
        }
        assert.equal(new Set(kept.map(({ sequence }) => sequence)).size, kept.length);
        assert.equal(kept.length, new Set(batches.flat().map((record) => sourceKeyOf(record, 'o'))).size);
      }),
      { numRuns: 60 },
    );
  });

  it('counts add up, and a batch again changes nothing', async () => {
    const [store, ids] = [createMemoryStore(indexes), createTestIds()];
    const take = (batch: readonly IntakeCase[]) =>
      store.transaction('write', (tx) => takeIn({ ids, policyFor }, tx, batch, { organisationId: 'o', by: null, at: 1 }));
    const { taken, updated, unchanged } = await take([...all, ...all]);
    assert.deepEqual({ taken, updated, unchanged }, { taken: 60, updated: 0, unchanged: 60 });
    const again = await take(all.map((record) => JSON.parse(JSON.stringify(record)) as IntakeCase));
    assert.deepEqual(again, { taken: 0, updated: 0, unchanged: 60, changes: [] });
  });

  it('N12 a deadline is computed when a case is taken in, and again only when its start changed', async () => {
    const [store, ids] = [createMemoryStore(indexes), createTestIds()];
    const gulf = all.find(({ payer }) => payer.id === 'payer:gulf')!;
    const other = all.find(({ payer }) => payer.id !== 'payer:gulf')!;
    const take = async (record: IntakeCase, policies = policyFor) => {
      await store.transaction('write', (tx) =>
        takeIn({ ids, policyFor: policies }, tx, [record], { organisationId: 'o', by: null, at: 1 }),
      );
      const [kept] = await store.transaction('read', (tx) => tx.query('cases', { where: eq('sourceKey', sourceKeyOf(record, 'o')) }));
      return kept!.record.deadlines.modification;
    };
    const first = await take(gulf);
    assert.deepEqual(first, { ...first, start: 'authorization-issued', startedAt: gulf.createdAt, zone: 'Asia/Dubai' });
    const longer = createPolicyBook([defaultPack, { id: 'longer', base: 'default', keys: { 'claims.modificationDays': 30 } }], () => null);
    assert.deepEqual(await take({ ...gulf, notes: ['more'] }, policyOf({ book: longer, portal: 'longer' })), first);
    const later = await take({ ...gulf, createdAt: gulf.createdAt! + 86_400_000 });
    assert.equal(later!.dueAt, first!.dueAt + 86_400_000);
    assert.equal(await take(other), null);
  });

  it('records without any number are told apart by where they came from, else by what they say', () => {
    const bare = { ...all[0]!, identifiers: [], source: { ...all[0]!.source, reference: null } };
    assert.equal(sourceKeyOf(bare, 'o'), sourceKeyOf({ ...bare }, 'o'));
    assert.notEqual(sourceKeyOf(bare, 'o'), sourceKeyOf({ ...bare, notes: ['another'] }, 'o'));
    const referred = { ...bare, source: { ...bare.source, reference: 'Claim/1' } };
    assert.equal(sourceKeyOf(referred, 'o'), sourceKeyOf({ ...referred, notes: ['another'] }, 'o'));
    assert.notEqual(sourceKeyOf(referred, 'o'), sourceKeyOf(referred, 'p'));
  });

  it('a record that replaces another one is the same case, in whatever order both come, together or one by one', async () => {
    const original: IntakeCase = { ...all[0]!, identifiers: [{ type: 'reference-id', value: 'R-1' }] };
    const again = (n: number): IntakeCase => ({
      ...original,
      identifiers: [n, n - 1].map((number) => ({ type: 'reference-id', value: `R-${number}` })),
      former: [{ type: 'reference-id', value: `R-${n - 1}` }],
      notes: [`update ${n}`],
    });
    const [update, newest, other] = [again(2), again(3), { ...original, identifiers: [{ type: 'reference-id', value: 'R-9' }] } as const];
    for (const batches of [
      [[original, update, newest, other]],
      [[original], [update], [newest], [other]],
      [[newest, update, original, other]],
      [[other, update], [newest], [original]],
    ]) {
      const [store, ids] = [createMemoryStore(indexes), createTestIds()];
      const take = (batch: readonly IntakeCase[]) =>
        store.transaction('write', (tx) => takeIn({ ids, policyFor }, tx, batch, { organisationId: 'o', by: null, at: 1 }));
      for (const batch of batches) await take(batch);
      const kept = await store.transaction('read', (tx) => tx.query('cases', {}));
      assert.deepEqual(kept.map(({ record }) => record.notes.at(-1) ?? 'other').sort(), ['other', 'update 3']);
      const { taken, updated, unchanged } = await take(batches.flat());
      assert.deepEqual({ taken, updated, unchanged }, { taken: 0, updated: 0, unchanged: batches.flat().length });
    }
  });

  it('of records whose source tells how old they are the newest stays, in whatever order they come, together or one by one', async () => {
    const told = (age: number, by: 'updatedAt' | 'createdAt'): IntakeCase => ({
      ...all[0]!,
      ...(by === 'createdAt' ? { createdAt: age } : { source: { ...all[0]!.source, updatedAt: age } }),
      notes: [`told at ${age}`],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(1_000), { minLength: 2, maxLength: 5 }),
        fc.constantFrom('updatedAt', 'createdAt'),
        fc.boolean(),
        async (ages, by, isTogether) => {
          const [store, ids] = [createMemoryStore(indexes), createTestIds()];
          const records = ages.map((age) => told(age, by));
          for (const batch of isTogether ? [records] : records.map((record) => [record]))
            await store.transaction('write', (tx) => takeIn({ ids, policyFor }, tx, batch, { organisationId: 'o', by: null, at: 1 }));
          const kept = await store.transaction('read', (tx) => tx.query('cases', {}));
          assert.deepEqual(
            kept.map(({ record }) => record.notes),
            [[`told at ${Math.max(...ages)}`]],
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('binds the clerk to providers nobody knows only where the back office is set up so, never to those of somebody else', async () => {
    for (const adoptProviders of [false, true]) {
      const world = await createMemoryWorld(contractWorld, { adoptProviders });
      const page = world.connect();
      await page.access!.signIn(people.clerk);
      const told: string[] = [];
      page.changes.subscribe('session', ({ id }) => told.push(id));
      const from = (id: string): IntakeCase => ({ ...all[0]!, provider: { id, name: id, identifiers: [] } });
      const answer = await page.claims!.intake!([from('provider:new'), from('provider:c')], { commandId: 'one' });
      assert.equal(answer.status, 'accepted');
      const refused = answer.status === 'accepted' ? answer.value.refused.map(({ index }) => index) : [];
      assert.deepEqual(refused, adoptProviders ? [1] : [0, 1]);
      assert.equal((await page.access!.session())!.subject.providerIds.includes('provider:new'), adoptProviders);
      // Not the session's own id, which would say that it is over: pages ask again who is signed in.
      assert.deepEqual(told, adoptProviders ? ['*'] : []);
    }
  });
});
