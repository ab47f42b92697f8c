import { createSealer } from '#core/crypto/seal.ts';
import { createOwnKeySealer } from '#core/crypto/seal-bytes.ts';
import type { BucketRow } from '#renderer/worker/cache/cache.ts';
import { openBucket } from '#renderer/worker/replica/buckets.ts';
import { type Laptop, random } from './centre.ts';
import { openRaw } from './raw-database.ts';

/** The name of a laptop's database. */
export const nameOf = (laptop: Laptop) => `swt-${laptop.recruiterId}`;

/** The same streams under other keys. */
export function nextKeysOf({ recruiterId, keys }: Laptop): Laptop {
  return { recruiterId, keys: new Map([...keys.keys()].map((name) => [name, random.bytes(32)])) };
}

/** The keys of a laptop, named by their number. */
export function keysOf({ keys }: Laptop, n: number) {
  return [...keys].map(([stream, raw]) => ({
    stream,
    keyId: `${stream} ${n}`,
    raw: new Uint8Array(raw),
  }));
}

/** Every value as it lies on the disk. */
export async function rawDump(laptop: Laptop) {
  const raw = await openRaw(nameOf(laptop));
  const rows = await raw.dump();
  raw.close();
  return rows;
}

/** All that these keys open of values as they lie, or lay, on the disk. */
export async function openWith(
  laptop: Laptop,
  n: number,
  values: readonly { readonly table: string; readonly value: object }[],
): Promise<string> {
  const context = (keyId: string) => JSON.stringify([nameOf(laptop), 1, keyId]);
  const sealers = keysOf(laptop, n).map(({ keyId, raw }) =>
    createSealer(raw, context(keyId), random),
  );
  const opened: unknown[] = [];
  const bucketKeys: string[] = [];
  for (const { table, value } of values) {
    const { stream, kind, id, epoch, seq, b } = value as Record<string, unknown>;
    const { sealed } = value as { readonly sealed: Uint8Array };
    const places = {
      bucketKey: [b],
      poolDelta: [id, epoch, seq],
      row: [stream, kind, id, epoch, seq],
    };
    const place = places[table as keyof typeof places];
    for (const sealer of place ? sealers : []) {
      try {
        const doc = sealer.openJson(sealed, JSON.stringify([table, ...place]));
        if (table === 'bucketKey') bucketKeys.push(doc as string);
        else opened.push(doc);
      } catch {
        // Not this key.
      }
    }
  }
  const bulk = createOwnKeySealer<CryptoKey>(crypto.subtle, { context: context('bucket'), random });
  for (const { table, value } of values) {
    for (const key of table === 'bucket' ? bucketKeys : []) {
      const found = await openBucket(bulk, { ...value, key } as BucketRow).catch(() => null);
      if (found) opened.push(found.people);
    }
  }
  return JSON.stringify(opened);
}
