/** What became of compressed data: `size` bytes came out, of which `head` holds the first. */
export interface Inflated {
  /** `broken`: the data is no deflate, or ends early; `over`: more than `most` came out. */
  readonly end: 'done' | 'broken' | 'over';
  readonly size: number;
  readonly head: Uint8Array;
}

/** The next compressed bytes, empty at the end. */
export type Pull = () => Promise<Uint8Array>;

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = (symbol: number): number => (symbol < 4 ? 0 : (symbol >> 1) - 1);
const DISTANCE_BASE = Array.from({ length: 30 }, (_, symbol) =>
  symbol < 4 ? symbol + 1 : ((2 + (symbol & 1)) << distanceBits(symbol)) + 1,
);

/** A code by its next bits: `symbol << 4 | length`, 0 where no code begins so. Null when there are more codes than bits. */
function codeTable(lengths: readonly number[]): Uint16Array | null {
  const longest = Math.max(1, ...lengths);
  const table = new Uint16Array(1 << longest);
  let code = 0;
  for (let length = 1; length <= longest; length += 1) {
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      if (code >= 1 << length) return null;
      let reversed = 0;
      for (let bit = 0; bit < length; bit += 1) if (code & (1 << bit)) reversed |= 1 << (length - 1 - bit);
      for (let at = reversed; at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
      code += 1;
    }
    code <<= 1;
  }
  return table;
}

const FIXED = [
  codeTable(Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)))!,
  codeTable(Array.from({ length: 30 }, () => 5))!,
] as const;

/**
 * Raw deflate (RFC 1951), read to count what comes out. Only the first `keep` bytes are made, so a bomb costs time in proportion to its own
 * length and no memory. Ours, because the platform's gives up what it had when a stream ends badly, and that is what a viewer would show.
 */
export async function inflate(pull: Pull, { keep = 0, most }: { readonly keep?: number; readonly most: number }): Promise<Inflated> {
  let input: Uint8Array = new Uint8Array(0);
  let at = 0;
  let hold = 0;
  let count = 0;
  let isLast = false;
  let size = 0;
  let head = new Uint8Array(Math.min(keep, 4096));
  const answer = (end: Inflated['end']): Inflated => ({ end, size, head: head.subarray(0, Math.min(size, keep)) });

  /** Makes sure that the next `bytes` are there, unless the data ends. */
  async function refill(bytes: number): Promise<void> {
    at -= count >> 3;
    count &= 7;
    hold &= (1 << count) - 1;
    while (!isLast && at + bytes > input.length) {
      const next = await pull();
      isLast = next.length === 0;
      const rest = input.subarray(at);
      input = new Uint8Array(rest.length + next.length);
      input.set(rest);
      input.set(next, rest.length);
      at = 0;
    }
  }
  function take(bits: number): number {
    while (count < bits) {
      hold |= (input[at++] ?? 0) << count;
      count += 8;
    }
    const value = hold & ((1 << bits) - 1);
    hold >>>= bits;
    count -= bits;
    return value;
  }
  function room(length: number): void {
    const wanted = Math.min(keep, size + length);
    if (wanted <= head.length) return;
    const more = new Uint8Array(Math.min(keep, Math.max(wanted, 2 * head.length)));
    more.set(head);
    head = more;
  }
  function codeLengths(): readonly [Uint16Array, Uint16Array] | null {
    const [literals, distances, kinds] = [take(5) + 257, take(5) + 1, take(4) + 4];
    const ofKinds = Array.from({ length: 19 }, () => 0);
    for (let index = 0; index < kinds; index += 1) ofKinds[ORDER[index]!] = take(3);
    const table = codeTable(ofKinds);
    if (table === null) return null;
    const lengths: number[] = [];
    while (lengths.length < literals + distances) {
      while (count < 15) {
        hold |= (input[at++] ?? 0) << count;
        count += 8;
      }
      const entry = table[hold & (table.length - 1)]!;
      if (entry === 0 || at > input.length + 8) return null;
      take(entry & 15);
      const symbol = entry >> 4;
      const [value, times] =
        symbol < 16 ? [symbol, 1] : symbol === 16 ? [lengths.at(-1) ?? 0, 3 + take(2)] : [0, symbol === 17 ? 3 + take(3) : 11 + take(7)];
      for (let time = 0; time < times; time += 1) lengths.push(value);
    }
    const [first, second] = [codeTable(lengths.slice(0, literals)), codeTable(lengths.slice(literals, literals + distances))];
    return first && second && [first, second];
  }

  /** Reads codes until the block ends or input is short. Its state is local, because that is what makes it quick. */
  function symbols(literals: Uint16Array, distances: Uint16Array): Inflated['end'] | 'more' {
    const [literalMask, distanceMask] = [literals.length - 1, distances.length - 1];
    const safe = isLast ? input.length + 8 : input.length - 8;
    let [i, held, bits, out] = [at, hold, count, size];
    let end: Inflated['end'] | 'more' = 'more';
    while (i < safe) {
      // A code and the bits behind it.
      while (bits < 20) {
        held |= (input[i++] ?? 0) << bits;
        bits += 8;
      }
      const entry = literals[held & literalMask]!;
      held >>>= entry & 15;
      bits -= entry & 15;
      const symbol = entry >> 4;
      // Behind the end stand zeros that are no data.
      if (entry === 0 || symbol > 285 || i - (bits >> 3) > input.length) {
        end = 'broken';
        break;
      }
      if (symbol < 256) {
        if (out < keep) {
          if (out >= head.length) {
            size = out;
            room(1);
          }
          head[out] = symbol;
        }
        out += 1;
      } else if (symbol === 256) {
        end = 'done';
        break;
      } else {
        const lengthBits = LENGTH_BITS[symbol - 257]!;
        const length = LENGTH_BASE[symbol - 257]! + (held & ((1 << lengthBits) - 1));
        held >>>= lengthBits;
        bits -= lengthBits;
        while (bits < 15) {
          held |= (input[i++] ?? 0) << bits;
          bits += 8;
        }
        const far = distances[held & distanceMask]!;
        held >>>= far & 15;
        bits -= far & 15;
        const extra = distanceBits(far >> 4);
        while (bits < extra) {
          held |= (input[i++] ?? 0) << bits;
          bits += 8;
        }
        const distance = DISTANCE_BASE[far >> 4]! + (held & ((1 << extra) - 1));
        held >>>= extra;
        bits -= extra;
        if (far === 0 || !(distance <= out) || i - (bits >> 3) > input.length) {
          end = 'broken';
          break;
        }
        if (out < keep) {
          size = out;
          room(length);
          for (let to = out; to < out + length && to < keep; to += 1) head[to] = head[to - distance]!;
        }
        out += length;
      }
      if (out > most) {
        end = 'over';
        break;
      }
    }
    [at, hold, count, size] = [i, held, bits, out];
    return end === 'more' && isLast ? 'broken' : end;
  }

  for (let isFinal = false; !isFinal;) {
    await refill(2048);
    isFinal = take(1) === 1;
    const type = take(2);
    if (type === 3) return answer('broken');
    if (type === 0) {
      take(count & 7);
      let length = take(16);
      if ((take(16) ^ length) !== 0xffff) return answer('broken');
      while (length > 0) {
        await refill(1);
        const part = input.subarray(at, at + length);
        if (part.length === 0) return answer('broken');
        room(part.length);
        if (size < keep) head.set(part.subarray(0, keep - size), size);
        size += part.length;
        at += part.length;
        length -= part.length;
        if (size > most) return answer('over');
      }
      continue;
    }
    const tables = type === 1 ? FIXED : codeLengths();
    if (tables === null) return answer('broken');
    for (;;) {
      const end = symbols(...tables);
      if (end === 'done') break;
      if (end !== 'more') return answer(end);
      await refill(2048);
    }
    if (at - (count >> 3) > input.length) return answer('broken');
  }
  return answer('done');
}
