import { unsnappy } from './snappy.ts';

/** Reads numbers and stretches of bytes, and says when there is nothing left. */
class Bytes {
  at = 0;
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  get left(): number {
    return this.#bytes.length - this.at;
  }
  byte(): number {
    const value = this.#bytes[this.at++];
    if (value === undefined) throw new RangeError('cut off');
    return value;
  }
  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = this.byte();
      value += (next & 0x7f) * factor;
      if (next < 0x80) return value;
    }
  }
  take(length: number): Uint8Array {
    if (length > this.left) throw new RangeError('cut off');
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }
}

/** Every value in a log of LevelDB, deleted and overwritten ones among them. */
export function valuesInLog(file: Uint8Array): readonly Uint8Array[] {
  const values: Uint8Array[] = [];
  for (const batch of batchesIn(file)) {
    const bytes = new Bytes(batch);
    try {
      bytes.take(12);
      while (bytes.left > 0) {
        const isValue = bytes.byte() === 1;
        bytes.take(bytes.varint());
        if (isValue) values.push(bytes.take(bytes.varint()));
      }
    } catch {
      // A torn end.
    }
  }
  return values;
}

const BLOCK = 32_768;
const HEAD = 7;

function batchesIn(file: Uint8Array): readonly Uint8Array[] {
  const batches: Uint8Array[] = [];
  let parts: Uint8Array[] = [];
  for (let at = 0; at + HEAD <= file.length; ) {
    const rest = BLOCK - (at % BLOCK);
    if (rest < HEAD) {
      at += rest;
      continue;
    }
    const length = (file[at + 4] ?? 0) + (file[at + 5] ?? 0) * 256;
    const type = file[at + 6] ?? 0;
    const part = file.subarray(at + HEAD, at + HEAD + length);
    at += HEAD + length;
    if (type === 0 && length === 0) break;
    // 1 whole, 2 first, 3 middle, 4 last
    parts = type === 1 || type === 2 ? [part] : [...parts, part];
    if (type === 1 || type === 4) {
      batches.push(Buffer.concat(parts));
      parts = [];
    }
  }
  if (parts.length > 0) batches.push(Buffer.concat(parts));
  return batches;
}

/** Every value in a table of LevelDB, whichever is in force. */
export function valuesInTable(file: Uint8Array): readonly Uint8Array[] {
  const FOOTER = 48;
  const footer = new Bytes(file.subarray(file.length - FOOTER));
  footer.varint();
  footer.varint();
  const index = blockAt(file, footer);
  return entriesIn(index).flatMap((handle) => entriesIn(blockAt(file, new Bytes(handle))));
}

function blockAt(file: Uint8Array, handle: Bytes): Uint8Array {
  const at = handle.varint();
  const size = handle.varint();
  const block = file.subarray(at, at + size);
  return file[at + size] === 1 ? unsnappy(block) : block;
}

function entriesIn(block: Uint8Array): readonly Uint8Array[] {
  const restarts = new DataView(block.buffer, block.byteOffset + block.length - 4).getUint32(
    0,
    true,
  );
  const bytes = new Bytes(block.subarray(0, block.length - 4 * (restarts + 1)));
  const values: Uint8Array[] = [];
  while (bytes.left > 0) {
    bytes.varint();
    const keyLength = bytes.varint();
    const valueLength = bytes.varint();
    bytes.take(keyLength);
    values.push(bytes.take(valueLength));
  }
  return values;
}
