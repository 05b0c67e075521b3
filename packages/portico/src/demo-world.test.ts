import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuthorizationDetail } from '@portico/core/authorizations';
import type { CaseCriteria } from '@portico/core/claims';
import { dateIn } from '@portico/core/kernel';
import { worldRequest } from '@portico/testing/world';
import { createDemoBackend, type DemoWorldOptions } from './demo-world.ts';

const anything: CaseCriteria = {
  ...{ dateMode: 'service', from: null, to: null, kinds: [], decisions: [], notUsedOnly: false, memberName: '', memberNumber: '' },
  ...{ payerId: null, providerId: null, physician: '', identifier: '', amount: null },
};

/** A small world in memory, with somebody of this role signed in. */
async function signedIn(role: string, options: DemoWorldOptions = {}) {
  const backend = createDemoBackend({ storage: 'memory', claims: 60, ...options });
  await backend.ready;
  const account = backend.demo!.accounts.find((one) => one.role === role)!;
  const answer = await backend.access!.signIn({ name: account.name, password: account.password });
  assert.equal(answer.status, 'signed-in', role);
  return { ...backend, account };
}

test('everybody who is named can sign in, and sees the cases that their role sees', async () => {
  const totals = await Promise.all(
    ['clerk', 'helpdesk', 'claims-center'].map(async (role) => (await (await signedIn(role)).claims!.search(anything, {})).total),
  );
  const [clerk, helpdesk, center] = totals.map((total) => (total.kind === 'exact' ? total.n : NaN));
  assert.equal(helpdesk, 60, 'the helpdesk serves everybody');
  assert.ok(clerk! > 0 && clerk! <= 60 && center! > 0 && center! < 60, `${clerk} and ${center}`);
});

test('the world is the same each time', async () => {
  const rows = async () => (await (await signedIn('helpdesk')).claims!.search(anything, { limit: 100 })).rows;
  const told = (all: Awaited<ReturnType<typeof rows>>) =>
    all.map(({ reference, memberName, decision }) => [reference, memberName, decision]);
  assert.deepEqual(told(await rows()), told(await rows()));
});

test('each payer has its own pack, and the portal the one that was asked for with the proof that goes with it', async () => {
  const asked = await Promise.all(
    (['nextcare', 'default'] as const).map(async (pack) => {
      const { policies, account } = await signedIn('clerk', { pack });
      const { recovery } = (await policies.for('portal')).policy.access;
      const zone = async (payerId: string) => (await policies.for({ payerId })).policy.claims.zone;
      assert.deepEqual([await zone('payer:gulf'), await zone('payer:lake')], ['Asia/Dubai', 'UTC'], pack);
      const currency = async (payerId: string) => (await policies.for({ payerId })).policy.claims.currencies[0];
      assert.deepEqual([await currency('payer:gulf'), await currency('payer:lake')], ['KWD', 'USD'], pack);
      return [recovery.includes('secret-question'), account.proof];
    }),
  );
  const [[withQuestion, answer], [without, code]] = asked as [[boolean, string], [boolean, string]];
  assert.deepEqual([withQuestion, without], [true, false]);
  assert.ok(answer && code && answer !== code);
});

test('a scripted payer is at work only where it is asked for, in a session of its own, and ends with the page', async () => {
  const clerk = await signedIn('clerk', { scriptedPayer: { delay: 0 } });
  assert.deepEqual(
    [clerk.demo!.hasScriptedPayer, createDemoBackend({ storage: 'memory', claims: 0 }).demo!.hasScriptedPayer],
    [true, undefined],
  );
  const answer = await clerk.authorizations!.submit!(worldRequest(dateIn('UTC', clerk.clock!.now())), { commandId: 'request' });
  assert.ok(answer.status === 'accepted');
  const decided = async (): Promise<AuthorizationDetail> => {
    for (;;) {
      const found = (await clerk.authorizations!.get(answer.value.id))!;
      if (found.history.length > 1) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const { history } = await decided();
  assert.equal(history[1]!.by, 'Scripted payer (demo)');
  assert.equal((await clerk.access!.session())?.subject.displayName, 'Noura Haddad', 'who is signed in on the page stays so');
  clerk.close();
});
