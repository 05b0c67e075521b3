/** 25 MB, as the policy counts them. */
export const SIZE = 25 * 1024 * 1024;

const encoder = new TextEncoder();
const text = (value) => encoder.encode(value);
const be32 = (value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const crc32 = (bytes) => {
  let value = ~0;
  for (const byte of bytes) value = CRC[(value ^ byte) & 255] ^ (value >>> 8);
  return ~value >>> 0;
};
const chunk = (type, data) => {
  const body = new Uint8Array([...text(type), ...data]);
  return new Uint8Array([...be32(data.length), ...body, ...be32(crc32(body))]);
};

/** Bytes of chance, the same in every run, none of them 255, so that they can stand for coded data of a JPEG. */
function noise(length, seed = 7) {
  const bytes = new Uint8Array(length);
  for (let at = 0, state = seed; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = (state >>> 24) % 255;
  }
  return bytes;
}

/** Text whose packed form is a bit longer than the bytes wanted of it. */
async function packedText(length) {
  const words = noise(length * 2, 11);
  const plain = new Uint8Array(length * 2);
  for (let at = 0; at < plain.length; at += 1) plain[at] = 97 + (words[at] % 26);
  return new Uint8Array(await new Response(new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer());
}

const jpegHead = [
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, ...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xdb, 0, 67],
  ...new Uint8Array(65).fill(1),
  ...[0xff, 0xc0, 0, 11, 8, 0x17, 0x70, 0x1f, 0x40, 1, 1, 0x11, 0, 0xff, 0xc4, 0, 19],
  ...new Uint8Array(17),
];
const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];

/** A file of one stream, packed or as it is, of exactly that many bytes. The middle is one blob for all. */
function pdf(middle, dictionary, mark, size) {
  const head = text(
    `%PDF-1.7\n% ${mark}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n` +
      `3 0 obj\n<< ${dictionary} /Length ${middle.size} >>\nstream\n`,
  );
  const tail = (fill) => {
    const at = head.length + middle.size + '\nendstream\nendobj\n'.length + fill;
    return `\nendstream\nendobj\n${' '.repeat(fill)}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${String(at).padStart(10, '0')}\n%%EOF\n`;
  };
  return [head, middle, tail(size - head.length - middle.size - tail(0).length)];
}

/** Forty files or fewer, each of 25 MB and its own hash: photographs, scans as PDF, pictures of a screen, and long texts as PDF. */
export async function makeFiles(count) {
  const bulk = noise(SIZE - 2_048);
  const raw = new Blob([bulk]);
  const data = bulk.subarray(0, SIZE - 4_096);
  const idatBody = new Uint8Array(data.length + 4);
  idatBody.set(text('IDAT'));
  idatBody.set(data, 4);
  const idat = new Blob([new Uint8Array(be32(data.length)), idatBody, new Uint8Array(be32(crc32(idatBody)))]);
  const packed = new Blob([(await packedText(SIZE)).subarray(0, SIZE - 2_048)]);
  const makers = {
    jpg: (n) => {
      const head = new Uint8Array([...jpegHead, 0xff, 0xfe, 0, 6, ...be32(n), ...scan]);
      return [head, raw, new Uint8Array(SIZE - raw.size - head.length - 2).fill(0x20), new Uint8Array([0xff, 0xd9])];
    },
    pdf: (n) => pdf(raw, '/Subtype /Image /Filter /DCTDecode /Width 6000 /Height 8000', n, SIZE),
    png: (n) => {
      const head = [...[137, 80, 78, 71, 13, 10, 26, 10], ...chunk('IHDR', [...be32(5_000), ...be32(5_000), 8, 0, 0, 0, 0])];
      const end = chunk('IEND', []);
      const room = SIZE - head.length - idat.size - end.length - 12;
      return [new Uint8Array([...head, ...chunk('tEXt', text(`Comment\0${n}`.padEnd(room, ' ')))]), idat, end];
    },
    'text.pdf': (n) => pdf(packed, '/Filter /FlateDecode', n, SIZE),
  };
  const order = ['jpg', 'jpg', 'pdf', 'png', 'jpg', 'pdf', 'text.pdf', 'jpg', 'pdf', 'png'];
  return Array.from({ length: count }, (_, n) => {
    const kind = order[n % order.length];
    const file = new File(makers[kind](n), `scan-${n}.${kind}`);
    if (file.size !== SIZE) throw new Error(`${file.name} has ${file.size} bytes`);
    return file;
  });
}
