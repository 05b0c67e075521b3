import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk, type Goal } from './kit/clerk.ts';
import { downloadFolder, readCsv, readWorkbook, type Statement } from './kit/files.ts';
import { hosts } from './kit/hosts.ts';
import { breath, choose, lastMonth, signIn, typed } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const newPassword = 'seven quiet herons at noon';

const isInGrid: Goal = ({ row }) => row !== null;

/** Locks the account by four wrong passwords, and is refused with the right one. */
async function lockOneselfOut(clerk: Clerk): Promise<void> {
  for (const left of ['3 attempts left', '2 attempts left', '1 attempt left', 'This account is locked']) {
    await signIn(clerk, 'noura', 'not my password');
    await clerk.sees(left);
  }
  await clerk.click('button', 'Sign in with another name');
  await signIn(clerk, 'noura', 'demo-clerk-pass');
  await clerk.sees('This account is locked');
}

/** Gets back in by the link that the mailbox holds, and answers what the link said. */
async function getBackIn(clerk: Clerk): Promise<void> {
  await clerk.click('.notice button', 'Get a link by e-mail');
  await clerk.fill('input#name', 'noura');
  await clerk.click('button', 'Send a link by e-mail');
  await clerk.sees('a link is on its way');
  const mail = await (await clerk.find('#desk .body', '#')).evaluate((body) => body.textContent ?? '');
  const link = /https?:\S+#[0-9a-f]{64}/.exec(mail)?.[0];
  assert.ok(link, mail);
  await clerk.page.goto(link);
  await clerk.find('input#password[autocomplete="new-password"]');
  assert.equal(await clerk.page.evaluate(() => location.href), link.split('#')[0], 'the secret is not left in the address bar');
  assert.ok(!(await clerk.page.evaluate(() => probes.everything(['#desk']))).includes(link.split('#')[1]!), 'nor anywhere in the page');
  await clerk.fill('input#password', newPassword);
  await clerk.click('button', 'Set the password');
  await clerk.sees('The password is set and the account is unlocked');
  await clerk.click('button', 'Sign in');
}

/** Every amount a number and every date a date, and each currency's total the sum of its rows. */
function checkStatement({ headers, rows, totals }: Statement): void {
  const at = (header: string): number => headers.indexOf(header);
  const [currency, billed] = [at('Currency'), at('Billed')];
  const sums = new Map<string, number>();
  for (const row of rows) {
    assert.ok(row[at('Service from')] instanceof Date, 'a service date is a date');
    assert.equal(typeof row[billed], 'number');
    sums.set(String(row[currency]), (sums.get(String(row[currency])) ?? 0) + Number(row[billed]));
  }
  assert.ok(sums.size > 1, 'the result has several currencies');
  assert.deepEqual(
    totals.map((total) => [total[currency], Number(total[billed]).toFixed(3)]),
    [...sums].sort().map(([code, sum]) => [code, sum.toFixed(3)]),
  );
}

for (const host of hosts)
  suite(`a new clerk over ${host.name}`, () => {
    test('N4, N21–N25 and N27 locked out, back in, last month queried, one opened by keyboard, exported, reloaded, signed out', async (t) => {
      const downloads = downloadFolder();
      const clerk = await sitDown(driver, { ...host.open(), downloads: downloads.folder });
      t.after(async () => (await clerk.close(), downloads.remove()));
      const { page } = clerk;

      await lockOneselfOut(clerk);
      await getBackIn(clerk);
      await signIn(clerk, 'noura', newPassword);
      await clerk.sees('Signed in as Noura Haddad');

      const month = await lastMonth(clerk);
      await clerk.fill('input#from', typed(month.from, 'en'));
      await clerk.fill('input#to', typed(month.to, 'en'));
      await clerk.press('Enter');
      await clerk.sees(/\d+ cases found/);

      const inGrid = await clerk.tabTo('the results', isInGrid);
      assert.equal(inGrid.row, 2);
      await clerk.press('ArrowDown', 3);
      const row = await clerk.focused();
      assert.equal(row?.row, 5);
      await clerk.press('Enter');
      await clerk.find('claim-detail');
      await clerk.until('the heading of the case with the focus', () => probes.focused()?.tag === 'h2');
      assert.match(page.url(), /#claim\//);
      await clerk.press('Escape');
      await clerk.until('the same row with the focus', (name) => probes.focused()?.row === 5 && probes.focused()?.name === name, row.name);

      await clerk.click('button', 'Export bordereau');
      await clerk.find('dialog[open]');
      await choose(clerk, 'payer', 'payer:gulf');
      await choose(clerk, 'provider', 'provider:noor');
      await clerk.click('button', 'Issue bordereau');
      await clerk.sees(/Bordereau \S+ was issued/);
      await clerk.click('button', 'Excel file');
      const book = await readWorkbook(await downloads.file('.xlsx'), 'Total');
      await clerk.sees('The bordereau is ready');
      await clerk.click('button', 'CSV file');
      const csv = readCsv(await downloads.file('.csv'), 'Total');
      checkStatement(book);
      assert.equal(book.about.find(([label]) => label === 'Payer')?.[1], 'Gulf Shield TPA · درع الخليج');
      assert.deepEqual(csv.about, book.about);
      assert.equal(csv.rows.length, book.rows.length);
      await clerk.click('button', 'Print');
      const [print] = await clerk.until('the print', () => (probes.printed.length > 0 ? probes.printed : null));
      assert.equal(print?.rows, book.rows.length);
      await clerk.click('button', 'Close');

      await clerk.fill('input#to', '3/1');
      await clerk.tabTo('the results', isInGrid);
      await clerk.press('PageDown', 3);
      const place = await clerk.focused();
      assert.ok(place?.row && place.row > 30, 'three pages down');
      await breath();
      await clerk.reload();
      await clerk.sees('Signed in as Noura Haddad');
      await clerk.sees(/\d+ cases found/);
      const fieldOf = (id: string) =>
        clerk.page.evaluate((selector) => probes.all(selector).map((one) => (one as HTMLInputElement).value), id);
      assert.deepEqual([await fieldOf('input#from'), await fieldOf('input#to')], [[typed(month.from, 'en')], ['3/1']]);
      assert.deepEqual(await clerk.tabTo('the results', isInGrid), place, 'the same row is where Tab comes to');

      const patient = place.name;
      await clerk.click('button', 'Sign out');
      await clerk.find('input#password');
      assert.deepEqual(await clerk.page.evaluate(() => Object.keys(sessionStorage).filter((key) => !key.startsWith('demo:'))), []);
      // What the demo itself tells of its invented people stands in its list of accounts and in its mailbox.
      const left = await clerk.page.evaluate(() => `${location.href}\n${document.title}\n${probes.everything(['#accounts', '#desk'])}`);
      for (const trace of ['noura', 'Noura', 'Haddad', patient, row.name, book.about[0]![1], '3/1', newPassword])
        assert.ok(!left.includes(trace), `${trace} is left behind`);
      assert.deepEqual(await clerk.trouble(), []);
    });
  });
