import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { JsonError, JsonNumber, jsonSteps, MAX_DEPTH, parseJson, plain } from './json.ts';

type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/** The engine's own way to keep digits, where it has one: the oracle. */
const oracle = (text: string): unknown =>
  parseWithSource(text, (_, value, context) =>
    typeof value === 'number' && context?.source !== undefined && String(value) !== context.source ? new JsonNumber(context.source) : value,
  );

const isAccepted = (parse: (text: string) => unknown, text: string): boolean => {
  try {
    parse(text);
    return true;
  } catch (error) {
    assert.ok(error instanceof SyntaxError || error instanceof JsonError);
    return false;
  }
};

test('reads what JSON.parse reads, and keeps the digits of every number', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(3), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent);
      assert.deepEqual(parseJson(text), oracle(text));
    }),
  );
  for (const digits of ['12.340', '0.1e1', '1E+2', '-0', '-0.00', '123456789012345678901', '0.10000000000000000001', '1e400']) {
    assert.deepEqual(parseJson(`[${digits}]`), [new JsonNumber(digits)]);
    assert.deepEqual(parseJson(`[${digits}]`), oracle(`[${digits}]`));
  }
});

test('takes and refuses exactly what JSON.parse does', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\u00e9"',
    '"\\x"',
    '"\n"',
    '01',
    '1.',
    '.5',
    '-',
    '+1',
    '1e',
    '-1.5e-3',
    'true',
    'nul',
    ' ',
    '\u00a0',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (chosen) => {
      const text = chosen.join('');
      assert.equal(isAccepted(parseJson, text), isAccepted(JSON.parse, text), text);
    }),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (json, where, typed) => {
      const text = json.slice(0, where % (json.length + 1)) + typed + json.slice((where % (json.length + 1)) + 1);
      assert.equal(isAccepted(parseJson, text), isAccepted(JSON.parse, text), text);
    }),
  );
});

test('says where the text stops being JSON', () => {
  const broken = [
    ['{\n  "a": 1,\n  "b" 2\n}', 3, 7],
    ['', 1, 1],
    ['[1, 2', 1, 6],
    ['{"a": "open', 1, 12],
    ['[1]]', 1, 4],
    ['{"a": tru}', 1, 7],
  ] as const;
  for (const [text, line, column] of broken) {
    assert.throws(
      () => parseJson(text),
      (error: unknown) => error instanceof JsonError && error.line === line && error.column === column,
      text,
    );
  }
});

test('refuses nesting without end instead of running out of stack', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  assert.doesNotThrow(() => parseJson(nested(MAX_DEPTH)));
  for (const text of [nested(MAX_DEPTH + 1), nested(200_000), '{"a":'.repeat(200_000)]) {
    assert.throws(
      () => parseJson(text),
      (error: unknown) => error instanceof JsonError && error.reason === 'too-deep',
    );
  }
});

test('pauses after each entry of a bundle', () => {
  const steps = [...jsonSteps('{"entry":[{"a":[1,2]},{"a":3}],"b":[4]}')];
  assert.equal(steps.length, 3);
  assert.equal([...jsonSteps('[1,2]')].length, 2);
});

test('a key named __proto__ is data', () => {
  const value = parseJson('{"__proto__":{"a":1}}') as object;
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.ok(Object.hasOwn(value, '__proto__'));
  assert.ok(Object.hasOwn(plain(value) as object, '__proto__'));
});

test('plain JSON keeps the value of every number, as text where JavaScript cannot hold it', () => {
  assert.deepEqual(plain(parseJson('{"a":[12.340,1e2,-0,0.10000000000000000001,123456789012345678901,1e400]}')), {
    a: [12.34, 100, -0, '0.10000000000000000001', '123456789012345678901', '1e400'],
  });
});
