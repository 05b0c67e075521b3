import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { ClickOptions, ElementHandle, KeyInput, Page } from 'puppeteer-core';
import type { OpenOptions, OpenPage, PageDriver } from '../../../packages/workshop/src/testing/page.ts';
import { installProbes, type Focused, type Printed } from './probes.ts';

/** How long a person waits for a page before giving up, in milliseconds; generous, because the machine may be busy. */
const PATIENCE = 60_000;

/** Where a search for the focus may end. */
export type Goal = (focused: Focused) => boolean;

/** A person at a page: does what a person can do, counts the keys, and sees what can be seen. */
export interface Clerk extends OpenPage {
  /** Keys pressed so far, and characters typed into fields. */
  readonly keys: { pressed: number; typed: number };
  /** Waits until something is so in the page, and answers it. What never becomes so is an assertion that failed. */
  until<Result, Args extends unknown[]>(what: string, probe: (...args: Args) => Result, ...args: Args): Promise<NonNullable<Result>>;
  /** Waits for a visible element; the text, where one is given, must be part of its own. */
  find(selector: string, text?: string): Promise<ElementHandle<HTMLElement>>;
  click(selector: string, text?: string): Promise<void>;
  press(key: KeyInput, times?: number): Promise<void>;
  type(text: string): Promise<void>;
  /** Clicks into a field and writes over what stands in it. */
  fill(selector: string, text: string): Promise<void>;
  focused(): Promise<Focused | null>;
  /** Presses Tab, or Shift and Tab, until the focus is where it is wanted; not once where it is there already. */
  tabTo(what: string, goal: Goal, direction?: 'on' | 'back'): Promise<Focused>;
  /** Waits for a text to be on the page. */
  sees(text: string | RegExp): Promise<void>;
  /** Asks again until the answer is the expected one; the last answer is an assertion that failed. */
  comesTo<Answer>(ask: () => Promise<Answer>, expected: Answer, why?: string): Promise<void>;
  text(): Promise<string>;
  printed(): Promise<readonly Printed[]>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a page and sits somebody down at it. */
export async function sitDown(driver: PageDriver, options: OpenOptions = {}): Promise<Clerk> {
  const opened = await driver.open({
    ...options,
    before: async (page) => {
      await page.evaluateOnNewDocument(installProbes);
      // A clerk who deletes the demo world means it: a question that nobody answers would stop the page for ever.
      page.on('dialog', (dialog) => void dialog.accept());
      await options.before?.(page);
    },
  });
  return clerkAt(opened);
}

function clerkAt(opened: OpenPage): Clerk {
  const { page } = opened;
  const keys = { pressed: 0, typed: 0 };
  const until: Clerk['until'] = async (what, probe, ...args) => {
    const end = Date.now() + PATIENCE;
    let last: unknown;
    while (Date.now() < end) {
      // A page that is on its way to another place answers nothing.
      last = await page.evaluate(probe as (...args: unknown[]) => unknown, ...(args as unknown[])).catch((error: unknown) => error);
      if (last && !(last instanceof Error)) return last as never;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    const text = await page.evaluate(() => probes.text()).catch(String);
    assert.fail(`${what} did not come (${String(last)}); the page shows:\n${text}`);
  };
  const find = async (selector: string, text?: string): Promise<ElementHandle<HTMLElement>> => {
    const probe = (wanted: string, part: string | null) =>
      probes.all(wanted).find((element) => part === null || (element.textContent ?? '').includes(part));
    const isThere = (wanted: string, part: string | null): boolean =>
      probes.all(wanted).some((element) => part === null || (element.textContent ?? '').includes(part));
    for (;;) {
      await until(`${selector} ${text ?? ''}`, isThere, selector, text ?? null);
      const element = (await page.evaluateHandle(probe, selector, text ?? null)).asElement();
      // Between the two questions the page may have drawn it anew.
      if (element) return element as ElementHandle<HTMLElement>;
    }
  };
  const click = async (selector: string, text?: string, options?: ClickOptions): Promise<void> => {
    const end = Date.now() + PATIENCE;
    for (;;) {
      try {
        return await (await find(selector, text)).click(options);
      } catch (error) {
        // Drawn anew, or moved, under the hand: a person would reach for it again.
        if (error instanceof assert.AssertionError || Date.now() > end) throw error;
      }
    }
  };
  const press = async (key: KeyInput, times = 1): Promise<void> => {
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
    keys.pressed += times;
  };
  const focused = (): Promise<Focused | null> => page.evaluate(() => probes.focused());
  return {
    ...opened,
    ...{ keys, until, find, press, focused },
    click: (selector, text) => click(selector, text),
    type: async (text) => {
      await page.keyboard.type(text);
      keys.typed += text.length;
    },
    fill: async (selector, text) => {
      await click(selector, undefined, { count: 3 });
      await page.keyboard.press('Backspace');
      await page.keyboard.type(text);
    },
    tabTo: async (what, goal, direction = 'on') => {
      const way: string[] = [];
      for (let n = 0; n < 80; n += 1) {
        const at = await focused();
        if (at && goal(at)) return at;
        way.push(at ? `${at.tag}#${at.id} ${at.name.slice(0, 30)}` : 'nowhere');
        if (direction === 'back') await page.keyboard.down('Shift');
        await press('Tab');
        if (direction === 'back') await page.keyboard.up('Shift');
      }
      assert.fail(`Tab never came to ${what}; it went by\n${way.join('\n')}`);
    },
    sees: async (text) => {
      const [source, flags] = text instanceof RegExp ? [text.source, text.flags] : [text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), ''];
      await until(
        `the text ${String(text)}`,
        (pattern, how) => new RegExp(pattern, how).test(probes.text().replaceAll('\n', ' ')),
        source,
        flags,
      );
    },
    comesTo: async (ask, expected, why) => {
      const end = Date.now() + PATIENCE;
      let answer = await ask();
      while (!isDeepStrictEqual(answer, expected) && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 40));
        answer = await ask();
      }
      assert.deepEqual(answer, expected, why);
    },
    text: () => page.evaluate(() => probes.text()),
    printed: () => page.evaluate(() => probes.printed),
    reload: async () => void (await page.reload({ waitUntil: 'load' })),
    close: () => (page as Page).browserContext().close(),
  };
}
