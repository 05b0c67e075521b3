import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver, type OpenOptions } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';

const driver = await createPageDriver();
after(() => driver.close());

const hosts: readonly (OpenOptions & { readonly name: string })[] = [
  { name: 'jQuery 4 under the Trusted Types line', path: '/demo/intranet/', policy: 'portico' },
  { name: 'jQuery 3 without it', path: '/demo/intranet/jquery3.html', policy: null },
];

/** What a page with one form around everything must not see from inside our elements. */
const countSubmits = (clerk: Clerk): Promise<void> =>
  clerk.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { submits: seen });
    document.addEventListener('submit', ({ target }) => seen.push((target as Element).id), true);
  });
const submits = (clerk: Clerk): Promise<string[]> => clerk.page.evaluate(() => (globalThis as unknown as { submits: string[] }).submits);

for (const { name, ...options } of hosts)
  suite(`a hospital page with ${name}`, () => {
    test('N25 Enter in our fields queries and leaves the form around alone; an opened case is heard by plain jQuery', async (t) => {
      const clerk = await sitDown(driver, options);
      t.after(() => clerk.close());
      await countSubmits(clerk);
      await clerk.fill('claim-query >>> input#from', 't-30');
      await clerk.press('Enter');
      await clerk.sees(/\d+ cases found/);
      await clerk.click('summary', 'Saved queries');
      await clerk.fill('input#saved-name', 'This month');
      await clerk.press('Enter');
      await clerk.sees('“This month” was saved');
      assert.deepEqual(await submits(clerk), [], 'the form around the page was sent by a field of ours');

      await clerk.click('portico-table >>> tbody :is(a, button)');
      await clerk.find('claim-detail >>> article');
      const opened = await clerk.until(
        'the id of the case in the list of the page',
        () => document.querySelector('#opened code')?.textContent,
      );
      assert.match(opened, /^[0-9a-f-]{36}$/);

      await clerk.fill('#page-form input#name', 'Samir');
      await clerk.press('Enter');
      await clerk.sees('No colleague is called “Samir”');
      assert.deepEqual(await submits(clerk), ['page-form'], 'the page sends its own form as ever');
      assert.deepEqual(await clerk.trouble(), []);
    });

    test('the page speaks Arabic and the elements follow it; no reset of the page comes into them', async (t) => {
      const clerk = await sitDown(driver, { ...options, path: `${options.path}?lang=ar` });
      t.after(() => clerk.close());
      await clerk.click('button', 'تنفيذ الاستعلام');
      await clerk.find('portico-table >>> tbody tr');
      const looks = await clerk.page.evaluate(() => {
        const style = (selector: string) => getComputedStyle(probes.all(selector)[0]!);
        const query = style('claim-query');
        const button = style('claim-query >>> button[type="submit"]');
        return [query.direction, query.fontFamily.includes('Verdana'), query.lineHeight, button.borderRadius, button.backgroundColor];
      });
      assert.deepEqual(looks, ['rtl', false, '24px', '4px', 'rgb(15, 92, 102)']);
      assert.deepEqual(await clerk.trouble(), []);
    });
  });
