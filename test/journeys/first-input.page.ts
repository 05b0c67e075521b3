import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { at } from '../../packages/workshop/src/paths.mjs';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { buildHost, type HostBuild } from './kit/host-build.ts';
import { breath } from './kit/steps.ts';

const driver = await createPageDriver();
after(() => driver.close());

const hostOf = (name: string, tag: string, options: string): Promise<HostBuild> =>
  buildHost(
    name,
    `import '@portico/elements/define/portal-provider';
     import '@portico/elements/define/${tag}';
     import { accountOf, createTestPortal } from ${JSON.stringify(at('test/kit/test-portal.ts'))};
     document.querySelector('portal-provider').portal = (await createTestPortal(${options})).portal;`,
    `<portal-provider><${tag}></${tag}></portal-provider>`,
  );

/** A page whose later modules stay on the way until they are let through, and what was asked for so far. */
async function openHost({ path, html, first }: HostBuild): Promise<Clerk & { readonly asked: string[]; letThrough(): void }> {
  const asked: string[] = [];
  let isThrough = false;
  const held: (() => void)[] = [];
  const clerk = await sitDown(driver, {
    files: { [path]: html },
    before: async (page) => {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.endsWith('.js')) asked.push(pathname);
        const go = (): void => void request.continue();
        if (isThrough || !pathname.endsWith('.js') || first.includes(pathname)) go();
        else held.push(go);
      });
    },
  });
  return {
    ...clerk,
    asked,
    letThrough: () => {
      isThrough = true;
      held.splice(0).forEach((go) => go());
    },
  };
}

/** A host that signs people in itself: the backend knows the clerk, and the portal has no sign-in of its own. */
const hosted = `{ claims: 100, through: ({ access, ...rest }) => {
  void access.signIn(accountOf('clerk'));
  return rest;
} }`;

const valueOf = (clerk: Clerk, id: string) =>
  clerk.page.evaluate((selector) => (probes.all(selector)[0] as HTMLInputElement | undefined)?.value, `input#${id}`);

suite('the first input', () => {
  test('sign-in: nothing more is loaded before it, and what is typed meanwhile counts', async (t) => {
    const host = await hostOf('sign-in', 'sign-in', '{}');
    const clerk = await openHost(host);
    t.after(() => clerk.close());
    await clerk.find('sign-in >>> input#name');
    await breath();
    assert.deepEqual([...clerk.asked].sort(), [...host.first].sort());

    await clerk.fill('input#name', 'noura');
    await clerk.fill('input#password', 'demo-clerk-pass');
    await clerk.press('Enter');
    assert.equal(await valueOf(clerk, 'name'), 'noura');
    assert.ok(
      clerk.asked.some((path) => host.later.includes(path)),
      'the task comes with the first input',
    );
    clerk.letThrough();
    await clerk.sees('You are signed in.');
    assert.deepEqual(await clerk.trouble(), []);
  });

  test('claim-query: nothing more is loaded before it, and what is typed meanwhile counts', async (t) => {
    const host = await hostOf('claim-query', 'claim-query', hosted);
    const clerk = await openHost(host);
    t.after(() => clerk.close());
    await clerk.find('claim-query >>> input#from');
    await breath();
    assert.deepEqual([...clerk.asked].sort(), [...host.first].sort());

    await clerk.fill('input#from', '2026-11-01');
    await clerk.press('Enter');
    assert.equal(await valueOf(clerk, 'from'), '2026-11-01');
    assert.ok(
      clerk.asked.some((path) => host.later.includes(path)),
      'the task comes with the first input',
    );
    clerk.letThrough();
    await clerk.sees(/\d+ cases found/);
    await clerk.sees('Nov 1, 2026');
    await clerk.comesTo(() => valueOf(clerk, 'from'), '2026-11-01');
    assert.deepEqual(await clerk.trouble(), []);
  });
});
