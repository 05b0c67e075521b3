import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PorticoTableElement } from './data-table.element.ts';
import {
  columns,
  focused,
  focusedRecord,
  heard,
  isInSight,
  link,
  place,
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

const stops = (table: PorticoTableElement): Element[] => [...(table.shadowRoot?.querySelectorAll('[tabindex="0"]') ?? [])];

/** A table with the focus on a record. */
async function focusedOn(count: number, n: number): Promise<PorticoTableElement> {
  const table = await tableOf(count);
  table.activeKey = `id-${n}`;
  await settled(table);
  table.focus();
  expect(focusedRecord(table)).to.equal(`C-${n}`);
  return table;
}

for (const [count, word] of [
  [50, '50'],
  [100_000, '100,000'],
] as const) {
  for (const dir of ['ltr', 'rtl'] as const) {
    describe(`keyboard of ${word} rows, ${dir}`, () => {
      const start = async (): Promise<PorticoTableElement> => {
        const table = await tableOf(count, { dir });
        table.focus();
        return table;
      };
      const [forward, back] = dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];

      it('begins on the link of the first row', async () => {
        expect(place(await start())).to.deep.equal({ row: 0, column: 1 });
      });
      it('ArrowDown and ArrowUp go by rows', async () => {
        const table = await start();
        await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp');
        expect(place(table)).to.deep.equal({ row: 2, column: 1 });
      });
      it(`${forward} goes to the next cell, ${back} to the one before`, async () => {
        const table = await start();
        await press(forward, forward, back);
        expect(place(table)).to.deep.equal({ row: 0, column: 2 });
      });
      it('Home and End go to the first and last cell of the row', async () => {
        const table = await start();
        await press('ArrowDown', 'End');
        expect(place(table)).to.deep.equal({ row: 1, column: 4 });
        await press('Home');
        expect(place(table)).to.deep.equal({ row: 1, column: 0 });
      });
      it('PageDown and PageUp go by the rows in sight less one', async () => {
        const table = await start();
        await press('PageDown');
        expect(place(table)).to.deep.equal({ row: 14, column: 1 });
        await press('PageDown', 'PageUp');
        expect(place(table)).to.deep.equal({ row: 14, column: 1 });
        if (count > 50) expect(isInSight(table, focused(table) as HTMLElement)).to.be.true;
      });
      it('Control+End and Control+Home go to the last and first cell', async () => {
        const table = await start();
        await press('Control+End');
        expect(place(table)).to.deep.equal({ row: count - 1, column: 4 });
        expect(focusedRecord(table)).to.equal(`C-${count - 1}`);
        await press('Control+Home');
        expect(place(table)).to.deep.equal({ row: 0, column: 0 });
      });
      it('ArrowUp from the first row goes into the header, to its button; ArrowDown comes back', async () => {
        const table = await start();
        await press('ArrowUp');
        expect(focused(table) === sortButton(table, 'Reference')).to.be.true;
        await press(back);
        expect(focused(table)?.textContent).to.equal('Kind');
        await press('ArrowDown');
        expect(place(table)).to.deep.equal({ row: 0, column: 0 });
      });
      it('Enter and Space press the button of a header', async () => {
        const table = await start();
        const asked = heard(table, 'sort-requested');
        await press('ArrowUp', 'Enter', 'Space');
        expect(asked).to.have.lengthOf(2);
      });
      it('Tab leaves the table: it is one stop', async () => {
        const table = await start();
        const after = document.createElement('button');
        table.after(after);
        await press('ArrowDown', 'Tab');
        expect(document.activeElement === after).to.be.true;
        await press('Shift+Tab');
        expect(place(table)).to.deep.equal({ row: 1, column: 1 });
        expect(stops(table)).to.have.lengthOf(1);
      });
    });
  }
}

describe('focus of the data table', () => {
  it('goes through 60 rows one by one, each in sight and announced by its own element', async () => {
    const table = await focusedOn(100_000, 0);
    let last: Element | null = focused(table);
    for (let n = 1; n <= 60; n += 1) {
      await sendKeys({ press: 'ArrowDown' });
      expect(focusedRecord(table)).to.equal(`C-${n}`);
      expect(focused(table) === last).to.be.false;
      last = focused(table);
    }
    expect(isInSight(table, focused(table) as HTMLElement)).to.be.true;
  });

  it('is told anew when the same element shows another record', async () => {
    const table = await tableOf(100_000);
    await wheel(table, 99_999_999);
    await wheel(table, -99_999_999);
    const last = rows(table).length - 1;
    table.activeKey = `id-${last}`;
    await settled(table);
    table.focus();
    let came = 0;
    viewport(table).addEventListener('focusin', ({ target }) => (came += target === viewport(table) ? 0 : 1));
    await press('Control+End');
    expect(focusedRecord(table)).to.equal('C-99999');
    expect(came).to.equal(1);
  });

  it('waits in the viewport while the wheel takes its row away, and comes back with the row', async () => {
    const table = await focusedOn(100_000, 5);
    await wheel(table, 36_000);
    expect(focused(table) === viewport(table)).to.be.true;
    expect(viewport(table).getAttribute('role')).to.equal('group');
    expect(viewport(table).getAttribute('aria-label')).to.equal('Claims');
    expect(stops(table).map(({ className }) => className)).to.deep.equal(['viewport']);
    expect(table.activeKey).to.equal('id-5');
    await wheel(table, -36_000);
    expect(focusedRecord(table)).to.equal('C-5');
    expect(viewport(table).hasAttribute('role')).to.be.false;
  });

  it('goes on from the remembered row by the next arrow', async () => {
    const table = await focusedOn(100_000, 5);
    await wheel(table, 36_000);
    await press('ArrowDown');
    expect(focusedRecord(table)).to.equal('C-6');
    expect(isInSight(table, focused(table) as HTMLElement)).to.be.true;
  });

  it('stays on a row that is still in the DOM while the wheel scrolls', async () => {
    const table = await focusedOn(100_000, 20);
    const element = focused(table);
    let left = 0;
    viewport(table).addEventListener('focusout', () => (left += 1));
    await wheel(table, 36 * 10);
    await wheel(table, -36 * 5);
    expect(focused(table) === element).to.be.true;
    expect(focusedRecord(table)).to.equal('C-20');
    expect(left).to.equal(0);
  });

  it('does not take the focus when nobody gave it', async () => {
    const table = await tableOf(100_000);
    await wheel(table, 36_000);
    setRows(table, upTo(100_000).reverse());
    table.activeKey = 'id-7';
    await settled(table);
    expect(document.activeElement === document.body).to.be.true;
  });

  it('goes with its record through a sort, at the same height of the screen', async () => {
    const table = await focusedOn(100_000, 3000);
    await wheel(table, 150);
    const { top } = (focused(table) as HTMLElement).getBoundingClientRect();
    setRows(table, upTo(100_000).reverse());
    table.sort = { key: 'reference', direction: 'descending' };
    await settled(table);
    expect(focusedRecord(table)).to.equal('C-3000');
    expect(place(table)?.row).to.equal(96_999);
    expect((focused(table) as HTMLElement).getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('goes with its record through a sort of 50 rows', async () => {
    const table = await focusedOn(50, 10);
    setRows(table, upTo(50).reverse());
    await settled(table);
    expect(focusedRecord(table)).to.equal('C-10');
    expect(place(table)).to.deep.equal({ row: 39, column: 1 });
  });

  it('stays on a sort button that was pressed, and the rows begin at the top', async () => {
    const table = await focusedOn(100_000, 3000);
    sortButton(table, 'Member').focus();
    setRows(table, upTo(100_000).reverse());
    table.sort = { key: 'member', direction: 'ascending' };
    await settled(table);
    expect(focused(table) === sortButton(table, 'Member')).to.be.true;
    expect(table.topRow).to.equal(0);
    expect(table.activeKey).to.equal('id-3000');
    await press('ArrowDown');
    expect(place(table)).to.deep.equal({ row: 0, column: 2 });
  });

  it('stays through a repaint', async () => {
    const table = await focusedOn(100_000, 3000);
    const element = focused(table);
    table.version += 1;
    await settled(table);
    expect(focused(table) === element).to.be.true;
  });

  it('goes with its record when rows come in above', async () => {
    const table = await focusedOn(100_000, 3000);
    setRows(table, [...upTo(100).map((n) => n + 200_000), ...upTo(100_000)]);
    await settled(table);
    expect(focusedRecord(table)).to.equal('C-3000');
    expect(place(table)?.row).to.equal(3100);
  });

  it('takes the place of a record that is gone, and the record when it comes back', async () => {
    const table = await focusedOn(1000, 30);
    setRows(
      table,
      upTo(1000).filter((n) => n !== 30),
    );
    await settled(table);
    expect(focusedRecord(table)).to.equal('C-31');
    setRows(table, upTo(1000));
    await settled(table);
    expect(focusedRecord(table)).to.equal('C-30');
  });

  it('keeps the record while its rows are loaded again after a sort', async () => {
    const table = await focusedOn(1000, 30);
    const order = upTo(1000).reverse();
    setRows(table, order, () => false);
    await settled(table);
    expect(table.activeKey).to.equal('id-30');
    setRows(table, order);
    table.version += 1;
    await settled(table);
    expect(focusedRecord(table)).to.equal('C-30');
  });

  it('goes to the header when no row is left', async () => {
    const table = await focusedOn(1000, 30);
    setRows(table, []);
    await settled(table);
    expect(focused(table) === sortButton(table, 'Reference')).to.be.true;
  });

  it('stays in the table when the columns change', async () => {
    const table = await focusedOn(1000, 30);
    await press('End');
    table.columns = columns.slice(0, 3);
    await settled(table);
    expect(focusedRecord(table)).to.equal('C-30');
    expect(place(table)?.column).to.equal(2);
  });

  it('is restored by record: the row is brought into sight, then focused on demand', async () => {
    const table = await tableOf(100_000, { prepare: (element) => (element.activeKey = 'id-60000') });
    expect(document.activeElement === document.body).to.be.true;
    const target = link(rowAt(table, 60_000));
    expect(isInSight(table, target)).to.be.true;
    table.focus();
    expect(focused(table) === target).to.be.true;
    expect(place(table)).to.deep.equal({ row: 60_000, column: 1 });
  });

  it('is restored when the record comes later than its name', async () => {
    const table = await tableOf(0);
    table.activeKey = 'id-42';
    await settled(table);
    setRows(table, upTo(1000));
    await settled(table);
    table.focus();
    expect(focusedRecord(table)).to.equal('C-42');
  });

  it('is given before the first render', async () => {
    const table = await tableOf(100, { prepare: (element) => element.focus() });
    expect(focusedRecord(table)).to.equal('C-0');
  });

  it('follows a click into a cell', async () => {
    const table = await tableOf(100_000);
    (rowAt(table, 4)?.cells[2] as HTMLElement).focus();
    expect(stops(table).map(({ textContent }) => textContent)).to.deep.equal(['Member 4']);
    await press('ArrowDown');
    expect(place(table)).to.deep.equal({ row: 5, column: 2 });
  });

  it('tells when a person goes to another record, and not when the host does', async () => {
    const table = await tableOf(100_000);
    const moves = heard(table, 'active-row-changed');
    table.activeKey = 'id-3';
    await settled(table);
    table.focus();
    setRows(table, upTo(100_000).reverse());
    await settled(table);
    expect(moves).to.be.empty;
    await press('ArrowUp', 'ArrowRight');
    expect(moves).to.deep.equal([{ key: 'id-4', index: 99_995 }]);
  });

  it('is never behind the header or the row header of a narrow table', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const table = await tableOf(100_000, { width: '320px', dir });
      table.focus();
      const header = columns.findIndex(({ rowHeader }) => rowHeader);
      await press('End');
      for (const key of ['PageDown', ...Array<string>(4).fill(dir === 'ltr' ? 'ArrowLeft' : 'ArrowRight'), 'End', 'PageUp', 'Home']) {
        await press(key);
        const cell = focused(table) as HTMLElement;
        expect(isInSight(table, cell), `${dir} ${key}`).to.be.true;
        if (place(table)?.column === header) continue;
        const sticky = (rowAt(table, place(table)?.row as number)?.cells[header] as HTMLElement).getBoundingClientRect();
        const box = cell.getBoundingClientRect();
        expect(box.right <= sticky.left + 1 || box.left >= sticky.right - 1, `${dir} ${key} under the row header`).to.be.true;
      }
    }
  });

  it('leaves a whole amount room beside a row header that is wide', async () => {
    const prepare = (table: PorticoTableElement): void => {
      table.columns = columns.map((column) => (column.rowHeader ? { ...column, width: 200 } : column));
    };
    for (const dir of ['ltr', 'rtl'] as const) {
      const table = await tableOf(100, { width: '320px', dir, prepare });
      table.focus();
      await press('End');
      const [amount, view] = [focused(table)!, table.shadowRoot!.querySelector('.viewport')!].map((one) => one.getBoundingClientRect());
      const header = rowAt(table, 0)!.cells[columns.findIndex(({ rowHeader }) => rowHeader)]!.getBoundingClientRect();
      expect(amount!.width).to.be.at.least(140);
      if (dir === 'ltr') expect(amount!.left >= header.right - 1 && amount!.right <= view!.right + 1, dir).to.be.true;
      else expect(amount!.right <= header.left + 1 && amount!.left >= view!.left - 1, dir).to.be.true;
    }
    const wide = await tableOf(100, { prepare });
    expect(rowAt(wide, 0)!.cells[1]!.getBoundingClientRect().width).to.be.at.least(200);
  });

  it('marks the active row, and none before anybody was there', async () => {
    const table = await tableOf(100_000);
    const marked = (): string[] => rows(table).flatMap((row) => (row.hasAttribute('data-active') ? [texts(row)[1] as string] : []));
    expect(marked()).to.be.empty;
    table.focus();
    await press('ArrowDown');
    expect(marked()).to.deep.equal(['C-1']);
  });
});
