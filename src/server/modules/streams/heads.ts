import type { StreamId } from '#contract/brands.ts';
import type { Heads as HeadsAnswer } from '#contract/http/streams.ts';
import type { Database } from '#server/db/database.ts';
import { type Caller, type Granted, grantsOf } from '#server/plugins/callers.ts';
import { readStreams, type StreamState } from './repository.ts';

/** Another process may have written: on PostgreSQL the counters are looked at this often. */
const LOOK_EVERY_MS = 1_000;

/**
 * Where every stream stands, held in memory so that idle polls cost no query.
 *
 * It may lag another process by a second: that is delay, never loss, because data are
 * always read from the database.
 */
export class Heads {
  readonly #database: Database;
  readonly #states = new Map<StreamId, StreamState>();
  readonly #listeners = new Set<(moved: readonly StreamId[]) => void>();
  #timer: NodeJS.Timeout | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Reads the counters, and on PostgreSQL keeps looking. */
  async start(): Promise<void> {
    await this.look();
    if (this.#database.engine !== 'postgres') return;
    // A look that fails is not repeated here: the next one is a second away.
    this.#timer = setInterval(() => void this.look().catch(() => {}), LOOK_EVERY_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#listeners.clear();
  }

  get(stream: StreamId): StreamState | null {
    return this.#states.get(stream) ?? null;
  }

  /** Looks at the counters and tells who listens which streams have moved. */
  async look(): Promise<void> {
    const moved: StreamId[] = [];
    for (const state of await readStreams(this.#database.sql)) {
      const known = this.#states.get(state.stream);
      // Two looks may end in the wrong order: a counter of one epoch never goes back.
      if (known && known.epoch === state.epoch && known.head >= state.head) continue;
      this.#states.set(state.stream, state);
      moved.push(state.stream);
    }
    if (moved.length > 0) for (const listener of this.#listeners) listener(moved);
  }

  /** Calls back whenever streams have moved; returns the way to stop that. */
  onMove(listener: (moved: readonly StreamId[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Builds the hint of where the caller's streams stand; never data. */
export function headsFor(caller: Granted & Pick<Caller, 'grantsRev'>, heads: Heads): HeadsAnswer {
  const mine = grantsOf(caller).flatMap(({ stream }) => {
    const state = heads.get(stream);
    return state ? [[stream, { epoch: state.epoch, seq: state.head }] as const] : [];
  });
  return { grantsRev: caller.grantsRev, heads: Object.fromEntries(mine) };
}
