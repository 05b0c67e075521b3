import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';

const driver = await createPageDriver();
after(() => driver.close());

const world = '/demo/?claims=200&storage=memory';
const host = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Intranet</title>
    <script type="module" src="/portico.js"></script>
  </head>
  <body>
    <portal-provider demo>
      <claim-query></claim-query>
    </portal-provider>
  </body>
</html>`;

async function signIn(page: Page): Promise<void> {
  await page.locator('aria/User name[role="textbox"]').click();
  await page.keyboard.type('noura');
  await page.keyboard.press('Tab');
  await page.keyboard.type('demo-clerk-pass');
  await page.keyboard.press('Enter');
}

/** Executes an empty Basic query, and waits for its first row. */
async function query(page: Page): Promise<void> {
  await page.locator('aria/Execute query[role="button"]').click();
  await page.locator('aria/[role="rowheader"]').wait();
}

suite('strict content security policy', () => {
  test('N25 a clerk signs in by keyboard and queries claims in the demo, and nothing is violated', async () => {
    const { page, trouble } = await driver.open({ path: world });
    await signIn(page);
    await query(page);
    await page.select('#language', 'ar');
    await page.locator('aria/تنفيذ الاستعلام').wait();
    assert.deepEqual(await trouble(), []);
  });

  test('N25 a page of two files and a few lines of markup embeds the query over the one-file bundle', async () => {
    const { page, trouble } = await driver.open({ policy: 'portico', files: { '/host/page.html': host } });
    await query(page);
    assert.deepEqual(await trouble(), []);
  });

  test('a violation is seen, so that the silence above means something', async () => {
    const { page, trouble } = await driver.open({ path: world });
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    assert.match((await trouble()).map(({ text }) => text).join('\n'), /style-src/);
  });
});
