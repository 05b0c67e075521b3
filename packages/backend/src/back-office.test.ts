import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '@portico/core/kernel';
import { createPolicyBook } from '@portico/core/policy';
import { anything, contractWorld, createMemoryKeeper, createMemoryWorld, createTestHasher, people } from '@portico/testing/contract';
import { createChangeHub, pageChanges, type OfficeChange } from './changes.ts';
import { createBackend, createMemoryStore, indexes, seed, type OutgoingMail } from './index.ts';

const ask = (world: Awaited<ReturnType<typeof createMemoryWorld>>) =>
  world.connect().access!.requestRecovery!({ name: people.clerk.name }, { commandId: world.ids.uuid() });

describe('back office', () => {
  it('a mail that could not be sent waits in the outbox and goes out after the next command', async () => {
    const sent: OutgoingMail[] = [];
    let isDown = true;
    const mailer = { send: async (mail: OutgoingMail) => (isDown ? Promise.reject(new Error('down')) : void sent.push(mail)) };
    const world = await createMemoryWorld(contractWorld, { mailer });
    const waiting = () => world.store.transaction('read', (tx) => tx.count('outbox', []));
    assert.equal((await ask(world)).status, 'accepted');
    await world.office.mailsSent();
    assert.deepEqual([sent.length, await waiting()], [0, 1]);
    isDown = false;
    await ask(world);
    await world.office.mailsSent();
    assert.deepEqual([sent.length, await waiting()], [2, 0]);
    assert.equal(new Set(sent.map(({ id }) => id)).size, 2);
  });

  it('N5 an answer does not wait for the mail, so that it takes as long for a name that nobody has', async () => {
    const world = await createMemoryWorld(contractWorld, { mailer: { send: () => new Promise(() => undefined) } });
    assert.equal((await ask(world)).status, 'accepted');
  });

  it('N5 the secret of a link is stored as a digest only, once its mail is out', async () => {
    const mails: OutgoingMail[] = [];
    const world = await createMemoryWorld(contractWorld, { mailer: { send: async (mail) => void mails.push(mail) } });
    await ask(world);
    await world.office.mailsSent();
    const everything = await world.store.transaction('read', async (tx) =>
      JSON.stringify(await Promise.all(Object.keys(indexes).map((name) => tx.query(name as 'cases', {})))),
    );
    assert.ok(mails[0]!.secret && everything.includes(`"digest of ${mails[0]!.secret}"`));
    assert.ok(!everything.replaceAll(`digest of ${mails[0]!.secret}`, '').includes(mails[0]!.secret));
  });

  it('without a mailer there is no recovery, and capabilities say so', async () => {
    const world = await createMemoryWorld(contractWorld);
    const { store, clock, ids, hasher } = world;
    const book = createPolicyBook([{ id: 'default', base: null, keys: {} }], () => null);
    const backend = createBackend({
      ...{ store, clock, ids, hasher, policies: { book }, recoveryUrl: '', enforcement: 'rehearsal' },
      sessionKeeper: createMemoryKeeper(),
    });
    assert.equal(backend.access!.requestRecovery, undefined);
    assert.deepEqual(backend.capabilities.access, { recovery: [] });
    assert.equal((await backend.access!.signIn(people.clerk)).status, 'signed-in');
    backend.close!();
  });

  it('a policy that is wrong is told at the start', async () => {
    const policies = { book: createPolicyBook([], () => null) };
    await assert.rejects(createMemoryWorld([], { policies }), /there is no such pack/);
  });

  it('a seeding that is begun again leaves what is there, and goes on', async () => {
    const world = await createMemoryWorld(contractWorld);
    const counts = () =>
      world.store.transaction('read', async (tx) => [
        await tx.count('cases', []),
        await tx.count('accounts', []),
        await tx.count('payers', []),
      ]);
    const before = await counts();
    await world.connect().access!.signIn({ name: people.clerk.name, password: 'wrong' });
    const progress: number[] = [];
    const { store, clock, ids, policies } = world;
    const onProgress = (cases: number): void => void progress.push(cases);
    await seed(contractWorld[0]!, { store, clock, ids, policies, hasher: createTestHasher(), onProgress });
    assert.deepEqual([await counts(), progress], [before, [72]]);
    const answer = await world.connect().access!.signIn({ name: people.clerk.name, password: 'wrong' });
    assert.deepEqual(answer, { status: 'wrong-credentials', attemptsLeft: 2 });
  });

  it('an account is made also under a name that was tried before there was one', async () => {
    const world = await createMemoryWorld([]);
    for (let n = 0; n < 5; n += 1) await world.connect().access!.signIn({ name: people.clerk.name, password: 'wrong' });
    const { store, clock, ids, hasher, policies } = world;
    await seed(contractWorld[0]!, { store, clock, ids, hasher, policies });
    assert.equal((await world.connect().access!.signIn(people.clerk)).status, 'signed-in');
  });

  it('looking for a session that is over does not end the one that began meanwhile', async () => {
    const { store } = await createMemoryWorld(contractWorld);
    let atRead = (): Promise<void> | void => undefined;
    const transaction: typeof store.transaction = async (mode, work) => {
      const result = await store.transaction(mode, work);
      if (mode === 'read') await atRead();
      return result;
    };
    const keeper = createMemoryKeeper();
    keeper.set('of a session that is over');
    const page = (await createMemoryWorld([], { store: { ...store, transaction } })).connect(keeper);
    atRead = async () => {
      atRead = () => undefined;
      await page.access!.signIn(people.clerk);
    };
    assert.equal(await page.access!.session(), null);
    assert.equal((await page.access!.session())?.subject.accountId, 'account:clerk');
  });

  it('totals above the cap are told as at least so many', async () => {
    const world = await createMemoryWorld(contractWorld, { countCap: 10 });
    const page = world.connect();
    await page.access!.signIn(people.clerk);
    assert.deepEqual((await page.claims!.search(anything, {})).total, { kind: 'at-least', n: 10 });
    assert.deepEqual((await page.claims!.breakdown!(anything)).total, { kind: 'at-least', n: 10 });
  });

  it('what a store throws comes out as a PortError without the text of the store', async () => {
    const store = { ...createMemoryStore(indexes), transaction: () => Promise.reject(new Error('row of Amina Haddad is broken')) };
    const page = (await createMemoryWorld([], { store })).connect(createMemoryKeeper());
    const error = await page.directory!.contacts().catch((thrown: unknown) => thrown as Error & { code: string });
    assert.deepEqual([(error as { code: string }).code, (error as Error).message.includes('Amina')], ['internal', false]);
    const keeper = createMemoryKeeper();
    keeper.set('a token');
    const { policies } = (await createMemoryWorld([], { store })).connect(keeper);
    await assert.rejects(policies.for({ payerId: 'payer:y' }), { code: 'internal', message: '[portico] internal' });
  });
});

describe('changes', () => {
  const many = (n: number): OfficeChange[] =>
    Array.from({ length: n }, (_, id) => ({ topic: 'claims', id: String(id), version: 1, organisationId: 'o' }));

  it('tells each change, and very many at once as one', () => {
    const told: string[] = [];
    const hub = createChangeHub();
    hub.subscribe('claims', ({ id }) => told.push(id));
    hub.subscribe('mail', () => told.push('mail'));
    hub.publish(many(100));
    assert.equal(told.length, 100);
    hub.publish(many(101));
    assert.deepEqual(told.slice(100), ['*']);
    hub.publish(many(102).map((change, n) => ({ ...change, organisationId: n % 2 === 0 ? 'o' : 'p' })));
    assert.deepEqual(told.slice(100), ['*', '*', '*'], 'one for each organisation');
  });

  it('a page is told what is of its own organisation and of everybody, and nothing that is of another', () => {
    const hub = createChangeHub();
    let signedIn: string | null = null;
    const told: Change[] = [];
    const page = pageChanges(hub, () => signedIn);
    page.subscribe('claims', (change) => told.push(change));
    const change = (id: string) => ({ topic: 'claims', id, version: 1 }) as const;
    for (const now of [null, 'o', 'p']) {
      signedIn = now;
      hub.publish(['o', 'p', null].map((organisationId) => ({ ...change(`${organisationId} to ${now}`), organisationId })));
    }
    page.announce(change('own'));
    assert.deepEqual(told, ['null to null', 'o to o', 'null to o', 'p to p', 'null to p', 'own'].map(change));
    const others: Change[] = [];
    pageChanges(hub, () => 'o').subscribe('claims', (one) => others.push(one));
    page.announce(change('of p'));
    assert.deepEqual(others, []);
  });

  it('a listener that throws keeps nobody else from being told, and is heard of', async () => {
    const hub = createChangeHub();
    const usual = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    const heard = new Promise((resolve) => process.once('unhandledRejection', resolve));
    let told = 0;
    hub.subscribe('claims', () => {
      throw new Error('on purpose');
    });
    hub.subscribe('claims', () => (told += 1));
    hub.publish(many(1));
    assert.equal(told, 1);
    assert.equal(((await heard) as Error).message, 'on purpose');
    for (const listener of usual) process.on('unhandledRejection', listener);
  });

  it('sends what is published here through the relay, and tells what comes from there without sending it back', () => {
    const sent: OfficeChange[] = [];
    let incoming = (_change: OfficeChange): void => undefined;
    const hub = createChangeHub({ send: (change) => void sent.push(change), receive: (listener) => void (incoming = listener) });
    const told: string[] = [];
    hub.subscribe('claims', ({ id }) => told.push(id));
    hub.publish(many(1));
    incoming({ topic: 'claims', id: 'from there', version: 2, organisationId: 'o' });
    assert.deepEqual([told, sent], [['0', 'from there'], many(1)]);
  });
});
