import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '@portico/core/kernel';
import { askedDay, contractWorld, createMemoryWorld, people } from '@portico/testing/contract';

test('N9 every question is in the audit: who asked whom and what came of it, and nothing about a person', async () => {
  const world = await createMemoryWorld(contractWorld);
  const page = world.connect();
  await page.access!.signIn(people.clerk);
  const about = { payerId: 'payer:x', serviceDate: askedDay };
  await page.members!.eligibility({ by: 'name', name: 'Amina Haddad', birthDate: plainDate('1990-02-03') }, about);
  await page.members!.eligibilityOf!([{ by: 'card', value: 'CARD 9999' }], about);
  const all = await world.store.transaction('read', (tx) => tx.query('audit', {}));
  const rows = all.filter(({ action }) => action === 'members.eligibility');
  assert.deepEqual(
    rows.map(({ actor, target, outcome, code }) => [actor, target, outcome, code]).toSorted((a, b) => (a[3]! < b[3]! ? -1 : 1)),
    [
      ['account:clerk', 'payer:x', 'accepted', 'active'],
      ['account:clerk', 'payer:x', 'accepted', 'not-found'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(rows), /Amina|1990|CARD|M-101/);
});
