import { asciiDigits } from './typed-text.ts';

/** Letters that people write for one another, and the one that is searched. */
const folded: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' };
const foldable = new RegExp(`[${Object.keys(folded).join('')}]`, 'g');
// Arabic vowel signs, superscript alef, tatweel, and invisible format characters.
const marks = /[\u064b-\u065f\u0670\u0640\p{Cf}]/gu;

/** The one form in which text is stored for searching and searched: alef, yeh and teh marbuta forms, vowel signs, digits, case and spaces made alike. */
export function searchText(text: string): string {
  return asciiDigits(text.normalize('NFKC').replace(marks, ''))
    .toLowerCase()
    .replace(foldable, (letter) => folded[letter]!)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}
