import { dirname } from 'node:path';
import { deserialize } from 'node:v8';
import { valuesInLog, valuesInTable } from './leveldb.ts';
import type { ProfileFiles } from './profile-files.ts';
import { unsnappy } from './snappy.ts';

/** A row as the cache wrote it, in force or not. */
export interface StoredRow {
  readonly sealed: Uint8Array;
  readonly [column: string]: unknown;
}

/** Every sealed row that can be cut out of the databases of a profile, of any age. */
export function storedRows(files: ProfileFiles): readonly StoredRow[] {
  return [...files]
    .filter(([path]) => dirname(path).endsWith('.leveldb'))
    .flatMap(([path, bytes]) => {
      if (path.endsWith('.log')) return valuesInLog(bytes);
      return path.endsWith('.ldb') ? valuesInTable(bytes) : [];
    })
    .flatMap(objectsIn)
    .filter(isRow);
}

const START = 0xff;
const OBJECT = 'o'.charCodeAt(0);
/** Versions of V8's form; 15 and 16 differ in nothing that is used here. */
const VERSIONS = [15, 16];
/** Chromium's mark of a value that it has compressed. */
const COMPRESSED = Buffer.from([START, 0x11, 0x02]);

/** Every object within a value, also where a log of changes to be undone wraps it. */
function objectsIn(value: Uint8Array): readonly unknown[] {
  const bytes = Buffer.from(value);
  const packed = bytes.indexOf(COMPRESSED);
  if (packed >= 0) {
    try {
      return objectsIn(unsnappy(bytes.subarray(packed + COMPRESSED.length)));
    } catch {
      // Bytes that only look like it.
    }
  }
  const found: unknown[] = [];
  for (let at = bytes.indexOf(START); at >= 0; at = bytes.indexOf(START, at + 1)) {
    if (!VERSIONS.includes(bytes[at + 1] ?? 0) || bytes[at + 2] !== OBJECT) continue;
    const text = Buffer.from(bytes.subarray(at));
    text[1] = VERSIONS[0] ?? 0;
    try {
      found.push(deserialize(text));
    } catch {
      // Bytes that only look like it.
    }
  }
  return found;
}

function isRow(value: unknown): value is StoredRow {
  return (value as Partial<StoredRow> | null)?.sealed instanceof Uint8Array;
}
