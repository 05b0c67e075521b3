import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { choose, signIn } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const valueOf = (clerk: Clerk, selector: string) =>
  clerk.page.evaluate((wanted) => (probes.all(wanted)[0] as HTMLInputElement | undefined)?.value, selector);

/** Colours of a filled button, as they are computed. */
const button = (clerk: Clerk, selector: string) =>
  clerk.page.evaluate((wanted) => {
    const { backgroundColor, color, borderRadius } = getComputedStyle(probes.all(wanted)[0]!);
    return [backgroundColor, color, borderRadius];
  }, selector);

suite('an insurer’s React app in strict mode', () => {
  test('N25 the language changes while somebody types, and nothing typed is lost; a case opens by a React event', async (t) => {
    const clerk = await sitDown(driver, { path: '/demo/white-label/' });
    t.after(() => clerk.close());
    await clerk.fill('sign-in >>> input#name', 'noura');
    await choose(clerk, 'language', 'ar');
    await clerk.sees('تسجيل الدخول');
    assert.equal(await valueOf(clerk, 'sign-in >>> input#name'), 'noura');
    await choose(clerk, 'language', 'en');
    await signIn(clerk, 'noura', 'demo-clerk-pass');

    await clerk.fill('claim-query >>> input#from', 't-7');
    await choose(clerk, 'language', 'ar');
    await clerk.find('claim-query >>> button', 'تنفيذ الاستعلام');
    const typed = await valueOf(clerk, 'claim-query >>> input#from');
    await choose(clerk, 'language', 'en');
    await clerk.find('claim-query >>> button', 'Execute query');
    assert.ok(typed, 'the date is still there in Arabic');
    assert.equal(await valueOf(clerk, 'claim-query >>> input#from'), 't-7');

    await clerk.click('button', 'Execute query');
    await clerk.sees(/\d+ cases? found/);
    await clerk.click('portico-table >>> tbody :is(a, button)');
    await clerk.find('claim-detail >>> article');
    await clerk.click('button', 'Back to the list');
    await clerk.sees(/\d+ cases? found/);
    await clerk.click('button', 'Sign out');
    await clerk.find('sign-in >>> input#name');
    assert.deepEqual(await clerk.trouble(), []);
  });

  test('the brand is tokens alone, in light and in dark', async (t) => {
    const clerk = await sitDown(driver, { path: '/demo/white-label/' });
    t.after(() => clerk.close());
    await clerk.find('sign-in >>> input#name');
    await choose(clerk, 'theme', 'light');
    assert.deepEqual(await button(clerk, 'sign-in >>> button[type="submit"]'), ['rgb(91, 42, 110)', 'rgb(255, 255, 255)', '10px']);
    await choose(clerk, 'theme', 'dark');
    assert.deepEqual(await button(clerk, 'sign-in >>> button[type="submit"]'), ['rgb(220, 179, 238)', 'rgb(54, 18, 74)', '10px']);
    assert.deepEqual(await clerk.trouble(), []);
  });
});
