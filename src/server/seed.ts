import { sql } from 'kysely';
import { councilStream, POOL, PRESENCE, PROGRAMME, type StreamId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { RecordKind, RecordOf } from '#contract/records/kinds.ts';
import type { Programme } from '#contract/records/programme.ts';
import { inTransaction, type Sql } from './db/database.ts';
import type { PeopleRead } from './modules/pool/repository.ts';
import {
  addCouncils,
  addRecruiters,
  type Council,
  type Recruiter,
} from './modules/session/repository.ts';
import { addStreams, type Change, publish } from './modules/streams/feed.ts';

/** A record of a council's own work, with the stream it belongs to. */
export type SeedRecord = {
  readonly [Kind in RecordKind]: {
    readonly stream: StreamId;
    readonly kind: Kind;
    readonly record: RecordOf[Kind];
  };
}[RecordKind];

/** Everything an empty centre is filled with. */
export interface Seed {
  /** What made it, to be told again at the next start. */
  readonly label: string;
  readonly councils: readonly Council[];
  readonly recruiters: readonly Recruiter[];
  readonly programme: Programme;
  readonly peopleCount: number;
  /** Makes them one by one, the same each time: 105,000 need not be held at once. */
  readonly people: () => Iterable<Candidate>;
  readonly work: readonly SeedRecord[];
}

/** One lock of a stream's counter for so many rows. */
const CHUNK = 1_000;
const TELL_EVERY = 20_000;
const UNFINISHED = 'unfinished';

/** What the centre was filled with; null = with nothing yet. */
export async function readSeedLabel(database: Sql): Promise<string | null> {
  const result = await sql<{ sample: string | null }>`select sample from central_state`.execute(
    database,
  );
  const label = result.rows[0]?.sample ?? null;
  return label === UNFINISHED ? null : label;
}

/**
 * Fills an empty centre and returns the people as they went in, for the buckets.
 *
 * A filling that was cut short is taken out first and done again. Records that were not
 * put in by a filling are never touched: then this throws.
 */
export async function fill(
  database: Sql,
  seed: Seed,
  say: (line: string) => void,
): Promise<PeopleRead> {
  await empty(database);
  await addStreams(database, [
    POOL,
    PROGRAMME,
    PRESENCE,
    ...seed.councils.map((council) => councilStream(council.id)),
  ]);
  await addCouncils(database, seed.councils);
  await addRecruiters(database, seed.recruiters);
  const upTo = await publishAll(database, inPool(seed.people()), (done) => {
    if (done % TELL_EVERY !== 0 && done !== seed.peopleCount) return;
    say(`Filling the centre: ${done} of ${seed.peopleCount} people`);
  });
  const programme = { stream: PROGRAMME, kind: 'programme', record: seed.programme } as const;
  await publishAll(database, [programme, ...seed.work], () => {});
  await sql`update central_state set sample = ${seed.label}`.execute(database);
  return { upTo, count: seed.peopleCount, people: seed.people() };
}

async function empty(database: Sql): Promise<void> {
  const result = await sql<{ sample: string | null; isEmpty: boolean }>`
    select sample, not exists (select 1 from sync_body) as "isEmpty"
    from central_state`.execute(database);
  const state = result.rows[0];
  if (!state?.isEmpty && state?.sample !== UNFINISHED) {
    throw new Error('this centre already holds records: it is not filled again');
  }
  await sql`truncate sync_past, sync_body, sync_item, sync_stream, recruiter, council`.execute(
    database,
  );
  await sql`update central_state set sample = ${UNFINISHED}`.execute(database);
}

function added({ stream, kind, record }: SeedRecord): Change {
  return { stream, kind, id: record.id, op: 'u', doc: record, isNew: true };
}

function* inPool(people: Iterable<Candidate>): Generator<SeedRecord> {
  for (const record of people) yield { stream: POOL, kind: 'candidate', record };
}

/** Publishes in chunks; returns the highest sequence given. */
async function publishAll(
  database: Sql,
  records: Iterable<SeedRecord>,
  told: (done: number) => void,
): Promise<number> {
  let highest = 0;
  let done = 0;
  let chunk: Change[] = [];
  const flush = async () => {
    const sequences = await inTransaction(database, (sql) => publish(sql, chunk));
    for (const seq of sequences.values()) highest = Math.max(highest, seq);
    done += chunk.length;
    chunk = [];
    told(done);
  };
  for (const record of records) {
    chunk.push(added(record));
    if (chunk.length === CHUNK) await flush();
  }
  if (chunk.length > 0) await flush();
  return highest;
}
