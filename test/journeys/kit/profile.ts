import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { strictCsp } from '../../../packages/workshop/src/build/csp.ts';
import { serve } from '../../../packages/workshop/src/build/static-server.ts';
import { chromiumFlags, ensureChromium } from '../../../packages/workshop/src/chromium.mjs';
import { at } from '../../../packages/workshop/src/paths.mjs';
import type { PageDriver } from '../../../packages/workshop/src/testing/page.ts';

/** A browser with a profile folder of its own, as somebody's at a shared desk. */
export interface ProfiledBrowser extends PageDriver {
  /** The folder; read it once the browser is closed. */
  readonly folder: string;
  remove(): void;
}

/** Starts Chromium over a new profile folder and serves `dist` to its ordinary (not private) windows. */
export async function openProfile(): Promise<ProfiledBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-profile-'));
  const executablePath = await ensureChromium();
  if (executablePath === null) throw new Error('there is no Chromium');
  const browser: Browser = await puppeteer.launch({ executablePath, headless: true, args: chromiumFlags, userDataDir: folder });
  const server = await serve(at('dist'), { 'content-security-policy': strictCsp('lit-html') });
  return {
    folder,
    async open({ path = '/demo/', before } = {}) {
      const page = await browser.newPage();
      await before?.(page);
      await page.goto(server.url + path, { waitUntil: 'load' });
      return { page, url: server.url, trouble: async () => [] };
    },
    async close() {
      await browser.close();
      await server.close();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A text somewhere in a profile. */
export interface Trace {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'base64';
  readonly file: string;
}

/** A text as a browser may have written it: bytes, two bytes a sign, or base64 wherever in a longer text it began. */
function forms(text: string): readonly (readonly [Trace['encoding'], Buffer])[] {
  const bytes = Buffer.from(text, 'utf8');
  const encoded = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // What hangs over at either end depends on the neighbours.
    return Buffer.from(whole.slice(shift === 0 ? 0 : shift + 1, -1), 'latin1');
  });
  return [['UTF-8', bytes], ['UTF-16', Buffer.from(text, 'utf16le')], ...encoded.map((form) => ['base64', form] as const)];
}

/** Where in a folder these texts stand, whatever the encoding; every file is read whole. */
export function scan(
  folder: string,
  texts: readonly string[],
): { readonly found: readonly Trace[]; readonly bytes: number; readonly files: number } {
  const found: Trace[] = [];
  let [bytes, files] = [0, 0];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    bytes += content.length;
    files += 1;
    for (const text of texts)
      for (const [encoding, form] of forms(text))
        if (content.includes(form)) found.push({ text, encoding, file: file.slice(folder.length + 1) });
  }
  return { found, bytes, files };
}
