import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sheetName } from './sheet-name.ts';

test('a name that fits is kept', () => {
  assert.equal(sheetName('Bordereau 2026-01'), 'Bordereau 2026-01');
  assert.equal(sheetName('كشف المطالبات'), 'كشف المطالبات');
});

test('what Excel refuses is replaced', () => {
  assert.equal(sheetName('a/b\\c:d*e?f[g]h'), 'a b c d e f g h');
  assert.equal(sheetName("'quoted'"), 'quoted');
  assert.equal(sheetName(''), 'Sheet');
  assert.equal(sheetName('??'), 'Sheet');
  assert.equal(sheetName('History'), 'Sheet History');
  assert.equal(sheetName(`${'x'.repeat(30)}😀`), 'x'.repeat(30));
});

test('every name keeps the rules of Excel', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (codes) => {
      const name = sheetName(String.fromCharCode(...codes));
      assert.ok(name.length >= 1 && name.length <= 31);
      assert.doesNotMatch(name, /[[\]:*?/\\\p{Cc}\p{Cs}]|^'|'$/u);
    }),
  );
});
