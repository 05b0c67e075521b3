import assert from 'node:assert/strict';
import * as catalogues from '@portico/core/messages.ar';
import { portalShellMessagesAr } from '../../../packages/elements/src/portal/portal-shell.messages.ar.ts';
import type { Clerk, Goal } from './clerk.ts';

const texts: Readonly<Record<string, unknown>> = Object.assign({}, portalShellMessagesAr, ...Object.values(catalogues));

/** The Arabic text of a key, as far as no value stands in it. */
export function ar(key: string): string {
  const text = texts[key];
  assert.equal(typeof text, 'string', `${key} is a text`);
  return String(text).split('{')[0]!.trim();
}

/** What somebody does who has no mouse. */
export interface Keyboard {
  /** Goes on with Tab to what is called so. */
  to(name: string, direction?: 'on' | 'back'): Promise<{ readonly value: string }>;
  push(name: string, direction?: 'on' | 'back'): Promise<void>;
  /** Presses Enter on what has this id. */
  pushId(id: string): Promise<void>;
  write(name: string, text: string, direction?: 'on' | 'back'): Promise<void>;
  /** Writes over what stands in a field with this id. */
  writeOver(id: string, text: string): Promise<void>;
  /** Chooses from a list by the arrow. */
  pick(id: string, value: string): Promise<void>;
  /** Opens a page of the menu. */
  menu(page: string): Promise<void>;
}

/** Somebody who has no mouse, at a page. */
export function keyboardOnly(clerk: Clerk): Keyboard {
  const byId =
    (id: string): Goal =>
    (at) =>
      at.id === id;
  /** Nobody sets out for what is not on the page yet. */
  const toId = async (id: string): Promise<void> => {
    await clerk.find(`#${id}`);
    await clerk.tabTo(id, byId(id));
  };
  const isThere = (name: string): boolean =>
    probes.all('button, a, summary, label, [aria-label]').some((one) =>
      (one.getAttribute('aria-label') ?? one.textContent ?? '')
        .replace(/[\u2066-\u2069]/g, '')
        .trim()
        .startsWith(name),
    );
  const to: Keyboard['to'] = async (name, direction) => {
    await clerk.until(name, isThere, name);
    return clerk.tabTo(name, (at) => at.tag !== 'h2' && at.name.startsWith(name), direction);
  };
  const keyboard: Keyboard = {
    to,
    push: async (name, direction) => {
      await to(name, direction);
      await clerk.press('Enter');
    },
    pushId: async (id) => {
      await toId(id);
      await clerk.press('Enter');
    },
    write: async (name, text, direction) => {
      const before = clerk.keys.pressed;
      const { value } = await to(name, direction);
      // What is there already need not be written; what else stands in a field is selected when one comes to it by Tab, and only then.
      if (value === text) return;
      assert.ok(value === '' || clerk.keys.pressed > before, `${name} was to be empty`);
      await clerk.type(text);
    },
    writeOver: async (id, text) => {
      await toId(id);
      await clerk.page.keyboard.down('Control');
      await clerk.press('KeyA');
      await clerk.page.keyboard.up('Control');
      await clerk.type(text);
    },
    pick: async (id, value) => {
      await toId(id);
      for (let n = 0; n < 14 && (await clerk.focused())?.value !== value; n += 1) await clerk.press('ArrowDown');
      assert.equal((await clerk.focused())?.value, value);
    },
    menu: async (page) => {
      await keyboard.push(ar(`shell.page.${page}`), 'back');
    },
  };
  return keyboard;
}

/** How many keys each part of a journey took. */
export class KeyCount {
  readonly parts: { readonly task: string; readonly keys: number; readonly characters: number }[] = [];
  readonly #clerk: Clerk;

  constructor(clerk: Clerk) {
    this.#clerk = clerk;
  }

  /** Ends a part. */
  part(task: string): void {
    const { pressed, typed } = this.#clerk.keys;
    this.parts.push({ task, keys: pressed, characters: typed });
    this.skip();
  }

  /** What was pressed since the last part belongs to none. */
  skip(): void {
    Object.assign(this.#clerk.keys, { pressed: 0, typed: 0 });
  }

  /** The documented figures are those that were counted: no task takes more keys than the docs say, nor so many fewer that they mislead. */
  compare(documented: readonly { readonly task: string; readonly keys: number }[]): void {
    for (const { task, keys } of this.parts) {
      const told = documented.find((one) => one.task === task)?.keys;
      assert.ok(told !== undefined && keys <= told && keys >= told - 5, `${task}: ${keys} keys, the docs say ${told}`);
    }
  }

  print(where: string): void {
    const line = (keys: number, characters: number, task: string): string =>
      `  ${String(keys).padStart(4)} keys ${String(characters).padStart(4)} characters  ${task}`;
    const sum = (of: 'keys' | 'characters'): number => this.parts.reduce((all, one) => all + one[of], 0);
    const lines = this.parts.map(({ keys, characters, task }) => line(keys, characters, task));
    console.log([`Keys, over ${where}:`, ...lines, line(sum('keys'), sum('characters'), 'in all')].join('\n'));
  }
}
