import type { CandidateId, IsoInstant } from '#contract/brands.ts';
import { POOL } from '#contract/brands.ts';
import type { Result } from '#contract/errors.ts';
import { PERSON_FIELDS } from '#contract/generated/validators.js';
import type { JournalEntry } from '#contract/journal.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Standing, StreamCursor } from '#contract/replica-port.ts';
import type { Clock, Random } from '#core/ports.ts';
import type { Disk } from '#renderer/worker/cache/disk.ts';
import { type CommandDone, runCommand } from '#renderer/worker/commands/run-command.ts';
import { openReplica, type Replica } from '#renderer/worker/replica/replica.ts';
import { createMainPort } from '#renderer/worker/serve-port.ts';
import type { DataSession } from '#renderer/worker/session.ts';
import { buildShownWork, type ShownWork } from '#renderer/worker/shown-work.ts';

/** The data worker of one window. */
export interface Worker {
  /** What the screens show; null while nothing is open. */
  shown(): ShownWork | null;
  /** Everyone who can be found. */
  people(): ReadonlyMap<CandidateId, Candidate>;
  /** Everyone who could be found at some time: a page may show them still. */
  everShown(): ReadonlySet<CandidateId>;
  /** Where its copy stands, be it on the disk or in memory. */
  cursors(): readonly StreamCursor[];
  command(drafts: readonly CommandDraft[]): Promise<Result<CommandDone> | null>;
}

/** What the world gives a worker. */
export interface WorkerParts {
  readonly port: MessagePort;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  /** What the screens show has changed. */
  readonly changed: () => void;
}

/**
 * Starts the data worker: the production port, replica, commands and replay.
 *
 * Only the search index is a map here; `renderer/worker/session.ts` joins the same parts
 * to the real one, and is too slow to start thousands of times.
 */
export function startWorker({ port, disk, clock, random, changed }: WorkerParts): Worker {
  const people = new Map<CandidateId, Candidate>();
  const everShown = new Set<CandidateId>();
  const put = (some: readonly Candidate[]) => {
    for (const person of some) {
      people.set(person.id, wholePerson(person));
      everShown.add(person.id);
    }
  };
  const sink = {
    put,
    *take(some: readonly Candidate[]) {
      yield;
      put(some);
    },
    remove: (ids: readonly CandidateId[]) => {
      for (const id of ids) people.delete(id);
    },
    clear: () => people.clear(),
    count: () => people.size,
  };
  let replica: Replica | null = null;
  let entries: readonly JournalEntry[] = [];
  /** Null while nothing has asked for it since the last change. */
  let shown: ShownWork | null = null;
  let standing: Standing | null = null;

  function relay(): void {
    shown = null;
    if (replica) changed();
  }

  function look(): ShownWork | null {
    if (!replica) return null;
    const held = replica;
    shown ??= buildShownWork({
      owner: { ...held.owner, standing: standing ?? held.owner.standing },
      confirmed: held.rows,
      entries,
      personHeld: held.holds(POOL) ? (id) => people.has(id) : (id) => !held.hasWithdrawn(id),
    });
    return shown;
  }

  function forget(): void {
    people.clear();
    replica?.close();
    replica = null;
    shown = null;
  }

  function current(): Replica {
    if (!replica) throw new Error('Nothing is open.');
    return replica;
  }

  const calls: DataSession['calls'] = {
    async open(input) {
      forget();
      standing = input.owner.standing;
      replica = await openReplica(input, { sink, random, onProgress: () => {}, disk });
      entries = input.entries;
      relay();
      return replica.state;
    },
    manifest: (input) => current().manifest(input),
    buckets: (input) => current().buckets(input),
    async 'buckets-done'(input) {
      const applied = await current().finishBuckets(input);
      relay();
      return applied;
    },
    async page(input) {
      const { applied } = await current().page(input);
      relay();
      return applied;
    },
    digest: (input) => current().digest(input),
    async group(input) {
      const healed = await current().group(input);
      relay();
      return healed;
    },
    compared: (input) => current().compared(input),
    async 'caught-up'({ at }) {
      await current().noteCaughtUp(at as IsoInstant);
      return { people: people.size };
    },
    journal(input) {
      entries = input.entries;
      relay();
      return null;
    },
    async reseal({ keys }) {
      await current().reseal(keys);
      return null;
    },
    async purge({ stream }) {
      await current().purge(stream);
      relay();
      return null;
    },
    async erase({ people }) {
      await current().erase(people);
      relay();
      return null;
    },
    standing(input) {
      standing = input;
      relay();
      return null;
    },
    async wipe() {
      forget();
      await disk.destroyAll();
      return null;
    },
    lock() {
      forget();
      entries = [];
      return null;
    },
  };

  const main = createMainPort(() => ({ calls, tidy: async () => replica?.tidy() }));
  main.attach(port);

  return {
    shown: look,
    people: () => people,
    everShown: () => everShown,
    cursors: () => replica?.state.cursors ?? [],
    async command(drafts) {
      const now = look();
      if (!now) return null;
      const done = await runCommand({ drafts }, { shown: now, clock, random, append: main.append });
      if (!done.ok) return done;
      const known = new Set(entries.map(({ id }) => id));
      entries = [...entries, ...done.value.entries.filter(({ id }) => !known.has(id))];
      relay();
      return done;
    },
  };
}

/** A person of a bucket is read field by field: here they are kept whole. */
function wholePerson(person: Candidate): Candidate {
  const whole: Partial<Record<keyof Candidate, unknown>> = {};
  for (const { name } of PERSON_FIELDS) {
    const value = person[name];
    if (value !== undefined) whole[name] = value;
  }
  return whole as Candidate;
}
