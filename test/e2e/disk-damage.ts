import {
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** One way a disk fails while the laptop is shut. */
export interface Damage {
  readonly words: string;
  /** `folder` is where Chromium keeps the rows. */
  readonly harm: (folder: string) => void;
  /** What somebody must do, where Chromium itself never opens it again: till then it is told. */
  readonly mend?: (folder: string) => void;
}

/** Finds where Chromium keeps the rows of a laptop that is shut. */
export function databaseFolder(laptopFolder: string): string {
  const names = readdirSync(laptopFolder, { recursive: true, encoding: 'utf8' });
  const name = names.find((each) => each.endsWith('.indexeddb.leveldb'));
  if (name === undefined) throw new Error('There is no database on this laptop.');
  return join(laptopFolder, name);
}

function files(folder: string, kind: RegExp): readonly string[] {
  const found = readdirSync(folder).filter((name) => kind.test(name));
  if (found.length === 0) throw new Error(`There is no ${kind.source} to be harmed.`);
  return found.sort().map((name) => join(folder, name));
}

function largest(folder: string, kind: RegExp): string {
  const found = files(folder, kind).toSorted((a, b) => statSync(b).size - statSync(a).size);
  return found[0] ?? '';
}

function flip(path: string, part: number): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length * part);
  for (let i = at; i < Math.min(at + 8, bytes.length); i++) bytes[i] = (bytes[i] ?? 0) ^ 0x5a;
  writeFileSync(path, bytes);
}

function cut(path: string, part: number): void {
  truncateSync(path, Math.floor(statSync(path).size * part));
}

const TABLE = /\.ldb$/;
const LOG = /\.log$/;

/** The kinds of sync.md 6.2, by letter; each with its ways. */
export const DAMAGES: Readonly<Record<string, readonly Damage[]>> = {
  'files are gone': [
    { words: 'all of them', harm: (folder) => rmSync(folder, { recursive: true }) },
    { words: 'one table', harm: (folder) => rmSync(largest(folder, TABLE)) },
    { words: 'the log', harm: (folder) => rmSync(largest(folder, LOG)) },
  ],
  'a file ends too early': [
    { words: 'a table, in the middle', harm: (folder) => cut(largest(folder, TABLE), 0.5) },
    { words: 'a table, near its end', harm: (folder) => cut(largest(folder, TABLE), 0.95) },
    { words: 'the log, in the middle', harm: (folder) => cut(largest(folder, LOG), 0.5) },
  ],
  'bytes were changed': [
    { words: 'in a table, early', harm: (folder) => flip(largest(folder, TABLE), 0.2) },
    { words: 'in a table, in the middle', harm: (folder) => flip(largest(folder, TABLE), 0.5) },
    { words: 'in the log', harm: (folder) => flip(largest(folder, LOG), 0.5) },
  ],
  'what says which files count is damaged': [
    { words: 'MANIFEST cut', harm: (folder) => cut(largest(folder, /^MANIFEST/), 0.5) },
    {
      words: 'MANIFEST gone',
      harm: (folder) => rmSync(largest(folder, /^MANIFEST/)),
      mend: (folder) => rmSync(folder, { recursive: true }),
    },
    { words: 'CURRENT gone', harm: (folder) => rmSync(join(folder, 'CURRENT')) },
    { words: 'CURRENT nonsense', harm: (folder) => writeFileSync(join(folder, 'CURRENT'), 'x') },
  ],
  'the disk will not give it out': [
    {
      words: 'its lock cannot be taken',
      harm(folder) {
        const lock = join(folder, 'LOCK');
        rmSync(lock, { force: true });
        cpSync(import.meta.filename, join(lock, 'held'), { recursive: true });
      },
      mend: (folder) => rmSync(join(folder, 'LOCK'), { recursive: true }),
    },
  ],
};

/** What a fault in an app, or another version of it, does to the rows. */
export const MEDDLINGS = {
  half: 'half of the buckets are missing',
  tables: 'some tables are empty',
  later: 'a later app wrote it',
  generation: 'it belongs to other keys',
} as const;

/** Changes the rows of an app that runs, past it. */
export function meddle(page: Page, how: keyof typeof MEDDLINGS): Promise<void> {
  return page.evaluate(async (deed) => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB failed.'));
      });
    const all = await indexedDB.databases();
    const found = all.find((each) => each.name?.startsWith('swt-'));
    const { name = '', version = 0 } = found ?? {};
    const db = await done(indexedDB.open(name, deed === 'later' ? version + 10 : version));
    const table = (store: string) => db.transaction(store, 'readwrite').objectStore(store);
    if (deed === 'half') {
      for (const key of await done(table('bucket').getAllKeys())) {
        if (Number(key) % 2 === 0) await done(table('bucket').delete(key));
      }
    } else if (deed === 'tables') {
      for (const store of ['row', 'cursor', 'meta']) await done(table(store).clear());
    } else {
      const meta = (await done(table('meta').get('meta'))) as object;
      const change = deed === 'later' ? { schemaVersion: 99 } : { generation: 'another' };
      await done(table('meta').put({ ...meta, ...change }));
    }
    db.close();
  }, how);
}

/** Writes so much beside the rows that Chromium moves them from its log to tables. */
export function fillTables(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('ballast');
    opening.onupgradeneeded = () => void opening.result.createObjectStore('rows');
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve;
      opening.onerror = () => reject(opening.error ?? new Error('IndexedDB failed.'));
    });
    const writing = opening.result.transaction('rows', 'readwrite');
    for (let row = 0; row < 300; row++) {
      const noise = crypto.getRandomValues(new Uint8Array(30_000));
      writing.objectStore('rows').put(noise, row);
    }
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    opening.result.close();
  });
}
