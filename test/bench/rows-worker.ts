import type { IsoDate } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { makePerson } from '#server/sample/person.ts';

/*
 * The peer of a cold start: people as plain rows of an object store, read one and all into
 * the same index. The application keeps nobody like that.
 */
const TODAY = '2026-06-09' as IsoDate;
const STEP = 1000;

const done = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(`${request.error}`));
  });

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('rows', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('person', { keyPath: 'id' });
  };
  return done(request);
}

async function fill(size: number): Promise<null> {
  const db = await open();
  for (let from = 0; from < size; from += STEP) {
    const transaction = db.transaction('person', 'readwrite');
    for (let i = from; i < Math.min(size, from + STEP); i += 1) {
      transaction.objectStore('person').put(makePerson({ seed: 'bench', today: TODAY }, i));
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(new Error(`${transaction.error}`));
    });
  }
  db.close();
  return null;
}

/** Milliseconds from an open worker to the first row of everybody. */
async function read(): Promise<number> {
  const startedMs = performance.now();
  const places = createPlaces();
  const db = await open();
  const people: Candidate[] = await done(db.transaction('person').objectStore('person').getAll());
  const index = createPeopleIndex({ today: TODAY, places });
  index.put(people);
  const [first] = index.find(EVERYBODY).ids(0, 50);
  if (!first || !index.card(first)) throw new Error('Nobody was found.');
  return performance.now() - startedMs;
}

self.onmessage = async ({ data }: MessageEvent<{ readonly fill?: number }>) => {
  self.postMessage(data.fill === undefined ? await read() : await fill(data.fill));
};
