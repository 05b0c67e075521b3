import { insist, latin1, startsWith, type Bytes } from './bytes.ts';
import { refuseMarkup } from './foreign.ts';
import { checkObjects } from './pdf-objects.ts';
import { readObject, type Effort } from './pdf-syntax.ts';

/** Files are changed by appending; a form of an office sees some dozens of rounds. */
const MOST_REVISIONS = 1_000;
const MOST_NUMBER = 10_000_000;
const HEAD = 1024;
const TAIL = 2048;
const LEAST_EFFORT = 1024 * 1024;

/**
 * PDF: begins and ends as one, its cross-references lead from the last to the first without a loop, and no object runs anything, starts or
 * fetches another file, or carries one. Refused as active are scripts, launch, submit, import and remote go-to actions, films, sounds, 3D,
 * XFA forms and attachments (so hybrid invoices too); links, bookmarks, plain forms and signatures are fine.
 */
export async function checkPdf(bytes: Bytes): Promise<void> {
  const head = await bytes.at(0, HEAD);
  insist(/^%PDF-(?:1\.[0-7]|2\.0)[\r\n \t]/.test(latin1(head.subarray(0, 16))));
  refuseMarkup(head);
  // Each object once, and some again where the window was too small for it.
  const effort: Effort = { left: 4 * bytes.size + LEAST_EFFORT };
  await checkReferences(bytes, await lastReferences(bytes), effort);
  await checkObjects(bytes, effort);
}

/** Where the last cross-references stand, as the end of the file says. */
async function lastReferences(bytes: Bytes): Promise<number> {
  const tail = latin1(await bytes.at(Math.max(0, bytes.size - TAIL), TAIL));
  const end = tail.lastIndexOf('%%EOF');
  insist(end !== -1);
  insist(/^[\s\0]*$/.test(tail.slice(end + 5)), 'trailing-data');
  const found = /startxref\s+(\d{1,10})\s+$/.exec(tail.slice(0, end));
  insist(found !== null);
  return Number(found[1]);
}

async function checkReferences(bytes: Bytes, last: number, effort: Effort): Promise<void> {
  const seen = new Set<number>();
  let hasRoot = false;
  for (const waiting = [last]; waiting.length > 0;) {
    const at = waiting.pop()!;
    insist(at > 0 && at < bytes.size && !seen.has(at));
    seen.add(at);
    insist(seen.size <= MOST_REVISIONS, 'too-complex');
    const trailer = await readObject(bytes, await trailerOf(bytes, at), effort);
    insist(trailer !== null && trailer.isDictionary);
    hasRoot ||= trailer.names.has('Root');
    insist((trailer.numbers.get('Size') ?? 0) <= MOST_NUMBER, 'too-complex');
    for (const key of ['Prev', 'XRefStm']) if (trailer.numbers.has(key)) waiting.push(trailer.numbers.get(key)!);
  }
  insist(hasRoot);
}

/** The place of the dictionary that belongs to the cross-references at a place: behind a table, or that of a stream. */
async function trailerOf(bytes: Bytes, from: number): Promise<number> {
  const first = latin1(await bytes.at(from, 64));
  const stream = /^\s*\d{1,10}\s+\d{1,5}\s+obj/.exec(first);
  if (stream !== null) return from + stream[0].length;
  const table = /^\s*xref\s+/.exec(first);
  insist(table !== null);
  for (let at = from + table[0].length; ;) {
    const line = await bytes.at(at, 64);
    if (startsWith(line, 'trailer')) return at + 'trailer'.length;
    const section = /^(\d{1,10}) +(\d{1,10})\s*?[ \t]*(?:\r\n|\r|\n)\s*/.exec(latin1(line));
    insist(section !== null);
    const count = Number(section[2]);
    insist(count <= MOST_NUMBER, 'too-complex');
    at += section[0].length + 20 * count;
    const rest = latin1(await bytes.at(at, 64));
    at += rest.length - rest.trimStart().length;
  }
}
