import type { FileRefusal } from '@portico/core/documents';
import { fileOf } from '../bytes.ts';
import type { HostileFile } from '../hostile.ts';
import { pdf } from '../pdf.ts';

const whole = pdf();
const named = (code: FileRefusal, ...names: readonly string[]): HostileFile[] =>
  names.map((name) => ({ what: JSON.stringify(name), file: fileOf(name, whole), code }));

/** Whole PDFs under names that hide, run, reach out or do not fit. */
export const badNames: readonly HostileFile[] = [
  ...named(
    'name-hidden-characters',
    ...['report\u202Efdp.pdf', '\u202Dreport.pdf', 'a\u2066b\u2069.pdf', 'rep\u200Eort.pdf', 'rep\u061Cort.pdf', 'cod.\u200Fexe.pdf'],
    ...['report\0.pdf', 'report.exe\0.pdf', 'a\r\nSet-Cookie: x.pdf', 'a\tb.pdf', 'a\u0085b.pdf', '\u001b[31mred.pdf', 'a\u007f.pdf'],
    ...[
      'zero\u200Bwidth.pdf',
      'report\u200D.pdf',
      '\u200Creport.pdf',
      'soft\u00ADhyphen.pdf',
      'bom\uFEFF.pdf',
      'filler\u3164.pdf',
      'half\uD800.pdf',
    ],
    ...['line\u2028break.pdf', 'tag\u{E0041}.pdf', 'joiner\u2060.pdf', 'blank\u2800.pdf'],
  ),
  ...named(
    'name-double-extension',
    ...[
      'report.exe.pdf',
      'report.pdf.js.pdf',
      'photo.svg.pdf',
      'invoice.EXE.pdf',
      'a.html.pdf',
      'a.php.pdf',
      'a.docm.pdf',
      'a.zip.pdf',
      'a.jar.x.pdf',
    ],
    ...['a.exe .pdf', 'a.\uFF45\uFF58\uFF45.pdf', 'a\uFF0Eexe.pdf', 'a\u2024exe.pdf', 'a.lnk.pdf', 'a.scr..pdf', 'a.hta.1.pdf'],
  ),
  ...named(
    'name-reserved',
    ...['con.pdf', 'NUL.pdf', 'aux.report.pdf', 'COM1.pdf', 'lpt9.pdf', 'com¹.pdf', 'CON .pdf', 'prn.tar.pdf', 'conin$.pdf'],
    ...[
      '../report.pdf',
      '..\\report.pdf',
      'C:\\report.pdf',
      '/etc/passwd.pdf',
      'report.exe:a.pdf',
      '.pdf',
      '..pdf',
      ' report.pdf',
      'report.pdf ',
      'report.pdf.',
    ],
    ...['a/b.pdf', 'a\uFF0Fb.pdf', 'a\uFF3Cb.pdf'],
  ),
  ...named('name-too-long', `${'a'.repeat(252)}.pdf`, `${'م'.repeat(126)}.pdf`, `${'😀'.repeat(63)}.pdf`, `${'a'.repeat(100_000)}.pdf`),
  ...named(
    'kind-not-accepted',
    ...['report.pdf.exe', 'report', 'report.svg', 'report.html', 'report.doc', 'report.docm', 'report.zip', 'report.gif', 'report.heic'],
    ...['report.\u0440df', 'report.pdf%00', 'report.pdf;.jpg.svg', 'report.xml', 'report.ＰＤＦ', 'report.csv', 'pdf', ''],
  ),
];
