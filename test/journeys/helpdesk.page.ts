import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { hosts } from './kit/hosts.ts';
import { signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

/** Looks somebody up by a name that the caller gives. */
async function lookUp(clerk: Clerk, name: string): Promise<void> {
  await clerk.fill('account-desk >>> input#text', name);
  await clerk.press('Enter');
}

const traces = (clerk: Clerk): Promise<readonly string[]> =>
  clerk.page.evaluate(() => probes.all('account-desk >>> tbody tr').map((row) => row.innerText.replace(/\s+/g, ' ').trim()));

for (const host of hosts)
  suite(`the helpdesk over ${host.name}`, () => {
    test('N4 and N6 who locked out calls: found by name, unlocked, and everything of it stands in the audit', async (t) => {
      const clerk = await sitDown(driver, host.open('?claims=50&storage=memory'));
      t.after(() => clerk.close());
      for (const left of ['3 attempts left', '2 attempts left', '1 attempt left', 'This account is locked']) {
        await signIn(clerk, 'noura', 'not my password');
        await clerk.sees(left);
      }
      await clerk.click('button', 'Sign in with another name');
      await signIn(clerk, 'samir', 'demo-helpdesk-pass');
      await clerk.click('portal-shell >>> a', 'Accounts');
      await lookUp(clerk, 'nour');
      await clerk.sees('There is no account with exactly this name or address.');
      await lookUp(clerk, 'noura');
      await clerk.sees('1 account found');
      await clerk.find('account-desk >>> article', 'Noura Haddad');
      await clerk.find('account-desk >>> .locked', 'Locked');
      await clerk.click('account-desk >>> button', 'Unlock');
      await clerk.sees('The account is unlocked. The person can sign in again.');
      await clerk.comesTo(() => clerk.page.evaluate(() => probes.all('account-desk >>> .locked').length), 0);
      await lookUp(clerk, 'noura');
      await clerk.until('the audit', () => probes.all('account-desk >>> tbody tr').some((row) => row.innerText.includes('Unlocked')));
      const told = (await traces(clerk)).join('\n');
      assert.match(told, /Unlocked.* Done .*The helpdesk/);
      assert.equal(told.match(/Sign-in .*(Wrong password|Locked)/g)?.length, 4, told);

      await clerk.click('button', 'Sign out');
      await signIn(clerk, 'noura', 'demo-clerk-pass');
      await clerk.sees('Signed in as Noura Haddad');
      await clerk.page.evaluate(() => {
        location.hash = 'accounts';
      });
      await clerk.find('claim-query >>> button', 'Execute query');
      assert.deepEqual(await clerk.page.evaluate(() => probes.all('account-desk').length), 0, 'the desk is not a clerk’s');
      assert.deepEqual(await clerk.trouble(), []);
    });
  });
