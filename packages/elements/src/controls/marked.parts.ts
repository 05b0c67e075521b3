import { searchWords, wordBegins } from '@portico/core/directory';
import { html, type TemplateResult } from 'lit';

/** A text in pieces: what begins a word as it was typed stands in `<mark>`, whatever the spelling. */
export function marked(text: string, typed: string): readonly (string | TemplateResult)[] {
  const wanted = searchWords(typed);
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).flatMap((piece, n) => {
    const length = n % 2 === 1 ? Math.max(0, ...wanted.map((word) => lengthOf(piece, word))) : 0;
    return length === 0 ? [piece] : [html`<mark>${piece.slice(0, length)}</mark>`, piece.slice(length)];
  });
}

/** So many letters of a word are what was typed; 0 when it does not begin so. */
function lengthOf(word: string, typed: string): number {
  for (let length = 1; length <= word.length; length += 1) {
    const [begin] = searchWords(word.slice(0, length));
    if (begin !== undefined && wordBegins(begin, typed)) return length;
  }
  return 0;
}
