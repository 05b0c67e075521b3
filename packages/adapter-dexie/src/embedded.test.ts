import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toPortError } from '@portico/core/kernel';
import { anything, contractWorld, createMemoryKeeper, createTestClock, people } from '@portico/testing/contract';
import { createDexieBackend, type DexieBackendOptions } from './dexie-backend.ts';
import { freshName } from './dexie-fixture.test.ts';

const demoPage = (changes: Partial<DexieBackendOptions> = {}) =>
  createDexieBackend({
    ...{ storage: 'plain', people: 'synthetic', passwordRounds: 1, sessionKeeper: createMemoryKeeper() },
    seed: () => contractWorld,
    demo: { accounts: [{ name: people.clerk.name, password: people.clerk.password, role: 'clerk' }] },
    recoveryUrl: 'https://portal.example/',
    ...changes,
  });

describe('embedded backend', () => {
  it('says that nothing is enforced, and keeps the contract version', async () => {
    const page = demoPage({ name: freshName() });
    assert.deepEqual([page.capabilities.enforcement, page.capabilities.contractVersion], ['rehearsal', 1]);
    await page.demo!.destroy();
  });

  it('a reload finds the world, what was taken in, and the session', async () => {
    const [name, sessionKeeper] = [freshName(), createMemoryKeeper()];
    const before = demoPage({ name, sessionKeeper });
    await before.access!.signIn(people.clerk);
    const record = [...contractWorld[0]!.cases].find(({ provider }) => provider.id === 'provider:a')!;
    const identifiers = [{ type: 'claim-number' as const, value: 'OPENED-1' }];
    await before.claims!.intake!([{ ...record, identifiers }], { commandId: 'c' });
    const total = (await before.claims!.search(anything, {})).total;
    before.close();
    let seeded = 0;
    const after = demoPage({ name, sessionKeeper, onProgress: () => (seeded += 1) });
    assert.equal((await after.access!.session())?.subject.accountId, people.clerk.subject.accountId);
    assert.deepEqual((await after.claims!.search(anything, {})).total, total);
    assert.equal((await after.claims!.search({ ...anything, identifier: 'OPENED' }, {})).rows.length, 1);
    assert.equal(seeded, 0);
    await after.demo!.destroy();
  });

  it('two tabs that begin at the same moment make one world', async () => {
    const name = freshName();
    const tabs = [demoPage({ name }), demoPage({ name })];
    await Promise.all(tabs.map(({ ready }) => ready));
    for (const tab of tabs) {
      await tab.access!.signIn(people.helpdesk);
      assert.deepEqual((await tab.claims!.search(anything, {})).total, { kind: 'exact', n: 72 });
    }
    await tabs[0]!.demo!.destroy();
    tabs[1]!.close();
  });

  it('a seeding that broke off is finished by the next page', async () => {
    const name = freshName();
    const broken = demoPage({
      name,
      onProgress: () => {
        throw new Error('the tab was closed');
      },
    });
    await assert.rejects(broken.ready);
    broken.close();
    const page = demoPage({ name });
    await page.access!.signIn(people.helpdesk);
    assert.deepEqual((await page.claims!.search(anything, {})).total, { kind: 'exact', n: 72 });
    await page.demo!.destroy();
  });

  it('the clock of a demo moves forward only, stays moved over a reload, and moves in other tabs too', async () => {
    const [name, clock] = [freshName(), createTestClock()];
    const page = demoPage({ name, clock });
    await page.ready;
    const other = demoPage({ name, clock });
    await other.ready;
    const moved = new Promise((resolve) => void other.changes.subscribe('world', resolve));
    page.demo!.advance(8 * 86_400_000);
    page.demo!.advance(-5);
    assert.equal(page.clock!.now(), clock.now() + 8 * 86_400_000);
    await moved;
    page.close();
    const after = demoPage({ name, clock });
    await after.ready;
    assert.equal(after.clock!.now(), clock.now() + 8 * 86_400_000);
    await after.demo!.destroy();
    other.close();
  });

  it('without a demo there is no clock to move, no mailbox, and no recovery that could be sent', async () => {
    const page = createDexieBackend({ name: freshName(), storage: 'memory', people: 'synthetic', passwordRounds: 1 });
    await page.ready;
    assert.deepEqual([page.demo, page.access!.requestRecovery, page.capabilities.access], [undefined, undefined, { recovery: [] }]);
    page.close();
  });

  it('destroying the world leaves nothing of it in the browser', async () => {
    const [name, sessionKeeper] = [freshName(), createMemoryKeeper()];
    const page = demoPage({ name, sessionKeeper });
    await page.access!.signIn(people.clerk);
    await page.demo!.destroy();
    assert.equal(sessionKeeper.get(), null);
    assert.ok(!(await indexedDB.databases()).some((database) => database.name === name));
    assert.equal(toPortError(await page.directory!.contacts().catch((error: unknown) => error)).code, 'storage-held');
  });

  it('data that only this page holds opens with its owner signed in, and nobody else can', async () => {
    const { subject } = people.clerk;
    const page = createDexieBackend({ storage: 'memory', people: 'real', passwordRounds: 1, signedIn: subject });
    assert.equal((await page.access!.session())?.subject.displayName, subject.displayName);
    const answer = await page.claims!.intake!([...contractWorld[0]!.cases], { commandId: 'c' });
    assert.equal(answer.status, 'accepted');
    const { total } = await page.claims!.search(anything, {});
    assert.deepEqual(total, { kind: 'exact', n: 72 });
    assert.equal((await page.access!.signIn(people.clerk)).status, 'wrong-credentials');
    page.close();
  });
});
