import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MessageFormat } from 'messageformat';
import { plainDate } from './calendar-date.ts';
import { catalogue, createMessages } from './messages.ts';
import type { Catalogue, Plural, Translation } from './messages.ts';
import { createMoneyFormat } from './money-format.ts';
import { money } from './money.ts';

const en = catalogue({
  'claims.found': { on: 'n', '=0': 'No claims', one: '{$n :number} claim of {$who}', other: '{$n :number} claims of {$who}' },
  'claims.page': '{$from :number} to {$to :number} of {$n :number}',
  'claims.voided': 'Voided by {$who} on {$when :date}',
  'claims.total': 'Total {$sum}',
  'claims.execute': 'Execute',
});
const ar: Translation<typeof en> = {
  'claims.found': {
    on: 'n',
    '=0': 'لا مطالبات',
    zero: '{$n :number} مطالبات من {$who}',
    one: 'مطالبة واحدة من {$who}',
    two: 'مطالبتان من {$who}',
    few: '{$n :number} مطالبات من {$who}',
    many: '{$n :number} مطالبة من {$who}',
    other: '{$n :number} مطالبة من {$who} {$n :number}',
  },
  'claims.page': { on: 'n', one: 'واحد', other: '{$from :number} إلى {$to :number} من {$n :number}' },
  'claims.voided': 'أبطلها {$who} في {$when :date}',
  'claims.total': 'المجموع {$sum}',
  'claims.execute': 'تنفيذ',
};

const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

describe('plurals against MessageFormat 2', () => {
  const written: readonly [locale: string, texts: Catalogue][] = [
    ['en', en],
    ['en-u-nu-arab', en],
    ['ar', { ...en, ...ar }],
    ['ar-EG', { ...en, ...ar }],
    ['ar-u-nu-arab', { ...en, ...ar }],
    ['ar', without(ar, 'zero', 'two')],
  ];
  for (const [locale, texts] of written) {
    test(`${locale}: 0 to 1200 read the same (${Object.keys(texts['claims.found']!).length - 1} cases)`, () => {
      const messages = createMessages(locale, en, texts as Translation<typeof en>);
      const oracle = new MessageFormat(locale, mf2(texts['claims.found'] as Plural), { bidiIsolation: 'none' });
      for (let n = 0; n <= 1200; n += 1) {
        const values = { n, who: 'سارة' };
        assert.equal(bare(messages.text('claims.found', values)), oracle.format(values), String(n));
      }
    });
  }

  test('the Arabic sample uses all six categories between 0 and 1200', () => {
    const rules = new Intl.PluralRules('ar');
    const met = new Set(Array.from({ length: 1201 }, (_, n) => rules.select(n)));
    assert.deepEqual([...met].sort(), ['few', 'many', 'one', 'other', 'two', 'zero']);
    assert.deepEqual(Object.keys(ar['claims.found']).slice(2).sort(), [...met].sort());
  });
});

describe('values', () => {
  test('are written by Intl with settings of their own', () => {
    const messages = createMessages('en', en, {}, { numberingSystem: 'arab', timeZone: 'Asia/Kuwait' });
    assert.equal(bare(messages.text('claims.page', { from: 1, to: 50, n: 1234 })), '١ to ٥٠ of ١٬٢٣٤');
    assert.equal(bare(messages.text('claims.voided', { who: 'Sara', when: plainDate('2026-11-21') })), 'Voided by Sara on Nov ٢١, ٢٠٢٦');
    assert.equal(
      bare(messages.text('claims.voided', { who: 'Sara', when: Date.parse('2026-11-21T22:00Z') })),
      'Voided by Sara on Nov ٢٢, ٢٠٢٦',
    );
  });

  test('money has the decimals of its currency', () => {
    assert.equal(
      bare(createMessages('en', en).text('claims.total', { sum: createMoneyFormat('en')(money(12340, 'IQD')) })),
      'Total IQD\u00a012.340',
    );
  });

  test('text isolates names, dates and money, and leaves plain texts and numbers clean', () => {
    const messages = createMessages('en', en);
    assert.equal(
      messages.text('claims.voided', { who: 'سارة', when: plainDate('2026-11-21') }),
      'Voided by \u2068سارة\u2069 on \u2068Nov 21, 2026\u2069',
    );
    assert.equal(messages.text('claims.page', { from: 1, to: 2, n: 3 }), '1 to 2 of 3');
    assert.equal(messages.text('claims.execute'), 'Execute');
  });

  test('parts give texts and values apart, without control characters', () => {
    assert.deepEqual(createMessages('en', en).parts('claims.found', { n: 4000, who: 'سارة' }), [
      { name: 'n', kind: 'number', text: '4,000' },
      ' claims of ',
      { name: 'who', kind: 'text', text: 'سارة' },
    ]);
    assert.deepEqual(createMessages('en', en).parts('claims.execute'), ['Execute']);
  });

  test('a value that looks like a placeholder, a pattern or markup stays text', () => {
    for (const who of ['{$when :date}', '$&', '$1', '<b>x</b>', '']) {
      assert.equal(
        bare(createMessages('en', en).text('claims.voided', { who, when: plainDate('2026-11-21') })),
        `Voided by ${who} on Nov 21, 2026`,
      );
    }
  });
});

describe('layers', () => {
  test('a key missing in the translation falls to English', () => {
    const messages = createMessages('ar', en, { 'claims.execute': 'تنفيذ' });
    assert.equal(messages.text('claims.execute'), 'تنفيذ');
    assert.equal(bare(messages.text('claims.found', { n: 3, who: 'x' })), '3 claims of x');
    assert.equal(bare(messages.text('claims.found', { n: 0, who: 'x' })), 'No claims');
  });

  test("the host's text of one key goes over the translation, also as JSON", () => {
    const host = JSON.parse('{"claims.execute":"ابحث","claims.page":{"on":"n","other":"{$n :number} فقط"}}') as Partial<
      Translation<typeof en>
    >;
    const messages = createMessages<typeof en>('ar', ar, host);
    assert.equal(messages.text('claims.execute'), 'ابحث');
    assert.equal(messages.text('claims.page', { from: 1, to: 2, n: 3 }), '3 فقط');
    assert.equal(bare(messages.text('claims.found', { n: 2, who: 'x' })), 'مطالبتان من x');
  });

  test('catalogues of several areas are merged by spreading', () => {
    const access = catalogue({ 'access.tries': { on: 'left', one: 'One try left', other: '{$left :number} tries left' } });
    const messages = createMessages('en', { ...en, ...access });
    assert.deepEqual([messages.text('access.tries', { left: 1 }), messages.text('claims.execute')], ['One try left', 'Execute']);
  });

  test('a value that a host text names and nobody gives stays visible as its placeholder, and nothing throws', () => {
    const messages = createMessages('en', en, { 'claims.execute': 'Go {$where}' });
    assert.equal(messages.text('claims.execute'), 'Go {$where}');
    assert.equal((messages.text as (key: string) => string)('no.such.key'), 'no.such.key');
  });
});

// Never called: the compiler proves that keys, names and types come from the English texts.
export function typesThatMustFail(): void {
  const messages = createMessages('en', en);
  // @ts-expect-error no such key
  messages.text('claims.lost');
  // @ts-expect-error values are missing
  messages.text('claims.voided');
  // @ts-expect-error one value is missing
  messages.text('claims.found', { n: 3 });
  // @ts-expect-error a date is a day or an instant
  messages.text('claims.voided', { who: 'x', when: 'tomorrow' });
  // @ts-expect-error a number is no text
  messages.text('claims.found', { n: '3', who: 'x' });
  // @ts-expect-error this text takes no values
  messages.text('claims.execute', { n: 3 });
  // @ts-expect-error keys are missing
  const partial: Translation<typeof en> = { 'claims.execute': 'x' };
  // @ts-expect-error a plural stays a plural
  const flat: Translation<typeof en> = { ...ar, 'claims.found': 'x' };
  // @ts-expect-error a plural is on a number of the message
  const other: Translation<typeof en> = { ...ar, 'claims.found': { on: 'who', other: 'x' } };
  void [partial, flat, other];
}

function mf2({ on, ...cases }: Plural): string {
  const variants = Object.entries(cases).map(([category, text]) => `${category === 'other' ? '*' : category.replace('=', '')} {{${text}}}`);
  return `.input {$${on} :number}\n.match $${on}\n${variants.join('\n')}`;
}

function without(texts: typeof ar, ...categories: (keyof Plural)[]): Catalogue {
  const plural = Object.fromEntries(
    Object.entries(texts['claims.found']).filter(([category]) => !categories.includes(category as keyof Plural)),
  );
  return { ...texts, 'claims.found': plural as Plural };
}
