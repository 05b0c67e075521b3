import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuthorizationsPort } from '@portico/core/authorizations';
import type { MessagesPort } from '@portico/core/messages';
import type { Backend } from '@portico/core/portal';
import { contractWorld, createMemoryWorld, people, type MemoryWorld, type PersonName } from '@portico/testing/contract';
import { all } from './notices.fixture.test.ts';

async function pageOf(
  world: MemoryWorld,
  person: PersonName,
): Promise<Required<Pick<Backend, 'changes'>> & { authorizations: Required<AuthorizationsPort>; messages: Required<MessagesPort> }> {
  const page = world.connect();
  await page.access!.signIn(people[person]);
  return page as Awaited<ReturnType<typeof pageOf>>;
}

/** The authorizations of a provider and a payer, all undecided, under numbers of their own. */
async function received(world: MemoryWorld, providerId: string, payerId: string): Promise<readonly string[]> {
  return world.store.transaction('write', async (tx) => {
    const found = (await tx.query('authorizations', {})).filter(
      (one) => one.organisationId === 'organisation:1' && one.providerId === providerId && one.payerId === payerId,
    );
    for (const [n, one] of found.entries()) {
      const value = `Notice-${n}`;
      const ends = { decidedAt: null, pendedAt: null, voiding: null, cancelledAt: null, rejectedAt: null, usedAt: null } as const;
      const state = { case: 'received', information: 'none', clock: 'stopped', use: 'unused' } as const;
      const items = one.record.items.map((item) => ({ ...item, outcome: 'undecided' as const }));
      const record = { ...one.record, ...ends, state, items, numbers: [{ type: 'reference-id', value } as const] };
      await tx.put('authorizations', { ...one, numbers: [value.toUpperCase()], record });
    }
    return found.map(({ id }) => id);
  });
}

const pended = (n: number, issuedAt: number) => ({
  ...{ notificationId: `n-${n}`, issuedAt, numbers: [{ type: 'reference-id', value: `Notice-${n}` } as const], stage: 'pended' as const },
  ...{ items: [], added: [], validFrom: null, validTo: null },
});

let commands = 0;
const meta = (): { commandId: string } => ({ commandId: `c-${(commands += 1)}` });

/** A world in which the claims center of payer x pended every authorization of provider a. */
async function told(): Promise<{ world: MemoryWorld; ids: readonly string[] }> {
  const world = await createMemoryWorld(contractWorld);
  const ids = await received(world, 'provider:a', 'payer:x');
  const desk = await pageOf(world, 'claimsCenter');
  const answer = await desk.authorizations.receive(
    ids.map((_, n) => pended(n, world.clock.now())),
    meta(),
  );
  assert.ok(answer.status === 'accepted' && answer.value.taken === ids.length && ids.length > 2, JSON.stringify(answer));
  return { world, ids };
}

describe('notices', () => {
  it('E22 a batch of answers tells of each record that changed once, whole, and to the provider alone', async () => {
    const { world, ids } = await told();
    const clerk = await pageOf(world, 'clerk');
    const { rows, total } = await clerk.messages.notices(all, { limit: 500 });
    assert.deepEqual(rows.map(({ recordId }) => recordId).sort(), [...ids].sort());
    assert.deepEqual([total, await clerk.messages.unread()], [{ kind: 'exact', n: ids.length }, ids.length]);
    assert.ok(rows.every(({ topic, event, readAt }) => topic === 'authorizations' && event === 'pended' && readAt === null));
    for (const person of ['otherClerk', 'claimsCenter', 'payerDesk', 'helpdesk', 'stranger'] as const) {
      const { messages } = await pageOf(world, person);
      assert.deepEqual([(await messages.notices(all, {})).rows, await messages.unread()], [[], 0], person);
    }
  });

  it('the number of the organisation is written once for a batch, whatever its size', async () => {
    const { world, ids } = await told();
    const counter = await world.store.transaction('read', (tx) => tx.get('counters', 'notices/organisation:1'));
    assert.deepEqual([counter!.version, counter!.value], [1, ids.length]);
  });

  it('the same batch again is told to nobody', async () => {
    const { world, ids } = await told();
    const desk = await pageOf(world, 'claimsCenter');
    await desk.authorizations.receive(
      ids.map((_, n) => pended(n, world.clock.now())),
      meta(),
    );
    assert.equal(await (await pageOf(world, 'clerk')).messages.unread(), ids.length);
  });

  it('a read mark is one person’s own, and of nothing that they may not see', async () => {
    const { world, ids } = await told();
    const [clerk, desk] = [await pageOf(world, 'clerk'), await pageOf(world, 'payerDesk')];
    const [first] = (await clerk.messages.notices(all, {})).rows;
    await desk.messages.markRead([first!.id], meta());
    assert.equal(await clerk.messages.unread(), ids.length);
    const answer = await clerk.messages.markRead([first!.id, first!.id, 'nobody’s'], meta());
    assert.deepEqual(answer, { status: 'accepted', value: { unread: ids.length - 1 } });
    const again = await clerk.messages.notices(all, { limit: 500 });
    assert.deepEqual(
      again.rows.map(({ readAt }) => readAt !== null),
      [true, ...ids.slice(1).map(() => false)],
    );
    const reads = await world.store.transaction('read', (tx) => tx.query('noticeReads', {}));
    assert.deepEqual(
      reads.map(({ accountId }) => accountId),
      ['account:clerk'],
    );
  });

  it('a mark of one account does not read for another of the same side', async () => {
    const { world, ids } = await told();
    await world.store.transaction('write', async (tx) => {
      const account = (await tx.get('accounts', 'account:other-clerk'))!;
      await tx.put('accounts', { ...account, version: account.version + 1, providerIds: ['provider:a'] });
    });
    const [clerk, other] = [await pageOf(world, 'clerk'), await pageOf(world, 'otherClerk')];
    const [first] = (await clerk.messages.notices(all, {})).rows;
    await clerk.messages.markRead([first!.id], meta());
    assert.deepEqual([await clerk.messages.unread(), await other.messages.unread()], [ids.length - 1, ids.length]);
    await clerk.messages.markRead('all', meta());
    assert.deepEqual([await clerk.messages.unread(), await other.messages.unread()], [0, ids.length]);
  });

  it('whoever loses a provider is told nothing of it any more, and it is not counted', async () => {
    const { world } = await told();
    const clerk = await pageOf(world, 'clerk');
    const [first] = (await clerk.messages.notices(all, {})).rows;
    await clerk.messages.markRead([first!.id], meta());
    await world.store.transaction('write', async (tx) => {
      const account = (await tx.get('accounts', 'account:clerk'))!;
      await tx.put('accounts', { ...account, version: account.version + 1, providerIds: ['provider:b'] });
    });
    assert.deepEqual([(await clerk.messages.notices(all, {})).rows, await clerk.messages.unread()], [[], 0]);
  });

  it('what is unread is paged to the end without a gap, however much between is read', async () => {
    const { world, ids } = await told();
    const { messages } = await pageOf(world, 'clerk');
    const every = (await messages.notices(all, { limit: 500 })).rows.map(({ id }) => id);
    const read = every.filter((_, n) => n % 3 === 1);
    await messages.markRead(read, meta());
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<MessagesPort['notices']>> = await messages.notices({ unreadOnly: true }, { cursor, limit: 2 });
      assert.deepEqual(page.total, { kind: 'exact', n: ids.length - read.length });
      found.push(...page.rows.map(({ id }) => id));
      assert.ok(page.rows.length > 0);
      cursor = page.next;
    } while (cursor !== null);
    assert.deepEqual(
      found,
      every.filter((id) => !read.includes(id)),
    );
  });

  it('all read is taken back, and what was read one by one before stays read', async () => {
    const { world, ids } = await told();
    const { messages, changes } = await pageOf(world, 'clerk');
    const heard: unknown[] = [];
    changes.subscribe('notices', (change) => heard.push(change));
    const [first] = (await messages.notices(all, {})).rows;
    await messages.markRead([first!.id], meta());
    assert.deepEqual(await messages.markRead('all', meta()), { status: 'accepted', value: { unread: 0 } });
    assert.deepEqual((await messages.notices({ unreadOnly: true }, {})).rows, []);
    assert.deepEqual(await messages.undoAllRead(meta()), { status: 'accepted', value: { unread: ids.length - 1 } });
    assert.deepEqual(await messages.undoAllRead(meta()), { status: 'accepted', value: { unread: ids.length - 1 } });
    assert.deepEqual(heard, Array(4).fill({ topic: 'notices', id: 'account:clerk', version: 0 }));
  });

  it('what comes at the very moment in which all was marked is unread', async () => {
    const { world } = await told();
    const { messages } = await pageOf(world, 'clerk');
    await messages.markRead('all', meta());
    const desk = await pageOf(world, 'claimsCenter');
    await desk.authorizations.receive([{ ...pended(0, world.clock.now()), notificationId: 'later' }], meta());
    assert.equal(await messages.unread(), 1);
  });

  it('N11 a modification that is asked for reaches the payer, its answer the provider, with the number of the case', async () => {
    const world = await createMemoryWorld(contractWorld);
    const at = world.clock.now();
    const found = await world.store.transaction('write', async (tx) => {
      const one = (await tx.query('cases', {})).find(
        ({ record, organisationId }) =>
          organisationId === 'organisation:1' && record.provider.id === 'provider:a' && record.payer.id === 'payer:y',
      )!;
      const modification = { start: 'taken-in', startedAt: at, dueAt: at + 1, zone: 'UTC' } as const;
      await tx.put('cases', { ...one, record: { ...one.record, life: 'active', deadlines: { modification } } });
      return one;
    });
    const [clerk, desk] = [world.connect(), world.connect()];
    await clerk.access!.signIn(people.clerk);
    await desk.access!.signIn(people.payerDesk);
    const asked = { subject: 'services', text: 'Two, not one.', documentIds: [] } as const;
    const answer = await clerk.claims!.requestModification!(found.id, asked, meta());
    assert.ok(answer.status === 'accepted');
    const verdict = { outcome: 'applied', reason: 'as-requested', text: '' } as const;
    await desk.claims!.answerModification!(answer.value.id, verdict, meta());
    const saying = async ({ messages }: Backend): Promise<unknown> =>
      (await messages!.notices(all, {})).rows.map(({ topic, recordId, event, reference }) => [topic, recordId, event, reference]);
    const reference = (await clerk.claims!.get(found.id))!.row.reference;
    assert.deepEqual(await saying(desk), [['modifications', found.id, 'requested', reference]]);
    assert.deepEqual(await saying(clerk), [['modifications', found.id, 'applied', reference]]);
  });

  it('whose time is over is removed with everybody’s marks, by who looks or by the next command, in its organisation alone', async () => {
    const DAY = 86_400_000;
    const { world, ids } = await told();
    const kept = () =>
      world.store.transaction('read', async (tx) => ({
        notices: (await tx.query('notices', {})).map(({ organisationId }) => organisationId).toSorted(),
        marks: (await tx.query('noticeReads', {})).length,
      }));
    const foreign = await world.store.transaction('write', async (tx) => {
      const [one] = await tx.query('notices', { limit: 1 });
      await tx.put('notices', { ...one!, id: 'foreign', organisationId: 'organisation:2' });
      return one!.notice.at;
    });
    const clerk = await pageOf(world, 'clerk');
    const { rows } = await clerk.messages.notices(all, {});
    await clerk.messages.markRead(
      rows.slice(0, 2).map(({ id }) => id),
      meta(),
    );
    assert.deepEqual((await kept()).marks, 2);
    world.clock.advance(foreign + 100 * DAY - world.clock.now());
    const desk = await pageOf(world, 'claimsCenter');
    await desk.authorizations.receive([{ ...pended(0, world.clock.now()), notificationId: 'later' }], meta());
    world.clock.advance(80 * DAY - 1);
    assert.equal((await kept()).notices.length, ids.length + 2, 'nothing goes before its time');

    world.clock.advance(1);
    const again = await pageOf(world, 'clerk');
    assert.equal(await again.messages.unread(), 1);
    assert.deepEqual(await kept(), { notices: ['organisation:1', 'organisation:2'], marks: 0 });
    assert.deepEqual(
      (await again.messages.notices(all, {})).rows.map(({ id }) => rows.some((row) => row.id === id)),
      [false],
    );

    world.clock.advance(100 * DAY);
    const last = await pageOf(world, 'claimsCenter');
    await last.authorizations.receive([{ ...pended(1, world.clock.now()), notificationId: 'last' }], meta());
    assert.equal((await kept()).notices.length, 2, 'the next command removes what came between');
    assert.equal(await (await pageOf(world, 'clerk')).messages.unread(), 1);
  });

  it('more than are removed at once are gone all the same for who looks', async () => {
    const { world } = await told();
    const [first] = await world.store.transaction('read', (tx) => tx.query('notices', { limit: 1 }));
    await world.store.transaction('write', async (tx) => {
      const counter = (await tx.get('counters', 'notices/organisation:1'))!;
      for (let n = 1; n <= 900; n += 1) await tx.put('notices', { ...first!, id: `more-${n}`, order: -(counter.value + n) });
      await tx.put('counters', { ...counter, version: counter.version + 1, value: counter.value + 900 });
    });
    assert.ok((await (await pageOf(world, 'clerk')).messages.unread()) > 900);
    world.clock.advance(180 * 86_400_000);
    assert.deepEqual((await (await pageOf(world, 'clerk')).messages.notices(all, {})).total, { kind: 'exact', n: 0 });
    assert.deepEqual(await world.store.transaction('read', (tx) => tx.count('notices', [])), 0);
  });
});
