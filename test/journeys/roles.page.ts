import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { hosts } from './kit/hosts.ts';
import { goTo, signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const headers = (clerk: Clerk) =>
  clerk.page.evaluate(() => probes.all('portico-table >>> th[scope="col"]').map((one) => one.innerText.trim()));
/** The cells of a column, of the rows that are in the DOM. */
const column = async (clerk: Clerk, name: string): Promise<readonly string[]> => {
  const index = (await headers(clerk)).findIndex((header) => header.startsWith(name));
  return clerk.page.evaluate(
    (at) => probes.all('portico-table >>> tr[part="row"]').map((row) => (row.children[at] as HTMLElement).innerText),
    index,
  );
};

async function askForAll(clerk: Clerk): Promise<void> {
  await clerk.click('button', 'Execute query');
  await clerk.sees(/\d cases found/);
  await clerk.find('portico-table >>> tr[part="row"]');
}

for (const host of hosts)
  suite(`who sees what, over ${host.name}`, () => {
    test('N21–N23 the helpdesk meets no amount: no column, no filter, no order, no export, no line of a case', async (t) => {
      const clerk = await sitDown(driver, host.open('?claims=300&storage=memory'));
      t.after(() => clerk.close());
      await signIn(clerk, 'samir', 'demo-helpdesk-pass');
      await clerk.sees('Signed in as Samir Rahman');
      await askForAll(clerk);
      assert.deepEqual(
        (await headers(clerk)).filter((name) => /Billed|Paid|Payment/.test(name)),
        [],
      );
      await clerk.click('label', 'Advanced search');
      await clerk.sees('Number of the case');
      const seesNoMoney = async (): Promise<void> => {
        const all = await clerk.page.evaluate(() => probes.everything(['#desk', '#accounts']));
        assert.doesNotMatch(all, /\b(KWD|AED|USD)\b|Billed|Payment date|Amount from|Export bordereau|Diagnoses/);
      };
      await seesNoMoney();
      await clerk.click('portico-table >>> a');
      await clerk.sees('Your role does not show everything of this case.');
      await seesNoMoney();
      assert.deepEqual(await clerk.trouble(), []);
    });

    test('N21 the claims center sees the cases of its own payer alone, in the list and by address', async (t) => {
      const clerk = await sitDown(driver, host.open('?claims=300&storage=memory'));
      t.after(() => clerk.close());
      await signIn(clerk, 'noura', 'demo-clerk-pass');
      await askForAll(clerk);
      const payers = await column(clerk, 'Payer');
      assert.equal(new Set(payers).size, 2, 'a clerk sees the cases of both payers');
      const row = await clerk.find('portico-table >>> tr[part="row"]', 'Lakeland');
      const link = await row.$('a');
      assert.ok(link);
      const patient = await link.evaluate((one) => one.textContent ?? '');
      const href = await link.evaluate((one) => one.getAttribute('href') ?? '');
      await goTo(clerk, href);
      await clerk.find('claim-detail >>> article', patient);
      await clerk.click('button', 'Sign out');
      await clerk.find('sign-in >>> input#name');
      assert.equal(new URL(clerk.page.url()).hash, '', 'no case is left in the address');

      await signIn(clerk, 'grace', 'demo-claims-pass');
      await clerk.find('claim-query >>> button');
      await goTo(clerk, href);
      await clerk.sees('There is no such case, or you have no right to see it.');
      await clerk.click('#back-to-claims');
      await askForAll(clerk);
      assert.deepEqual([...new Set(await column(clerk, 'Payer'))], ['Gulf Shield TPA · درع الخليج']);
      await clerk.sees('KWD');
      assert.ok(!(await clerk.page.evaluate(() => probes.everything(['#desk']))).includes(patient));
      assert.deepEqual(await clerk.trouble(), []);
    });
  });
