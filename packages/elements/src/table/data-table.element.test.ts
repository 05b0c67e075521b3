import { expect } from '@open-wc/testing';
import {
  cellText,
  columns,
  grid,
  heard,
  link,
  press,
  rowAt,
  rows,
  setRows,
  settled,
  sortButton,
  tableOf,
  texts,
  upTo,
  viewport,
  wheel,
} from './data-table.fixture.test.ts';
import type { PorticoTableElement } from './data-table.element.ts';
import type { RangeDetail, RowDetail } from './table-events.ts';

const indexes = (table: PorticoTableElement): number[] => rows(table).map((row) => Number(row.getAttribute('aria-rowindex')));

/** Every row in the DOM shows the claim of its number, in order and without a gap. */
const expectTrueRows = (table: PorticoTableElement, order: readonly number[]): void => {
  const shown = indexes(table);
  expect(shown).to.deep.equal(shown.map((_, i) => (shown[0] as number) + i));
  for (const row of rows(table)) {
    const n = order[Number(row.getAttribute('aria-rowindex')) - 2] as number;
    expect(texts(row)).to.deep.equal(columns.map((column) => cellText({ n }, column)));
    expect(link(row).getAttribute('href')).to.equal(`#/claims/${n}`);
  }
};

describe('data table', () => {
  describe('of 50 rows', () => {
    it('has all rows in the DOM, numbered from 2, under a header row numbered 1', async () => {
      const table = await tableOf(50);
      expect(grid(table).getAttribute('aria-rowcount')).to.equal('51');
      expect(grid(table).getAttribute('aria-colcount')).to.equal('5');
      expect(grid(table).tHead?.rows[0]?.getAttribute('aria-rowindex')).to.equal('1');
      expect(indexes(table)).to.deep.equal(upTo(50).map((i) => i + 2));
      expectTrueRows(table, upTo(50));
    });

    it('needs no scrolling of its own', async () => {
      const { clientHeight, scrollHeight } = viewport(await tableOf(50));
      expect(scrollHeight).to.equal(clientHeight);
    });
  });

  describe('of 100,000 rows', () => {
    it('counts all rows and holds a few dozen', async () => {
      const table = await tableOf(100_000);
      expect(grid(table).getAttribute('aria-rowcount')).to.equal('100001');
      expect(rows(table).length).to.be.within(15, 50);
      expectTrueRows(table, upTo(100_000));
    });

    for (const by of [1, 37, 320, -320, 5000, -4999, 1_800_000, 36 * 30, -36 * 29, 9_999_999, -320, -9_999_999]) {
      it(`shows the right rows in the right order after scrolling by ${by} px from the middle`, async () => {
        const table = await tableOf(100_000);
        await wheel(table, 1_700_000);
        const elements = new Set(rows(table));
        await wheel(table, by);
        expectTrueRows(table, upTo(100_000));
        expect(rows(table).filter((row) => !elements.has(row))).to.be.empty;
        const { top, bottom } = viewport(table).getBoundingClientRect();
        const header = grid(table).tHead?.getBoundingClientRect().bottom as number;
        expect(rows(table)[0]?.getBoundingClientRect().top).to.be.at.most(header);
        expect(rows(table).at(-1)?.getBoundingClientRect().bottom).to.be.at.least(bottom - 1);
        expect(header).to.be.greaterThan(top);
      });
    }

    it('stands every row at its own height', async () => {
      const table = await tableOf(100_000, { prepare: (element) => element.style.setProperty('--portico-row-height', '2.1rem') });
      await wheel(table, 12_345);
      // Browsers lay out in 64ths of a px.
      const height = 33.59375;
      for (const row of rows(table)) expect(row.getBoundingClientRect().height).to.equal(height);
      const first = rows(table)[0] as HTMLElement;
      const top = first.getBoundingClientRect().top - (grid(table).tHead?.getBoundingClientRect().bottom as number) + 12_345;
      expect(top).to.be.closeTo(((indexes(table)[0] as number) - 2) * height, 0.1);
    });

    it('follows a change of row height', async () => {
      const table = await tableOf(100_000);
      const before = rows(table).length;
      table.style.setProperty('--portico-row-height', '24px');
      table.style.setProperty('--portico-table-block-size', '900px');
      await settled(table);
      await settled(table);
      expect(rows(table).length).to.be.greaterThan(before);
      expectTrueRows(table, upTo(100_000));
    });
  });

  describe('of 2,000,000 rows', () => {
    it('reaches the last row', async () => {
      const order = { length: 2_000_000, at: (i: number) => i };
      const table = await tableOf(0);
      table.rowCount = order.length;
      table.getRow = (n) => ({ n });
      table.rowKey = (n) => `id-${n}`;
      await settled(table);
      await wheel(table, 99_999_999);
      expect(texts(rows(table).at(-1) as HTMLTableRowElement)[1]).to.equal('C-1999999');
      expect(rows(table).at(-1)?.getBoundingClientRect().bottom).to.be.closeTo(viewport(table).getBoundingClientRect().bottom, 2);
    });

    it('goes row by row with the keyboard in the middle', async () => {
      const table = await tableOf(0);
      table.rowCount = 2_000_000;
      table.getRow = (n) => ({ n });
      table.rowKey = (n) => `id-${n}`;
      table.activeKey = 'id-1000000';
      await settled(table);
      table.focus();
      for (let n = 1; n <= 20; n += 1) {
        await press('ArrowDown');
        expect(table.activeKey).to.equal(`id-${1_000_000 + n}`);
      }
      expect(texts(rowAt(table, 1_000_020) as HTMLTableRowElement)[1]).to.equal('C-1000020');
    });
  });

  describe('changing its data', () => {
    it('goes from 50 rows to 100,000 and back', async () => {
      const table = await tableOf(50);
      setRows(table, upTo(100_000));
      await settled(table);
      expect(rows(table).length).to.be.below(51);
      await wheel(table, 500_000);
      expectTrueRows(table, upTo(100_000));
      setRows(table, upTo(7));
      await settled(table);
      expect(rows(table).length).to.equal(7);
      expectTrueRows(table, upTo(7));
    });

    it('has no row when there is none', async () => {
      const table = await tableOf(60);
      setRows(table, []);
      await settled(table);
      expect(rows(table)).to.be.empty;
      expect(grid(table).getAttribute('aria-rowcount')).to.equal('1');
    });

    it('shows no text of another record after a sort', async () => {
      const order = upTo(100_000).reverse();
      const table = await tableOf(100_000);
      await wheel(table, 400_000);
      setRows(table, order);
      table.sort = { key: 'reference', direction: 'descending' };
      await settled(table);
      expectTrueRows(table, order);
      expect(viewport(table).scrollTop).to.equal(0);
    });

    it('repaints when the version changes, and only then', async () => {
      const table = await tableOf(100_000);
      let suffix = '';
      table.cellText = (row, column) => cellText(row, column) + suffix;
      await settled(table);
      suffix = '!';
      await settled(table);
      expect(texts(rows(table)[0] as HTMLTableRowElement)[1]).to.equal('C-0');
      table.version += 1;
      await settled(table);
      for (const row of rows(table)) for (const text of texts(row)) expect(text).to.match(/!$/);
    });

    it('takes other columns', async () => {
      const table = await tableOf(100_000);
      table.columns = columns.slice(1, 3);
      await settled(table);
      expect(rows(table).every((row) => row.cells.length === 2)).to.be.true;
      expect(texts(rows(table)[4] as HTMLTableRowElement)).to.deep.equal(['C-4', 'Member 4']);
      expect(grid(table).getAttribute('aria-colcount')).to.equal('2');
    });
  });

  describe('with rows that are not loaded', () => {
    it('shows placeholders, and asks for exactly these rows once', async () => {
      const asked: RangeDetail[] = [];
      const table = await tableOf(1000, {
        isLoaded: (index) => index < 10,
        prepare: (element) => element.addEventListener('range-needed', (event) => asked.push((event as CustomEvent<RangeDetail>).detail)),
      });
      expect(asked.at(-1)).to.deep.equal({ from: 10, to: rows(table).length });
      const count = asked.length;
      await settled(table);
      expect(asked.length).to.equal(count);
      for (const row of rows(table).slice(10)) {
        expect(texts(row)).to.deep.equal(['', 'Loading', '', '', '']);
        expect(row.getAttribute('aria-busy')).to.equal('true');
        expect(link(row).hasAttribute('href')).to.be.false;
      }
    });

    it('leaves nothing of an old row in a placeholder', async () => {
      const table = await tableOf(1000, { isLoaded: (index) => index < 40 });
      const asked = heard<RangeDetail>(table, 'range-needed');
      await wheel(table, 18_000);
      expect(asked).to.have.lengthOf(1);
      expect(asked[0]).to.deep.equal({ from: (indexes(table)[0] as number) - 2, to: (indexes(table).at(-1) as number) - 1 });
      for (const row of rows(table)) expect(texts(row).join('')).to.equal('Loading');
    });

    it('shows the rows when they have come', async () => {
      const table = await tableOf(1000, { isLoaded: (index) => index < 40 });
      await wheel(table, 18_000);
      setRows(table, upTo(1000));
      table.version += 1;
      await settled(table);
      expectTrueRows(table, upTo(1000));
      expect(rows(table).some((row) => row.hasAttribute('aria-busy'))).to.be.false;
    });
  });

  describe('activating a row', () => {
    /** Hears activations and keeps the page where it is. */
    const activations = (table: PorticoTableElement): RowDetail[] => {
      table.addEventListener('row-activated', (event) => event.preventDefault());
      return heard<RowDetail>(table, 'row-activated');
    };

    it('happens by a click on its link, with record and place', async () => {
      const table = await tableOf(100_000);
      const opened = activations(table);
      link(rowAt(table, 5)).click();
      expect(opened).to.deep.equal([{ key: 'id-5', index: 5 }]);
    });

    it('happens by Enter on the link', async () => {
      const table = await tableOf(100_000);
      const opened = activations(table);
      table.focus();
      await press('ArrowDown', 'ArrowDown', 'Enter');
      expect(opened).to.deep.equal([{ key: 'id-2', index: 2 }]);
    });

    it('happens by Enter in another cell of the row', async () => {
      const table = await tableOf(100_000);
      const opened = activations(table);
      table.focus();
      await press('End', 'ArrowDown', 'Enter');
      expect(opened).to.deep.equal([{ key: 'id-1', index: 1 }]);
    });

    it('happens by Enter where the link leads nowhere', async () => {
      const table = await tableOf(20, { prepare: (element) => (element.rowHref = undefined) });
      const opened = activations(table);
      table.focus();
      await press('Enter');
      expect(opened).to.deep.equal([{ key: 'id-0', index: 0 }]);
      expect(link(rowAt(table, 0)).getAttribute('role')).to.equal('link');
    });

    it('happens once by a double click on a cell', async () => {
      const table = await tableOf(20);
      const opened = activations(table);
      rowAt(table, 3)?.cells[2]?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
      expect(opened).to.deep.equal([{ key: 'id-3', index: 3 }]);
    });

    it('happens once by a double click on the link', async () => {
      const table = await tableOf(20);
      const opened = activations(table);
      link(rowAt(table, 3)).click();
      link(rowAt(table, 3)).dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
      expect(opened).to.have.lengthOf(1);
    });

    it('follows the link unless it is cancelled', async () => {
      const table = await tableOf(20);
      link(rowAt(table, 4)).click();
      expect(location.hash).to.equal('#/claims/4');
      history.replaceState(null, '', ' ');
      activations(table);
      link(rowAt(table, 6)).click();
      expect(location.hash).to.equal('');
    });

    for (const modifier of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const) {
      it(`leaves a click with ${modifier} to the browser`, async () => {
        const table = await tableOf(20);
        const opened = activations(table);
        const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, [modifier]: true });
        let prevented = true;
        document.addEventListener(
          'click',
          (event) => {
            prevented = event.defaultPrevented;
            event.preventDefault();
          },
          { once: true },
        );
        link(rowAt(table, 3)).dispatchEvent(click);
        expect(opened).to.be.empty;
        expect(prevented).to.be.false;
      });
    }

    it('does not happen while the row is not loaded', async () => {
      const table = await tableOf(20, { isLoaded: () => false });
      const opened = activations(table);
      link(rowAt(table, 3)).click();
      table.focus();
      await press('Enter');
      expect(opened).to.be.empty;
    });
  });

  describe('sorting', () => {
    it('marks the sorted column, and those that can be', async () => {
      const table = await tableOf(20, { prepare: (element) => (element.sort = { key: 'member', direction: 'descending' }) });
      const marks = [...(grid(table).tHead?.rows[0]?.cells ?? [])].map((cell) => cell.getAttribute('aria-sort'));
      expect(marks).to.deep.equal([null, 'none', 'descending', null, null]);
    });

    it('is asked for by a header button: ascending first, then the other way', async () => {
      const table = await tableOf(20);
      const asked = heard(table, 'sort-requested');
      sortButton(table, 'Member').click();
      table.sort = { key: 'member', direction: 'ascending' };
      await settled(table);
      sortButton(table, 'Member').click();
      sortButton(table, 'Reference').click();
      expect(asked).to.deep.equal([
        { key: 'member', direction: 'ascending' },
        { key: 'member', direction: 'descending' },
        { key: 'reference', direction: 'ascending' },
      ]);
    });
  });

  it('keeps its place while it is moved in the document', async () => {
    const table = await tableOf(100_000);
    await wheel(table, 360_018);
    const { topRow } = table;
    expect(topRow).to.equal(10_000.5);
    const parent = table.parentElement as HTMLElement;
    table.remove();
    await settled(table);
    parent.append(table);
    await settled(table);
    expect(table.topRow).to.equal(topRow);
    expect(viewport(table).scrollTop).to.equal(360_018);
    expectTrueRows(table, upTo(100_000));
  });

  it('begins at a place that its host remembered', async () => {
    const table = await tableOf(100_000, { prepare: (element) => (element.topRow = 777) });
    expect(viewport(table).scrollTop).to.equal(777 * 36);
    expectTrueRows(table, upTo(100_000));
  });
});
