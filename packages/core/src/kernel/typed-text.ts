const digitsOtherThanAscii = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Writes Arabic-Indic, Persian and full-width digits as ASCII digits and leaves all else alone. */
export function asciiDigits(text: string): string {
  // In all three blocks the low four bits of the code are the digit itself.
  return text.replace(digitsOtherThanAscii, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** What a person typed or pasted, made fit for parsing: digits in ASCII, invisible direction marks removed, trimmed. */
export function typedText(text: string): string {
  return asciiDigits(text.replace(directionMarks, '')).trim();
}
