import { createSealer, type Sealer } from '#core/crypto/seal.ts';
import { createOwnKeySealer } from '#core/crypto/seal-bytes.ts';
import { openBucket } from '#renderer/worker/replica/buckets.ts';
import { type ImageKey, openImages } from './image-files.ts';
import { journalBlobs } from './journal-blobs.ts';
import { type ProfileFiles, readProfile } from './profile-files.ts';
import { type StoredRow, storedRows } from './stored-rows.ts';

/** A key of the device, opened by its key store. */
export interface DeviceKey {
  readonly keyId: string;
  readonly raw: Uint8Array<ArrayBuffer>;
}

/** What a thief with the whole profile and every key of the device reads. */
export interface Loot {
  /** Each value that opened, as text. */
  readonly opened: readonly string[];
  /** Those of them that came out of an image of the search index. */
  readonly inImages: readonly string[];
  /** Sealed values that were cut out of files, whether they opened or not. */
  readonly tried: number;
  /** Files that hold these words as they are, in any encoding Chromium writes. */
  filesWith(words: string): readonly string[];
}

const random = { next: () => 0, bytes: (length: number) => new Uint8Array(length) };

/** Tries every key on every sealed value in a profile, the removed ones among them. */
export async function scanProfile(profile: string, keys: readonly DeviceKey[]): Promise<Loot> {
  const files = readProfile(profile);
  const rows = storedRows(files);
  const names = cacheNames(files);
  const opened = names.flatMap((name) =>
    openRows(
      rows,
      sealersOf(keys, (id) => [name, 1, id]),
    ),
  );
  const imageKeys = opened.flatMap(({ table, value }) =>
    table === 'image' ? [value as ImageKey] : [],
  );
  const bucketKeys = opened.flatMap(({ table, value }) => (table === 'bucketKey' ? [value] : []));
  const people = await Promise.all(names.map((name) => openBuckets(rows, name, bucketKeys)));
  const images = await Promise.all(names.map((name) => openImages(files, name, imageKeys)));
  const journal = [...files]
    .filter(([path]) => path.includes('journal.sqlite'))
    .flatMap(([, bytes]) => journalBlobs(bytes));
  const texts = openJournal(
    journal,
    sealersOf(keys, (id) => ['swt-journal', id]),
  );
  return {
    opened: [
      ...opened.map(({ value }) => JSON.stringify(value)),
      ...[...people.flat(), ...images.flat(), ...texts],
    ],
    inImages: images.flat(),
    tried: rows.length + journal.length,
    filesWith(words) {
      const needles = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
      needles.push(Buffer.from(words, 'utf16le').swap16());
      const having = [...files].filter(([, bytes]) => needles.some((each) => bytes.includes(each)));
      return having.map(([path]) => path);
    },
  };
}

const sealersOf = (
  keys: readonly DeviceKey[],
  contextOf: (keyId: string) => unknown,
): readonly Sealer[] =>
  keys.map(({ keyId, raw }) => createSealer(raw, JSON.stringify(contextOf(keyId)), random));

/** The databases whose names are written somewhere: a name is bound into every seal. */
function cacheNames(files: ProfileFiles): readonly string[] {
  const found = [...files]
    .filter(([path]) => path.includes('.leveldb'))
    .flatMap(([, bytes]) => bytes.toString('latin1').match(/swt-[0-9a-f-]{36}/g) ?? []);
  return [...new Set(found)];
}

function openRows(rows: readonly StoredRow[], sealers: readonly Sealer[]) {
  return rows.flatMap((row) => {
    const { b, id, key, kind, stream, epoch, seq } = row;
    const place = placeOf(row);
    function placeOf({ people }: StoredRow): readonly unknown[] | null {
      if (people !== undefined) return null;
      if (b !== undefined) return ['bucketKey', b];
      if (key !== undefined) return ['image', key];
      return kind === undefined
        ? ['poolDelta', id, epoch, seq]
        : ['row', stream, kind, id, epoch, seq];
    }
    if (place === null) return [];
    return sealers.flatMap((sealer) => {
      const value = tryTo(() => sealer.openJson(row.sealed, JSON.stringify(place)));
      return value === undefined ? [] : [{ table: place[0], value }];
    });
  });
}

async function openBuckets(
  rows: readonly StoredRow[],
  name: string,
  keys: readonly unknown[],
): Promise<readonly string[]> {
  const context = JSON.stringify([name, 1, 'bucket']);
  const bulk = createOwnKeySealer<CryptoKey>(crypto.subtle, { context, random });
  const found: string[] = [];
  for (const row of rows.filter(({ people }) => people !== undefined)) {
    for (const key of keys) {
      const content = await openBucket(bulk, { ...row, key } as never).catch(() => null);
      if (content) found.push(...content.people.map((person) => JSON.stringify(person)));
    }
  }
  return found;
}

function openJournal(
  blobs: ReturnType<typeof journalBlobs>,
  sealers: readonly Sealer[],
): readonly string[] {
  return blobs.flatMap(({ id, sealed }) =>
    sealers.flatMap((sealer) =>
      ['entry', 'kept', 'draft'].flatMap((table) => {
        const value = tryTo(() => sealer.openJson(sealed, `${table} ${id}`));
        return value === undefined ? [] : [JSON.stringify(value)];
      }),
    ),
  );
}

function tryTo<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
