import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MessageFormat } from 'messageformat';
import { createMessages } from './messages.ts';
import type { Catalogue, Plural } from './messages.ts';

// Every catalogue of every package, found by name: English beside its Arabic, whoever wrote it.
const packages = fileURLToPath(new URL('../../../', import.meta.url));
const files = globSync('*/src/**/*.messages.ts', { cwd: packages }).sort();

test('catalogues are found', () => assert.ok(files.length > 0));

for (const file of files) {
  describe(file, async () => {
    const arabic = file.replace(/\.ts$/, '.ar.ts');
    if (!existsSync(packages + arabic)) return void test('has an Arabic catalogue beside it', () => assert.fail(arabic));
    const [en, ar] = [await load(file), await load(arabic)];

    test('has the same keys in English and Arabic', () => assert.deepEqual(Object.keys(ar).sort(), Object.keys(en).sort()));

    test('has the same placeholders in English and Arabic', () => {
      for (const key of Object.keys(en)) assert.deepEqual(placeholders(ar[key]!), placeholders(en[key]!), key);
    });

    test('its plurals have every category of their language and no other', () => {
      for (const [locale, texts] of [
        ['en', en],
        ['ar', ar],
      ] as const) {
        const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
        for (const [key, entry] of Object.entries(texts)) {
          if (typeof entry !== 'string')
            assert.deepEqual(
              cases(entry)
                .filter((name) => !name.startsWith('='))
                .sort(),
              wanted,
              `${locale} ${key}`,
            );
        }
      }
    });

    test('its plurals read as MessageFormat 2 reads them', () => {
      for (const [locale, texts] of [
        ['en', en],
        ['ar', ar],
      ] as const) {
        for (const [key, entry] of Object.entries(texts)) if (typeof entry !== 'string') sameAsMf2(locale, key, entry);
      }
    });
  });
}

async function load(file: string): Promise<Catalogue> {
  const module = (await import(packages + file)) as Record<string, unknown>;
  const found = Object.values(module).filter((value) => typeof value === 'object' && value !== null) as Catalogue[];
  assert.ok(found.length > 0, `${file} exports no catalogue`);
  return Object.assign({}, ...found) as Catalogue;
}

function cases(entry: Plural): string[] {
  return Object.keys(entry).filter((name) => name !== 'on');
}

/** A case may leave out the number it stands for, so what counts is the union over the cases, the counted number included. */
function placeholders(entry: string | Plural): string[] {
  const all = typeof entry === 'string' ? entry : `{$${entry.on} :number} ${Object.values(entry).join(' ')}`;
  return [...new Set(all.match(/\{\$\w+(?: :\w+)?\}/g))].sort();
}

function sameAsMf2(locale: string, key: string, entry: Plural): void {
  // Dates and money are no functions of the standard's core: as plain names they show the same on both sides.
  const simple = Object.fromEntries(
    Object.entries(entry).map(([name, text]) => [name, text.replace(/ :(?!number\b)\w+\}/g, '}')]),
  ) as unknown as Plural;
  const variants = cases(simple).map((name) => `${name === 'other' ? '*' : name.replace('=', '')} {{${simple[name as 'other']}}}`);
  const oracle = new MessageFormat(locale, `.input {$${simple.on} :number}\n.match $${simple.on}\n${variants.join('\n')}`, {
    bidiIsolation: 'none',
  });
  const names = [...JSON.stringify(simple).matchAll(/\{\$(\w+)(?: :(\w+))?\}/g)];
  const others = Object.fromEntries(names.map(([, name, kind]) => [name, kind ? 7 : `<${name}>`]));
  const messages = createMessages(locale, { [key]: simple });
  for (const n of [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000, 1200]) {
    const values = { ...others, [simple.on]: n };
    const text = (messages.text as (key: string, values: object) => string)(key, values);
    assert.equal(text.replace(/[\u2068\u2069]/g, ''), oracle.format(values), `${locale} ${key} ${n}`);
  }
}
