/** A sealed value cut out of a journal's file, with the id of its row. */
export interface JournalBlob {
  readonly id: string;
  readonly sealed: Uint8Array;
}

const ID = /[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const LONGEST_HEADER = 12;

/**
 * Cuts every row's sealed value out of a file of SQLite, wherever it lies: in force, in the log
 * beside it, or in a corner of a page that nothing points to.
 *
 * A record is a header, its own size first, then its columns one after the other; the first
 * column of all our tables is the row's id, the last one is what is sealed.
 */
export function journalBlobs(file: Buffer): readonly JournalBlob[] {
  const found: JournalBlob[] = [];
  for (const match of file.toString('latin1').matchAll(ID)) {
    const [id] = match;
    for (let size = 3; size <= LONGEST_HEADER; size++) {
      const start = match.index - size;
      if (start < 0 || file[start] !== size) continue;
      const types = varints(file.subarray(start + 1, match.index));
      if (types[0] !== 13 + 2 * id.length) continue;
      const last = types.at(-1) ?? 0;
      if (types.length < 2 || last < 12 || last % 2 !== 0) continue;
      const at = match.index + types.slice(0, -1).reduce((sum, type) => sum + sizeOf(type), 0);
      found.push({ id, sealed: file.subarray(at, at + sizeOf(last)) });
    }
  }
  return found;
}

function varints(bytes: Uint8Array): readonly number[] {
  const values: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    values.push(value);
    value = 0;
  }
  return values;
}

/** Bytes of a column by its type, as SQLite's file format has it. */
function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0;
}
