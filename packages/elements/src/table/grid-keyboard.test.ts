import { expect } from '@open-wc/testing';
import { nextPosition, type GridExtent, type GridPosition, type KeyStroke } from './grid-keyboard.ts';

const extent: GridExtent = { rows: 100, columns: 5, page: 9, topRow: 40, rightToLeft: false };
const at = (row: number, column: number): GridPosition => ({ row, column });
const stroke = (keys: string): KeyStroke => {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) as string,
    ctrlKey: parts.includes('Control'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
};

describe('grid keyboard', () => {
  const lines: readonly [keys: string, from: GridPosition, to: GridPosition | null, over?: Partial<GridExtent>][] = [
    ['ArrowDown', at(3, 2), at(4, 2)],
    ['ArrowDown', at(99, 2), at(99, 2)],
    ['ArrowDown', at(-1, 2), at(40, 2)],
    ['ArrowUp', at(3, 2), at(2, 2)],
    ['ArrowUp', at(0, 2), at(-1, 2)],
    ['ArrowUp', at(-1, 2), at(-1, 2)],
    ['ArrowRight', at(3, 2), at(3, 3)],
    ['ArrowRight', at(3, 4), at(3, 4)],
    ['ArrowLeft', at(3, 2), at(3, 1)],
    ['ArrowLeft', at(3, 0), at(3, 0)],
    ['ArrowRight', at(3, 2), at(3, 1), { rightToLeft: true }],
    ['ArrowLeft', at(3, 2), at(3, 3), { rightToLeft: true }],
    ['ArrowLeft', at(-1, 4), at(-1, 4), { rightToLeft: true }],
    ['Home', at(3, 2), at(3, 0)],
    ['End', at(3, 2), at(3, 4)],
    ['Home', at(3, 2), at(3, 0), { rightToLeft: true }],
    ['Home', at(-1, 2), at(-1, 0)],
    ['PageDown', at(3, 2), at(12, 2)],
    ['PageDown', at(95, 2), at(99, 2)],
    ['PageDown', at(-1, 2), at(49, 2)],
    ['PageUp', at(20, 2), at(11, 2)],
    ['PageUp', at(3, 2), at(0, 2)],
    ['PageUp', at(-1, 2), at(-1, 2)],
    ['Control+Home', at(50, 2), at(0, 0)],
    ['Control+End', at(50, 2), at(99, 4)],
    ['Meta+End', at(50, 2), at(99, 4)],
    ['ArrowDown', at(-1, 2), at(-1, 2), { rows: 0, topRow: 0 }],
    ['Control+End', at(-1, 2), at(-1, 4), { rows: 0 }],
    ['Control+ArrowDown', at(3, 2), null],
    ['Alt+ArrowLeft', at(3, 2), null],
    ['Shift+ArrowDown', at(3, 2), null],
    ['Enter', at(3, 2), null],
    ['Tab', at(3, 2), null],
    ['a', at(3, 2), null],
  ];
  for (const [keys, from, to, over] of lines) {
    const direction = over?.rightToLeft ? ' from right to left' : over?.rows === 0 ? ' in an empty grid' : '';
    const target = to ? `row ${to.row}, column ${to.column}` : 'nowhere';
    it(`${keys} in row ${from.row}, column ${from.column}${direction} leads to ${target}`, () => {
      expect(nextPosition(stroke(keys), from, { ...extent, ...over })).to.deep.equal(to);
    });
  }
});
