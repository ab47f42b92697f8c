import { readFileSync, renameSync, rmSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { StreamId } from '#contract/brands.ts';
import type { StreamKey } from '#contract/replica-port.ts';
import type { Log, Random } from '#core/ports.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import type { KeyStore } from './key-store.ts';

const KEY_BYTES = 32;

const SealedKey = Type.Object({ keyId: Type.String({ maxLength: 64 }), sealed: Type.String() });
const KeyringFile = Type.Object({
  version: Type.Literal(1),
  generation: Type.String({ minLength: 8, maxLength: 64 }),
  keys: Type.Record(
    Type.String({ maxLength: 64 }),
    // `next` is there while a change of keys is under way.
    Type.Intersect([SealedKey, Type.Object({ next: Type.Optional(SealedKey) })]),
  ),
});
type SealedKey = Static<typeof SealedKey>;
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
  /** The keys of a stream's copy, the one to seal with last: two while keys change. */
  streamKeys(stream: StreamId): Promise<readonly StreamKey[]>;
  /** The keys that the journal may lie under: two while keys change. */
  journalKeys(): Promise<readonly DataKey[]>;
  /**
   * Begins a change of every key: a second one beside each, on the disk when it answers.
   *
   * Once all that is kept lies under the second keys, `endRotation` destroys the first: what
   * the disk still holds of before can then be opened by nobody (decision S6).
   */
  beginRotation(): Promise<void>;
  /** A change of keys is under way: of this run, or of one that was cut short. */
  isRotating(): boolean;
  endRotation(): void;
  /** The keys there are. */
  names(): readonly KeyName[];
  /** Destroys a key, and with it every copy that it sealed. */
  destroy(name: KeyName): void;
  /** Destroys every key and begins a new generation. */
  destroyAll(): void;
}

/** The streams whose copies it opens. */
export function streamsOf(keyring: Pick<Keyring, 'names'>): readonly StreamId[] {
  return keyring.names().flatMap((name) => (name === 'journal' ? [] : [name]));
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
  const nexts = new Map(found.is === 'found' ? found.nexts : []);
  let file: KeyringFile =
    found.is === 'found' ? found.file : { version: 1, generation: hex(random, 16), keys: {} };
  const making = new Map<KeyName, Promise<DataKey>>();

  const save = (keys: KeyringFile['keys']) => {
    const next: KeyringFile = { ...file, keys };
    if (keyStore.isSafe) writeFileAtomically(path, JSON.stringify(next));
    file = next;
  };
  const seal = async ({ keyId, raw }: DataKey): Promise<SealedKey> => ({
    keyId,
    sealed: keyStore.isSafe ? await sealKey(keyStore, raw) : '',
  });
  const draw = (): DataKey => ({ keyId: hex(random, 8), raw: random.bytes(KEY_BYTES) });
  const make = async (name: KeyName): Promise<DataKey> => {
    const made = draw();
    const sealed = await seal(made);
    save({ ...file.keys, [name]: sealed });
    open.set(name, made);
    return made;
  };
  if (found.is === 'found' && found.isStale) {
    const again = { ...file.keys };
    for (const [name, key] of open) {
      const next = nexts.get(name);
      again[name] = { ...(await seal(key)), ...(next ? { next: await seal(next) } : {}) };
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
  const keysOf = async (name: KeyName): Promise<readonly DataKey[]> => {
    const held = await key(name);
    const next = nexts.get(name);
    return next ? [held, copyOf(next)] : [held];
  };
  return {
    generation: () => file.generation,
    isPersisted: keyStore.isSafe,
    wereLost: found.is === 'lost',
    key,
    streamKeys: async (stream) => (await keysOf(stream)).map((each) => ({ stream, ...each })),
    journalKeys: () => keysOf('journal'),
    async beginRotation() {
      const missing = Object.keys(file.keys).filter((name) => !nexts.has(name as KeyName));
      const made = new Map<KeyName, DataKey>();
      const sealed = new Map<string, SealedKey>();
      for (const name of missing) {
        const next = draw();
        made.set(name as KeyName, next);
        sealed.set(name, await seal(next));
      }
      // Read again: a key may have been made or destroyed while these were sealed.
      const keys = { ...file.keys };
      for (const [name, next] of sealed) {
        const held = keys[name];
        if (held) keys[name] = { ...held, next };
        else made.delete(name as KeyName);
      }
      save(keys);
      for (const [name, next] of made) nexts.set(name, next);
    },
    isRotating: () => nexts.size > 0,
    endRotation() {
      const keys = Object.entries(file.keys).map(
        ([name, { next, ...held }]) => [name, next ?? held] as const,
      );
      save(Object.fromEntries(keys));
      for (const [name, next] of nexts) {
        open.get(name)?.raw.fill(0);
        open.set(name, next);
      }
      nexts.clear();
    },
    names: () => Object.keys(file.keys) as KeyName[],
    destroy(name) {
      const { [name]: _gone, ...rest } = file.keys;
      save(rest);
      for (const keys of [open, nexts]) {
        keys.get(name)?.raw.fill(0);
        keys.delete(name);
      }
    },
    destroyAll() {
      // Removed, not rewritten: this works on a full disk too. The next key writes the file anew.
      if (keyStore.isSafe) rmSync(path, { force: true });
      file = { version: 1, generation: hex(random, 16), keys: {} };
      for (const keys of [open, nexts]) {
        for (const { raw } of keys.values()) raw.fill(0);
        keys.clear();
      }
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
      readonly nexts: ReadonlyMap<KeyName, DataKey>;
      readonly isStale: boolean;
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
    const nexts = new Map<KeyName, DataKey>();
    let isStale = false;
    const read = async ({ keyId, sealed }: SealedKey): Promise<DataKey> => {
      const opened = await keyStore.open(Buffer.from(sealed, 'base64'));
      const raw = new Uint8Array(Buffer.from(opened.text, 'base64'));
      if (raw.length !== KEY_BYTES) throw new RangeError('not a key');
      isStale ||= opened.isStale;
      return { keyId, raw };
    };
    for (const [name, { next, ...held }] of Object.entries(file.keys)) {
      open.set(name as KeyName, await read(held));
      if (next) nexts.set(name as KeyName, await read(next));
    }
    return { is: 'found', file, open, nexts, isStale };
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
