import { searchWords, wordForms } from '@portico/core/directory';
import { normalizeIdentifier } from '@portico/core/kernel';

/** How the rows of a list are found. */
export interface ListKeys<Row> {
  /** Unique in the list. */
  readonly id: (row: Row) => string;
  /** Codes or numbers: the whole of one finds the row, before all names. */
  readonly keys: (row: Row) => readonly string[];
  /** Whether the beginning of a key finds the row too. */
  readonly hasPrefixes: boolean;
  /** Names: the beginnings of their words find the row. */
  readonly names: (row: Row) => readonly string[];
}

/** A list in memory, in the order it was given, with all that answers a search without looking at every row. */
export interface ListIndex<Row> {
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** Numbers of the rows that a text finds: by their keys, then by their names; within each in the list's order. */
  find(text: string): readonly number[];
}

/** The form in which codes and numbers are compared: as identifiers are, without dots, hyphens and spaces. */
export const keyForm = (text: string): string => normalizeIdentifier(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** A sorted table from text to numbers of rows. */
class Table {
  readonly #texts: readonly string[];
  readonly #rows: readonly (readonly number[])[];

  constructor(entries: ReadonlyMap<string, readonly number[]>) {
    this.#texts = [...entries.keys()].sort();
    this.#rows = this.#texts.map((text) => entries.get(text)!);
  }

  /** Rows of every text that begins so. */
  *beginning(text: string): Generator<readonly number[]> {
    for (let at = this.#from(text); at < this.#texts.length && this.#texts[at]!.startsWith(text); at += 1) yield this.#rows[at]!;
  }

  exactly(text: string): readonly number[] {
    const at = this.#from(text);
    return this.#texts[at] === text ? this.#rows[at]! : [];
  }

  /** The place of the first text that is not before this one. */
  #from(text: string): number {
    let [low, high] = [0, this.#texts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#texts[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Reads a list once, so that each search after it costs what it finds. */
export function createListIndex<Row>(rows: readonly Row[], { id, keys, names, hasPrefixes }: ListKeys<Row>): ListIndex<Row> {
  const byKey = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const formsOf = rememberedForms();
  rows.forEach((row, n) => {
    for (const key of keys(row).map(keyForm)) {
      enter(byKey, key, n);
      // A code is a word like others: "j45 asthma" names both.
      if (hasPrefixes) enter(byWord, key.toLowerCase(), n);
    }
    for (const name of names(row)) for (const piece of name.split(/\s+/)) for (const form of formsOf(piece)) enter(byWord, form, n);
  });
  const keyTable = new Table(byKey);
  const wordTable = new Table(byWord);

  /** How many of the words, in their order, each row was met by. */
  const met = (words: readonly string[]): Uint8Array => {
    const turns = new Uint8Array(rows.length);
    words.forEach((word, turn) => {
      for (const form of wordForms(word)) {
        for (const found of wordTable.beginning(form)) for (const row of found) if (turns[row] === turn) turns[row] = turn + 1;
      }
    });
    return turns;
  };

  return {
    rows,
    idOf: id,
    find(text) {
      const key = keyForm(text);
      const words = searchWords(text).slice(0, MOST_WORDS);
      const turns = met(words);
      // A key stands before all that begin with it, so that in the order of keys the exact one is the first.
      const begun = new Uint8Array(rows.length);
      const numbers = key === '' ? [] : hasPrefixes ? keyTable.beginning(key) : [keyTable.exactly(key)];
      for (const of of numbers) for (const row of of) begun[row] = 1;
      const found: number[] = [];
      for (let row = 0; row < rows.length; row += 1) if (begun[row] === 1) found.push(row);
      for (let row = 0; row < rows.length; row += 1) if (begun[row] === 0 && turns[row] === words.length) found.push(row);
      return found;
    },
  };
}

/** More words than anybody types; a count of them fits into a byte. */
const MOST_WORDS = 100;

function enter(map: Map<string, number[]>, text: string, row: number): void {
  const known = map.get(text);
  if (known === undefined) map.set(text, [row]);
  else if (known.at(-1) !== row) known.push(row);
}

/** The forms of a piece of a name; the same pieces come again and again. */
function rememberedForms(): (piece: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (piece) => {
    let forms = known.get(piece);
    if (forms === undefined) known.set(piece, (forms = searchWords(piece).flatMap(wordForms)));
    return forms;
  };
}
