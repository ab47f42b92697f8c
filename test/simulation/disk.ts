import { POOL, type StreamId } from '#contract/brands.ts';
import { SealBroken } from '#core/crypto/seal.ts';
import {
  type Cache,
  KEY_OF,
  type Op,
  TABLE_NAMES,
  type TableName,
  type Tables,
} from '#renderer/worker/cache/cache.ts';
import type { DexieCacheParts } from '#renderer/worker/cache/dexie-cache.ts';
import type { Disk } from '#renderer/worker/cache/disk.ts';
import type { Chance } from './chance.ts';
import { namesIn } from './presence.ts';
import { rottenOf } from './rot.ts';

/** What happens to a write: nothing special, an error, or the end of the process around it. */
export type WriteFate = 'done' | 'full' | 'aborted' | 'cut before' | 'cut after';

/** What happens to an opening: it fails, or works, after somebody else has let go of it. */
export type OpenFate = { readonly is: 'error' } | { readonly is: 'open'; readonly afterMs: number };

/** What the disk tells, and asks, its laptop. */
export interface DiskOwner {
  /** Says what becomes of a write. */
  fate(): WriteFate;
  openFate(): OpenFate;
  /** How long a write takes by itself. */
  pauseMs(): number;
  wait(ms: number): Promise<void>;
  /** The worker is gone: what it had not finished is never done. */
  isOver(): boolean;
  /** The process ends here. */
  cut(): void;
  /** What was there could not be used, or there was nothing: it begins anew. */
  rebuilt(): void;
  /** Rows are on the disk. */
  written(ops: readonly Op[]): void;
}

type Row = Tables[TableName]['row'];

interface Kept {
  readonly row: Row;
  /** Names the key it lies under; null = not sealed. */
  readonly keyId: string | null;
}

/** The tables that lie under the keys of streams. */
const SEALED: readonly TableName[] = ['bucket', 'poolDelta', 'row'];

/** Where a commit that was lost is found by nothing but a comparison. */
const ROTTING = ['bucket', 'poolDelta', 'row', 'row'] as const;

type KeptTables = Map<TableName, Map<string, Kept>>;

function copyOf(tables: KeptTables | null): KeptTables | null {
  return tables && new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));
}

/** One laptop's disk: what survives the end of every process, as IndexedDB would keep it. */
export class SimulatedDisk {
  #tables: KeptTables | null = null;
  #generation = '';
  /** What each key has sealed once, by stream and key: says whether a key is that one. */
  #probes = new Map<string, Uint8Array>();
  /** Under which keys something about a person was ever written: a disk keeps what was removed. */
  #residue = new Map<string, ReadonlySet<string>>();
  #isBroken = false;
  #damages = 0;
  /** How often everything was removed on purpose. */
  emptied = 0;

  /** Everything is gone, as after an eviction. */
  lose(): void {
    this.#tables = null;
    this.#isBroken = false;
    this.#probes.clear();
  }

  /** Takes a copy; gives what puts it back. */
  copy(): () => void {
    const [tables, generation, isBroken] = [copyOf(this.#tables), this.#generation, this.#isBroken];
    const [probes, residue] = [new Map(this.#probes), new Map(this.#residue)];
    return () => {
      this.#tables = copyOf(tables);
      this.#probes = new Map(probes);
      this.#residue = new Map(residue);
      this.#generation = generation;
      this.#isBroken = isBroken;
    };
  }

  /** The keys under which something about a person may still lie somewhere on the disk. */
  keysOver(person: string): ReadonlySet<string> {
    return this.#residue.get(person) ?? new Set();
  }

  #remember(row: Row, keyId: string): void {
    if (!('doc' in row)) return;
    const doc = row.doc as {
      readonly id: string;
      readonly candidateId?: string;
      readonly stage?: string;
    };
    // The centre's own last word on a list, "withdrawn", says nothing of a person and stays.
    if (doc.stage === 'withdrawn') return;
    const { id, candidateId = id } = doc;
    for (const person of [candidateId, ...namesIn(doc)]) {
      const keys = this.keysOver(person);
      if (!keys.has(keyId)) this.#residue.set(person, new Set([...keys, keyId]));
    }
  }

  get isEmpty(): boolean {
    return [...(this.#tables?.values() ?? [])].every((rows) => rows.size === 0);
  }

  /** The next opening finds it damaged. */
  damage(): void {
    this.#isBroken = this.#tables !== null;
  }

  /** Some rows are lost, older or too many, and nothing says so; says how many. */
  rot(chance: Chance): number {
    const names = ROTTING.filter((name) => this.#tables?.get(name)?.size);
    const times = names.length === 0 ? 0 : 1 + chance.int(3);
    for (let n = 0; n < times; n++) {
      const name = chance.pick(names);
      const rows = this.#tables?.get(name) ?? new Map<string, Kept>();
      const kept = rows.get(chance.pick([...rows.keys(), '']));
      if (!kept) continue;
      const rotten = rottenOf(kept.row as Tables[typeof name]['row'], chance);
      const key = (row: Row) => String(KEY_OF[name](row as never));
      if (rotten === null) rows.delete(key(kept.row));
      else rows.set(key(rotten), { ...kept, row: rotten });
    }
    return times;
  }

  rows<Name extends TableName>(table: Name): readonly Tables[Name]['row'][] {
    const kept = this.#tables?.get(table)?.values() ?? [];
    return [...kept].map(({ row }) => row as Tables[Name]['row']);
  }

  /** The disk as one run of the worker sees it. */
  mount(owner: DiskOwner): Disk {
    return {
      open: async ({ generation, keys }) => {
        const fate = owner.openFate();
        if (fate.is === 'error') throw named('UnknownError');
        if (fate.afterMs > 0) await owner.wait(fate.afterMs);
        if (owner.isOver()) await never();
        let rebuilt: 'empty' | 'other-generation' | null = null;
        if (this.#tables === null) rebuilt = 'empty';
        else if (this.#isBroken) {
          this.#loseSome();
          owner.rebuilt();
          return { cache: this.#cache(owner, keys), rebuilt: 'damaged' };
        } else if (this.#generation !== generation) rebuilt = 'other-generation';
        if (rebuilt !== null) {
          this.#tables = new Map(TABLE_NAMES.map((name) => [name, new Map()]));
          this.#probes.clear();
          this.#generation = generation;
          owner.rebuilt();
        }
        return { cache: this.#cache(owner, keys), rebuilt };
      },
      destroy: async () => this.lose(),
      dropOthers: async () => {},
      destroyAll: async () => {
        if (owner.isOver()) await never();
        this.emptied += 1;
        this.lose();
      },
    };
  }

  /** A third of all rows is gone, and once in a while a whole table. */
  #loseSome(): void {
    this.#damages += 1;
    for (const [name, rows] of this.#tables ?? []) {
      const isGone = (TABLE_NAMES.indexOf(name) + this.#damages) % 9 === 0;
      [...rows.keys()].forEach((key, index) => {
        if (isGone || (index + this.#damages) % 3 === 0) rows.delete(key);
      });
    }
  }

  #cache(owner: DiskOwner, keys: DexieCacheParts['keys']): Cache {
    const opened = new Map<string, boolean>();
    const opens = (stream: StreamId, keyId: string): boolean => {
      const lock = `${stream} ${keyId}`;
      const known = opened.get(lock) ?? doesOpen(keys, this.#probes.get(lock), [stream, keyId]);
      opened.set(lock, known);
      return known;
    };
    const lockFor = (stream: StreamId): string => {
      const sealer = keys.sealerOf(stream);
      const { keyId } = sealer;
      if (!opens(stream, keyId)) {
        const lock = `${stream} ${keyId}`;
        this.#probes.set(lock, sealer.sealJson(lock, 'probe'));
        opened.set(lock, true);
      }
      return keyId;
    };
    const table = (name: TableName) => this.#tables?.get(name) ?? new Map<string, Kept>();
    const read = ({ row, keyId }: Kept): Row => {
      if (keyId !== null && !opens(streamOf(row), keyId)) throw new SealBroken();
      return row;
    };
    const apply = (op: Op): void => {
      if (!('put' in op)) {
        table(op.table).delete(String(op.remove));
        return;
      }
      const keyId = SEALED.includes(op.table) ? lockFor(streamOf(op.put)) : null;
      if (keyId !== null) this.#remember(op.put, keyId);
      table(op.table).set(String(KEY_OF[op.table](op.put as never)), { row: op.put, keyId });
    };
    const commit = async (act: () => void): Promise<void> => {
      const fate = owner.fate();
      if (fate === 'full') throw named('QuotaExceededError');
      if (fate === 'aborted') throw named('AbortError');
      const pauseMs = owner.pauseMs();
      if (pauseMs > 0) await owner.wait(pauseMs);
      if (owner.isOver()) await never();
      if (fate !== 'cut before') act();
      if (fate === 'done') return;
      owner.cut();
      await never();
    };
    const keysOf = (name: TableName) =>
      [...table(name).values()].map(({ row }) => KEY_OF[name](row as never) as never);
    return {
      get: async (name, key) => {
        const kept = table(name).get(String(key));
        return kept && read(kept);
      },
      getMany: async (name, keys) =>
        keys.flatMap((key) => {
          const kept = table(name).get(String(key));
          return kept ? [read(kept) as never] : [];
        }),
      all: async (name) => [...table(name).values()].map((kept) => read(kept) as never),
      keys: async (name) => keysOf(name),
      keysLeft: async (name) => keysOf(name),
      write: (ops) =>
        commit(() => {
          for (const op of ops) apply(op);
          owner.written(ops);
        }),
      async reseal() {
        for (const name of SEALED) {
          const rows = [...table(name).values()].map(read);
          await commit(() => {
            for (const row of rows) apply({ table: name, put: row } as Op);
          });
        }
      },
      close: () => {},
    };
  }
}

const never = () => new Promise<void>(() => {});

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

function streamOf(row: Row): StreamId {
  return 'stream' in row ? row.stream : POOL;
}

function doesOpen(
  keys: DexieCacheParts['keys'],
  probe: Uint8Array | undefined,
  [stream, keyId]: readonly [StreamId, string],
): boolean {
  try {
    if (probe) keys.sealerOf(stream, keyId).openJson(probe, 'probe');
    return probe !== undefined;
  } catch {
    return false;
  }
}
