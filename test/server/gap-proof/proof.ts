import type { StreamId } from '#contract/brands.ts';
import { migrate } from '#server/db/migrate.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { startCluster } from '../postgres-cluster.ts';
import {
  addFaultyNumbering,
  type Numbering,
  PLAIN_SEQUENCE,
  PUBLISHED,
  SEQUENCE_AND_XMIN,
} from './numbering.ts';
import { type RaceResult, race } from './race.ts';

/** The most time a numbering that does not hold is given to be caught (sync.md 3.7). */
const CATCH_WITHIN_MS = 20_000;
const ROUND_MS = 2_000;

/** Every race has streams of its own. */
function streamsOf(name: string): readonly StreamId[] {
  return Array.from({ length: 41 }, (_, number) => `council:${name}-${number}` as StreamId);
}

/** What the proof came to. */
export interface Proof {
  readonly ours: RaceResult;
  /** The two that must be caught, each with the time it took. */
  readonly faulty: readonly { readonly result: RaceResult; readonly caughtMs: number | null }[];
}

/** Runs the proof on a cluster of its own, fsync on; ends it whatever happens. */
export async function prove(options: {
  readonly seconds: number;
  readonly writers: number;
  readonly seed: number;
  readonly hasCrash: boolean;
}): Promise<Proof> {
  const cluster = await startCluster({ isDurable: true });
  const { writers, seed } = options;
  // One for each writer, for the reader and for the killer.
  const database = openPostgres({ url: cluster.url, connections: writers + 3 });
  try {
    await migrate(database.sql);
    await addFaultyNumbering(database.sql);
    const faulty = [];
    for (const numbering of [PLAIN_SEQUENCE, SEQUENCE_AND_XMIN]) {
      faulty.push(await catchOut(numbering));
    }
    const forMs = options.seconds * 1000;
    const { hasCrash } = options;
    const ours = await race(database, PUBLISHED, streamsOf('ours'), {
      forMs,
      writers,
      seed,
      hasCrash,
    });
    return { ours, faulty };
  } finally {
    await database.close();
    await cluster.stop();
  }

  async function catchOut(numbering: Numbering) {
    const startedAt = performance.now();
    for (let round = 1; ; round += 1) {
      const how = { forMs: ROUND_MS, writers, seed: seed + round, hasCrash: false };
      const streams = streamsOf(`${numbering.name}-${round}`);
      const result = await race(database, numbering, streams, how);
      const ms = performance.now() - startedAt;
      if (result.lost > 0) return { result, caughtMs: Math.round(ms) };
      if (ms > CATCH_WITHIN_MS) return { result, caughtMs: null };
    }
  }
}

/** Does everything hold that must hold of the centre's own numbering? */
export function holds({ lost, backwards, holes, deadlocks, untrue }: RaceResult): boolean {
  return lost === 0 && backwards === 0 && holes === 0 && deadlocks === 0 && untrue === 0;
}
