import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core';

declare const axe: typeof import('axe-core');

// Popups (Zag) ask for it as Node would have it; a host's bundler puts the value in, the test server serves files as they are.
Object.assign(globalThis, { process: { env: { NODE_ENV: 'production' } } });

/** The part of axe that computes roles and names as a screen reader gets them, through shadow roots. */
interface Commons {
  readonly aria: { getRole(element: Element): string | null };
  readonly text: { accessibleText(element: Element): string };
  readonly dom: { isVisibleToScreenReaders(element: Element): boolean };
}
const { commons, setup, teardown } = axe as unknown as { commons: Commons; setup(node: Element): void; teardown(): void };

const tidy = (text: string): string =>
  text
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What is rendered: through shadow roots, and what is slotted where its slot is. */
function* within(root: ParentNode): Generator<HTMLElement> {
  const children = root instanceof HTMLSlotElement ? root.assignedElements({ flatten: true }) : root.children;
  for (const child of children as Iterable<HTMLElement>) {
    if (!(child instanceof HTMLSlotElement)) yield child;
    yield* within(child.shadowRoot ?? child);
  }
}

/** How the page round an element is. */
export interface Surroundings {
  /** @default 'en' */
  readonly lang?: 'en' | 'ar';
  /** @default 'light' */
  readonly scheme?: 'light' | 'dark';
}

/** Puts an element into a page of that language and colour scheme; taken away after the test. */
export async function mount<Kind extends Element>(template: unknown, { lang = 'en', scheme = 'light' }: Surroundings = {}): Promise<Kind> {
  const page = await fixture<HTMLElement>(html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>${template}</div>`);
  page.style.colorScheme = scheme;
  page.style.background = scheme === 'dark' ? '#14181d' : '#fff';
  const element = page.firstElementChild as Kind & { readonly updateComplete?: Promise<unknown> };
  await element.updateComplete;
  return element;
}

/** What a reader would find: elements of a role and name (text or pattern) in an element and its shadow roots, in order. */
export function all(host: Element, role: string, name?: string | RegExp): HTMLElement[] {
  setup(document.documentElement);
  try {
    return [...within(host.shadowRoot ?? host)].filter((element) => {
      if (commons.aria.getRole(element) !== role || !commons.dom.isVisibleToScreenReaders(element)) return false;
      const spoken = tidy(commons.text.accessibleText(element));
      return name === undefined || (typeof name === 'string' ? spoken === name : name.test(spoken));
    });
  } finally {
    teardown();
  }
}

/** The one element of that role and name; throws, saying what there is instead. */
export function one<Kind extends HTMLElement = HTMLElement>(host: Element, role: string, name?: string | RegExp): Kind {
  const found = all(host, role, name);
  if (found.length === 1) return found[0] as Kind;
  const others = all(host, role).map((element) => `'${tidy(element.textContent ?? '')}'`);
  throw new Error(
    `${found.length} of ${role} ${name === undefined ? '' : String(name)}; of this role: ${others.join(', ') || 'none'}; shown: ${shown(host)}`,
  );
}

/** All text that is shown, in one line, without the invisible marks round values. */
export function shown(host: Element): string {
  const pieces: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) pieces.push(node.data);
    else if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) node.assignedNodes().forEach(walk);
    else if (!(node instanceof HTMLStyleElement) && !(node as HTMLElement).hidden)
      ((node as Element).shadowRoot ?? node).childNodes.forEach(walk);
  };
  walk(host);
  return tidy(pieces.join(''));
}

/** Waits until what is asked for does not throw any more; the last error says why it never came. */
export async function until<Value>(ask: () => Value, limit = 20_000): Promise<Value> {
  const end = performance.now() + limit;
  for (;;) {
    try {
      return ask();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

/** Where the focus is, through shadow roots: role and name, as `textbox 'User name'`; compared as text, because runners choke on elements. */
export function focus(): string {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  setup(document.documentElement);
  try {
    return active && active !== document.body
      ? `${commons.aria.getRole(active)} '${tidy(commons.text.accessibleText(active))}'`
      : 'nowhere';
  } finally {
    teardown();
  }
}

/** Puts the focus into a field and types. */
export async function type(field: HTMLElement, text: string): Promise<void> {
  field.focus();
  await sendKeys({ type: text });
}

/** Presses real keys one after the other; `Shift+Tab` holds the first while it presses the second. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const chord of keys) {
    const held = chord.split('+');
    const key = held.pop()!;
    for (const modifier of held) await sendKeys({ down: modifier });
    await sendKeys({ press: key });
    for (const modifier of held.reverse()) await sendKeys({ up: modifier });
  }
}

/** What axe finds in an element, one line each: every rule but those of level AAA is on, also the experimental ones. */
export async function findings(element: Element): Promise<string> {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId, tags }) => [ruleId, { enabled: !tags.includes('wcag2aaa') }]));
  const { violations } = await axe.run(element, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`).join('\n');
}

/** Asks axe about a mounted element in English and Arabic, light and dark; throws with all that it found. */
export async function everyLook(element: Element): Promise<void> {
  const page = element.parentElement!;
  const found: string[] = [];
  for (const lang of ['en', 'ar'] as const) {
    page.lang = lang;
    page.dir = lang === 'ar' ? 'rtl' : 'ltr';
    await until(() => {
      const title = shown(element.shadowRoot?.querySelector('h2') ?? element);
      if (/[\u0600-\u06FF]{3}/.test(title) !== (lang === 'ar')) throw new Error(`not in ${lang}: ${title}`);
    });
    for (const scheme of ['light', 'dark'] as const) {
      page.style.colorScheme = scheme;
      page.style.background = scheme === 'dark' ? '#14181d' : '#fff';
      const findingsHere = await findings(element);
      if (findingsHere) found.push(`${lang}, ${scheme}: ${findingsHere}`);
    }
  }
  if (found.length > 0) throw new Error(found.join('\n'));
}
