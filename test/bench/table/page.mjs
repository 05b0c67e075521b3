import { claims, ROW_HEIGHT } from './claims.mjs';
import * as limit from './limit.mjs';
import * as portico from './portico.mjs';
import * as tanstack from './tanstack.mjs';
import * as vaadin from './vaadin.mjs';
import * as virtualizer from './virtualizer.mjs';

const tables = { limit, portico, tanstack, vaadin, virtualizer };
let rows;
let table;

const task = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

/** The moment right after a frame was rendered. */
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve)).then(task);

/** What stands at a point, through shadow roots. */
function textAt(x, y) {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const deeper = found.shadowRoot.elementFromPoint(x, y);
    if (!deeper || deeper === found) break;
    found = deeper;
  }
  return found?.textContent.trim() ?? '';
}

/** The first cell of every row slot that is wholly in sight, from the top. */
function seen() {
  const { bottom } = table.scroller().getBoundingClientRect();
  const texts = [];
  for (let y = ROW_HEIGHT * 1.5; y + ROW_HEIGHT / 2 <= bottom - 16; y += ROW_HEIGHT) texts.push(textAt(40, y));
  return texts;
}

const isBlank = (text) => !/^CLM-\d+$/.test(text);

globalThis.bench = {
  prepare(count) {
    rows = claims(count);
  },

  /**
   * Mounts a table where a click would: at the beginning of a frame, which is when Chromium delivers input.
   * Answers the ms until every row slot in sight showed its row, right after a frame.
   */
  async mount(name) {
    await new Promise(requestAnimationFrame);
    const start = performance.now();
    table = tables[name].mount(document.body, rows);
    for (let rendered = task(); ; rendered = frame()) {
      await rendered;
      const now = performance.now();
      const texts = table.scroller() ? seen() : [];
      if (texts.length > 15 && texts.every((text, i) => text === rows[i].reference)) return now - start;
      if (now - start > 20_000) throw new Error(`${name} shows ${JSON.stringify(texts)}`);
    }
  },

  /** Scrolls so many steps of so many px, one a frame. */
  async scroll(steps, by) {
    for (let i = 0; i < steps; i += 1) {
      table.scroller().scrollTop += by;
      await frame();
    }
  },

  /** Scrolls the same way and looks after every frame: how many frames had a row slot without its text. */
  async blanks(steps, by) {
    let blank = 0;
    for (let i = 0; i < steps; i += 1) {
      table.scroller().scrollTop += by;
      await frame();
      if (seen().some(isBlank)) blank += 1;
    }
    return blank;
  },

  /** After some rest: the row number at the top, as shown and as the scroll position has it. */
  async place() {
    for (let i = 0; i < 30; i += 1) await frame();
    return { shown: Number(seen()[0]?.slice(4)), expected: (table.scroller().scrollTop + ROW_HEIGHT / 2) / ROW_HEIGHT };
  },
};
