import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Backend } from '@portico/core/portal';
import { anything as criteria, contractWorld, createMemoryWorld, people, worldCases, type MemoryWorld } from '@portico/testing/contract';
import { createMemoryStore } from './stores/memory-store.ts';
import { indexes, type BackOfficeStore, type Tx } from './collections.ts';

const period = { from: '2026-08-30', to: '2026-09-29' } as never;
const fresh = worldCases.slice(0, 3).map((record, n) => ({
  ...record,
  provider: { id: 'provider:a', name: 'Clinic A', identifiers: [] },
  identifiers: [{ type: 'claim-number' as const, value: `fresh-${n}` }],
}));

/** Every command that changes something, as the person who may. */
const commands: Record<
  string,
  {
    readonly who: keyof typeof people;
    readonly prepare?: (world: MemoryWorld) => Promise<void>;
    readonly run: (page: Backend, commandId: string, world: MemoryWorld) => Promise<{ readonly status: string }>;
  }
> = {
  intake: { who: 'clerk', run: (page, commandId) => page.claims!.intake!(fresh, { commandId }) },
  issueBordereau: {
    who: 'clerk',
    run: (page, commandId) =>
      page.claims!.issueBordereau!({ providerId: 'provider:a', payerId: 'payer:x', period, criteria }, { commandId }),
  },
  saveQuery: {
    who: 'clerk',
    run: (page, commandId) => page.claims!.saveQuery!({ id: 'q', name: 'mine', criteria, sort: null }, { commandId }),
  },
  removeQuery: {
    who: 'clerk',
    run: (page, commandId) => page.claims!.removeQuery!('q', { commandId }),
  },
  unlockAccount: {
    who: 'helpdesk',
    prepare: async (world) => {
      for (let n = 0; n < 4; n += 1) await world.connect().access!.signIn({ name: people.otherClerk.name, password: 'wrong' });
    },
    run: (page, commandId) => page.access!.unlockAccount!({ name: people.otherClerk.name }, { commandId }),
  },
  requestRecovery: {
    who: 'clerk',
    run: (page, commandId) => page.access!.requestRecovery!({ name: people.otherClerk.name }, { commandId }),
  },
  recover: {
    who: 'clerk',
    prepare: async (world) => {
      await world.connect().access!.requestRecovery!({ name: people.otherClerk.name }, { commandId: 'asked' });
      await world.office.mailsSent();
    },
    run: async (page, commandId, world) => {
      const [mail] = await world.mailbox.mails();
      return page.access!.recover!({ secret: mail?.secret ?? '', password: 'a quite new password' }, { commandId });
    },
  },
};

/** A store whose n-th write from now on fails, counted over all transactions. */
function failingStore(): {
  readonly store: BackOfficeStore;
  readonly failAt: (write: number | null) => void;
  readonly writes: () => number;
} {
  const inner = createMemoryStore(indexes);
  let [count, limit] = [0, Infinity];
  const write = async (work: () => Promise<void>): Promise<void> => {
    if ((count += 1) === limit) throw new Error('the disk is on fire');
    return work();
  };
  return {
    writes: () => count,
    failAt: (next) => ([count, limit] = [0, next ?? Infinity]),
    store: {
      close: () => inner.close(),
      transaction: (mode, work) =>
        inner.transaction(mode, (tx) => {
          const failing: Tx = {
            ...tx,
            put: (name, record, ifVersion) => write(() => tx.put(name, record, ifVersion)),
            delete: (name, id) => write(() => tx.delete(name, id)),
          };
          return work(failing);
        }),
    },
  };
}

/** All that is stored, sessions apart: they say when somebody was last seen. */
const dump = (store: BackOfficeStore): Promise<string> =>
  store.transaction('read', async (tx) => {
    const all = await Promise.all(Object.keys(indexes).map(async (name) => [name, await tx.query(name as 'cases', {})] as const));
    return JSON.stringify(all.filter(([name]) => name !== 'sessions'));
  });

describe('command pipeline', () => {
  for (const [name, { who, prepare, run }] of Object.entries(commands)) {
    it(`${name}: whichever write fails, nothing half-written stays, and the same command id then does it`, async () => {
      for (let write = 1; ; write += 1) {
        const { store, failAt, writes } = failingStore();
        const world = await createMemoryWorld(contractWorld, { store });
        await prepare?.(world);
        const page = world.connect();
        await page.access!.signIn(people[who]);
        await world.office.mailsSent();
        const before = await dump(store);
        failAt(write);
        const failed = await run(page, 'the-command', world).then(
          () => false,
          (error: unknown) => (error as { code?: string }).code === 'internal',
        );
        const attempted = writes();
        failAt(null);
        if (!failed) {
          assert.ok(write > 2 && attempted < write + 3, `${name} writes ${attempted} times`);
          return;
        }
        assert.equal(await dump(store), before, `write ${write}`);
        assert.equal((await run(page, 'the-command', world)).status, 'accepted');
        assert.notEqual(await dump(store), before);
      }
    });

    it(`${name}: duplicates, at once and later, have one effect and one answer`, async () => {
      const world = await createMemoryWorld(contractWorld);
      await prepare?.(world);
      const page = world.connect();
      await page.access!.signIn(people[who]);
      const answers = await Promise.all(Array.from({ length: 6 }, () => run(page, 'the-command', world)));
      await world.office.mailsSent();
      const once = await dump(world.store);
      world.clock.advance(60_000);
      answers.push(await run(page, 'the-command', world));
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      assert.equal(answers[0]!.status, 'accepted');
      assert.equal(await dump(world.store), once);
    });

    it(`${name}: leaves one row in the audit, without a person's data`, async () => {
      const world = await createMemoryWorld(contractWorld);
      await prepare?.(world);
      const page = world.connect();
      await page.access!.signIn(people[who]);
      const rows = () => world.store.transaction('read', (tx) => tx.query('audit', {}));
      const before = await rows();
      await run(page, 'the-command', world);
      const [row, ...others] = (await rows()).filter(({ id }) => !before.some((old) => old.id === id));
      assert.deepEqual([row?.outcome, row?.commandId, others.length], ['accepted', 'the-command', 0]);
      assert.ok(!/example|الخطيب|Amina/.test(JSON.stringify(row)), JSON.stringify(row));
    });
  }

  it('commands in any order with any repetition leave what each of them once leaves', async () => {
    const names = ['intake', 'issueBordereau', 'saveQuery', 'removeQuery'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat(3)),
        async (order, repeats) => {
          const worlds = await Promise.all([createMemoryWorld(contractWorld), createMemoryWorld(contractWorld)]);
          const counts = await Promise.all(
            worlds.map(async (world, isRepeating) => {
              const page = world.connect();
              await page.access!.signIn(people.clerk);
              for (const [n, name] of order.entries()) {
                const times = isRepeating ? 1 + (repeats.next().value as number) : 1;
                await Promise.all(Array.from({ length: times }, () => commands[name]!.run(page, `command-${n}`, world)));
              }
              return world.store.transaction('read', async (tx) => [
                await tx.count('cases', []),
                (await tx.query('bordereaux', {})).map(({ bordereau }) => [bordereau.number, bordereau.rowCount]),
                await tx.count('savedQueries', []),
                await tx.count('commands', []),
              ]);
            }),
          );
          assert.deepEqual(counts[1], counts[0]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a record that changed meanwhile is a conflict with its present state, and the act is not done', async () => {
    const world = await createMemoryWorld(contractWorld);
    const page = world.connect();
    await page.access!.signIn(people.clerk);
    const save = (name: string, commandId: string, expectedVersion: number) =>
      page.claims!.saveQuery!({ id: 'q', name, criteria, sort: null }, { commandId, expectedVersion });
    assert.equal((await save('first', 'c1', 0)).status, 'accepted');
    assert.equal((await save('second', 'c2', 1)).status, 'accepted');
    const answer = await save('third', 'c3', 1);
    assert.deepEqual(answer, { status: 'conflict', present: { id: 'q', name: 'second', criteria, sort: null } });
    assert.deepEqual(await save('third', 'c3', 1), answer);
    assert.equal((await save('third', 'c4', 2)).status, 'accepted');
  });

  it('one command id of two people is two commands', async () => {
    const world = await createMemoryWorld(contractWorld);
    for (const who of ['clerk', 'otherClerk'] as const) {
      const page = world.connect();
      await page.access!.signIn(people[who]);
      assert.equal((await commands['saveQuery']!.run(page, 'same', world)).status, 'accepted');
      assert.equal((await page.claims!.savedQueries!()).length, 1);
    }
  });
});
