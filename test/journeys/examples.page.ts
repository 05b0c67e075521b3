import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { build } from 'vite';
import { elementDocs } from '../../packages/workshop/src/build/docs/element-docs-files.ts';
import { examplesOf } from '../../packages/workshop/src/build/docs/example-code.ts';
import { production } from '../../packages/workshop/src/build/vite-config.ts';
import { at } from '../../packages/workshop/src/paths.mjs';
import { createPageDriver } from '../../packages/workshop/src/testing/page.ts';
import { sitDown, type Clerk } from './kit/clerk.ts';

const driver = await createPageDriver();
after(() => driver.close());

const examples = new Map([...(await elementDocs())].map(([tag, docs]) => [tag, examplesOf(docs)]));

/** Builds every React example as an application of its own, as a host's bundler does; they share their chunks. */
async function buildReact(): Promise<void> {
  const folder = at('packages/portico/examples');
  const start = (tag: string): string => `
    import { StrictMode } from 'react';
    import { createRoot } from 'react-dom/client';
    import { Page } from '${folder}/${tag}-page.jsx';
    createRoot(document.body.appendChild(document.createElement('div'))).render(<StrictMode><Page /></StrictMode>);`;
  const files = new Map(
    [...examples].flatMap(([tag, { react }]) => [
      [`${folder}/${tag}.jsx`, start(tag)],
      [`${folder}/${tag}-page.jsx`, react],
    ]),
  );
  await build({
    ...production(),
    logLevel: 'error',
    root: at('packages/portico'),
    publicDir: false,
    base: './',
    plugins: [
      {
        name: 'portico:examples',
        enforce: 'pre',
        resolveId: (id) => (files.has(id) ? id : null),
        load: (id) => files.get(id) ?? null,
      },
    ],
    build: {
      outDir: at('dist/examples/react'),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: Object.fromEntries([...examples.keys()].map((tag) => [tag, `${folder}/${tag}.jsx`])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}
await buildReact();

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Example</title></head><body>\n${body}\n</body></html>`;

/** The files of an example's page in a folder of its own; `portico.js` stands at the root. */
const filesFor = (folder: string, body: string, script: string): Record<`/${string}`, string> => ({
  [`/examples/${folder}/page.html`]: page(body.replaceAll('src="portico.js"', 'src="/portico.js"')),
  [`/examples/${folder}/page.js`]: script.replaceAll("'./portico.js'", "'/portico.js'"),
});

/** Waits until the element has its portal and shows something. */
const works = (clerk: Clerk, tag: string): Promise<boolean> =>
  clerk.until(
    `${tag} with a portal`,
    (name) => {
      const [element] = probes.all(name) as (HTMLElement & { connectedPortal?: object; portal?: object })[];
      return !!(element?.connectedPortal ?? element?.portal) && !!element?.shadowRoot?.childElementCount;
    },
    tag,
  );

suite('the example of every element runs as it stands, under a strict policy', () => {
  for (const [tag, { html, htmlScript, script }] of examples) {
    test(`${tag} as HTML, and as a plain script`, async (t) => {
      const plain = filesFor(`${tag}-script`, '<script type="module" src="page.js"></script>', script);
      const files = { ...filesFor(tag, html, htmlScript), ...plain };
      const clerk = await sitDown(driver, { files, policy: 'portico' });
      t.after(() => clerk.close());
      await works(clerk, tag);
      await clerk.page.goto(new URL(Object.keys(plain)[0]!, clerk.url).href);
      await works(clerk, tag);
      assert.deepEqual(await clerk.trouble(), []);
    });

    test(`${tag} as React`, async (t) => {
      const files = filesFor(`${tag}-react`, `<script type="module" src="/examples/react/${tag}.js"></script>`, '');
      const clerk = await sitDown(driver, { files });
      t.after(() => clerk.close());
      await works(clerk, tag);
      assert.deepEqual(await clerk.trouble(), []);
    });
  }
});
