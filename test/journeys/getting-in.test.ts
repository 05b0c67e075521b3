import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { signInMachine, signInView, type SignInInput } from '@portico/core/access';
import { passwordRecoveryMachine, passwordRecoveryView } from '@portico/core/access/password-recovery';
import { createPortal, type HeadlessPortal } from '@portico/core/portal';
import { contractWorld, createMemoryKeeper, createMemoryWorld, people, type MemoryWorld } from '@portico/testing/contract';
import { createActor } from 'xstate';
import { settled } from '../kit/simulated-clock.ts';

/** Portal, machines and reference back office together, without a page. */
const open = (world: MemoryWorld, keeper = createMemoryKeeper()): HeadlessPortal =>
  createPortal({ backend: world.connect(keeper), clock: { now: world.clock.now, after: () => new Promise(() => undefined) } });

const policy = (portal: HeadlessPortal) => async () => (await portal.policyFor('portal')).access;

/** A person at the sign-in form: what the form shows after each try. */
function atTheForm(portal: HeadlessPortal) {
  const input: SignInInput = {
    ...{ signIn: portal.signIn!, policy: policy(portal), clock: portal.clock, helpdesk: null, rehearsal: false },
    recovery: portal.backend.capabilities.access?.recovery ?? [],
  };
  const actor = createActor(signInMachine, { input }).start();
  return async (name: string, password: string) => {
    actor.send({ type: 'credentials.submitted', name, password });
    while (signInView(actor.getSnapshot()).isBusy) await settled();
    const { name: _, ...view } = signInView(actor.getSnapshot());
    return view;
  };
}

/** A person on the way back in: what is shown after asking, or after choosing. */
async function gettingBack(portal: HeadlessPortal, secret: string | null, typed: string) {
  const { backend, ids, clock } = portal;
  const methods = backend.capabilities.access?.recovery ?? [];
  const input = { access: backend.access!, methods, method: null, policy: policy(portal), secret, ids, clock };
  const actor = createActor(passwordRecoveryMachine, { input }).start();
  await settled();
  actor.send(secret === null ? { type: 'name.submitted', name: typed } : { type: 'password.submitted', password: typed });
  while (passwordRecoveryView(actor.getSnapshot()).isBusy) await settled();
  const { name: _, ...view } = passwordRecoveryView(actor.getSnapshot());
  return view;
}

const { clerk, helpdesk, newcomer } = people;

suite('getting in', () => {
  test('N4 four wrong passwords lock, the right one is too late, and an unknown name reads the same all the way', async () => {
    const world = await createMemoryWorld(contractWorld);
    const shown = await Promise.all(
      [clerk.name, 'nobody@work.example'].map(async (name) => {
        const submit = atTheForm(open(world));
        const views = [];
        for (let n = 0; n < 4; n += 1) views.push(await submit(name, 'not the password'));
        return [...views, await submit(name, clerk.password)];
      }),
    );
    assert.deepEqual(
      shown[0]?.map(({ state, attemptsLeft }) => [state, attemptsLeft]),
      [
        ['failed', 3],
        ['failed', 2],
        ['failed', 1],
        ['locked', 0],
        ['locked', 0],
      ],
    );
    assert.deepEqual(shown[1], shown[0]);
    assert.deepEqual(shown[0]?.at(-1)?.recovery, ['email-link', 'recovery-code']);
  });

  test('N4 a success between gives all tries back', async () => {
    const world = await createMemoryWorld(contractWorld);
    const portal = open(world);
    const submit = atTheForm(portal);
    for (let n = 0; n < 3; n += 1) await submit(clerk.name, 'wrong');
    assert.equal((await submit(clerk.name, clerk.password)).state, 'signedIn');
    await portal.logout();
    assert.equal((await atTheForm(portal)(clerk.name, 'wrong')).attemptsLeft, 3);
  });

  test('N5 a link by e-mail unlocks, once, and asking reads the same for a name that nobody has', async () => {
    const world = await createMemoryWorld(contractWorld);
    const portal = open(world);
    for (let n = 0; n < 4; n += 1) await atTheForm(portal)(clerk.name, 'wrong');
    assert.deepEqual(await gettingBack(portal, null, clerk.name), await gettingBack(portal, null, 'nobody@work.example'));
    await world.office.mailsSent();
    const [mail, ...others] = await world.mailbox.mails();
    assert.equal(others.length, 0);
    const password = 'four words nobody joins';
    assert.equal((await gettingBack(portal, mail!.secret, 'short')).passwordError, 'password-recovery.tooShort');
    assert.equal((await gettingBack(portal, mail!.secret, password)).state, 'done');
    assert.equal((await gettingBack(portal, mail!.secret, password)).state, 'linkNotValid');
    assert.equal((await atTheForm(portal)(clerk.name, clerk.password)).state, 'failed', 'the old password is no more');
    assert.equal((await atTheForm(portal)(clerk.name, password)).state, 'signedIn');
    assert.equal(portal.subject()?.accountId, clerk.subject.accountId);
  });

  test('N6 the helpdesk ends a lock by hand', async () => {
    const world = await createMemoryWorld(contractWorld);
    const [desk, other] = [open(world), open(world)];
    for (let n = 0; n < 4; n += 1) await atTheForm(other)(clerk.name, 'wrong');
    await atTheForm(desk)(helpdesk.name, helpdesk.password);
    assert.equal(desk.can('access.unlock-account').allow, true);
    const unlock = () => desk.outbox.submit((meta) => desk.backend.access!.unlockAccount!({ name: clerk.name }, meta));
    assert.equal((await unlock()).status, 'accepted');
    assert.deepEqual(await unlock(), { status: 'refused', code: 'not-locked' });
    assert.equal((await atTheForm(other)(clerk.name, clerk.password)).state, 'signedIn');
  });

  test('N8 who waits for activation is told so after the right password, and only then', async () => {
    const world = await createMemoryWorld(contractWorld);
    const submit = atTheForm(open(world));
    assert.equal((await submit(newcomer.name, 'wrong')).state, 'failed');
    const { state, showsHelpdesk } = await submit(newcomer.name, newcomer.password);
    assert.deepEqual([state, showsHelpdesk], ['notActive', true]);
  });

  test('T27 signing out in one page ends the other page of the same session, and a reload finds none', async () => {
    const world = await createMemoryWorld(contractWorld);
    const keeper = createMemoryKeeper();
    const one = open(world, keeper);
    await atTheForm(one)(clerk.name, clerk.password);
    const two = open(world, keeper);
    await settled();
    assert.equal(two.session().state, 'active');
    await one.logout();
    await settled();
    assert.deepEqual([one.session().reason, two.session().reason], ['signed-out', 'elsewhere']);
    const reloaded = open(world, keeper);
    await settled();
    assert.equal(reloaded.session().state, 'none');
  });
});
