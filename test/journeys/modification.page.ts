import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { hosts } from './kit/hosts.ts';
import { breath, choose, goTo, signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

/** Asks for a modification of the case on the page. */
async function ask(clerk: Clerk, words: string): Promise<void> {
  await clerk.click('claim-detail >>> button', 'Request a modification');
  await choose(clerk, 'modification-subject', 'service-dates');
  await clerk.fill('textarea#modification-text', words);
}

for (const host of hosts)
  suite(`a modification over ${host.name}`, () => {
    test('N11–N13 asked for within the window, half of it kept over a reload, refused with a reason, and read in the history', async (t) => {
      const clerk = await sitDown(driver, host.open('?claims=50'));
      t.after(() => clerk.close());
      await signIn(clerk, 'noura', 'demo-clerk-pass');
      await clerk.click('button', 'Execute query');
      const row = await clerk.find('portico-table >>> tr[part="row"]', 'Gulf Shield');
      await (await row.$('a'))!.click();
      await clerk.sees(/\d+ days?.* left, until /);
      const address = new URL(clerk.page.url()).hash;

      await ask(clerk, 'The service was on the day before, not on this one.');
      await breath();
      await clerk.reload();
      await clerk.sees('This is what you had begun. It has not been sent.');
      await clerk.click('claim-detail >>> button', 'Send to the claims center');
      await clerk.sees('The request was sent.');
      await clerk.sees('the claims center has not answered yet');
      await clerk.click('button', 'Sign out');

      await signIn(clerk, 'grace', 'demo-claims-pass');
      await clerk.click('portal-shell >>> a', 'Modification requests');
      await clerk.sees('The service was on the day before, not on this one.');
      await clerk.click('modification-queue >>> button', 'Refuse');
      await choose(clerk, 'answer-reason', 'documents-missing');
      await clerk.fill('textarea#answer-text', 'Send the discharge summary first.');
      await clerk.click('modification-queue >>> button', 'Send: refused');
      await clerk.sees('No request is waiting.');
      await clerk.click('button', 'Sign out');

      await signIn(clerk, 'noura', 'demo-clerk-pass');
      await clerk.find('claim-query >>> button');
      await goTo(clerk, address);
      await clerk.sees('Documents are missing');
      await clerk.sees('Send the discharge summary first.');
      assert.deepEqual(await clerk.trouble(), []);
    });
  });
