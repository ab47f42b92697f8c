/** A list of numbers that grows by doubling. */
export class GrowingList {
  #list: Uint32Array;
  length = 0;

  /** `room`: how many are expected; more are no harm. */
  constructor(room: number) {
    this.#list = new Uint32Array(Math.max(room, 64));
  }

  push(value: number): void {
    if (this.length === this.#list.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.#list);
      this.#list = longer;
    }
    this.#list[this.length] = value;
    this.length += 1;
  }

  /** Adds bits to an entry. */
  markAt(index: number, bits: number): void {
    this.#list[index] = (this.#list[index] as number) | bits;
  }

  /** The entries as they are, not a copy. */
  all(): Uint32Array {
    return this.#list.subarray(0, this.length);
  }
}
