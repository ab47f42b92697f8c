/** Seeded chance: the same seed and path give the same draws on every machine. */
export interface Chance {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** True in `share` of 1 draws. */
  one(share: number): boolean;
  pick<Value>(list: readonly Value[]): Value;
  /** Weights need not add up to anything. */
  weighted<Value>(table: Weights<Value>): Value;
  /** Different ones, in a drawn order; fewer where the list is short. */
  some<Value>(list: readonly Value[], count: number): Value[];
}

/** Values with the weight of each. */
export type Weights<Value> = readonly (readonly [value: Value, weight: number])[];

/**
 * Opens the stream of chance of one thing, such as person 17.
 *
 * Every thing has its own stream, so that a larger sample begins with the same people
 * and a new draw for one thing moves no other. sfc32 (Doty-Humphrey, PractRand).
 */
export function chanceOf(seed: string, kind: string, index = 0): Chance {
  let [a, b, c] = hashOf(`${seed}/${kind}`);
  let counter = (index + 1) | 0;
  const nextBits = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  // Nearby indices differ in a bit or two: fifteen rounds part them (PractRand's advice is 12).
  for (let round = 0; round < 15; round += 1) nextBits();

  const next = () => nextBits() / 2 ** 32;
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <Value>(list: readonly Value[]): Value => {
    const value = list[Math.floor(next() * list.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  return {
    next,
    whole,
    one: (share) => next() < share,
    pick,
    weighted: (table) => {
      let left = next() * totalOf(table);
      for (const [value, weight] of table) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = table.at(-1);
      if (!last) throw new RangeError('nothing to pick from');
      return last[0];
    },
    some: (list, count) => {
      const rest = [...list];
      const taken = [];
      while (taken.length < count && rest.length > 0) {
        taken.push(...rest.splice(whole(0, rest.length - 1), 1));
      }
      return taken;
    },
  };
}

const totals = new WeakMap<object, number>();

function totalOf(table: Weights<unknown>): number {
  const known = totals.get(table);
  if (known !== undefined) return known;
  const total = table.reduce((sum, [, weight]) => sum + weight, 0);
  totals.set(table, total);
  return total;
}

const hashes = new Map<string, readonly [number, number, number]>();

/** Three 32-bit words of a text: FNV-1a under three offsets, remembered for loops. */
function hashOf(text: string): readonly [number, number, number] {
  const known = hashes.get(text);
  if (known) return known;
  const word = (offset: number) => {
    let hash = offset;
    for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x0100_0193);
    return hash | 0;
  };
  const words = [word(0x811c_9dc5), word(0x5bd1_e995), word(0x27d4_eb2f)] as const;
  hashes.set(text, words);
  return words;
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

/** Makes a UUIDv7 of a moment; its chance part comes from the stream. */
export function uuidAt(chance: Chance, atMs: number): string {
  const time = hex(atMs, 12);
  const low = hex(chance.whole(0, 0xffff), 4) + hex(chance.whole(0, 0xffff_ffff), 8);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(chance.whole(0, 0xfff), 3)}-${hex(chance.whole(0x8000, 0xbfff), 4)}-${low}`;
}
