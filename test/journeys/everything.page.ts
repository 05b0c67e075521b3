import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import { at } from '../../packages/workshop/src/paths.mjs';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown } from './kit/clerk.ts';
import { downloadFolder } from './kit/files.ts';
import { hosts } from './kit/hosts.ts';
import { breath, signIn } from './kit/steps.ts';
import { atTheDoor, calendars, caseAndFiles, exports, looksAndLeaving, queries } from './kit/uses.ts';

const driver = await createPageDriver();
after(() => driver.close());

for (const host of hosts)
  suite(`everything used over ${host.name}`, () => {
    test('every dialog, popup, export and print in both languages and both brands violates nothing and logs no error', async (t) => {
      const downloads = downloadFolder();
      const clerk = await sitDown(driver, { ...host.open('?claims=300'), downloads: downloads.folder });
      t.after(async () => (await clerk.close(), downloads.remove()));
      await atTheDoor(clerk);
      await signIn(clerk, 'noura', 'demo-clerk-pass');
      await clerk.sees('Open files with claims');
      await calendars(clerk);
      await queries(clerk);
      await exports(clerk, downloads);
      await caseAndFiles(clerk);
      await looksAndLeaving(clerk);
      assert.deepEqual(await clerk.trouble(), []);
    });
  });

test('N21, N22 and N25 the lines of the README embed the query: two external files and markup, everything used, nothing violated', async (t) => {
  const page = /```html\n(.*?)```/s.exec(readFileSync(at('README.md'), 'utf8'))?.[1] ?? '';
  assert.ok(page.trim().split('\n').length <= 14, 'a dozen lines');
  const downloads = downloadFolder();
  const clerk = await sitDown(driver, {
    files: { '/page.html': page, '/page.css': 'body { margin: 2rem; }' },
    policy: 'portico',
    downloads: downloads.folder,
  });
  t.after(async () => (await clerk.close(), downloads.remove()));
  await clerk.find('claim-query >>> input#from');
  await calendars(clerk);
  await queries(clerk);
  await exports(clerk, downloads);
  assert.deepEqual(await clerk.trouble(), []);
});

test('what a frame violates is seen too, so that the silence of the prints means something', async (t) => {
  const clerk = await sitDown(driver, hosts[0]!.open('?claims=20&storage=memory'));
  t.after(() => clerk.close());
  await clerk.page.evaluate(async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument!.body.setAttribute('style', 'color: red');
    await new Promise((resolve) => setTimeout(resolve, 100));
    frame.remove();
  });
  assert.match((await clerk.trouble()).map(({ text }) => text).join('\n'), /style-src/);
});

test('what the page itself violates is seen', async (t) => {
  const clerk = await sitDown(driver, hosts[0]!.open('?claims=20&storage=memory'));
  t.after(() => clerk.close());
  await clerk.page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await breath();
  assert.match((await clerk.trouble()).map(({ text }) => text).join('\n'), /style-src/);
});

// Only Chromium lets a test choose the colours of the system.
for (const scheme of process.env.PORTICO_FIREFOX ? [] : (['light', 'dark'] as const))
  test(`N25 with the system's own ${scheme} colours the order of the results is seen as the text is`, async (t) => {
    const clerk = await sitDown(driver, {
      ...hosts[0]!.open('?claims=50&storage=memory'),
      before: async (page) => {
        const features = [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-color-scheme', value: scheme },
        ];
        await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { features });
      },
    });
    t.after(() => clerk.close());
    await signIn(clerk, 'noura', 'demo-clerk-pass');
    await clerk.click('button', 'Execute query');
    await clerk.find('portico-table >>> th[aria-sort="descending"] button');
    const arrows = await clerk.page.evaluate(() => {
      // A colour by its name is whatever the system says it is.
      const probe = document.body.appendChild(document.createElement('button'));
      const { color, backgroundColor } = getComputedStyle(probe);
      probe.remove();
      const all = probes.all('portico-table >>> th button').map((button) => getComputedStyle(button, '::after').backgroundColor);
      return { color, backgroundColor, all: [...new Set(all)] };
    });
    assert.notEqual(arrows.color, arrows.backgroundColor);
    assert.deepEqual(arrows.all, [arrows.color], 'every arrow, that of the sorted column too, has the colour of a button’s text');
  });
