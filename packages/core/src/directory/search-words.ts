import { searchText } from '../kernel/index.ts';

// "Al-" and "wa-l-", where at least two letters follow: who looks for سكري finds السكري.
const article = /^و?ال(?=..)/;

/** The words of a text in the one spelling in which they are compared: letters and digits, split at everything else. */
export const searchWords = (text: string): readonly string[] =>
  searchText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What a word is found under: itself and, behind an Arabic article, the rest of it. */
export function wordForms(word: string): readonly string[] {
  const rest = word.replace(article, '');
  return rest === word ? [word] : [word, rest];
}

/** Whether a word begins with what was typed, whichever of the two has an article. */
export const wordBegins = (word: string, typed: string): boolean =>
  wordForms(word).some((form) => wordForms(typed).some((wanted) => form.startsWith(wanted)));
