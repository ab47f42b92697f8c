import type { Cache } from './cache.ts';
import type { Files } from './files.ts';

/** The same cache; `heard` is called each time the disk has answered, if only with a failure. */
export function heardCache(cache: Cache, heard: () => void): Cache {
  const told = <Value>(answer: Promise<Value>): Promise<Value> => answer.finally(heard);
  return {
    get: (table, key) => told(cache.get(table, key)),
    getMany: (table, keys) => told(cache.getMany(table, keys)),
    all: (table) => told(cache.all(table)),
    keys: (table) => told(cache.keys(table)),
    keysLeft: (table) => told(cache.keysLeft(table)),
    write: (ops) => told(cache.write(ops)),
    reseal: () => told(cache.reseal()),
    close: () => cache.close(),
  };
}

/** The same files; `heard` is called each time one has been read, or could not be. */
export function heardFiles(files: Files, heard: () => void): Files {
  return { ...files, read: (name) => files.read(name).finally(heard) };
}
