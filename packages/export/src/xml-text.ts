const LONGEST_TEXT = 32_767;
const ODD = /[&<>\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x/u;
const MARKUP = /[&<>\r]/g;
const FORBIDDEN = /[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/gu;
/** Spreadsheets read `_x0041_` as the character with that code, so its first underscore is written as such a code itself. */
const CHARACTER_CODE = /_(?=x[\dA-F]{4}_)/gi;

/** Text between tags: markup escaped, tab and line breaks kept, other control characters and lone surrogates, which no XML can hold, left out. */
export function xmlText(text: string): string {
  const kept = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  if (!ODD.test(kept)) return kept;
  return kept
    .replace(CHARACTER_CODE, '_x005F_')
    .replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`)
    .replace(FORBIDDEN, '');
}
