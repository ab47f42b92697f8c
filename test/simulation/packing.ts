/*
 * Stands for compression where time is short: the bytes as they are, behind their number
 * and sum. Like the real one it does not open when a byte is missing or another.
 */

type Bytes = Uint8Array<ArrayBuffer>;

const HEAD_BYTES = 8;

/** Packs bytes. */
export function pack(bytes: Uint8Array): Bytes {
  const packed = new Uint8Array(HEAD_BYTES + bytes.length);
  const head = new DataView(packed.buffer);
  head.setUint32(0, bytes.length);
  head.setUint32(4, sumOf(bytes));
  packed.set(bytes, HEAD_BYTES);
  return packed;
}

/** Unpacks what `pack` made; throws where it is not that. */
export function unpack(packed: Uint8Array): Bytes {
  const head = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const bytes = packed.slice(HEAD_BYTES);
  if (head.getUint32(0) !== bytes.length || head.getUint32(4) !== sumOf(bytes)) {
    throw new Error('not packed here, or not whole');
  }
  return bytes;
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
