import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import type { Portal } from '../../packages/elements/src/index.ts';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { hosts } from './kit/hosts.ts';
import { breath, chooseFiles, dropFile, signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const patient = 'آمنة بنت خالد الخطيب';

/** A clerk before a small world. */
async function atTheDesk(open: Parameters<typeof sitDown>[1]): Promise<Clerk> {
  const clerk = await sitDown(driver, open);
  await signIn(clerk, 'noura', 'demo-clerk-pass');
  await clerk.sees('Open files with claims');
  return clerk;
}

/** Asks for a case by a number of its own, in Advanced Search. */
async function askFor(clerk: Clerk, number: string): Promise<void> {
  await clerk.click('label', 'Advanced search');
  await clerk.fill('input#identifier', number);
  await clerk.press('Enter');
}

/** What is said of a file once it is through. */
async function toldOf(clerk: Clerk, name: string): Promise<string> {
  await clerk.until(
    `${name} to be through`,
    (file) => probes.all('li.file').some((one) => one.innerText.includes(file) && /Done|Failed/.test(one.innerText)),
    name,
  );
  const line = await clerk.find('li.file', name);
  await (await line.$('summary'))?.click();
  return line.evaluate((one) => one.innerText.replace(/\s+/g, ' '));
}

/** Everything that the databases of this browser hold. Runs in the page. */
async function kept(): Promise<string> {
  const answer = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  const rows: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames) rows.push(await answer(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  return JSON.stringify(rows);
}

for (const host of hosts)
  suite(`FHIR files over ${host.name}`, () => {
    test('N21 test data by button and by drop is accounted for, found by query and there after a reload; a broken file leaves the good ones', async (t) => {
      const clerk = await atTheDesk(host.open('?claims=50'));
      t.after(() => clerk.close());
      await chooseFiles(clerk, 'gulf-claim.ndjson', 'broken.txt', 'pas-approved.json');
      await clerk.sees('What is in these files?');
      await clerk.click('dialog button', 'Test data');
      assert.match(await toldOf(clerk, 'gulf-claim.ndjson'), /Done 1 case found · 1 new case What the reading says 5 resources/);
      assert.match(await toldOf(clerk, 'pas-approved.json'), /Done 1 case found · 1 new case/);
      assert.match(await toldOf(clerk, 'broken.txt'), /No claims in this file .*Not taken/);
      await dropFile(clerk, '.drop', 'claim-and-benefit.json');
      assert.match(await toldOf(clerk, 'claim-and-benefit.json'), /Done 1 case found · 1 new case/);
      await chooseFiles(clerk, 'gulf-claim.ndjson');
      await clerk.sees('1 case known already');

      // Its leading zeros are part of the number, and its amount has three decimals.
      await askFor(clerk, '000123');
      await clerk.sees(patient);
      await clerk.sees('KWD 13.340');
      await breath();
      await clerk.reload();
      await clerk.sees(patient);
      await askFor(clerk, 'AUTH-501');
      await clerk.sees('Ms. Layla N. Haddad');
      assert.ok((await clerk.page.evaluate(kept)).includes(patient), 'test data stays in this browser');
      assert.deepEqual(await clerk.trouble(), []);
    });

    test('N21 data about real people stays apart and in memory, says so, and is gone on reload and on sign-out', async (t) => {
      const clerk = await atTheDesk(host.open('?claims=50'));
      t.after(() => clerk.close());
      const openAsReal = async (): Promise<void> => {
        await chooseFiles(clerk, 'gulf-claim.ndjson');
        await clerk.click('dialog button', 'Data about real people');
        await clerk.sees('Data about real people: in memory only, gone on reload or sign-out.');
        assert.match(await toldOf(clerk, 'gulf-claim.ndjson'), /Done 1 case found · 1 new case/);
        await clerk.click('button', 'Execute query');
        await clerk.sees(/\b1 case found/);
        await clerk.sees(patient);
      };
      const seesNothingOfIt = async (): Promise<void> => {
        await clerk.sees('Open files with claims');
        assert.deepEqual(await clerk.page.evaluate(() => probes.all('#real-ribbon').length), 0);
        await askFor(clerk, '000123');
        await clerk.sees('No cases found');
        const page = await clerk.page.evaluate(() => location.href + probes.everything());
        assert.ok(!page.includes(patient) && !page.includes('13.340'));
        const disk = await clerk.page.evaluate(kept);
        assert.ok(disk.includes('account:noura') && !disk.includes(patient), 'the demo world is on disk, and nobody real is');
      };
      await openAsReal();
      await clerk.reload();
      await seesNothingOfIt();
      await openAsReal();
      await clerk.click('button', 'Sign out');
      await signIn(clerk, 'noura', 'demo-clerk-pass');
      await seesNothingOfIt();
      assert.deepEqual(await clerk.trouble(), []);
    });

    test('a session that ends under the question opens nothing, and the next person is asked anew', async (t) => {
      const clerk = await atTheDesk(host.open('?claims=50'));
      t.after(() => clerk.close());
      await chooseFiles(clerk, 'gulf-claim.ndjson');
      await clerk.sees('What is in these files?');
      await clerk.page.evaluate(() => (document.getElementById('provider') as HTMLElement & { portal: Portal }).portal.logout());
      await clerk.click('dialog button', 'Data about real people');
      await signIn(clerk, 'noura', 'demo-clerk-pass');
      await clerk.sees('Open files with claims');
      await chooseFiles(clerk, 'gulf-claim.ndjson');
      await clerk.sees('What is in these files?');
      assert.ok(!(await clerk.page.evaluate(kept)).includes(patient), 'nothing of it is on disk');
      assert.deepEqual(await clerk.trouble(), []);
    });
  });
