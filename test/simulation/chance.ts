import type { Random } from '#core/ports.ts';

/** One seed's chance: the same seed, the same draws in the same order. */
export interface Chance extends Random {
  /** A whole number from 0 up to but not including `below`. */
  int(below: number): number;
  /** True this part of the times. */
  may(part: number): boolean;
  pick<Item>(list: readonly Item[]): Item;
  /** A stream of draws of its own, so that one part of the world does not shift another's. */
  fork(): Chance;
}

/** Makes chance from a seed (mulberry32). */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    may: (part) => part > 0 && next() < part,
    pick(list) {
      const item = list[int(list.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    bytes(length) {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; at++) bytes[at] = int(256);
      return bytes;
    },
    fork: () => createChance(int(2 ** 32)),
  };
}
