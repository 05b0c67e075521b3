import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkName, displayName, kindOf, safeFileName } from './file-name.rules.ts';
import { documentsPolicyDefaults } from './documents.policy.ts';

const { kinds } = documentsPolicyDefaults;
const bytesIn = (text: string): number => Buffer.byteLength(text, 'utf8');
/** Any text, and texts of what names go wrong by. */
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      ...[
        'a',
        'ب',
        '😀',
        '.',
        ' ',
        '/',
        '\\',
        ':',
        '"',
        '<',
        '|',
        '\0',
        '\n',
        '\u202E',
        '\u200D',
        '\u200F',
        '\uFEFF',
        '\uD800',
        'con',
        '.pdf',
        '.exe',
      ],
    ),
    maxLength: 120,
  }),
);

test('names that people give are taken', () => {
  const names = [
    ...[
      'report.pdf',
      'Report (1).PDF',
      'Dr. Smith, 24.11.2026.pdf',
      'v1.2 final.docx',
      'letter.docx.pdf',
      'تقرير طبي ١٢.pdf',
      '報告.pdf',
      'IMG_0001.JPG',
    ],
    ...[
      'scan.jpeg',
      'scan.jfif',
      'scan.tif',
      'scan.tiff',
      'می\u200Cخواهم.pdf',
      'क्\u200Dष.pdf',
      '👩\u200D⚕️ report.png',
      "O'Brien & Söhne #3 50%.pdf",
      'console.pdf',
    ],
    ...[
      'comic.pdf',
      'auxiliary.pdf',
      'nullify.pdf',
      'exe.pdf',
      'js.pdf',
      'a~b@c$d^e`f{g}h[i]j=k+l;m,n!o.pdf',
      `${'a'.repeat(251)}.pdf`,
      'What?.pdf',
      'COM10.pdf',
    ],
  ];
  for (const name of names) assert.equal(checkName(name, kinds), null, name);
});

test('the kind is the last extension, in any case, and only one that the payer takes', () => {
  assert.deepEqual(['a.PDF', 'a.pdf.PnG', 'a.jpe', 'a.TIFF', 'a.docx', 'a.doc', 'a', 'a.', '', 'a.constructor'].map(kindOf), [
    ...['pdf', 'png', 'jpeg', 'tiff', 'docx'],
    ...[null, null, null, null, null],
  ]);
  assert.equal(checkName('a.docx', ['pdf']), 'kind-not-accepted');
});

test('T2 hidden characters are refused wherever they stand', () => {
  const hidden = fc.constantFrom(
    ...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C\u200B\u2060\uFEFF\u00AD\0\r\n\t\u007F\u0085\u2028',
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), hidden, fc.string({ maxLength: 20 }), (before, character, after) => {
      assert.equal(checkName(`${before}${character}${after}.pdf`, kinds), 'name-hidden-characters');
    }),
  );
});

test('what is safe is safe: no separator, nothing hidden, no device, at most 200 bytes, never empty, and it stays as it is', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const safe = safeFileName(name);
      assert.ok(safe.length > 0 && bytesIn(safe) <= 200, `${safe.length} characters, ${bytesIn(safe)} bytes`);
      assert.doesNotMatch(safe, /[/\\:*?"<>|\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200E\u200F]/u);
      assert.doesNotMatch(safe, /^[. ]|[. ]$/);
      assert.doesNotMatch(safe, /^(?:con|prn|aux|nul|com\d|lpt\d)\s*(?:\.|$)/i);
      assert.equal(safeFileName(safe), safe);
      assert.ok(safe.isWellFormed());
    }),
    { numRuns: 5_000 },
  );
});

test('a name that is taken keeps its kind when it is made safe, and is taken again', () => {
  fc.assert(
    fc.property(anyName, fc.constantFrom('.pdf', '.PNG', '.jpeg', '.docx'), (stem, extension) => {
      const name = stem + extension;
      fc.pre(checkName(name, kinds) === null);
      const safe = safeFileName(name);
      assert.equal(kindOf(safe), kindOf(name));
      assert.equal(checkName(safe, kinds), null, safe);
    }),
    { numRuns: 5_000 },
  );
});

test('a long name keeps its extension and whole characters', () => {
  assert.equal(safeFileName(`${'😀'.repeat(100)}.pdf`), `${'😀'.repeat(49)}.pdf`);
  assert.deepEqual(
    [safeFileName('con.pdf'), safeFileName('..'), safeFileName('a\u202Efdp.exe'), safeFileName('../../a b.pdf')],
    [...['_con.pdf', 'document', 'afdp.exe', '_.._a b.pdf']],
  );
});

test('what is shown hides nothing and is never empty', () => {
  assert.deepEqual([displayName('a\u202Efdp.exe'), displayName('\u202E \0'), displayName('تقرير.pdf')], ['afdp.exe', '…', 'تقرير.pdf']);
});
