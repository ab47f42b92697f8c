import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { StreamId } from '#contract/brands.ts';
import { type Database, isAnswering } from '#server/db/database.ts';
import { addStreams } from '#server/modules/streams/feed.ts';
import { createChance } from '../../simulation/chance.ts';
import { Killer } from './killer.ts';
import { type Numbering, touchKey } from './numbering.ts';
import { Reader } from './reader.ts';
import { aUuid, Writer, type WrittenUnit } from './writer.ts';

/** How long, how many, and by which chance. */
export interface RaceOptions {
  readonly forMs: number;
  readonly writers: number;
  readonly seed: number;
  /** One backend ends by SIGKILL half way: the server restarts all and recovers. */
  readonly hasCrash: boolean;
}

/** What a race came to; everything but the first group must be 0 for a feed that holds. */
export interface RaceResult {
  readonly name: string;
  readonly units: number;
  readonly changes: number;
  readonly perSecond: number;
  readonly rolledBack: number;
  readonly killed: number;
  /** Times the whole server went down and recovered. */
  readonly crashes: number;
  readonly doubtful: number;
  /** Committed changes the reader never saw, at the last number of their record. */
  readonly lost: number;
  /** Times a record, a cursor or a head went back, or a row came that was not asked for. */
  readonly backwards: number;
  /** Numbers of a stream that no committed change has, or two have; null = does not apply. */
  readonly holes: number | null;
  readonly deadlocks: number;
  /** Answered as committed, and not there; or told to the reader, and never committed. */
  readonly untrue: number;
}

/**
 * Writers with delays, rollbacks, savepoints and killed connections against a reader that
 * follows every stream by cursor; then counts what the reader was not told.
 */
export async function race(
  database: Database,
  numbering: Numbering,
  streams: readonly StreamId[],
  options: RaceOptions,
): Promise<RaceResult> {
  const chance = createChance(options.seed);
  await addStreams(database.sql, streams);
  await sql`create table if not exists proof_unit (id uuid primary key)`.execute(database.sql);
  // Records that many writers go on changing, and the reader's first page behind it.
  const shared = streams.map((stream) => ({ stream, ids: [aUuid(chance), aUuid(chance)] }));
  const context = { database: database.sql, numbering, shared };
  const first = new Writer(context, chance.fork());
  for (const { stream, ids } of shared) {
    await first.make(ids.map((id) => ({ stream, id, isRemoval: false })));
  }
  const reader = new Reader(database.sql, numbering, streams, chance.fork());
  await reader.readAll();

  const startedAt = performance.now();
  const isOver = () => performance.now() - startedAt > options.forMs;
  const writers = Array.from({ length: options.writers }, () => new Writer(context, chance.fork()));
  const killer = new Killer(database.sql, chance.fork());
  const writing = Promise.all([
    ...writers.map((writer) => writer.runUntil(isOver)),
    killer.runUntil(isOver, options.hasCrash ? options.forMs / 2 : Infinity),
  ]);
  let isWriting = true;
  const reading = reader.runUntil(() => !isWriting);
  await writing.finally(() => {
    isWriting = false;
  });
  const seconds = (performance.now() - startedAt) / 1000;
  await reading;
  while (!(await isAnswering(database.sql))) await sleep(50);
  await reader.readAll();

  const everybody = [first, ...writers];
  const acknowledged = everybody.flatMap((writer) => writer.acknowledged);
  const doubtful = everybody.flatMap((writer) => writer.doubtful);
  const there = await unitsThere(database, [...acknowledged, ...doubtful]);
  const committed = [...acknowledged, ...doubtful].filter(({ unit }) => there.has(unit));
  const last = new Map<string, { readonly seq: number; readonly unit: string }>();
  const given = new Map<StreamId, number[]>();
  for (const { unit, numbers } of committed) {
    for (const [key, seq] of numbers) {
      if (seq > (last.get(key)?.seq ?? 0)) last.set(key, { seq, unit });
      const stream = key.slice(0, key.indexOf(' ')) as StreamId;
      given.set(stream, [...(given.get(stream) ?? []), seq]);
    }
  }
  const stored = new Map(
    (await numbering.numbers(database.sql)).map((row) => [touchKey(row), row.seq] as const),
  );
  const lost = [...last].filter(([key, { seq, unit }]) => {
    const seen = reader.seen.get(key);
    // A removal is told without the record it was.
    return seen?.seq !== seq || (seen.unit !== null && seen.unit !== unit);
  });
  const misplaced = [...last].filter(([key, { seq }]) => stored.get(key) !== seq).length;
  const known = new Set(committed.map(({ unit }) => unit));
  const foreign = [...reader.seen.values()].filter(
    ({ unit }) => unit !== null && !known.has(unit),
  ).length;
  return {
    name: numbering.name,
    units: committed.length,
    changes: committed.reduce((sum, { numbers }) => sum + numbers.size, 0),
    perSecond: Math.round(committed.length / seconds),
    rolledBack: sum(everybody.map((writer) => writer.rolledBack)),
    killed: killer.killed,
    crashes: killer.crashes,
    doubtful: doubtful.length,
    lost: lost.length,
    backwards: reader.backwards,
    holes: reader.heads.size > 0 ? holesIn(reader.heads, given) : null,
    deadlocks: sum(everybody.map((writer) => writer.deadlocks)),
    untrue: acknowledged.filter(({ unit }) => !there.has(unit)).length + misplaced + foreign,
  };
}

async function unitsThere(
  database: Database,
  units: readonly WrittenUnit[],
): Promise<ReadonlySet<string>> {
  const ids = units.map(({ unit }) => unit);
  const result = await sql<{ id: string }>`select id::text as id from proof_unit
    where id = any(${ids}::uuid[])`.execute(database.sql);
  return new Set(result.rows.map(({ id }) => id));
}

/** How many of 1 to the head have not exactly one committed change. */
function holesIn(
  heads: ReadonlyMap<StreamId, number>,
  given: ReadonlyMap<StreamId, readonly number[]>,
): number {
  let holes = 0;
  for (const [stream, head] of heads) {
    const numbers = given.get(stream) ?? [];
    const within = new Set(numbers.filter((seq) => seq >= 1 && seq <= head));
    holes += head - within.size + (numbers.length - within.size);
  }
  return holes;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
