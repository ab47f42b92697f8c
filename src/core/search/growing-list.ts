/** A list of numbers that grows by doubling. */
export class GrowingList {
  #list = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#list.length) this.#grow(this.length + 1);
    this.#list[this.length] = value;
    this.length += 1;
  }

  pushAll(values: Uint32Array): void {
    const length = this.length + values.length;
    if (length > this.#list.length) this.#grow(length);
    for (let i = 0; i < values.length; i += 1) this.#list[this.length + i] = values[i] as number;
    this.length = length;
  }

  #grow(length: number): void {
    const longer = new Uint32Array(Math.max(length, this.#list.length * 2));
    longer.set(this.#list);
    this.#list = longer;
  }

  at(index: number): number {
    return this.#list[index] as number;
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
