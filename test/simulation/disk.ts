import { POOL, type StreamId } from '#contract/brands.ts';
import { SealBroken, type Sealer } from '#core/crypto/seal.ts';
import {
  type Cache,
  KEY_OF,
  type Op,
  TABLE_NAMES,
  type TableName,
  type Tables,
} from '#renderer/worker/cache/cache.ts';
import type { Disk } from '#renderer/worker/replica/replica.ts';

/** What happens to a write: nothing special, an error, or the end of the process around it. */
export type WriteFate = 'done' | 'full' | 'cut before' | 'cut after';

/** What the disk tells, and asks, its laptop. */
export interface DiskOwner {
  /** Says what becomes of a write. */
  fate(): WriteFate;
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
  /** Names the key that sealed it; null = not sealed. */
  readonly lock: string | null;
}

interface Lock {
  readonly id: string;
  readonly probe: Uint8Array;
}

type KeptTables = Map<TableName, Map<string, Kept>>;

function copyOf(tables: KeptTables | null): KeptTables | null {
  return tables && new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));
}

/** One laptop's disk: what survives the end of every process, as IndexedDB would keep it. */
export class SimulatedDisk {
  #tables: KeptTables | null = null;
  #generation = '';
  #locks = new Map<StreamId, Lock>();
  #nextLock = 1;
  #isBroken = false;

  /** Everything is gone, as after an eviction. */
  lose(): void {
    this.#tables = null;
    this.#locks.clear();
  }

  /** Takes a copy; gives what puts it back. */
  copy(): () => void {
    const [tables, generation, isBroken] = [copyOf(this.#tables), this.#generation, this.#isBroken];
    const locks = new Map(this.#locks);
    return () => {
      this.#tables = copyOf(tables);
      this.#locks = new Map(locks);
      this.#generation = generation;
      this.#isBroken = isBroken;
    };
  }

  /** The next opening finds it damaged. */
  damage(): void {
    this.#isBroken = this.#tables !== null;
  }

  rows<Name extends TableName>(table: Name): readonly Tables[Name]['row'][] {
    const kept = this.#tables?.get(table)?.values() ?? [];
    return [...kept].map(({ row }) => row as Tables[Name]['row']);
  }

  /** The disk as one run of the worker sees it. */
  mount(owner: DiskOwner): Disk {
    return {
      open: async ({ generation, sealerOf }) => {
        let rebuilt: 'empty' | 'damaged' | 'other-generation' | null = null;
        if (this.#tables === null) rebuilt = 'empty';
        else if (this.#isBroken) rebuilt = 'damaged';
        else if (this.#generation !== generation) rebuilt = 'other-generation';
        if (rebuilt !== null) {
          this.#tables = new Map(TABLE_NAMES.map((name) => [name, new Map()]));
          this.#locks.clear();
          this.#generation = generation;
          this.#isBroken = false;
          owner.rebuilt();
        }
        return { cache: this.#cache(owner, sealerOf), rebuilt };
      },
      destroy: async () => this.lose(),
      dropOthers: async () => {},
    };
  }

  #cache(owner: DiskOwner, sealerOf: (stream: StreamId) => Sealer): Cache {
    const opened = new Map<StreamId, string | null>();
    const lockOf = (stream: StreamId): string | null => {
      const known = opened.get(stream);
      if (known !== undefined) return known;
      const lock = this.#locks.get(stream);
      const id = lock && opens(sealerOf(stream), lock.probe) ? lock.id : null;
      opened.set(stream, id);
      return id;
    };
    const lockFor = (stream: StreamId): string => {
      const held = lockOf(stream);
      if (held !== null) return held;
      const id = `lock ${this.#nextLock++}`;
      this.#locks.set(stream, { id, probe: sealerOf(stream).sealJson(id, 'probe') });
      opened.set(stream, id);
      return id;
    };
    const table = (name: TableName) => this.#tables?.get(name) ?? new Map<string, Kept>();
    const read = ({ row, lock }: Kept): Row => {
      if (lock !== null && lockOf(streamOf(row)) !== lock) throw new SealBroken();
      return row;
    };
    const apply = (op: Op): void => {
      if (!('put' in op)) {
        table(op.table).delete(String(op.remove));
        return;
      }
      const isSealed = op.table === 'row' || op.table === 'poolDelta';
      const lock = isSealed ? lockFor(streamOf(op.put)) : null;
      table(op.table).set(String(KEY_OF[op.table](op.put as never)), { row: op.put, lock });
    };
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
      keys: async (name) =>
        [...table(name).values()].map(({ row }) => KEY_OF[name](row as never) as never),
      write: async (ops) => {
        const fate = owner.fate();
        if (fate === 'full') {
          throw Object.assign(new Error('disk full'), { name: 'QuotaExceededError' });
        }
        if (fate !== 'cut before') {
          for (const op of ops) apply(op);
          owner.written(ops);
        }
        if (fate === 'done') return;
        owner.cut();
        await new Promise(() => {});
      },
      close: () => {},
    };
  }
}

function streamOf(row: Row): StreamId {
  return 'stream' in row ? row.stream : POOL;
}

function opens(sealer: Sealer, probe: Uint8Array): boolean {
  try {
    sealer.openJson(probe, 'probe');
    return true;
  } catch {
    return false;
  }
}
