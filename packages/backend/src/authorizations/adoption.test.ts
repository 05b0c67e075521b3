import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorizationDecision, caseOf } from '@portico/core/authorizations';
import { decisionOf } from '@portico/core/claims';
import { plainDate } from '@portico/core/kernel';
import { authorizationSchema } from '@portico/core/schemas';
import { contractWorld, createMemoryWorld, type MemoryWorld } from '@portico/testing/contract';
import { worldCases } from '@portico/testing/world';
import { adoptAll } from './keeping.ts';

const everything = ({ store }: MemoryWorld) =>
  store.transaction('read', async (tx) => ({
    cases: (await tx.query('cases', {})).filter(({ record }) => record.kind === 'authorization'),
    kept: new Map((await tx.query('authorizations', {})).map((one) => [one.id, one])),
  }));

describe('authorizations that came as cases', () => {
  it('each becomes a record that says what its case says, and gives the same case back', async () => {
    const world = await createMemoryWorld([
      { ...contractWorld[0]!, cases: [...contractWorld[0]!.cases, ...worldCases({ seed: 7, count: 300, today: plainDate('2026-11-21') })] },
    ]);
    const { cases, kept } = await everything(world);
    assert.ok(cases.length > 80);
    assert.equal(kept.size, cases.length);
    for (const { id, record: found } of cases) {
      const { record } = kept.get(id)!;
      authorizationSchema.parse(record);
      const again = caseOf(record, found);
      assert.deepEqual(
        [again.use, decisionOf(again)],
        [found.use, found.decision],
        JSON.stringify([found.decision, found.life, found.processing]),
      );
      assert.equal(authorizationDecision(record), found.decision);
    }
  });

  it('a draft was never sent: its case is listed, and there is no authorization to follow', async () => {
    const [one] = [...contractWorld[0]!.cases].filter(({ kind }) => kind === 'authorization');
    const world = await createMemoryWorld([{ ...contractWorld[0]!, cases: [{ ...one!, life: 'draft' }] }]);
    await adoptAll(world);
    const { cases, kept } = await everything(world);
    assert.deepEqual([cases.length, kept.size], [1, 0]);
  });

  it('a world that was made before there were records gets them once, and none of it is touched again', async () => {
    const world = await createMemoryWorld(contractWorld);
    const { kept } = await everything(world);
    await world.store.transaction('write', async (tx) => {
      for (const id of kept.keys()) await tx.delete('authorizations', id);
    });
    await adoptAll(world);
    assert.deepEqual((await everything(world)).kept, kept);
    const [id, one] = [...kept][0]!;
    const changed = { ...one, version: 7 };
    await world.store.transaction('write', (tx) => tx.put('authorizations', changed));
    await adoptAll(world);
    assert.deepEqual((await everything(world)).kept.get(id), changed);
  });
});
