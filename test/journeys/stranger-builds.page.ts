import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { buildBundle } from '../../packages/workshop/src/build/bundle.ts';
import { at } from '../../packages/workshop/src/paths.mjs';
import { createPageDriver, type OpenOptions } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';
import { buildHost, otherVersion } from './kit/host-build.ts';

const driver = await createPageDriver();
after(() => driver.close());

/** A page and the warnings that its console was given. */
async function open(options: OpenOptions): Promise<{ readonly clerk: Clerk; readonly warnings: readonly string[] }> {
  const warnings: string[] = [];
  const clerk = await sitDown(driver, {
    ...options,
    before: async (page) => void page.on('console', (message) => void (message.type() === 'warn' && warnings.push(message.text()))),
  });
  return { clerk, warnings };
}

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Two builds</title>${head}</head><body>${body}</body></html>`;
const script = (source: string): string => `<script type="module" src="${source}"></script>`;

/** Executes an empty query in one element, and waits for its rows. */
async function query(clerk: Clerk, tag: string): Promise<void> {
  await clerk.click(`${tag} >>> button[type="submit"]`);
  await clerk.find(`${tag} >>> tbody tr`);
}

/** The builds that the classes of some tags came from. */
const versions = (clerk: Clerk, ...tags: string[]): Promise<unknown[]> =>
  clerk.page.evaluate((names) => names.map((name) => (customElements.get(name) as { version?: string } | undefined)?.version), tags);

const clash = /<claim-query> is taken by portico 0\.1\.0; this is portico 0\.0\.9\..*defineElements\(\{ prefix: 'my-' \}\)/;

suite('two builds of the one file on one page', async () => {
  await buildBundle(at('dist/older'), otherVersion('0.0.9'));

  test('the later one leaves the tags to the first and says so; nothing breaks', async (t) => {
    const html = page(
      script('/portico.js') + script('/older/portico.js'),
      '<portal-provider demo><claim-query></claim-query></portal-provider>',
    );
    const { clerk, warnings } = await open({ policy: 'portico', files: { '/stranger/clash.html': html } });
    t.after(() => clerk.close());
    await query(clerk, 'claim-query');
    assert.ok(
      warnings.some((text) => clash.test(text)),
      warnings.join('\n'),
    );
    assert.equal(warnings.filter((text) => text.includes('<claim-query>')).length, 1);
    assert.deepEqual(await versions(clerk, 'claim-query'), ['portico 0.1.0']);
    assert.deepEqual(await clerk.trouble(), []);
  });

  test('under a prefix both work, side by side and one inside the other’s provider', async (t) => {
    const html = page(
      script('/older/portico.js?prefix=old-') + script('/portico.js'),
      `<portal-provider demo><claim-query id="new"></claim-query><old-claim-query id="guest"></old-claim-query></portal-provider>`,
    );
    const { clerk, warnings } = await open({ policy: 'portico', files: { '/stranger/prefix.html': html } });
    t.after(() => clerk.close());
    await query(clerk, 'claim-query#new');
    await query(clerk, 'old-claim-query#guest');
    assert.deepEqual(await versions(clerk, 'claim-query', 'old-claim-query'), ['portico 0.1.0', 'portico 0.0.9']);
    assert.deepEqual(warnings, []);
    assert.deepEqual(await clerk.trouble(), []);
  });
});

test('two builds from npm modules, each with its own Lit: a portal of the one serves the elements of the other', async (t) => {
  const tags = "{ only: ['portal-provider', 'claim-query'] }";
  const current = await buildHost(
    'current',
    `import { defineElements } from '@portico/elements';
     import { createTestPortal } from ${JSON.stringify(at('test/kit/test-portal.ts'))};
     defineElements(${tags});
     const { portal } = await createTestPortal({ signedIn: 'clerk', claims: 40 });
     for (const provider of document.querySelectorAll('portal-provider, old-portal-provider')) provider.portal = portal;`,
    '',
  );
  const older = await buildHost(
    'older',
    `import { defineElements } from '@portico/elements';
     await customElements.whenDefined('claim-query');
     defineElements(${tags});
     defineElements({ prefix: 'old-', only: ['portal-provider', 'claim-query'] });`,
    '',
    otherVersion('0.0.9'),
  );
  const html = page(
    [older, current].map(({ first: [file = ''] }) => script(file)).join(''),
    `<portal-provider><claim-query id="one"></claim-query><old-claim-query id="two"></old-claim-query></portal-provider>
     <old-portal-provider><claim-query id="three"></claim-query><old-claim-query id="four"></old-claim-query></old-portal-provider>`,
  );
  const { clerk, warnings } = await open({ policy: 'lit-html', files: { '/stranger/modules.html': html } });
  t.after(() => clerk.close());
  for (const id of ['claim-query#one', 'old-claim-query#two', 'claim-query#three', 'old-claim-query#four']) await query(clerk, id);
  assert.deepEqual(await versions(clerk, 'claim-query', 'old-claim-query', 'sign-in'), ['portico 0.1.0', 'portico 0.0.9', null]);
  assert.ok(
    warnings.some((text) => clash.test(text)),
    warnings.join('\n'),
  );
  assert.deepEqual(await clerk.trouble(), []);
});
