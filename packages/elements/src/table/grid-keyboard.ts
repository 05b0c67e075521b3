/** A cell of the grid: rows count from 0, the header row is -1. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** How far one can go. */
export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows a PageUp or PageDown goes. */
  readonly page: number;
  /** The data row under the header row, as it is scrolled. */
  readonly topRow: number;
  readonly rightToLeft: boolean;
}

/** The part of a KeyboardEvent that decides. */
export type KeyStroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/**
 * Where a key leads from a cell (WAI-ARIA Authoring Practices, grid); null: the key is not the grid's.
 * At an edge the answer is the same cell. Ctrl+Home is the first cell of the first data row.
 */
export function nextPosition(stroke: KeyStroke, from: GridPosition, extent: GridExtent): GridPosition | null {
  if (stroke.altKey || stroke.shiftKey) return null;
  const { row, column } = from;
  const lastRow = extent.rows - 1;
  const lastColumn = extent.columns - 1;
  const toRow = (next: number): GridPosition => ({ row: extent.rows > 0 ? clamp(next, lastRow) : -1, column });
  const toColumn = (next: number): GridPosition => ({ row, column: clamp(next, lastColumn) });

  if (stroke.ctrlKey || stroke.metaKey) {
    if (stroke.key === 'Home') return { ...toRow(0), column: 0 };
    if (stroke.key === 'End') return { ...toRow(lastRow), column: lastColumn };
    return null;
  }
  switch (stroke.key) {
    case 'ArrowDown':
      return toRow(row < 0 ? extent.topRow : row + 1);
    case 'ArrowUp':
      return row <= 0 ? { row: -1, column } : toRow(row - 1);
    case 'ArrowLeft':
      return toColumn(column + (extent.rightToLeft ? 1 : -1));
    case 'ArrowRight':
      return toColumn(column + (extent.rightToLeft ? -1 : 1));
    case 'Home':
      return toColumn(0);
    case 'End':
      return toColumn(lastColumn);
    case 'PageDown':
      return toRow((row < 0 ? extent.topRow : row) + extent.page);
    case 'PageUp':
      return row < 0 ? from : toRow(row - extent.page);
    default:
      return null;
  }
}
