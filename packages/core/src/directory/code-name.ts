import type { CodeEntry } from './directory.port.ts';

/** The name of a code in a language (BCP 47), else as its list has it first; '' where it has none. */
export const nameOfCode = ({ coded, names }: Pick<CodeEntry, 'coded' | 'names'>, locale: string): string =>
  names[locale] ?? names[locale.slice(0, 2)] ?? coded.text ?? '';
