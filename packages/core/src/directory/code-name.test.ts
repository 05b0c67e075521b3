import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOfCode } from './code-name.ts';

test('a code is called by its name in the language, in the language of the region, or as its list has it', () => {
  const coded = { system: null, code: 'M17.1', text: 'Osteoarthritis of knee' };
  const names = { ar: 'خشونة الركبة', 'ar-KW': 'احتكاك الركبة' };
  assert.deepEqual(
    ['ar-KW', 'ar-AE', 'ar', 'en', 'fr'].map((locale) => nameOfCode({ coded, names }, locale)),
    ['احتكاك الركبة', 'خشونة الركبة', 'خشونة الركبة', 'Osteoarthritis of knee', 'Osteoarthritis of knee'],
  );
  assert.equal(nameOfCode({ coded: { ...coded, text: null }, names: {} }, 'en'), '');
});
