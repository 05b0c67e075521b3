import type { BrowserContext, Page } from 'puppeteer-core';
import { strictCsp, type PolicyName } from '../build/csp.ts';
import { serve, type StaticServer } from '../build/static-server.ts';
import { at } from '../paths.mjs';
import { launchForJourneys, slowed } from './browser.ts';

/** A violation of the policy, or an uncaught error, as the page met it. */
export interface Trouble {
  readonly kind: 'csp' | 'error';
  readonly text: string;
}

/** A page of the built demo, opened under a strict policy in a context of its own. */
export interface OpenPage {
  readonly page: Page;
  /** Address of the served `dist` folder, without a slash at the end. */
  readonly url: string;
  /** All that went wrong since it was opened; a journey ends by expecting none. */
  trouble(): Promise<readonly Trouble[]>;
}

/** Options of {@link PageDriver.open}. */
export interface OpenOptions {
  /** Path inside `dist`. @default '/demo/', or the first of `files` */
  readonly path?: string;
  /** A host page of the test's own: files by path, the first of them opened. Same origin as `dist`, so that `/portico.js` is there. */
  readonly files?: Readonly<Record<`/${string}`, string>>;
  /** Which policy line the server sends: `lit-html` for pages from npm modules, `portico` for the one-file bundle, null for none about Trusted Types. @default 'lit-html' */
  readonly policy?: PolicyName | null;
  /** Where downloads go. @default nowhere: they are refused */
  readonly downloads?: string;
  /** Runs before the page is gone to: routes, permissions, viewport. */
  readonly before?: (page: Page) => Promise<void>;
}

/** One browser for the tests of a file. */
export interface PageDriver {
  open(options?: OpenOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

/** Collects violations from the very first script on. Runs in the page. */
function watchPolicy(): void {
  // What a frame meets is the page's trouble too, and outlives the frame.
  const page = window.top as unknown as { porticoViolations?: string[] };
  const found = (page.porticoViolations ??= []);
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) =>
    found.push(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`),
  );
}

async function openIn(context: BrowserContext, server: StaticServer, path: string, before: OpenOptions['before']): Promise<OpenPage> {
  const page = await slowed(await context.newPage());
  const seen: Trouble[] = [];
  const note = (kind: Trouble['kind'], text: string): void => {
    // Some browsers ask for an icon that the page never named.
    if (!text.includes('favicon.ico')) seen.push({ kind: /Content.Security.Policy/.test(text) ? 'csp' : kind, text });
  };
  page.on('pageerror', (error) => note('error', error instanceof Error ? (error.stack ?? error.message) : String(error)));
  await page.evaluateOnNewDocument(watchPolicy);
  // A reload forgets what the page collected; the console keeps every report of the browser itself.
  page.on('console', (message) => {
    const text = `${message.text()} ${message.location().url ?? ''}`;
    if (message.type() === 'error' || /Content.Security.Policy/.test(text)) note('error', text);
  });
  await before?.(page);
  await page.goto(server.url + path, { waitUntil: 'load' });
  return {
    page,
    url: server.url,
    async trouble() {
      const found = (await page.evaluate('globalThis.porticoViolations?.splice(0) ?? []')) as string[];
      found.forEach((text) => note('csp', text));
      return seen;
    },
  };
}

/** Starts a browser and serves `dist` to it. Throws where there is no browser. */
export async function createPageDriver(): Promise<PageDriver> {
  const browser = await launchForJourneys();
  const servers = new Map<PolicyName | null, StaticServer>();
  return {
    async open({ files = {}, path = Object.keys(files)[0] ?? '/demo/', policy = 'lit-html', downloads, before } = {}) {
      const server = servers.get(policy) ?? (await serve(at('dist'), { 'content-security-policy': strictCsp(policy) }));
      servers.set(policy, server);
      for (const [name, text] of Object.entries(files)) server.add(name, text);
      const downloadBehavior =
        downloads === undefined ? ({ policy: 'deny' } as const) : ({ policy: 'allow', downloadPath: downloads } as const);
      return openIn(await browser.createBrowserContext({ downloadBehavior }), server, path, before);
    },
    async close() {
      await browser.close();
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}
