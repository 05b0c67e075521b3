/** The sizes that place rows, in px. */
export interface RowMetrics {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** The height in which rows are seen: the viewport without its header. */
  readonly bodyHeight: number;
}

/** Which rows stand in the DOM and where, in px from the top of the body. */
export interface RowWindow {
  readonly first: number;
  readonly before: number;
  readonly after: number;
}

// Chromium ends at 33.5 million px, Firefox at 17.8: a taller table scales its scroll position.
const tallest = 16_000_000;

const virtualHeight = ({ rowCount, rowHeight }: RowMetrics): number => rowCount * rowHeight;

/** The height given to all rows: their own, or the tallest that browsers can scroll. */
export const scrollHeight = (metrics: RowMetrics): number => Math.min(virtualHeight(metrics), tallest);

const scale = (metrics: RowMetrics): number => {
  const height = scrollHeight(metrics);
  const whole = virtualHeight(metrics);
  return whole === height ? 1 : (whole - metrics.bodyHeight) / (height - metrics.bodyHeight);
};

/** From a scroll position to px of rows above it. */
export const toVirtual = (scrollTop: number, metrics: RowMetrics): number => scrollTop * scale(metrics);

/** From px of rows to the scroll position that shows them. */
export const toScrollTop = (virtualTop: number, metrics: RowMetrics): number => virtualTop / scale(metrics);

/** The window of `size` rows, `overscan` of them above the first that is seen. */
export function rowWindow(scrollTop: number, size: number, overscan: number, metrics: RowMetrics): RowWindow {
  const { rowCount, rowHeight } = metrics;
  const virtualTop = toVirtual(scrollTop, metrics);
  const first = Math.max(0, Math.min(Math.floor(virtualTop / rowHeight) - overscan, rowCount - size));
  const unscaled = virtualHeight(metrics) === scrollHeight(metrics);
  const before = Math.max(0, unscaled ? first * rowHeight : first * rowHeight + scrollTop - virtualTop);
  return { first, before, after: Math.max(0, scrollHeight(metrics) - before - size * rowHeight) };
}
