/** Undoes Snappy, as LevelDB and IndexedDB compress with it; throws for anything else. */
export function unsnappy(bytes: Uint8Array): Uint8Array {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw new RangeError('cut off');
    return value;
  };
  let size = 0;
  for (let shift = 0; ; shift += 7) {
    const value = byte();
    size += (value & 0x7f) * 2 ** shift;
    if (value < 0x80) break;
  }
  if (size > 2 ** 26) throw new RangeError('too large');
  const out = new Uint8Array(size);
  let end = 0;
  const little = (count: number): number => {
    let value = 0;
    for (let each = 0; each < count; each++) value += byte() * 2 ** (8 * each);
    return value;
  };
  while (at < bytes.length) {
    const tag = byte();
    if ((tag & 3) === 0) {
      const short = tag >> 2;
      const length = (short < 60 ? short : little(short - 59)) + 1;
      if (at + length > bytes.length || end + length > size) throw new RangeError('cut off');
      out.set(bytes.subarray(at, at + length), end);
      at += length;
      end += length;
      continue;
    }
    const kind = tag & 3;
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const offset = kind === 1 ? ((tag >> 5) << 8) + byte() : little(kind === 2 ? 2 : 4);
    if (offset === 0 || offset > end || end + length > size) throw new RangeError('no such copy');
    for (let each = 0; each < length; each++, end++) out[end] = out[end - offset] ?? 0;
  }
  if (end !== size) throw new RangeError('cut off');
  return out;
}
