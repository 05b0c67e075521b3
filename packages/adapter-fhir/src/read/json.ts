/** A number whose digits a JavaScript number would not print again: `12.340`, `0.1e1`, twenty digits. */
export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): string {
    return this.text;
  }
}

/** Thrown for text that is not JSON; line and column count from 1. `too-deep`: nested beyond what any resource needs. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  readonly reason: 'syntax' | 'too-deep';
  readonly line: number;
  readonly column: number;

  constructor(reason: 'syntax' | 'too-deep', text: string, position: number) {
    const before = text.slice(0, position);
    const line = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    super(`[portico/adapter-fhir] not JSON (${reason}) at line ${line}, column ${column}`);
    this.reason = reason;
    this.line = line;
    this.column = column;
  }
}

/** Levels of nesting taken; FHIR needs about thirty. */
export const MAX_DEPTH = 200;

/** Strict JSON to values, with {@link JsonNumber} where digits would be lost. Throws {@link JsonError}. */
export function parseJson(text: string): unknown {
  const steps = jsonSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * The same in steps: yields the position reached after each element of an array that stands at the top or one level below it (a Bundle's entries).
 * An own parser, because engines differ in telling a number's source text, and the one that tells it needs more than twice the time.
 */
export function* jsonSteps(text: string): Generator<number, unknown> {
  const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  let at = 0;
  let depth = 0;

  const fail = (reason: 'syntax' | 'too-deep' = 'syntax'): never => {
    throw new JsonError(reason, text, at);
  };
  const skipSpace = (): number => {
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt((at += 1));
    return code;
  };
  const expect = (code: number): void => {
    if (skipSpace() !== code) fail();
    at += 1;
  };
  /** True when the closing bracket came, false when a comma did. */
  const isClosed = (code: number): boolean => {
    const next = skipSpace();
    if (next !== code && next !== COMMA) fail();
    at += 1;
    return next === code;
  };
  const isEmpty = (code: number): boolean => {
    at += 1;
    if (skipSpace() !== code) return false;
    at += 1;
    return true;
  };
  const string = (): string => {
    let end = at + 1;
    let isPlain = true;
    for (;;) {
      const code = text.charCodeAt(end);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        isPlain = false;
        end += 1;
      } else if (!(code >= 32)) {
        at = Math.min(end, text.length);
        fail();
      }
      end += 1;
    }
    const value = isPlain ? text.slice(at + 1, end) : escaped(text.slice(at, end + 1));
    at = end + 1;
    return value;
  };
  const escaped = (literal: string): string => {
    try {
      return JSON.parse(literal) as string;
    } catch {
      return fail();
    }
  };
  const key = (): string => {
    if (skipSpace() !== QUOTE) fail();
    const name = string();
    expect(COLON);
    return name;
  };
  const literal = <Value>(word: string, value: Value): Value => {
    if (!text.startsWith(word, at)) fail();
    at += word.length;
    return value;
  };
  const enter = (): void => {
    depth += 1;
    if (depth > MAX_DEPTH) fail('too-deep');
  };
  const scalar = (code: number): unknown => {
    if (code === QUOTE) return string();
    if (code === T) return literal('true', true);
    if (code === F) return literal('false', false);
    if (code === N) return literal('null', null);
    number.lastIndex = at;
    const source = number.exec(text)?.[0] ?? fail();
    at += source.length;
    const value = Number(source);
    return String(value) === source ? value : new JsonNumber(source);
  };
  const value = (): unknown => {
    const code = skipSpace();
    if (code === BRACE) {
      const object: Record<string, unknown> = {};
      enter();
      if (!isEmpty(BRACE_END))
        do put(object, key(), value());
        while (!isClosed(BRACE_END));
      depth -= 1;
      return object;
    }
    if (code === BRACKET) {
      const array: unknown[] = [];
      enter();
      if (!isEmpty(BRACKET_END))
        do array.push(value());
        while (!isClosed(BRACKET_END));
      depth -= 1;
      return array;
    }
    return scalar(code);
  };
  function* arrayInSteps(): Generator<number, unknown[]> {
    const array: unknown[] = [];
    enter();
    if (!isEmpty(BRACKET_END)) {
      do {
        array.push(value());
        yield at;
      } while (!isClosed(BRACKET_END));
    }
    depth -= 1;
    return array;
  }
  function* root(): Generator<number, unknown> {
    const code = skipSpace();
    if (code === BRACKET) return yield* arrayInSteps();
    if (code !== BRACE) return value();
    const object: Record<string, unknown> = {};
    enter();
    if (!isEmpty(BRACE_END)) {
      do {
        const name = key();
        put(object, name, skipSpace() === BRACKET ? yield* arrayInSteps() : value());
      } while (!isClosed(BRACE_END));
    }
    return object;
  }

  const result = yield* root();
  skipSpace();
  if (at < text.length) fail();
  return result;
}

/** A value as plain JSON again. A number keeps its value; where JavaScript cannot hold it exactly, its text stands instead. */
export function plain(value: unknown): unknown {
  if (value instanceof JsonNumber) {
    const number = Number(value.text);
    return decimalKey(value.text) === decimalKey(String(number)) ? number : value.text;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** Equal for two decimal texts exactly when they name the same number. */
function decimalKey(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const short = digits.replace(/0+$/, '');
  return short === '' ? '0' : `${sign}${short}e${Number(exponent) - fraction.length + digits.length - short.length}`;
}

function put(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const BRACE = 123;
const BRACE_END = 125;
const BRACKET = 91;
const BRACKET_END = 93;
const T = 116;
const F = 102;
const N = 110;
