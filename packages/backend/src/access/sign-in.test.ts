import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { accessPolicyDefaults } from '@portico/core/access';
import { createPolicyBook } from '@portico/core/policy';
import { contractWorld, createMemoryWorld, createTestHasher, people, type MemoryWorld } from '@portico/testing/contract';

const { name, password } = people.clerk;
const storedHash = `hash of ${password}`;

const lockMinutes = (minutes: number | null) => ({
  policies: {
    book: createPolicyBook([{ id: 'default', base: null, keys: { 'access.lockMinutes': minutes } }], () => null),
  },
});

describe('sign-in', () => {
  it('N4 200 parallel wrong guesses lead to exactly four verifications, from one page or many', async () => {
    for (const pages of [1, 200]) {
      const world = await createMemoryWorld(contractWorld);
      const connected = Array.from({ length: pages }, () => world.connect());
      const guesses = Array.from({ length: 200 }, (_, n) => connected[n % pages]!.access!.signIn({ name, password: `guess ${n}` }));
      const answers = await Promise.all(guesses);
      assert.equal(world.hasher.verified.filter((stored) => stored === storedHash).length, 4);
      assert.equal(world.hasher.verified.length, 4);
      assert.equal(answers.filter(({ status }) => status === 'locked').length, 197);
    }
  });

  it('N4 the reservation alone keeps the count where turns are not kept, as between processes', async () => {
    const world = await createMemoryWorld(contractWorld, { inTurn: (_name, work) => work() });
    const guesses = Array.from({ length: 50 }, (_, n) => world.connect().access!.signIn({ name, password: `guess ${n}` }));
    const answers = await Promise.all(guesses);
    assert.equal(world.hasher.verified.length, 4);
    assert.deepEqual(answers.flatMap((answer) => (answer.status === 'wrong-credentials' ? answer.attemptsLeft : [])).sort(), [1, 2, 3]);
  });

  it('N4 50 parallel right passwords all get in', async () => {
    const world = await createMemoryWorld(contractWorld);
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.connect().access!.signIn({ name, password })));
    assert.ok(answers.every(({ status }) => status === 'signed-in'));
  });

  it('N4 names that nobody has cost the same work and leave the same traces', async () => {
    const traces = async (who: string) => {
      const world = await createMemoryWorld(contractWorld);
      const counts = () =>
        world.store.transaction('read', async (tx) => [
          await tx.count('signIns', []),
          await tx.count('audit', []),
          await tx.count('sessions', []),
        ]);
      const before = await counts();
      for (let n = 0; n < 6; n += 1) await world.connect().access!.signIn({ name: who, password: 'wrong' });
      const after = await counts();
      assert.ok(world.hasher.verified.every((stored) => stored.startsWith('hash of ')));
      return { verified: world.hasher.verified.length, audit: after[1]! - before[1]!, sessions: after[2] };
    };
    assert.deepEqual(await traces('nobody@work.example'), await traces(name));
  });

  it('N4 a name that nobody has is kept as a digest only', async () => {
    const world = await createMemoryWorld([]);
    await world.connect().access!.signIn({ name: 'Some.Body@work.example', password: 'wrong' });
    const all = await world.store.transaction('read', async (tx) => [await tx.query('signIns', {}), await tx.query('audit', {})]);
    assert.equal(all[0]!.length, 1);
    assert.equal(all[0]![0]!.id, 'digest of name:some.body@work.example');
    assert.ok(!JSON.stringify(all[1]).includes('some.body'));
  });

  it('N4 a lock with minutes ends by itself and the count begins anew', async () => {
    const world = await createMemoryWorld(contractWorld, lockMinutes(15));
    const access = world.connect().access!;
    for (let n = 0; n < 4; n += 1) await access.signIn({ name, password: 'wrong' });
    const until = world.clock.now() + 15 * 60_000;
    world.clock.advance(15 * 60_000 - 1);
    assert.deepEqual(await access.signIn({ name, password }), { status: 'locked', until });
    world.clock.advance(1);
    assert.deepEqual(await access.signIn({ name, password: 'wrong' }), { status: 'wrong-credentials', attemptsLeft: 3 });
    assert.equal((await access.signIn({ name, password })).status, 'signed-in');
  });

  it('an attempt that is given up while the password is looked at stays spent', async () => {
    const world = await createMemoryWorld(contractWorld);
    const stop = new AbortController();
    const giveUp = { ...world.hasher, verify: async () => (stop.abort(), true) };
    const page = (await createMemoryWorld([], { store: world.store, hasher: giveUp })).connect();
    await assert.rejects(page.access!.signIn({ name, password }, { signal: stop.signal }), { code: 'aborted' });
    assert.equal(await page.access!.session(), null);
    assert.deepEqual(await world.connect().access!.signIn({ name, password: 'wrong' }), { status: 'wrong-credentials', attemptsLeft: 2 });
  });

  it('N5 the former password does not get in once a recovery was finished while it was looked at', async () => {
    const quick = createTestHasher();
    let meanwhile: (() => Promise<void>) | null = null;
    const verify = async (typed: string, stored: string): Promise<boolean> => {
      const isRight = await quick.verify(typed, stored);
      const act = meanwhile;
      meanwhile = null;
      await act?.();
      return isRight;
    };
    const world = await createMemoryWorld(contractWorld, { hasher: { ...quick, verify } });
    for (let n = 0; n < 3; n += 1) await world.connect().access!.signIn({ name, password: 'wrong' });
    meanwhile = () => recover(world, 'another good password');
    const page = world.connect();
    assert.deepEqual(await page.access!.signIn({ name, password }), { status: 'wrong-credentials', attemptsLeft: 4 });
    assert.equal(await page.access!.session(), null);
    assert.equal((await page.access!.signIn({ name, password: 'another good password' })).status, 'signed-in');
  });

  it('N4 any history of tries, recoveries and help is answered like the reference', async () => {
    const { maxAttempts } = accessPolicyDefaults;
    type Step = 'right' | 'wrong' | 'recover' | 'unlock';
    const steps = fc.array(fc.constantFrom<Step>('right', 'wrong', 'wrong', 'wrong', 'recover', 'unlock'), { maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const world = await createMemoryWorld(contractWorld);
        const helpdesk = world.connect();
        await helpdesk.access!.signIn(people.helpdesk);
        let [failures, secret, present] = [0, 0, password as string];
        for (const step of history) {
          const isLocked = failures >= maxAttempts;
          if (step === 'right' || step === 'wrong') {
            const answer = await world.connect().access!.signIn({ name, password: step === 'right' ? present : 'wrong' });
            if (!isLocked) failures = step === 'right' ? 0 : failures + 1;
            const wanted = isLocked || failures >= maxAttempts ? 'locked' : step === 'right' ? 'signed-in' : 'wrong-credentials';
            assert.equal(answer.status, wanted, history.join(' '));
            if (answer.status === 'wrong-credentials') assert.equal(answer.attemptsLeft, maxAttempts - failures);
          } else if (step === 'recover') {
            present = `another good password ${(secret += 1)}`;
            await recover(world, present);
            failures = 0;
          } else if (step === 'unlock') {
            const answer = await helpdesk.access!.unlockAccount!({ name }, { commandId: world.ids.uuid() });
            assert.equal(answer.status, isLocked ? 'accepted' : 'refused');
            if (isLocked) failures = 0;
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

async function recover(world: MemoryWorld, password: string): Promise<void> {
  const page = world.connect();
  world.clock.advance(1);
  await page.access!.requestRecovery!({ name }, { commandId: world.ids.uuid() });
  await world.office.mailsSent();
  const { secret } = (await world.mailbox.mails()).find((mail) => mail.secret !== null)!;
  const answer = await page.access!.recover!({ secret: secret!, password }, { commandId: world.ids.uuid() });
  assert.equal(answer.status, 'accepted');
}
