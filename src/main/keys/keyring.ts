import { readFileSync, renameSync, rmSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { StreamId } from '#contract/brands.ts';
import type { StreamKey } from '#contract/replica-port.ts';
import type { Log, Random } from '#core/ports.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import type { KeyStore } from './key-store.ts';

const KEY_BYTES = 32;

const KeyringFile = Type.Object({
  version: Type.Literal(1),
  generation: Type.String({ minLength: 8, maxLength: 64 }),
  keys: Type.Record(
    Type.String({ maxLength: 64 }),
    Type.Object({ keyId: Type.String({ maxLength: 64 }), sealed: Type.String() }),
  ),
});
type KeyringFile = Static<typeof KeyringFile>;
const check = Compile(KeyringFile);

/** Whose key: a stream's copy on this device, or the journal's. */
export type KeyName = StreamId | 'journal';

/** A data key as raw bytes. */
export interface DataKey {
  readonly keyId: string;
  readonly raw: Uint8Array<ArrayBuffer>;
}

/** The data keys of this device; the file holds them sealed, memory holds them open. */
export interface Keyring {
  /** Names this set of keys: a cache made under another one cannot be opened. */
  generation(): string;
  /** False: keys live in memory only, so nothing personal may be kept on disk. */
  readonly isPersisted: boolean;
  /** Keys were here and the key store no longer opens them: sign in and sync again. */
  readonly wereLost: boolean;
  /** Finds a key or makes it; a new key is on the disk before it is given out. */
  key(name: KeyName): Promise<DataKey>;
  streamKey(stream: StreamId): Promise<StreamKey>;
  /** The keys there are. */
  names(): readonly KeyName[];
  /** Destroys a key, and with it every copy that it sealed. */
  destroy(name: KeyName): void;
  /** Destroys every key and begins a new generation. */
  destroyAll(): void;
}

/** What a keyring is made of. */
export interface KeyringParts {
  readonly path: string;
  readonly keyStore: KeyStore;
  readonly random: Random;
  readonly log: Log;
}

/** Opens the keyring; never throws for what it finds, only for a disk that cannot be written. */
export async function openKeyring({ path, keyStore, random, log }: KeyringParts): Promise<Keyring> {
  const found = keyStore.isSafe ? await readKeyring(path, keyStore) : { is: 'none' as const };
  if (found.is === 'lost') {
    log.warn('keyring.lost');
    renameSync(path, `${path}.bad`);
  }
  const open = new Map(found.is === 'found' ? found.open : []);
  let file: KeyringFile =
    found.is === 'found' ? found.file : { version: 1, generation: hex(random, 16), keys: {} };
  const making = new Map<KeyName, Promise<DataKey>>();

  const save = (keys: KeyringFile['keys']) => {
    const next: KeyringFile = { ...file, keys };
    if (keyStore.isSafe) writeFileAtomically(path, JSON.stringify(next));
    file = next;
  };
  const make = async (name: KeyName): Promise<DataKey> => {
    const made: DataKey = { keyId: hex(random, 8), raw: random.bytes(KEY_BYTES) };
    const sealed = keyStore.isSafe ? await sealKey(keyStore, made.raw) : '';
    save({ ...file.keys, [name]: { keyId: made.keyId, sealed } });
    open.set(name, made);
    return made;
  };
  if (found.is === 'found' && found.stale.length > 0) {
    const again = { ...file.keys };
    for (const name of found.stale) {
      const key = open.get(name);
      if (key) again[name] = { keyId: key.keyId, sealed: await sealKey(keyStore, key.raw) };
    }
    save(again);
  }

  const key = async (name: KeyName): Promise<DataKey> => {
    const held = open.get(name);
    if (held) return copyOf(held);
    let wait = making.get(name);
    if (!wait) {
      wait = make(name).finally(() => making.delete(name));
      making.set(name, wait);
    }
    return copyOf(await wait);
  };
  return {
    generation: () => file.generation,
    isPersisted: keyStore.isSafe,
    wereLost: found.is === 'lost',
    key,
    streamKey: async (stream) => ({ stream, ...(await key(stream)) }),
    names: () => Object.keys(file.keys) as KeyName[],
    destroy(name) {
      const { [name]: _gone, ...rest } = file.keys;
      save(rest);
      open.get(name)?.raw.fill(0);
      open.delete(name);
    },
    destroyAll() {
      // Removed, not rewritten: this works on a full disk too. The next key writes the file anew.
      if (keyStore.isSafe) rmSync(path, { force: true });
      file = { version: 1, generation: hex(random, 16), keys: {} };
      for (const { raw } of open.values()) raw.fill(0);
      open.clear();
    },
  };
}

type Read =
  | { readonly is: 'none' }
  | { readonly is: 'lost' }
  | {
      readonly is: 'found';
      readonly file: KeyringFile;
      readonly open: ReadonlyMap<KeyName, DataKey>;
      readonly stale: readonly KeyName[];
    };

async function readKeyring(path: string, keyStore: KeyStore): Promise<Read> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { is: 'none' };
  }
  try {
    const file: unknown = JSON.parse(text);
    if (!check.Check(file)) return { is: 'lost' };
    const open = new Map<KeyName, DataKey>();
    const stale: KeyName[] = [];
    for (const [name, { keyId, sealed }] of Object.entries(file.keys)) {
      const opened = await keyStore.open(Buffer.from(sealed, 'base64'));
      const raw = new Uint8Array(Buffer.from(opened.text, 'base64'));
      if (raw.length !== KEY_BYTES) return { is: 'lost' };
      open.set(name as KeyName, { keyId, raw });
      if (opened.isStale) stale.push(name as KeyName);
    }
    return { is: 'found', file, open, stale };
  } catch {
    return { is: 'lost' };
  }
}

async function sealKey(keyStore: KeyStore, raw: Uint8Array): Promise<string> {
  const sealed = await keyStore.seal(Buffer.from(raw).toString('base64'));
  return Buffer.from(sealed).toString('base64');
}

/** The receiver wipes what it is given, so it gets bytes of its own. */
function copyOf({ keyId, raw }: DataKey): DataKey {
  return { keyId, raw: raw.slice() };
}

function hex(random: Random, length: number): string {
  return Buffer.from(random.bytes(length)).toString('hex');
}
