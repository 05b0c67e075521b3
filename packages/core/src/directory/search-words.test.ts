import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { searchWords, wordBegins, wordForms } from './search-words.ts';

suite('words as they are searched', () => {
  test('N18 N19 spelling, case, digits and what stands between words make no difference', () => {
    assert.deepEqual(searchWords('  Asthma, (UNSPECIFIED)  type-٢ '), ['asthma', 'unspecified', 'type', '2']);
    assert.deepEqual(searchWords('أحمد فاطِمة'), ['احمد', 'فاطمه']);
    assert.deepEqual(searchWords(' -- '), []);
  });

  test('N19 an Arabic article neither hides a word nor is asked for', () => {
    assert.deepEqual(wordForms('السكري'), ['السكري', 'سكري']);
    assert.deepEqual(wordForms('والربو'), ['والربو', 'ربو']);
    for (const [word, typed] of [
      ['السكري', 'سكر'],
      ['سكري', 'السكر'],
      ['السكري', 'الس'],
      ['التهاب', 'الته'],
      ['asthma', 'ast'],
    ] as const) {
      assert.ok(wordBegins(word, typed), `${typed} finds ${word}`);
    }
    assert.ok(!wordBegins('asthma', 'sthma'), 'not from the middle of a word');
    assert.ok(!wordBegins('ال', 'سكري'));
  });
});
