import { type IsoDate, POOL } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { createOwnKeySealer } from '#core/crypto/seal-bytes.ts';
import type { Random } from '#core/ports.ts';
import { createPeopleIndex, type PeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { emptyMeta } from '#renderer/worker/cache/cache.ts';
import { openDexieCache } from '#renderer/worker/cache/dexie-cache.ts';
import { openFiles } from '#renderer/worker/cache/files.ts';
import { createRowKeys } from '#renderer/worker/cache/row-keys.ts';
import { createIndexImage } from '#renderer/worker/replica/index-image.ts';
import { loadStore } from '#renderer/worker/replica/store.ts';
import { makePerson } from '#server/sample/person.ts';

/*
 * A cold start and its peer, in one browser: people as plain rows of an object store, read
 * one and all into an index, beside the sealed image of the same index. The application
 * keeps nobody as plain rows.
 */

/** What is asked of the worker. */
export interface StartQuestion {
  readonly do: 'fill' | 'image' | 'rows';
  readonly people: number;
}

/** Milliseconds from an open worker to the first row of everybody. */
export interface StartAnswer {
  readonly ms: number;
}

const TODAY = '2026-06-09' as IsoDate;
const STEP = 1000;
const NAME = 'swt-00000000-0000-4000-8000-000000000001';
const random: Random = {
  next: Math.random,
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

const done = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(`${request.error}`));
  });

async function openRows(): Promise<IDBDatabase> {
  const request = indexedDB.open('rows', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('person', { keyPath: 'id' });
  };
  return done(request);
}

/** The image as the application keeps it: files, a row of the sealed cache, keys of the device. */
async function openImage(index: PeopleIndex) {
  const context = (keyId: string) => JSON.stringify([NAME, 1, keyId]);
  const keys = createRowKeys(context, random, () => new Error('No key.'));
  keys.add([{ stream: POOL, keyId: 'pool 1', raw: new Uint8Array(32).fill(7) }]);
  const { cache } = await openDexieCache({ name: NAME, generation: 'g1', keys });
  const files = await openFiles(NAME);
  if (!files) throw new Error('No files.');
  return createIndexImage({
    store: await loadStore(cache, emptyMeta('g1')),
    bulk: createOwnKeySealer<CryptoKey>(crypto.subtle, { context: context('bucket'), random }),
    files,
    index: () => index,
    random,
  });
}

const noHeads = () => ({ heads: new Map(), deltas: new Map(), strays: new Set<never>() });
const emptyIndex = () => createPeopleIndex({ today: TODAY, places: createPlaces() });

/** Writes everybody twice: as plain rows, and as an image. */
async function fill(people: number): Promise<void> {
  const index = emptyIndex();
  const db = await openRows();
  for (let from = 0; from < people; from += STEP) {
    const some = Array.from(
      { length: Math.min(STEP, people - from) },
      (_, i): Candidate => makePerson({ seed: 'bench', today: TODAY }, from + i),
    );
    index.put(some);
    const transaction = db.transaction('person', 'readwrite');
    for (const person of some) transaction.objectStore('person').put(person);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(new Error(`${transaction.error}`));
    });
  }
  db.close();
  const image = await openImage(index);
  await image.save(noHeads());
}

async function fromRows(index: PeopleIndex): Promise<void> {
  const db = await openRows();
  index.put(await done<Candidate[]>(db.transaction('person').objectStore('person').getAll()));
}

async function fromImage(index: PeopleIndex): Promise<void> {
  const image = await openImage(index);
  if (!(await image.load(noHeads()))) throw new Error('The image was not taken up.');
}

async function answer({ do: what, people }: StartQuestion): Promise<StartAnswer> {
  const startedMs = performance.now();
  if (what === 'fill') await fill(people);
  else {
    const index = emptyIndex();
    await (what === 'rows' ? fromRows(index) : fromImage(index));
    const found = index.find(EVERYBODY);
    const [first] = found.ids(0, 50);
    if (!first || !index.card(first) || index.size !== people) throw new Error('Not everybody.');
  }
  return { ms: performance.now() - startedMs };
}

self.onmessage = async ({ data }: MessageEvent<StartQuestion>) => {
  self.postMessage(await answer(data));
};
