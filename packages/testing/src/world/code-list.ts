import type { CodeEntry } from '@portico/core/directory';

/** Entries of a list that is written as lines of `code|English name|Arabic name`. */
export function codeList(system: string, lines: string): readonly CodeEntry[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', text = '', ar = ''] = line.split('|');
      return { coded: { code, system, text }, names: { ar } };
    });
}
