import type { CandidateId } from '#contract/brands.ts';
import type { OwnKeySealer } from '#core/crypto/seal-bytes.ts';
import type { Random } from '#core/ports.ts';
import { IMAGE_VERSION } from '#core/search/image-version.ts';
import type { Segment } from '#core/search/segment.ts';
import { packSegment, unpackSegment } from '#core/search/segment-image.ts';
import type { Files } from '../cache/files.ts';
import { within } from '../cache/within.ts';
import { inParts } from '../in-parts.ts';
import type { IndexParts } from './people-sink.ts';
import type { BucketHead, DeltaHead, PoolHeads } from './pool-heads.ts';
import type { Store } from './store.ts';

/** The image of the index on the disk. */
export interface IndexImage {
  /** Takes up the image and what memory must know of the pool; false on any doubt. */
  load(pool: PoolHeads): Promise<boolean>;
  /** Puts the index away as it is now, unless it changes meanwhile; never rejects. */
  save(pool: PoolHeads): Promise<void>;
  /** Removes the files of an index that is no more, at once; never rejects. */
  sweep(): Promise<void>;
  close(): void;
}

/** A sealed file and what opens it. */
interface SealedFile {
  readonly name: string;
  readonly key: string;
}

/** What the first file of an image says; the bits of who is alive follow it. */
interface Head {
  readonly bucketCount: number;
  readonly heads: readonly BucketHead[];
  readonly deltas: readonly (readonly [CandidateId, DeltaHead])[];
  readonly parts: readonly SealedFile[];
}

/** Files opened at a time: more would hold all of the index in memory twice. */
const AT_ONCE = 3;
/** A file that is not there by then: everybody is read from their buckets instead. */
const FILE_WITHIN_MS = 10_000;
const NAME_BYTES = 12;
const WORD_BYTES = 4;

/**
 * Keeps an image of the search index in files, so that a start need not build it.
 *
 * Each segment is a file of its own, written once and sealed under a key of its own: a
 * change writes the small segments it made. The keys lie in a first file, and what opens
 * that one in a row of the cache under the pool's key, which the first change of the pool
 * takes away (note 0019). So an image is used only for the very pool it was made of, and
 * none outlives an erasure, a revocation or a change of keys. Damage anywhere, another
 * version of the app or of its vocabulary: it does not open, and the index is built.
 */
export function createIndexImage(parts: {
  readonly store: Store;
  readonly bulk: OwnKeySealer;
  readonly files: Files;
  /** The index as it is now: it is another one after the pool was cleared. */
  readonly index: () => IndexParts;
  readonly random: Random;
}): IndexImage {
  const { store, bulk, files, index, random } = parts;
  /** Segments that lie in a file already. */
  const kept = new Map<Segment, SealedFile>();
  let head: string | null = null;
  /** `poolChanges` of the image that lies there. */
  let saved: number | null = null;
  let isClosed = false;
  let isSaveDue = false;
  /** One after another: a sweep must not take away what a save has just written. */
  let work: Promise<void> = Promise.resolve();
  const placeOf = (name: string) => JSON.stringify(['image', IMAGE_VERSION, name]);

  async function write(bytes: Uint8Array<ArrayBuffer>): Promise<SealedFile> {
    const name = Array.from(random.bytes(NAME_BYTES), hexByte).join('');
    const { sealed, key } = await bulk.seal(bytes, placeOf(name));
    await files.write(name, sealed);
    return { name, key };
  }

  const read = ({ name, key }: SealedFile) =>
    within(
      files.read(name).then((sealed) => bulk.open(sealed, placeOf(name), key)),
      FILE_WITHIN_MS,
    );

  async function load(pool: PoolHeads): Promise<boolean> {
    const row = await store.cache.get('image', 'image');
    if (!row) return false;
    const { said, alive } = unpackHead(await read(row.doc));
    if (said.bucketCount !== store.bucketCount) return false;
    const segments: Segment[] = [];
    let at = 0;
    for (let from = 0; from < said.parts.length; from += AT_ONCE) {
      for (const bytes of await Promise.all(said.parts.slice(from, from + AT_ONCE).map(read))) {
        const words = alive.subarray(at);
        const segment = unpackSegment(bytes, words);
        const own = words.slice(0, Math.ceil(segment.count / 32));
        segments.push({ ...segment, alive: own });
        at += own.length;
      }
    }
    index().restore(segments);
    segments.forEach((segment, i) => {
      kept.set(segment, said.parts[i] as SealedFile);
    });
    head = row.doc.name;
    saved = store.poolChanges;
    for (const each of said.heads) pool.heads.set(each.b, each);
    for (const [id, delta] of said.deltas) pool.deltas.set(id, delta);
    return true;
  }

  async function saveNow(pool: PoolHeads): Promise<void> {
    const { poolChanges } = store;
    // While the pool is read again, people are shown who lie nowhere.
    if (saved === poolChanges || pool.strays.size > 0) return;
    saved = null;
    head = null;
    const isSame = () => !isClosed && store.poolChanges === poolChanges;
    await inParts(index().purge());
    if (!isSame()) return;
    const segments = index().segments();
    const alive = segments.map((segment) => segment.alive.slice());
    const heads = [...pool.heads.values()];
    const deltas = [...pool.deltas];
    const { bucketCount } = store;
    const lying: SealedFile[] = [];
    for (const segment of segments) {
      if (!isSame()) return;
      const file = kept.get(segment) ?? (await write(packSegment(segment)));
      kept.set(segment, file);
      lying.push(file);
    }
    const doc = await write(packHead({ bucketCount, heads, deltas, parts: lying }, alive));
    if (!isSame()) return;
    // A later write of the pool comes after this one, and takes the row away again.
    await store.commit([{ table: 'image', put: { key: 'image', doc } }]);
    if (!isSame()) return;
    head = doc.name;
    saved = poolChanges;
  }

  /** Removes every file but those of the index as it is. */
  async function sweepNow(): Promise<void> {
    await inParts(index().purge());
    const held = new Set<Segment>(index().segments());
    for (const segment of kept.keys()) if (!held.has(segment)) kept.delete(segment);
    const mine = new Set([...kept.values()].map(({ name }) => name));
    if (head !== null) mine.add(head);
    for (const name of await files.names()) if (!mine.has(name)) await files.remove(name);
  }

  /** A full disk, or a file somebody holds: the next idle time tries again. */
  function then(step: () => Promise<void>): Promise<void> {
    work = work.then(() => (isClosed ? undefined : step())).catch(() => {});
    return work;
  }

  return {
    load: (pool) =>
      load(pool).catch(() => {
        kept.clear();
        return false;
      }),
    save(pool) {
      if (isSaveDue) return work;
      isSaveDue = true;
      void then(() => {
        isSaveDue = false;
        return saveNow(pool);
      });
      return then(sweepNow);
    },
    sweep() {
      if (saved !== store.poolChanges) head = null;
      return then(sweepNow);
    },
    close() {
      isClosed = true;
    },
  };
}

const hexByte = (byte: number) => byte.toString(16).padStart(2, '0');

/* length of the JSON (4) | JSON, padded | bits of who is alive, segment by segment */
function packHead(said: Head, alive: readonly Uint32Array[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(said));
  const start = Math.ceil((WORD_BYTES + text.length) / WORD_BYTES) * WORD_BYTES;
  const size = alive.reduce((sum, words) => sum + words.byteLength, start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, WORD_BYTES);
  let at = start;
  for (const words of alive) {
    bytes.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength), at);
    at += words.byteLength;
  }
  return bytes;
}

function unpackHead(bytes: Uint8Array<ArrayBuffer>): {
  readonly said: Head;
  readonly alive: Uint32Array;
} {
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(WORD_BYTES, WORD_BYTES + length));
  const start = Math.ceil((WORD_BYTES + length) / WORD_BYTES) * WORD_BYTES;
  return { said: JSON.parse(text) as Head, alive: new Uint32Array(bytes.buffer, start) };
}
