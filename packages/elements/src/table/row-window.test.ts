import { expect } from '@open-wc/testing';
import { rowWindow, scrollHeight, toScrollTop, toVirtual, type RowMetrics } from './row-window.ts';

const metrics = (rowCount: number): RowMetrics => ({ rowCount, rowHeight: 36, bodyHeight: 560 });
const bottom = (rows: RowMetrics): number => scrollHeight(rows) - rows.bodyHeight;

describe('row window', () => {
  it('begins with the first row and leaves the rest of the height below', () => {
    expect(rowWindow(0, 32, 8, metrics(1000))).to.deep.equal({ first: 0, before: 0, after: 968 * 36 });
  });

  it('keeps some rows above the first that is seen, in their own place', () => {
    expect(rowWindow(100 * 36 + 5, 32, 8, metrics(1000))).to.deep.equal({ first: 92, before: 92 * 36, after: (1000 - 92 - 32) * 36 });
  });

  it('ends with the last row', () => {
    const rows = metrics(1000);
    expect(rowWindow(bottom(rows), 32, 8, rows)).to.deep.equal({ first: 968, before: 968 * 36, after: 0 });
  });

  for (const count of [100_000, 444_445, 1_000_000, 10_000_000]) {
    describe(`of ${count} rows`, () => {
      const rows = metrics(count);

      it('is never taller than browsers can scroll', () => {
        expect(scrollHeight(rows)).to.be.at.most(16_000_000);
      });

      it('shows the last row at the bottom', () => {
        const { first, after } = rowWindow(bottom(rows), 32, 8, rows);
        expect(first).to.equal(count - 32);
        expect(after).to.be.closeTo(0, 0.001);
      });

      it('comes back to a place', () => {
        for (const row of [0, 1, 17, count / 2, count - 100]) {
          expect(toVirtual(toScrollTop(row * 36, rows), rows) / 36).to.be.closeTo(row, 0.001);
        }
      });

      it('covers what is seen at every position, at one height', () => {
        for (let part = 0; part <= 1000; part += 1) {
          const scrollTop = (bottom(rows) * part) / 1000;
          const { before, after } = rowWindow(scrollTop, 32, 8, rows);
          expect(before).to.be.at.most(scrollTop + 0.01);
          expect(before + 32 * 36).to.be.at.least(scrollTop + rows.bodyHeight - 0.01);
          expect(before + 32 * 36 + after).to.be.closeTo(scrollHeight(rows), 0.01);
        }
      });
    });
  }
});
