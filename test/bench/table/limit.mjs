import { COLUMNS, HEIGHT, ROW_HEIGHT } from './claims.mjs';

const POOL = 24;
const ABOVE = 2;

/** What physics asks and no more: a table of pooled rows, texts rewritten for the rows that entered; no focus, no links, no reuse. */
export function mount(box, rows) {
  const make = (tag, parent) => parent.appendChild(document.createElement(tag));
  const scroller = make('div', box);
  scroller.className = 'scroller';
  scroller.style.blockSize = `${HEIGHT}px`;
  const table = document.createElement('table');
  table.setAttribute('aria-rowcount', rows.length + 1);
  const columns = make('colgroup', table);
  const head = make('tr', make('thead', table));
  for (const { header, width } of COLUMNS) {
    make('col', columns).style.width = `${width}px`;
    make('th', head).textContent = header;
  }
  const before = make('td', make('tr', make('tbody', table)));
  const body = make('tbody', table);
  const after = make('td', make('tr', make('tbody', table)));
  before.className = after.className = 'space';
  const pool = Array.from({ length: POOL }, () => {
    const row = make('tr', body);
    const texts = COLUMNS.map(() => make('td', row).appendChild(document.createTextNode('')));
    return { row, texts };
  });

  let first = -POOL;
  const write = (index) => {
    const { row, texts } = pool[index % POOL];
    const claim = rows[index];
    row.setAttribute('aria-rowindex', index + 2);
    for (let i = 0; i < COLUMNS.length; i += 1) texts[i].data = claim[COLUMNS[i].key];
    return row;
  };
  const paint = () => {
    const next = Math.max(0, Math.min(Math.floor(scroller.scrollTop / ROW_HEIGHT) - ABOVE, rows.length - POOL));
    if (next === first) return;
    if (next > first) for (let i = Math.max(next, first + POOL); i < next + POOL; i += 1) body.append(write(i));
    else for (let i = Math.min(first, next + POOL) - 1; i >= next; i -= 1) body.prepend(write(i));
    first = next;
    before.style.height = `${next * ROW_HEIGHT}px`;
    after.style.height = `${(rows.length - next - POOL) * ROW_HEIGHT}px`;
  };
  scroller.append(table);
  paint();
  scroller.addEventListener('scroll', paint, { passive: true });
  return { scroller: () => scroller };
}
