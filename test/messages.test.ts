import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { resolve } from 'node:path';
import { suite, test } from 'node:test';
import { parseDateInput, plainDate, type Catalogue, type Plural } from '@portico/core/kernel';

const english = globSync('packages/*/src/**/*.messages.ts').sort();

/** The one catalogue of a file. */
async function catalogueOf(path: string): Promise<Catalogue> {
  const exported = Object.values((await import(resolve(path))) as Record<string, unknown>);
  const catalogues = exported.filter((value): value is Catalogue => typeof value === 'object' && value !== null);
  assert.equal(catalogues.length, 1, `${path} exports one catalogue`);
  return catalogues[0]!;
}

const textsOf = (entry: string | Plural): readonly string[] =>
  typeof entry === 'string' ? [entry] : Object.entries(entry).flatMap(([key, text]) => (key === 'on' ? [] : [text]));
const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{\$[^}]*\}/g)].map(([slot]) => slot);
/** What a message may name: all placeholders of its texts, and the number that chooses among them. */
const valuesOf = (entry: string | Plural): ReadonlySet<string> =>
  new Set([...textsOf(entry).flatMap(placeholders), ...(typeof entry === 'string' ? [] : [`{$${entry.on} :number}`])]);

/** What a clerk would take for another thing, or for another hand, and how it is called instead. */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/دافع/, 'جهة الدفع'],
  [/تفويض/, 'موافقة مسبقة'],
  [/مقدّم/, 'مقدم الخدمة'],
  [/رقم العضو(?!ية)/, 'رقم العضوية'],
  [/اً/, 'ًا'],
];

suite('texts', () => {
  test('there are some', () => assert.ok(english.length >= 4));

  const seen = new Map<string, string>();
  for (const path of english) {
    test(`${path} is whole in Arabic`, async () => {
      const arabicPath = path.replace(/\.ts$/, '.ar.ts');
      assert.ok(existsSync(arabicPath), `${arabicPath} is missing`);
      const [en, ar] = [await catalogueOf(path), await catalogueOf(arabicPath)];
      assert.deepEqual(Object.keys(ar).sort(), Object.keys(en).sort());
      for (const [key, entry] of Object.entries(en)) {
        const translated = ar[key]!;
        for (const text of [...textsOf(entry), ...textsOf(translated)]) {
          assert.notEqual(text.trim(), '', key);
          assert.doesNotMatch(text, /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/, `${key}: direction is the page's matter`);
        }
        for (const text of textsOf(translated)) {
          const words = text.replace(/\{\$[^}]*\}/g, '');
          if (/\p{L}/u.test(words)) assert.match(words, /\p{Script=Arabic}/u, `${key} is not translated`);
        }
        for (const value of valuesOf(translated)) assert.ok(valuesOf(entry).has(value), `${key}: ${value} is no value of the English text`);
        // A form may swallow the number it was chosen by ("one attempt"), and nothing else.
        if (typeof translated === 'string' && typeof entry === 'string') assert.deepEqual(valuesOf(translated), valuesOf(entry), key);
        for (const [locale, plural] of [['en', entry] as const, ['ar', translated] as const]) {
          if (typeof plural === 'string') continue;
          const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
          for (const category of categories) assert.ok(category in plural, `${key} has no '${category}' in ${locale}`);
        }
      }
    });

    test(`${path} calls things in Arabic by one name`, async () => {
      for (const [key, entry] of Object.entries(await catalogueOf(path.replace(/\.ts$/, '.ar.ts'))))
        for (const text of textsOf(entry))
          for (const [other, name] of otherNames) assert.doesNotMatch(text, other, `${key}: it is called ${name}`);
    });

    test(`${path} shows days as everybody may type them`, async () => {
      const today = plainDate('2026-01-01');
      for (const [key, entry] of Object.entries(await catalogueOf(path)))
        for (const [example] of textsOf(entry).flatMap((text) => [...text.matchAll(/\d+([/-])\d+\1\d+/g)]))
          for (const locale of ['en-US', 'en-GB', 'ar-AE'])
            assert.ok('date' in parseDateInput(example, { today, locale }), `${key}: ${example} is no date in ${locale}`);
    });

    test(`${path} has keys of its own`, async () => {
      for (const key of Object.keys(await catalogueOf(path))) {
        assert.equal(seen.get(key), undefined, `${key} stands in ${seen.get(key)} too`);
        seen.set(key, path);
      }
    });
  }
});
