const LONGEST = 31;

/** A sheet name that Excel accepts: at most 31 characters, none of `[]:*?/\` or control characters, no apostrophe at the ends, not empty, not `History`. */
export function sheetName(wanted: string): string {
  const name = wanted
    .slice(0, LONGEST)
    .replace(/\s*[[\]:*?/\\\p{Cc}\p{Cs}\uFFFE\uFFFF]+\s*/gu, ' ')
    .replace(/^[\s']+|[\s']+$/g, '');
  return name === '' || /^history$/i.test(name) ? `Sheet ${name}`.trim() : name;
}
