/** Pages as offices have them; `canvas` elements are painted once the page is open. */
export const pages: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    letter: `<h1>Discharge summary</h1>${'<p>The patient was admitted with chest pain and recovered well. <b>Follow-up</b> in <i>two weeks</i>.</p>'.repeat(40)}`,
    arabic: `<section lang="ar" dir="rtl"><h1>تقرير طبي</h1>${'<p>دخل المريض المستشفى بألم في الصدر وتعافى جيداً. المراجعة بعد أسبوعين، ١٢ صفحة.</p>'.repeat(40)}</section>`,
    table: `<h1>Laboratory</h1><table border="1">${Array.from({ length: 200 }, (_, n) => `<tr><td>Test ${n}</td><td>${(n * 7.3).toFixed(1)}</td><td>mmol/l</td></tr>`).join('')}</table>`,
    pictures: `<h1>Imaging</h1><canvas width="900" height="600"></canvas><p>Left</p><canvas width="300" height="300"></canvas>
      <svg width="200" height="200"><circle cx="100" cy="100" r="80" fill="teal"/><text x="60" y="100">SVG</text></svg>`,
    form: `<h1>Application</h1><form><label>Name <input value="Amal"></label><select><option>One</option></select><textarea>Text</textarea>
      <input type="checkbox" checked><a href="https://example.test/help">Help</a> <a href="#end">End</a></form>${'<p>…</p>'.repeat(60)}<h2 id="end">End</h2>`,
    scripts: `<h1>Scripts</h1><p>日本語 · עברית · हिन्दी · ไทย · Ελληνικά · Русский · 🙂 · fi ffi</p>${'<p style="font-family:serif">Serif</p><p style="font-family:monospace">Mono</p>'.repeat(8)}`,
  }).map(([name, body]) => [
    name,
    `<!doctype html><html><meta charset="utf-8"><title>${name} &amp; more</title><body>${body}</body></html>`,
  ]),
);

const spaces = ['office', 'text', 'table', 'draw', 'xlink', 'svg', 'style', 'fo'];
const uri = (name: string): string =>
  name === 'xlink'
    ? 'http://www.w3.org/1999/xlink'
    : ['svg', 'fo'].includes(name)
      ? `urn:oasis:names:tc:opendocument:xmlns:${name === 'fo' ? 'xsl-fo' : name}-compatible:1.0`
      : `urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name}:1.0`;

/** A flat OpenDocument text with pictures (as base64), a table, a list, a foot note and a link, for an office to open. */
export function officeText(title: string, pictures: readonly string[]): string {
  const drawn = pictures.map(
    (picture, n) =>
      `<text:p><draw:frame draw:name="p${n}" svg:width="8cm" svg:height="6cm" text:anchor-type="as-char"><draw:image><office:binary-data>${picture}</office:binary-data></draw:image></draw:frame></text:p>`,
  );
  const rows = Array.from(
    { length: 12 },
    (_, n) =>
      `<table:table-row><table:table-cell><text:p>${n}</text:p></table:table-cell><table:table-cell><text:p>ك ${n}</text:p></table:table-cell></table:table-row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces.map((name) => `xmlns:${name}="${uri(name)}"`).join(' ')} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text><text:h text:outline-level="1">${title}</text:h>
<text:p>Seen<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Once.</text:p></text:note-body></text:note>
 and <text:a xlink:type="simple" xlink:href="https://example.test/?a=1&amp;b=2">linked</text:a>.</text:p>
<text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>
<table:table><table:table-column table:number-columns-repeated="2"/>${rows.join('')}</table:table>${drawn.join('')}</office:text></office:body></office:document>`;
}
