import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { at } from '../paths.mjs';

/** What the page of an element must have, whatever else it has. */
const sections = ['HTML', 'React', 'Plain script', 'Keyboard'];

/** What is missing on a page of documentation of the built Storybook: the sections of the element that its story names, a table, the page itself. */
export async function docsProblems(page: Page, address: string, importPath: string, limit: number): Promise<readonly string[]> {
  const source = readFileSync(at(importPath), 'utf8');
  const element = /^ {2}component: '([a-z-]+)'/m.exec(source)?.[1];
  await page.goto(address, { timeout: limit });
  await page.waitForSelector('#storybook-docs h1', { timeout: limit });
  const graphs = importPath.endsWith('.mdx') ? source.split('<LifecycleGraph').length - 1 : 0;
  if (graphs > 0)
    await page.waitForFunction((n) => document.querySelectorAll('.lifecycle-graph:has(svg)').length === n, { timeout: limit }, graphs);
  const texts = (selector: string): Promise<string[]> =>
    page.$$eval(`#storybook-docs ${selector}`, (all) => all.map(({ textContent }) => textContent?.trim() ?? ''));
  const headings = [...(await texts('h1')), ...(await texts('h2')), ...(await texts('h3'))];
  const wanted = element === undefined ? [] : [`<${element}>`, ...sections];
  const missing = wanted.filter((heading) => !headings.includes(heading)).map((heading) => `its page has no '${heading}'`);
  const needsTable = element !== undefined || importPath.endsWith('.mdx');
  return needsTable && (await texts('table')).length === 0 ? [...missing, 'its page has no table'] : missing;
}
