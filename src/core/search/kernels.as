// The loops that decide how long a key press takes, over 128 bits at a time (AssemblyScript).
// `node test/commands/build-kernels.ts` compiles them into generated/kernels-wasm.ts.
// Every argument is a byte offset, or a length in bytes, in the memory of one segment.
// Bit sets are whole numbers of 16 bytes; what lies behind the last person is 0.

// @ts-ignore: decorator
@inline function sumOfBytes(bytes: v128): u32 {
  const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  );
}

// Counts who is in `bits` and in each of `sets` sets that lie one behind the other.
export function countShared(bits: usize, first: usize, sets: u32, bytes: usize, counts: usize): void {
  for (let set: u32 = 0; set < sets; set += 1) {
    const other = first + <usize>set * bytes;
    let count: u32 = 0;
    let i: usize = 0;
    while (i < bytes) {
      // A byte holds the sum of 31 counts of 8.
      const end = min(i + 16 * 31, bytes);
      let sums = i8x16.splat(0);
      for (; i < end; i += 16) {
        sums = i8x16.add(sums, i8x16.popcnt(v128.and(v128.load(bits + i), v128.load(other + i))));
      }
      count += sumOfBytes(sums);
    }
    store<u32>(counts + 4 * <usize>set, count);
  }
}

// @ts-ignore: decorator
@inline function addOne(counts: usize, code: usize): void {
  const at = counts + 4 * <usize>load<u16>(code);
  store<u32>(at, load<u32>(at) + 1);
}

// Adds to `counts`, by their 16-bit code, the places of so many words of `bits`; where `turn` is -1
// those of all others. No vectors: each place is counted by itself.
export function countCodes(bits: usize, words: u32, turn: i32, codes: usize, counts: usize): void {
  const pairs = words >>> 1;
  // A wrong guess where a loop ends costs more than a few places, so of two words there is one.
  for (let pair: u32 = 0; pair < pairs; pair += 1) {
    const first = codes + 128 * <usize>pair;
    let rest = load<u64>(bits + 8 * <usize>pair) ^ <u64>(<i64>turn);
    for (; rest != 0; rest &= rest - 1) addOne(counts, first + 2 * <usize>ctz(rest));
  }
  if ((words & 1) == 0) return;
  const last = codes + 64 * <usize>(words - 1);
  let rest = load<u32>(bits + 4 * <usize>(words - 1)) ^ turn;
  for (; rest != 0; rest &= rest - 1) addOne(counts, last + 2 * <usize>ctz(rest));
}

// By which ways anybody of `shown` is met, a bit each, the best that each is met by; the next bit
// where anybody is met by a name. The six planes (planes.ts) lie from 0 on, `plane` bytes apart.
export function rankWays(shown: usize, bytes: usize, plane: usize): u32 {
  let way0 = i8x16.splat(0);
  let way1 = i8x16.splat(0);
  let way2 = i8x16.splat(0);
  let way3 = i8x16.splat(0);
  let name = i8x16.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const all = v128.load(shown + i);
    name = v128.or(name, v128.and(all, v128.load(5 * plane + i)));
    const by3 = v128.load(3 * plane + i);
    const by2 = v128.load(2 * plane + i);
    const by1 = v128.load(plane + i);
    way3 = v128.or(way3, v128.and(all, by3));
    const not3 = v128.andnot(all, by3);
    way2 = v128.or(way2, v128.and(not3, by2));
    const not2 = v128.andnot(not3, by2);
    way1 = v128.or(way1, v128.and(not2, by1));
    way0 = v128.or(way0, v128.and(v128.andnot(not2, by1), v128.load(i)));
  }
  return (
    <u32>v128.any_true(way0) |
    (<u32>v128.any_true(way1) << 1) |
    (<u32>v128.any_true(way2) << 2) |
    (<u32>v128.any_true(way3) << 3) |
    (<u32>v128.any_true(name) << 4)
  );
}

// Writes to `same` who of `shown` is in the plane `way` and not in `better` (-1: there is none),
// and is in the planes `name` and `primary`, or is not where their mask is -1; counts them.
export function rankSet(
  shown: usize,
  bytes: usize,
  way: usize,
  better: i32,
  notName: i32,
  name: usize,
  notPrimary: i32,
  primary: usize,
  same: usize,
): u32 {
  const turnName = i32x4.splat(notName);
  const turnPrimary = i32x4.splat(notPrimary);
  let count: u32 = 0;
  let i: usize = 0;
  while (i < bytes) {
    const end = min(i + 16 * 31, bytes);
    let sums = i8x16.splat(0);
    for (; i < end; i += 16) {
      let each = v128.and(v128.load(shown + i), v128.load(way + i));
      if (better >= 0) each = v128.andnot(each, v128.load(<usize>better + i));
      each = v128.and(each, v128.xor(v128.load(name + i), turnName));
      each = v128.and(each, v128.xor(v128.load(primary + i), turnPrimary));
      v128.store(same + i, each);
      sums = i8x16.add(sums, i8x16.popcnt(each));
    }
    count += sumOfBytes(sums);
  }
  return count;
}

// Writes to `hits` where in a text of 16-bit words from `from` up to `to` the word `first` stands,
// and `gap` bytes behind it one that is not below `low` and less than `span` above that; stops at
// `most` of them. Up to 16 bytes behind the last word may be read.
export function findPair(
  from: usize,
  to: usize,
  first: u32,
  gap: usize,
  low: u32,
  span: u32,
  hits: usize,
  most: u32,
): u32 {
  const firsts = i16x8.splat(<i16>first);
  const lows = i16x8.splat(<i16>low);
  const spans = i16x8.splat(<i16>span);
  let found: u32 = 0;
  for (let i = from; i < to; i += 16) {
    // Both at once: words that everybody has would make every second guess of a branch wrong.
    const isFirst = i16x8.eq(v128.load(i), firsts);
    const isLast = i16x8.lt_u(i16x8.sub(v128.load(i + gap), lows), spans);
    let mask = i16x8.bitmask(v128.and(isFirst, isLast));
    while (mask != 0) {
      const at = i + 2 * ctz(mask);
      mask &= mask - 1;
      if (at >= to) break;
      store<u32>(hits + 4 * <usize>found, <u32>at);
      found += 1;
      if (found == most) return found;
    }
  }
  return found;
}
