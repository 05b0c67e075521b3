import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { searchText } from './search-text.ts';

const alike: readonly (readonly string[])[] = [
  ['أحمد', 'احمد', 'إحمد', 'آحمد', 'ٱحمد', 'أَحْمَد', 'أحمـــد', '\u200fأحمد\u200e', 'ا\u0654حمد'],
  ['فاطمة', 'فاطمه', 'فَاطِمَة', 'ﻓﺎﻃﻤﺔ'],
  ['مصطفى', 'مصطفي', 'مصطفی'],
  ['كريم', 'کریم'],
  ['هٰذا', 'هذا'],
  ['CLM-00123', 'clm-00123', 'clm-٠٠١٢٣', 'CLM-۰۰۱۲۳', 'ＣＬＭ-００１２３'],
  ['Anna Maria', '  anna \t maria\n', 'ANNA\u00a0MARIA', 'anna\u200b maria'],
  ['José', 'JOSE\u0301', 'Jose\u200d\u0301'],
];
for (const forms of alike) {
  test(`all ways to write ${forms[0]} are one text`, () => {
    assert.deepEqual([...new Set(forms.map(searchText))].length, 1, JSON.stringify(forms.map(searchText)));
  });
}

test('different names stay different', () => {
  assert.equal(new Set(['أحمد', 'حامد', 'محمد', 'أحمدي', 'فاطم'].map(searchText)).size, 5);
  assert.notEqual(searchText('José'), searchText('Jose'));
});

test('the stored form is fixed: letters after folding', () => {
  assert.equal(searchText(' أُمّ  كُلْثُومـ ة ١٢ '), 'ام كلثوم ه 12');
  assert.equal(searchText('\u0000'), '\u0000');
  assert.equal(searchText(''), '');
});

test('normalising twice changes nothing, for every character and for mixed text', () => {
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    const once = searchText(character);
    if (searchText(once) !== once) assert.fail(`U+${code.toString(16)}`);
  }
  const letters = fc.constantFrom(
    'أ',
    'ا',
    'ى',
    'ة',
    '\u0654',
    '\u0640',
    '\u064b',
    '\u0301',
    '\u200d',
    'e',
    'İ',
    'Σ',
    'ß',
    '\ufe71',
    '٣',
    ' ',
    '\u00a0',
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(letters, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) }), (text) => {
      const once = searchText(text);
      assert.equal(searchText(once), once);
    }),
    { numRuns: 3000 },
  );
});

test('what contains a text still contains it after normalising, for whole words', () => {
  const word = fc.string({ unit: fc.constantFrom(...'أحمدفاطمةىABcd٠١2'), minLength: 1, maxLength: 6 });
  fc.assert(fc.property(word, word, word, (a, b, c) => assert.ok(searchText(`${a} ${b} ${c}`).includes(searchText(b)))));
});
