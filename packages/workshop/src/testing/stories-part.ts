import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { serve } from '../build/static-server.ts';
import { isInGroup } from '../files.ts';
import { at } from '../paths.mjs';
import { launch, slowed } from './browser.ts';
import { docsProblems } from './docs-page.ts';
import { askedAgain, failure, nothing, unable, type Failed, type Tally } from './tally.ts';

interface StoryEntry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly importPath: string;
  readonly type: 'story' | 'docs';
}

/** What the preview says when a story has rendered, played and been checked; `why` gathers what else went wrong on the way. */
interface StoryOutcome {
  readonly status: string;
  readonly reporters: readonly { readonly type: string; readonly status: string; readonly result: unknown }[];
  readonly why: readonly string[];
}

interface FailedStory extends Failed {
  readonly story: StoryEntry;
}

interface AxeResult {
  readonly violations?: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

const limit = 60_000;

/** Runs in the page before anything else: listens on the preview's channel and keeps the outcome for us. */
function listen(): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const why: string[] = [];
  const say = (payload: unknown) => {
    const error = (Array.isArray(payload) ? payload[0] : payload) as { message?: string; description?: string } | undefined;
    why.push(error?.message ?? error?.description ?? JSON.stringify(payload));
  };
  const outcome = new Promise((resolve) => {
    type Channel = { on(name: string, listener: (payload: never) => void): void };
    const attach = (channel: Channel) => {
      for (const name of [
        'playFunctionThrewException',
        'unhandledErrorsWhilePlaying',
        'storyThrewException',
        'storyErrored',
        'storyMissing',
      ])
        channel.on(name, say);
      for (const name of ['storyThrewException', 'storyErrored', 'storyMissing'])
        channel.on(name, () => resolve({ status: 'error', reporters: [], why }));
      channel.on('storyFinished', ({ status, reporters }: StoryOutcome) => resolve({ status, reporters, why }));
    };
    let channel: Channel | undefined;
    Object.defineProperty(scope, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set: (value: Channel) => {
        channel = value;
        attach(value);
      },
    });
  });
  scope.porticoStory = () => outcome;
}

/** The findings of axe and of the play function, one line each; empty for a story that passed. */
function findings({ status, reporters, why }: StoryOutcome): readonly string[] {
  const reported = reporters.flatMap(({ type, status: verdict, result }) => {
    if (verdict !== 'failed') return [];
    const violations = (result as AxeResult).violations ?? [];
    return violations.length === 0
      ? [`${type} failed`]
      : violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
  const all = [...why, ...reported];
  return all.length === 0 && status !== 'success' ? [`the story ended as '${status}'`] : all;
}

async function runStory(page: Page, url: string, { id, type, importPath }: StoryEntry): Promise<readonly string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
  try {
    if (type === 'docs') return [...(await docsProblems(page, `${url}/iframe.html?id=${id}&viewMode=docs`, importPath, limit)), ...errors];
    await page.evaluateOnNewDocument(listen);
    await page.goto(`${url}/iframe.html?id=${id}&viewMode=story`, { timeout: limit });
    await page.waitForFunction('porticoStory().then((outcome) => (globalThis.porticoOutcome = outcome))', { timeout: limit });
    return [...findings((await page.evaluate('porticoOutcome')) as StoryOutcome), ...errors];
  } catch (error) {
    return [...errors, error instanceof Error ? error.message : String(error)];
  }
}

/** Takes stories from a common queue until it is empty, each on a page of a fresh context: no story finds what another stored. */
async function worker(
  browser: Browser,
  url: string,
  queue: StoryEntry[],
  done: (story: StoryEntry, problems: readonly string[]) => void,
): Promise<void> {
  for (let story = queue.shift(); story !== undefined; story = queue.shift()) {
    const context: BrowserContext = await browser.createBrowserContext();
    done(story, await runStory(await slowed(await context.newPage()), url, story));
    await context.close();
  }
}

/** Every story of the built Storybook as a test: it renders, its play function holds, axe finds nothing, nothing is thrown; and every page of docs. */
export async function storiesPart(chromium: string | null, group?: string): Promise<Tally> {
  const index = JSON.parse(readFileSync(at('dist/storybook/index.json'), 'utf8')) as { entries: Record<string, StoryEntry> };
  const stories = Object.values(index.entries).filter(({ importPath }) => isInGroup(importPath, group));
  if (stories.length === 0) return nothing;
  if (chromium === null) return unable(`${stories.length} stories did not run: there is no Chromium`);
  const total = stories.length;
  const server = await serve(at('dist/storybook'));
  const browser = await launch(chromium);
  /** Those of them that failed. */
  const ask = async (queue: StoryEntry[]): Promise<readonly FailedStory[]> => {
    const failed: FailedStory[] = [];
    const done = (story: StoryEntry, problems: readonly string[]): void => {
      const title = `${story.title} › ${story.name}`;
      if (problems.length > 0) failed.push({ story, title, told: failure(title, story.importPath, problems.join('\n')) });
    };
    await Promise.all([1, 2].map(() => worker(browser, server.url, queue, done)));
    return failed;
  };
  try {
    const failed = await ask(stories);
    const tally = await askedAgain(failed, async () => (await ask(failed.map(({ story }) => story))).map(({ title }) => title));
    return { passed: total - tally.failed, ...tally };
  } finally {
    await browser.close();
    await server.close();
  }
}
