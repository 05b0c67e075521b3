// The hand-written limit: what physics asks and no more. Strings of XML, native deflate, a table-driven CRC; no yielding, no abort, no progress, no
// escaping beyond markup, one amount format.
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const OPEN = 'http://schemas.openxmlformats.org/';
const MAIN = `xmlns="${OPEN}spreadsheetml/2006/main"`;
const RELATION = `${OPEN}officeDocument/2006/relationships`;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relations = (...list) =>
  `${HEAD}<Relationships xmlns="${OPEN}package/2006/relationships">${list.map(([type, target], i) => `<Relationship Id="r${i}" Type="${RELATION}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const PARTS = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${OPEN}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/w.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/s.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/t.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': relations(['officeDocument', 'w.xml']),
  '_rels/w.xml.rels': relations(['worksheet', 's.xml'], ['styles', 't.xml']),
  'w.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${RELATION}"><sheets><sheet name="Claims" sheetId="1" r:id="r0"/></sheets></workbook>`,
  't.xml': `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};
const ROWS_A_CHUNK = 250;
const encoder = new TextEncoder();

const TABLES = Array.from({ length: 8 }, () => new Uint32Array(256));
for (let i = 0; i < 256; i += 1) {
  let crc = i;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  TABLES[0][i] = crc;
}
for (let t = 1; t < 8; t += 1) for (let i = 0; i < 256; i += 1) TABLES[t][i] = (TABLES[t - 1][i] >>> 8) ^ TABLES[0][TABLES[t - 1][i] & 255];

function crc32(crc, bytes) {
  const [a, b, c, d, e, f, g, h] = TABLES;
  let i = 0;
  for (; i + 8 <= bytes.length; i += 8) {
    const low = crc ^ (bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24));
    crc =
      h[low & 255] ^
      g[(low >>> 8) & 255] ^
      f[(low >>> 16) & 255] ^
      e[low >>> 24] ^
      d[bytes[i + 4]] ^
      c[bytes[i + 5]] ^
      b[bytes[i + 6]] ^
      a[bytes[i + 7]];
  }
  for (; i < bytes.length; i += 1) crc = (crc >>> 8) ^ a[(crc ^ bytes[i]) & 255];
  return crc;
}

const escape = (text) => (/[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text);
const serial = (date) => Date.UTC(date.slice(0, 4), date.slice(5, 7) - 1, date.slice(8)) / 864e5 + 25569;

function* sheet(columns, rows) {
  yield `${HEAD}<worksheet ${MAIN}><sheetData><row>${columns.map(({ header }) => `<c t="inlineStr"><is><t>${header}</t></is></c>`).join('')}</row>`;
  for (let from = 0; from < rows.length; from += ROWS_A_CHUNK) {
    let xml = '';
    for (const row of rows.slice(from, from + ROWS_A_CHUNK)) {
      xml += '<row>';
      for (let i = 0; i < row.length; i += 1) {
        const { kind } = columns[i];
        if (kind === 'text') xml += `<c t="inlineStr"><is><t>${escape(row[i])}</t></is></c>`;
        else if (kind === 'date') xml += `<c s="1"><v>${serial(row[i])}</v></c>`;
        else xml += `<c s="2"><v>${row[i]}</v></c>`;
      }
      xml += '</row>';
    }
    yield xml;
  }
  yield '</sheetData></worksheet>';
}

async function pack(name, chunks) {
  const stream = new CompressionStream('deflate-raw');
  const packed = new Response(stream.readable).blob();
  const writer = stream.writable.getWriter();
  let crc = -1;
  let size = 0;
  for (const chunk of chunks) {
    const bytes = encoder.encode(chunk);
    crc = crc32(crc, bytes);
    size += bytes.length;
    await writer.ready;
    void writer.write(bytes);
  }
  await writer.close();
  return { name: encoder.encode(name), crc: ~crc, size, data: await packed };
}

/** Rows of strings as a workbook. @param {{ header: string, kind: string }[]} columns @param {string[][]} rows @returns {Promise<Blob>} */
export async function writeLimit(columns, rows) {
  const blobs = [];
  const directory = [];
  let offset = 0;
  for (const [name, chunks] of [...Object.entries(PARTS).map(([name, xml]) => [name, [xml]]), ['s.xml', sheet(columns, rows)]]) {
    const part = await pack(name, chunks);
    const head = new DataView(new ArrayBuffer(30));
    const entry = new DataView(new ArrayBuffer(46));
    for (const [view, signature, at] of [
      [head, 0x04034b50, 4],
      [entry, 0x02014b50, 6],
    ]) {
      view.setUint32(0, signature, true);
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, 0x0800, true);
      view.setUint16(at + 4, 8, true);
      view.setUint16(at + 8, 33, true);
      [part.crc, part.data.size, part.size].forEach((value, i) => view.setUint32(at + 10 + 4 * i, value, true));
      view.setUint16(at + 22, part.name.length, true);
    }
    entry.setUint32(42, offset, true);
    blobs.push(head, part.name, part.data);
    directory.push(entry, part.name);
    offset += 30 + part.name.length + part.data.size;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, directory.length / 2, true);
  end.setUint16(10, directory.length / 2, true);
  end.setUint32(12, new Blob(directory).size, true);
  end.setUint32(16, offset, true);
  return new Blob([...blobs, ...directory, end]);
}
