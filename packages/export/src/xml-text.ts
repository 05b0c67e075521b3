const LONGEST_TEXT = 32_767;
const MARKUP = '&<>"\r';
/** Markup; the underscore of what spreadsheets read as a character's code (`_x0041_`); control characters but tab and line feed, and other characters no XML can hold. */
const ODD = /[&<>"]|_(?=x[\dA-Fa-f]{4}_)|[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/gu;

const escaped = (character: string): string =>
  character === '_' ? '_x005F_' : MARKUP.includes(character) ? `&#${character.charCodeAt(0)};` : '';

/** Text between tags or quotes: cut at what a cell can hold, escaped, and without characters that XML cannot hold. */
export function xmlText(text: string): string {
  const kept = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return kept.search(ODD) < 0 ? kept : kept.replace(ODD, escaped);
}
