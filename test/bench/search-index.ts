import { EVERYBODY } from '#contract/find-query.ts';
import { createOwnKeySealer } from '#core/crypto/seal-bytes.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import type { Places } from '#core/search/places.ts';
import { packSegment, unpackSegment } from '#core/search/segment-image.ts';
import { finish } from '#core/search/steps.ts';
import { openFiles } from '#renderer/worker/cache/files.ts';
import { type Engine, FIRST_ROWS, freshQuery, TODAY } from './search-engine.ts';
import { CANTERBURY } from './search-trace.ts';

/** The product's own index, as its worker uses it: miles are counted from the council's base. */
export function indexEngine(places: Places): Engine {
  const index = createPeopleIndex({ today: TODAY, places });

  return {
    add: (people) => index.put(people),
    finish() {
      index.settle();
      // As the worker does once it has caught up.
      while (finish(index.compact()));
    },
    bytes: () => index.sizeBytes,
    find(query) {
      const found = index.find(freshQuery(query), CANTERBURY);
      return { total: found.total, ids: found.ids(0, FIRST_ROWS) };
    },
    rows(query, wanted) {
      const asked = freshQuery(query);
      return index
        .find(asked, CANTERBURY)
        .ids(0, wanted)
        .map((id) => index.card(id, asked, CANTERBURY));
    },
    change(people) {
      index.put(people);
      index.find({ ...EVERYBODY }, CANTERBURY).ids(0, FIRST_ROWS);
    },
    image: () => image(index, places),
  };
}

const random = {
  next: Math.random,
  bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

/** Puts the index away in sealed files, and times a fresh one from there to its first answer. */
async function image(index: ReturnType<typeof createPeopleIndex>, places: Places) {
  const files = await openFiles('swt-search');
  if (!files) throw new Error('No files.');
  const sealer = createOwnKeySealer<CryptoKey>(crypto.subtle, { context: 'bench', random });
  const kept: { name: string; key: string; alive: Uint32Array }[] = [];
  let snapshotBytes = 0;
  for (const [i, segment] of index.segments().entries()) {
    const { sealed, key } = await sealer.seal(packSegment(segment), `${i}`);
    await files.write(`${i}`, sealed);
    snapshotBytes += sealed.length;
    kept.push({ name: `${i}`, key, alive: segment.alive.slice() });
  }
  const startedMs = performance.now();
  const fresh = createPeopleIndex({ today: TODAY, places });
  const segments = [];
  for (const { name, key, alive } of kept) {
    segments.push(unpackSegment(await sealer.open(await files.read(name), name, key), alive));
  }
  fresh.restore(segments);
  const found = fresh.find(EVERYBODY, CANTERBURY).ids(0, FIRST_ROWS);
  const snapshotLoadMs = performance.now() - startedMs;
  if (found.length === 0) throw new Error('Nobody was found in the image.');
  return { snapshotBytes, snapshotLoadMs };
}
