import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { openProfile, scan, type ProfiledBrowser } from './kit/profile.ts';
import { breath, signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

/** Typed by the clerk: nobody's names, and nowhere else in the project's pages. */
const typedNames = ['Zebedee Quillfeather', 'زكريا المهلهل القنديل'] as const;

async function patientsOnScreen(clerk: Clerk): Promise<readonly string[]> {
  const names = await clerk.page.evaluate(() => probes.all('portico-table >>> tr[part="row"] a').map((one) => one.textContent ?? ''));
  return [...new Set(names.map((name) => name.replace(/[\u2066-\u2069]/g, '').trim()).filter((name) => name.length > 6))];
}

/** Signs in, looks at people's cases, types names, opens a case; answers every name that was on the screen or typed. */
async function work(clerk: Clerk): Promise<readonly string[]> {
  await signIn(clerk, 'noura', 'demo-clerk-pass');
  await clerk.click('button', 'Execute query');
  await clerk.sees(/\d cases found/);
  await clerk.find('portico-table >>> tr[part="row"] a');
  const seen = await patientsOnScreen(clerk);
  await clerk.click('portico-table >>> tr[part="row"] a');
  await clerk.find('claim-detail >>> article');
  await clerk.click('#back-to-claims');
  await clerk.click('label', 'Advanced search');
  for (const name of typedNames) {
    await clerk.fill('input#memberName', name);
    await clerk.press('Enter');
    await breath();
  }
  return [...seen, ...typedNames];
}

async function profiled(act: (browser: ProfiledBrowser) => Promise<readonly string[]>) {
  const browser = await openProfile();
  try {
    const names = await act(browser).finally(() => browser.close());
    return { names, ...scan(browser.folder, names) };
  } finally {
    browser.remove();
  }
}

suite('what a sign-out leaves', () => {
  test('T27 ASVS 14.3.1 in memory: of the names that were on the screen or typed, none is in the profile of the browser', async () => {
    const { names, found, bytes, files } = await profiled(async (browser) => {
      const clerk = await sitDown(browser, { path: '/demo/?storage=memory&claims=300' });
      const all = await work(clerk);
      await clerk.click('button', 'Sign out');
      await clerk.find('sign-in >>> input#name');
      const left = await clerk.page.evaluate(() => probes.everything(['#desk', '#accounts']));
      for (const name of all) assert.ok(!left.includes(name), `${name} is still in the page`);
      return all;
    });
    assert.ok(names.length >= 10, `enough names: ${names.length}`);
    assert.ok(files > 10 && bytes > 100_000, `a whole profile: ${files} files, ${bytes} bytes`);
    assert.deepEqual(found, []);
  });

  test('T27 the scan finds what is there: names that a page keeps, in each encoding', async () => {
    const { found } = await profiled(async (browser) => {
      const clerk = await sitDown(browser, { path: '/demo/?storage=memory&claims=1' });
      await clerk.find('sign-in >>> input#name');
      await clerk.page.evaluate(
        async ([latin, arabic]) => {
          const utf8 = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));
          localStorage.setItem('plain', latin!);
          localStorage.setItem('wide', arabic!);
          localStorage.setItem('coded', btoa(utf8(`{"name":"${arabic}"}`)));
          await new Promise((resolve) => setTimeout(resolve, 500));
        },
        [...typedNames],
      );
      await clerk.page.goto('about:blank');
      await breath();
      return typedNames;
    });
    assert.deepEqual(
      new Set(found.map(({ text, encoding }) => `${typedNames.indexOf(text as (typeof typedNames)[0])} ${encoding}`)),
      new Set(['0 UTF-8', '1 UTF-16', '1 base64']),
    );
  });

  test('T27 a demo world that stays says so, and is deleted by its button', async (t) => {
    const clerk = await sitDown(driver, { path: '/demo/?claims=20' });
    t.after(() => clerk.close());
    await clerk.sees('Demo data stays in this browser until you delete it.');
    await signIn(clerk, 'noura', 'demo-clerk-pass');
    await clerk.click('label', 'Advanced search');
    await clerk.fill('input#memberName', typedNames[0]);
    await breath();
    await clerk.click('button', 'Sign out');
    await clerk.sees('What was entered stays, because this portal lives in this browser.');
    const isKept = () =>
      clerk.page.evaluate(async (name) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('portico-demo');
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(new Error(opening.error?.message));
        });
        if (!database.objectStoreNames.contains('drafts')) throw new Error('the world is not there yet');
        const drafts = database.transaction('drafts').objectStore('drafts').getAll();
        await new Promise((resolve) => (drafts.onsuccess = resolve));
        database.close();
        return JSON.stringify(drafts.result).includes(name);
      }, typedNames[0]);
    assert.equal(await isKept(), true, 'the draft stays with the world');
    await clerk.page.evaluate(() => document.body.classList.add('before'));
    await clerk.click('#desk button.danger', 'Delete the demo world');
    await clerk.until(
      'the world anew',
      () =>
        document.querySelector('.before, #starting') === null &&
        probes.all('sign-in >>> input#name').length > 0 &&
        document.querySelector('#desk h3') !== null,
    );
    assert.equal(await isKept(), false, 'and is gone with it');
    assert.deepEqual(await clerk.trouble(), []);
  });
});

suite('leaving', () => {
  test('T27 T28 a sign-out in one tab is one in all, an hour that leaps over the warning locks both, and what was typed is there again', async (t) => {
    const clerk = await sitDown(driver, { path: '/demo/?claims=20' });
    t.after(() => clerk.close());
    await signIn(clerk, 'noura', 'demo-clerk-pass');
    await clerk.until('the focus in the first field', () => probes.focused()?.id === 'from');
    const second = await sitDown({
      open: async ({ before } = {}) => {
        const page = await clerk.page.browserContext().newPage();
        await before?.(page);
        await page.goto(clerk.page.url(), { waitUntil: 'load' });
        return { page, url: clerk.url, trouble: async () => [] };
      },
      close: async () => undefined,
    });
    await signIn(second, 'noura', 'demo-clerk-pass');
    await second.sees('Signed in as Noura Haddad');
    await second.click('label', 'Advanced search');
    await second.fill('input#memberName', 'half-typed');
    await second.click('#desk button', '+1 hour');
    await second.sees('You were signed out because nothing was done for a while.');
    await clerk.page.bringToFront();
    await clerk.sees('You were signed out because nothing was done for a while.');

    await signIn(clerk, 'noura', 'demo-clerk-pass');
    await second.page.bringToFront();
    await signIn(second, 'noura', 'demo-clerk-pass');
    await second.until('what was typed', () =>
      probes.all('input#memberName').some((one) => (one as HTMLInputElement).value === 'half-typed'),
    );
    await second.click('button', 'Sign out');
    await clerk.page.bringToFront();
    await clerk.sees('Your session was ended on another page or by the helpdesk.');
    assert.deepEqual(await clerk.trouble(), []);
  });
});
