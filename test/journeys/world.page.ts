import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown } from './kit/clerk.ts';
import { hosts } from './kit/hosts.ts';
import { signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

for (const host of hosts)
  suite(`the demo world over ${host.name}`, () => {
    test(
      'N21 and N25 a hundred thousand cases start with their progress and are scrolled through freely',
      { timeout: 300_000 },
      async (t) => {
        const clerk = await sitDown(driver, host.open('?claims=100000'));
        t.after(() => clerk.close());
        await clerk.until('the progress', () => {
          const bar = document.querySelector('progress');
          return bar?.max === 100_000 && bar.value > 0 && bar.value < 100_000;
        });
        await clerk.until('the sign-in', () => probes.all('sign-in >>> input#name').length > 0);
        await signIn(clerk, 'noura', 'demo-clerk-pass');
        await clerk.click('button', 'Execute query');
        await clerk.sees('100,000 cases found');
        await clerk.tabTo('the results', ({ row }) => row !== null);
        await clerk.page.keyboard.down('Control');
        await clerk.press('End');
        await clerk.page.keyboard.up('Control');
        await clerk.until('the last row', () => probes.focused()?.row === 100_001 && probes.focused()?.tag === 'td');
        await clerk.press('Home');
        await clerk.until('its patient', () => probes.focused()?.tag === 'a' && /\p{L}/u.test(probes.focused()?.name ?? ''));
        assert.ok(
          (await clerk.page.evaluate(() => probes.all('portico-table >>> tr[part="row"]').length)) < 100,
          'a pool of rows, not one each',
        );
        assert.deepEqual(await clerk.trouble(), []);
      },
    );

    for (const [name, spoil] of [
      ['without IndexedDB', () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
      [
        'where IndexedDB is blocked',
        () =>
          Object.defineProperty(globalThis, 'indexedDB', {
            value: {
              open: () => {
                throw new DOMException('blocked', 'SecurityError');
              },
            },
          }),
      ],
    ] as const)
      test(`a browser ${name} is refused in words, with what to do`, async (t) => {
        const clerk = await sitDown(driver, {
          ...host.open(),
          before: async (page) => void (await page.evaluateOnNewDocument(spoil as () => void)),
        });
        t.after(() => clerk.close());
        await clerk.sees(/The demo world cannot start in this browser: storage-\w+/);
        await clerk.sees('?storage=memory');
        assert.deepEqual(await clerk.page.evaluate(() => probes.all('portal-provider').length), 0);
        assert.deepEqual(await clerk.trouble(), []);
        await clerk.page.goto(`${clerk.page.url()}?storage=memory&claims=50`);
        await signIn(clerk, 'noura', 'demo-clerk-pass');
        await clerk.sees('Signed in as Noura Haddad');
      });
  });
