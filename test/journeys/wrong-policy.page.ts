import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { hosts } from './kit/hosts.ts';

const driver = await createPageDriver();
after(() => driver.close());

suite('a page whose Trusted Types line names another build', () => {
  for (const { name, open } of hosts) {
    test(`${name}: says which line it needs, in the language of the page`, async () => {
      const { policy: own, ...rest } = open('?lang=ar');
      const { page } = await driver.open({ ...rest, policy: own === 'portico' ? 'lit-html' : 'portico' });
      await page.waitForFunction(() => document.querySelector('#starting-text')!.textContent.includes('trusted-types'));
      const said = await page.evaluate(() => `${document.documentElement.dir}: ${document.querySelector('#starting')!.textContent}`);
      assert.match(said, new RegExp(`trusted-types ${own} 'allow-duplicates'`));
      assert.match(said, /^rtl: .*تعذّر تشغيل/s);
    });
  }
});
