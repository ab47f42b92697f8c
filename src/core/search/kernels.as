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
