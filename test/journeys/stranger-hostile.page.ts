import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { strictCsp } from '../../packages/workshop/src/build/csp.ts';
import { contentType } from '../../packages/workshop/src/build/static-server.ts';
import { at } from '../../packages/workshop/src/paths.mjs';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { hostilePages, type HostilePage } from './kit/hostile-pages.ts';

const driver = await createPageDriver();
after(async () => {
  // A page that never comes to rest can keep its browser from closing: the process then ends without it.
  setTimeout(() => process.exit(), 10_000).unref();
  await Promise.race([driver.close(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
});

type Files = Readonly<Record<`/${string}`, string>>;

/** A page of two scripts and a sheet of its own around the one-file bundle. */
function filesOf(
  { before = '', after: late = '', css = '', root = 'lang="en"', head = '', around = (elements) => elements }: HostilePage,
  n: number,
): Files {
  const folder = `/hostile/${n}` as const;
  const body = around('<portal-provider demo><claim-query></claim-query></portal-provider>');
  return {
    [`${folder}/index.html`]: `<!doctype html><html ${root}><head><meta charset="utf-8" /><title>Hostile</title>${head}
      <link rel="stylesheet" href="${folder}/page.css" /><script src="${folder}/before.js"></script>
      <script type="module" src="/portico.js"></script><script type="module" src="${folder}/after.js"></script></head>
      <body><main id="place">${body}</main></body></html>`,
    [`${folder}/page.css`]: css,
    [`${folder}/before.js`]: `'use strict'; { ${before} }`,
    [`${folder}/after.js`]: late,
  };
}

/** What a page can hear of its own elements: the details of all events that leave them. Runs before every script. */
function listenIn(): void {
  const heard: string[] = [];
  const { stringify } = JSON;
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.composed && 'detail' in event) heard.push(`${event.type} ${stringify(event.detail)}`);
    return dispatchEvent.call(this, event);
  };
  Object.assign(globalThis, { heard });
}

interface Opened {
  readonly clerk: Clerk;
  /** Everything that a page, its console or its network log could tell of what is inside the elements. */
  hostSide(): Promise<string>;
}

async function open(hostile: HostilePage, n: number): Promise<Opened> {
  const log: string[] = [];
  const files = filesOf(hostile, n);
  const [path] = Object.keys(files) as [`/${string}`];
  const listen = async (page: Page): Promise<void> => {
    await page.evaluateOnNewDocument(listenIn);
    page.on('console', (message) => log.push(message.text()));
    page.on('request', (request) => log.push(request.url(), request.postData() ?? ''));
    if (hostile.origin === undefined) return;
    // Answered here: no such host is asked for anywhere.
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin !== hostile.origin) return void request.continue();
      const body = pathname === '/portico.js' ? readFileSync(at('dist/portico.js'), 'utf8') : files[pathname as `/${string}`];
      const headers = { 'content-security-policy': strictCsp('portico') + (hostile.policy ?? ''), 'access-control-allow-origin': '*' };
      void request.respond({ status: body === undefined ? 404 : 200, headers, contentType: contentType(pathname), body: body ?? '' });
    });
  };
  const elsewhere = hostile.origin !== undefined;
  const clerk = await sitDown(driver, {
    ...{ policy: 'portico', before: listen },
    files: elsewhere ? { '/hostile/empty.html': '<title>Empty</title>' } : files,
  });
  if (elsewhere) await clerk.page.goto(hostile.origin + path, { waitUntil: 'load' });
  const hostSide = async (): Promise<string> => {
    const told = await clerk.page.evaluate(() =>
      [
        ...[document.documentElement.outerHTML, document.title, location.href, window.name, String(history.state)],
        ...(globalThis as unknown as { heard: string[] }).heard,
      ].join('\n'),
    );
    return [told, ...log].join('\n');
  };
  return { clerk, hostSide };
}

/** Names of people in the list. */
const names = (clerk: Clerk): Promise<string[]> =>
  clerk.page.evaluate(() => probes.all('portico-table >>> tbody th').map((cell) => (cell.textContent ?? '').trim()));

suite('hostile pages', () => {
  for (const [n, hostile] of hostilePages.entries())
    test(`${hostile.name}: ${hostile.says || hostile.stops ? 'fails closed and says why' : 'a query runs, and nobody’s name comes out'}`, async (t) => {
      const { clerk, hostSide } = await open(hostile, n);
      t.after(() => clerk.close());
      if (hostile.stops) {
        assert.match((await clerk.trouble()).map(({ text }) => text).join('\n'), hostile.stops);
        assert.deepEqual(
          await clerk.page.evaluate(() => ['portal-provider', 'claim-query'].filter((tag) => customElements.get(tag))),
          [],
          'nothing is registered by halves',
        );
        return;
      }
      if (hostile.says) {
        await clerk.sees(hostile.says);
        assert.equal((await clerk.page.evaluate(() => probes.all('claim-query >>> input'))).length, 0, 'no form without a portal');
        assert.deepEqual(await clerk.trouble(), []);
        return;
      }
      await clerk.until('a form that stays', () => {
        const query = document.querySelector('claim-query') as (Element & { connectedPortal?: unknown }) | null;
        return document.readyState === 'complete' && query?.connectedPortal && probes.all('claim-query >>> input').length > 0;
      });
      // Whatever the page does to its nodes it has done by now.
      await new Promise((resolve) => setTimeout(resolve, 700));
      await clerk.click('claim-query >>> button', hostile.execute ?? 'Execute query');
      await clerk.find('portico-table >>> tbody th');
      const people = (await names(clerk)).filter((name) => name.length > 5);
      assert.ok(people.length >= 10, `names to look for: ${people.length}`);
      await clerk.click('portico-table >>> tbody :is(a, button)');
      await clerk.until('the page to hear of it', () =>
        (globalThis as unknown as { heard: string[] }).heard.some((event) => event.startsWith('claim-opened')),
      );
      const told = await hostSide();
      assert.deepEqual(
        people.filter((name) => told.includes(name)),
        [],
      );
      assert.deepEqual(await clerk.trouble(), []);
    });

  test('a name that the page shows or hears is found, so that the silence above means something', async (t) => {
    const { clerk, hostSide } = await open({ name: 'tell-tale' }, hostilePages.length);
    t.after(() => clerk.close());
    await clerk.click('claim-query >>> button', 'Execute query');
    await clerk.find('portico-table >>> tbody th');
    const [one = '', two = '', three = ''] = await names(clerk);
    await clerk.page.evaluate(
      (...[attribute, logged, heard]) => {
        document.body.title = attribute;
        console.log(logged);
        document.body.dispatchEvent(new CustomEvent('told', { composed: true, detail: { heard } }));
      },
      ...([one, two, three] as const),
    );
    const told = await hostSide();
    assert.deepEqual(
      [one, two, three].map((name) => name !== '' && told.includes(name)),
      [true, true, true],
    );
  });
});
