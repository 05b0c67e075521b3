/** A seeded stream of choices: the same seed gives the same world on every machine. */
export interface Random {
  /** A whole number from 0 to n − 1. */
  below(n: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True once in n. */
  oneIn(n: number): boolean;
}

/** Mulberry32: small, quick, and good enough to deal cards; never for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, pick: (items) => items[below(items.length)]!, oneIn: (n) => below(n) === 0 };
}
