import { createOwnKeySealer } from '#core/crypto/seal-bytes.ts';
import { IMAGE_VERSION } from '#core/search/image-version.ts';
import { KEY_WORDS, readKey } from '#core/search/person-key.ts';
import { fieldsAt } from '#core/search/segment.ts';
import { unpackSegment } from '#core/search/segment-image.ts';
import { stringAt } from '#core/search/string-column.ts';
import type { ProfileFiles } from './profile-files.ts';

/** Where a file of an image lay, and what opens it. */
export interface ImageKey {
  readonly name: string;
  readonly key: string;
}

const random = { next: () => 0, bytes: (length: number) => new Uint8Array(length) };

/**
 * Tries keys of images on every private file of the origin, and reads what opens.
 *
 * Chromium names those files by numbers, so every key is tried on every file; an image's
 * first file names further keys, which are tried in turn.
 */
export async function openImages(
  files: ProfileFiles,
  cacheName: string,
  keys: readonly ImageKey[],
): Promise<readonly string[]> {
  const context = JSON.stringify([cacheName, 1, 'bucket']);
  const bulk = createOwnKeySealer<CryptoKey>(crypto.subtle, { context, random });
  const sealed = [...files]
    .filter(([path]) => path.includes('File System') && !path.includes('Paths'))
    .map(([, bytes]) => new Uint8Array(bytes));
  const found: string[] = [];
  const waiting = [...keys];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { name, key } = next;
    for (const bytes of sealed) {
      const place = JSON.stringify(['image', IMAGE_VERSION, name]);
      const plain = await bulk.open(bytes, place, key).catch(() => null);
      if (plain === null) continue;
      const head = headOf(plain);
      if (head) waiting.push(...head.parts);
      found.push(...(head ? [JSON.stringify(head)] : peopleOf(plain)));
    }
  }
  return found;
}

function headOf(plain: Uint8Array<ArrayBuffer>): { readonly parts: readonly ImageKey[] } | null {
  const length = new DataView(plain.buffer).getUint32(0, true);
  const said = JSON.parse(new TextDecoder().decode(plain.subarray(4, 4 + length))) as object;
  return 'parts' in said ? (said as { readonly parts: readonly ImageKey[] }) : null;
}

/** Everybody who stands in a segment, those marked dead among them. */
function peopleOf(plain: Uint8Array<ArrayBuffer>): readonly string[] {
  const segment = unpackSegment(plain, new Uint32Array(0));
  return Array.from({ length: segment.count }, (_, place) =>
    JSON.stringify({
      id: readKey(segment.keys, place * KEY_WORDS),
      name: stringAt(segment.names, place),
      words: fieldsAt(segment, place),
    }),
  );
}
