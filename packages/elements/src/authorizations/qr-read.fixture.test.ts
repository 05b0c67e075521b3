// No tests of its own: a reader of QR codes written from the standard (ISO/IEC 18004), which shares nothing with what draws them.

type Matrix = readonly (readonly boolean[])[];

/** The drawing as a matrix, with its quiet zone: each run of the dark path is one row high. */
export function matrixOf(svg: SVGElement): Matrix {
  const [, , size = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const runs = svg.querySelector('path[fill="#000"]')!.getAttribute('d')!;
  for (const [, x, y, length] of runs.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let n = 0; n < Number(length); n += 1) rows[Number(y)]![Number(x) + n] = true;
  return rows;
}

/** Codewords of error correction in a block, and number of blocks, by version (1 to 4) and level. */
const BLOCKS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  L: [7, 10, 15, 20].map((n) => [n, 1]),
  M: [
    [10, 1],
    [16, 1],
    [26, 1],
    [18, 2],
  ],
  Q: [
    [13, 1],
    [22, 1],
    [18, 2],
    [26, 2],
  ],
  H: [
    [17, 1],
    [28, 1],
    [22, 2],
    [16, 4],
  ],
};
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

/** What a code says, and how; throws where the quiet zone, a finder, the format or the error correction is not as it must be. */
export function readQr(drawn: Matrix): { readonly text: string; readonly level: string; readonly version: number } {
  const quiet = drawn.findIndex((row) => row.includes(true));
  if (quiet < 4 || drawn.slice(-4).some((row) => row.includes(true))) throw new Error('no quiet zone');
  const code = drawn.slice(quiet, drawn.length - quiet).map((row) => row.slice(quiet, row.length - quiet));
  const size = code.length;
  const version = (size - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 4) throw new Error(`no version of ${size} modules`);
  for (const [top, left] of [
    [0, 0],
    [0, size - 7],
    [size - 7, 0],
  ] as const)
    checkFinder(code, top, left);
  const { level, mask } = formatOf(code);
  const [correcting, count] = BLOCKS[level]![version - 1]!;
  const blocks = blocksOf(wordsOf(code, version, mask), count);
  blocks.forEach((block) => checkBlock(block, correcting));
  return { text: textOf(blocks.flatMap((block) => block.slice(0, block.length - correcting))), level, version };
}

function checkFinder(code: Matrix, top: number, left: number): void {
  for (let row = 0; row < 7; row += 1)
    for (let column = 0; column < 7; column += 1) {
      const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
      if (code[top + row]![left + column] !== (ring !== 2)) throw new Error('no finder');
    }
}

/** The fifteen bits beside the first finder: level and mask under a BCH code. */
function formatOf(code: Matrix): { readonly level: string; readonly mask: (typeof MASKS)[number] } {
  const places = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((column) => [8, column] as const),
    ...[7, 5, 4, 3, 2, 1, 0].map((row) => [row, 8] as const),
  ];
  const bits = places.reduce((value, [row, column]) => (value << 1) | Number(code[row]![column]), 0) ^ 0b101010000010010;
  let rest = bits;
  for (let bit = 14; bit >= 10; bit -= 1) if (rest & (1 << bit)) rest ^= 0b10100110111 << (bit - 10);
  if (rest !== 0) throw new Error('no format');
  return { level: ['M', 'L', 'H', 'Q'][bits >> 13]!, mask: MASKS[(bits >> 10) & 7]! };
}

/** The codewords in the order in which they wind through the code. */
function wordsOf(code: Matrix, version: number, mask: (typeof MASKS)[number]): readonly number[] {
  const size = code.length;
  const isFunction = (row: number, column: number): boolean =>
    (row < 9 && (column < 9 || column >= size - 8)) ||
    (row >= size - 8 && column < 9) ||
    row === 6 ||
    column === 6 ||
    (version > 1 && Math.abs(row - (size - 7)) <= 2 && Math.abs(column - (size - 7)) <= 2);
  const bits: number[] = [];
  let goesUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = goesUp ? size - 1 - step : step;
      for (const column of [right, right - 1]) if (!isFunction(row, column)) bits.push(Number(code[row]![column]! !== mask(row, column)));
    }
    goesUp = !goesUp;
  }
  return Array.from({ length: bits.length >> 3 }, (_, n) => bits.slice(n * 8, n * 8 + 8).reduce((word, bit) => (word << 1) | bit, 0));
}

/** Blocks of the same length are woven into one another. */
const blocksOf = (words: readonly number[], count: number): readonly (readonly number[])[] =>
  Array.from({ length: count }, (_, block) => words.filter((_word, n) => n % count === block));

/** Reed-Solomon over GF(256) by 0x11D: a sound block is zero at each root of its generator. */
function checkBlock(block: readonly number[], correcting: number): void {
  const times = (a: number, b: number): number => {
    let product = 0;
    for (let bit = 7; bit >= 0; bit -= 1) product = ((product << 1) ^ (product & 0x80 ? 0x11d : 0) ^ (b & (1 << bit) ? a : 0)) & 0x1ff;
    return product & 0xff;
  };
  let root = 1;
  for (let n = 0; n < correcting; n += 1) {
    if (block.reduce((value, word) => times(value, root) ^ word, 0) !== 0) throw new Error('error correction does not hold');
    root = times(root, 2);
  }
}

/** Segments of digits, of capitals, and of bytes, up to the end mark. */
function textOf(words: readonly number[]): string {
  const bits = words.map((word) => word.toString(2).padStart(8, '0')).join('');
  let at = 0;
  const take = (count: number): number => {
    at += count;
    return parseInt(bits.slice(at - count, at), 2);
  };
  let text = '';
  while (bits.length - at >= 4) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 1) {
      let left = take(10);
      for (; left > 0; left -= 3) text += String(take([0, 4, 7, 10][Math.min(3, left)]!)).padStart(Math.min(3, left), '0');
    } else if (mode === 2) {
      let left = take(9);
      for (; left > 1; left -= 2) {
        const pair = take(11);
        text += ALPHANUMERIC[Math.floor(pair / 45)]! + ALPHANUMERIC[pair % 45]!;
      }
      if (left === 1) text += ALPHANUMERIC[take(6)]!;
    } else if (mode === 4) {
      text += new TextDecoder().decode(Uint8Array.from({ length: take(8) }, () => take(8)));
    } else throw new Error(`mode ${mode}`);
  }
  return text;
}
