import type { References } from './references.ts';
import type { Report } from './report.ts';
import type { At, Node } from './tree.ts';

/** What every mapper of one case is given. */
export interface Context {
  readonly report: Report;
  readonly references: References;
  /** The currency of all amounts of the file that name one, when it is the same for all. */
  readonly fileCurrency: string | null;
  /** The currency of this case; null when no amount names one. */
  readonly currency: string | null;
  /** Amounts that found their place; what is left over gets a line. */
  readonly mapped: Set<Node>;
}

/** Text no longer than the domain takes; a cut is reported. */
export function fit(context: Context, at: Pick<At, 'path' | 'type'>, value: string, max: number): string {
  if (value.length <= max) return value;
  context.report.add('text-cut', at);
  return value.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}
