import type { Collector } from './collect.ts';
import { JsonError, jsonSteps } from './json.ts';
import type { Report } from './report.ts';
import { isNode } from './tree.ts';

/** Takes the text of one file in pieces of any size and gives its resources to a collector. */
export interface SourceText {
  /** One more piece. Yields the number of characters dealt with so far, often enough to pause in between. */
  push(chunk: string): Generator<number, void>;
  /** The end of the file. */
  end(): Generator<number, void>;
}

const FILE = { path: '', type: '' };

/**
 * One JSON value, or NDJSON when one of the first three lines is a whole object by itself: then each line is read as soon as it is there,
 * and a broken one does not stop the others. Anything else is told by its nature: empty, XML, not JSON (with line and column).
 */
export function createSourceText(collector: Collector, report: Report): SourceText {
  let mode: 'unknown' | 'lines' | 'whole' | 'over' = 'unknown';
  let pending: string[] = [];
  let lineNumber = 0;
  let consumed = 0;
  let isStart = true;
  let isReplaced = false;
  /** The line by which NDJSON was recognised, so that it is not read twice. */
  let parsed: { readonly line: string; readonly value: unknown } | null = null;
  /** The first line waits until it is known whether there are others: alone it is the file. */
  let first: { readonly value: unknown; readonly line: number } | null = null;

  function* push(chunk: string): Generator<number, void> {
    const piece = isStart ? chunk.replace(/^\ufeff/, '') : chunk;
    if (!isReplaced && piece.includes('\ufffd')) {
      isReplaced = true;
      report.add('replaced-characters', FILE);
    }
    if (isStart && /\S/.test(piece)) {
      isStart = false;
      if (piece.trimStart().startsWith('<')) {
        report.add('xml', FILE);
        mode = 'over';
      }
    }
    if (mode === 'over') return;
    pending.push(piece);
    if (mode === 'unknown') yield* decide();
    if (mode === 'lines' && piece.includes('\n')) yield* lines(false);
  }

  function* end(): Generator<number, void> {
    if (isStart && mode !== 'over') report.add('empty-file', FILE);
    if (isStart || mode === 'over') return;
    if (mode === 'lines') {
      yield* lines(true);
      if (first !== null) collector.add(first.value);
    } else yield* whole();
  }

  /** NDJSON or not, as soon as three lines that are not blank are there. */
  function* decide(): Generator<number, void> {
    if (!pending.at(-1)!.includes('\n')) return;
    const text = pending.join('');
    pending = [text];
    const complete = text
      .slice(0, text.lastIndexOf('\n'))
      .split('\n', 50)
      .filter((line) => line.trim() !== '');
    for (const line of complete.slice(0, 3)) {
      const value = yield* attempt(line);
      if (!isNode(value)) continue;
      mode = 'lines';
      parsed = { line, value };
      return;
    }
    if (complete.length >= 3) mode = 'whole';
  }

  function* lines(isEnd: boolean): Generator<number, void> {
    const all = pending.join('').split('\n');
    pending = isEnd ? [] : [all.pop()!];
    for (const line of all) {
      lineNumber += 1;
      const before = consumed;
      consumed += line.length + 1;
      if (line.trim() === '') continue;
      const prefix = `line ${lineNumber}: `;
      try {
        const value = line === parsed?.line ? parsed.value : yield* from(before, jsonSteps(line), 1);
        if (first === null && !collector.counts.size) first = { value, line: lineNumber };
        else {
          if (first !== null) collector.add(first.value, `line ${first.line}: `);
          first = null;
          collector.add(value, prefix);
        }
      } catch (error) {
        broken(error, lineNumber - 1, `line ${lineNumber}`);
      }
      yield consumed;
    }
  }

  function* whole(): Generator<number, void> {
    const text = pending.join('');
    pending = [];
    try {
      collector.add(yield* jsonSteps(text));
    } catch (error) {
      if (text.trimStart().startsWith('ISA*')) report.add('not-json', FILE, 'X12');
      else broken(error, 0, '');
    }
  }

  function broken(error: unknown, linesBefore: number, path: string): void {
    if (!(error instanceof JsonError)) throw error;
    const position = { line: error.line + linesBefore, column: error.column };
    report.add(error.reason === 'too-deep' ? 'too-deep' : 'not-json', { path, type: '' }, null, position);
  }

  function* attempt(line: string): Generator<number, unknown> {
    try {
      return yield* from(0, jsonSteps(line), 0);
    } catch {
      return null;
    }
  }

  return { push, end };
}

/** The same steps, counted from a place on; with a scale of 0 they tell that place alone. */
function* from(place: number, steps: Generator<number, unknown>, scale: 0 | 1): Generator<number, unknown> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield place + step.value * scale;
  }
}
