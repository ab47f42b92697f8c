import { type IsoDate, type IsoInstant, POOL } from '#contract/brands.ts';
import { fail, ok } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Queries, Topic } from '#contract/queries.ts';
import { TOPICS } from '#contract/queries.ts';
import type { ReplicaCalls, Standing } from '#contract/replica-port.ts';
import { londonDay } from '#core/domain/days.ts';
import type { Clock, Random } from '#core/ports.ts';
import type { PeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { type CommandParts, runCommand } from './commands/run-command.ts';
import { inParts } from './in-parts.ts';
import { createPeopleHost } from './people-host.ts';
import { createFindQueries } from './queries/find-queries.ts';
import { readInsights } from './queries/insights-query.ts';
import { readMatch } from './queries/match-query.ts';
import { readPersonView } from './queries/person-query.ts';
import { councilBase, type QueryContext } from './queries/query-context.ts';
import { readSearches } from './queries/searches-query.ts';
import { readColleagues, readProgramme, readStories } from './queries/small-queries.ts';
import { readStore } from './queries/store-query.ts';
import { readToday } from './queries/today-query.ts';
import { twoEditsIn } from './queries/two-edits.ts';
import { readVacancies, readVacancy } from './queries/vacancy-queries.ts';
import { destroyCaches, openReplica, type Replica } from './replica/replica.ts';
import { type Unpacked, unpackBuckets } from './replica/take-buckets.ts';
import { buildShownWork, type ShownWork } from './shown-work.ts';
import { warmUp } from './warm-up.ts';
import { watchOpening } from './watch-opening.ts';

const NOBODY = fail('AUTH_SIGN_IN_AGAIN', 'Nobody is signed in, so this was not saved.');

/** What the world gives the data worker. */
export interface SessionParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly append: CommandParts['append'];
  /** Tells the page which groups of data changed. */
  readonly emit: (topics: readonly Topic[]) => void;
  /** An opening waits for an answer that does not come: only a fresh worker helps. */
  readonly onStuck: () => void;
}

type Handlers<Calls extends { [Name in keyof Calls]: { input: unknown; output: unknown } }> = {
  readonly [Name in keyof Calls]: (
    input: Calls[Name]['input'],
  ) => Calls[Name]['output'] | Promise<Calls[Name]['output']>;
};

/** The data worker without its message ports. */
export interface DataSession {
  /** What main may call; the caller sees to it that one runs at a time. */
  readonly calls: Handlers<ReplicaCalls>;
  /** What the page may ask; questions wait while nothing is open. */
  readonly queries: Handlers<Queries>;
  /** Begins what can be done of a call before its turn comes; changes nothing. */
  readonly foresee: (input: ReplicaCalls['buckets']['input']) => void;
  /** Work for idle time, between two calls of main. */
  readonly tidy: () => Promise<void>;
  /** Notices a new day. */
  readonly tick: () => void;
}

/** Joins cache, index, journal and queries for one recruiter at a time. */
export function createDataSession(parts: SessionParts): DataSession {
  const { clock, random, append, emit } = parts;
  const places = createPlaces();
  let today: IsoDate = londonDay(clock.nowMs());
  const host = createPeopleHost(places, today);
  const moment = {
    marks: () =>
      shown && replica
        ? {
            notSent: shown.peopleNotSent,
            twoEdits: twoEditsIn({ shown, owner: replica.owner, people: host.index }).people,
          }
        : undefined,
    home: () => replica && councilBase(replica.owner),
    places,
    vacancyRef: (id: string) => shown?.get('vacancy', id)?.record.ref ?? null,
    clock,
  };
  let finds = createFindQueries(host, moment);
  let replica: Replica | null = null;
  let entries: readonly JournalEntry[] = [];
  let shown: ShownWork | null = null;
  /** The index that has answered its first questions already. */
  let warmed: PeopleIndex | null = null;
  let opened = Promise.withResolvers<Replica>();
  /** Signed out: unlike while the cache opens, nothing is waited for. */
  let isLocked = false;
  /** How often the laptop has changed hands. */
  let hands = 0;
  /** Newer than what the cache was opened with. */
  let standing: Standing | null = null;
  let lastSave: Promise<unknown> = Promise.resolve();
  /** Buckets that wait for their turn, unpacked meanwhile. */
  const unpacked = new WeakMap<object, Promise<Unpacked>>();
  /** The first people can be found, or there are none. */
  let findable = Promise.withResolvers<void>();

  /** Lays the journal over the rows again and tells the index what is ours. */
  function relay(): void {
    if (!replica) return;
    const held = replica;
    shown = buildShownWork({
      owner: { ...held.owner, standing: standing ?? held.owner.standing },
      confirmed: held.rows,
      entries,
      // Before the first sync has ended, nobody missing is known to have left.
      personHeld: held.holds(POOL) ? host.has : (id) => !held.hasWithdrawn(id),
    });
    host.setOwnWork(shown.own);
  }

  function forget(): void {
    host.clear();
    finds = createFindQueries(host, moment);
    shown = null;
    // What was asked before anything was open still waits for the first opening.
    if (!replica) return;
    replica.close();
    replica = null;
    opened = Promise.withResolvers();
    findable = Promise.withResolvers();
  }

  async function context(): Promise<QueryContext> {
    const held = await opened.promise;
    if (!shown) throw new Error('The session was locked while it was read.');
    return { owner: held.owner, replica: held, people: host.index, shown, today };
  }

  function current(): Replica {
    if (!replica) throw new Error('Nothing is open.');
    return replica;
  }

  function changed(topics: readonly Topic[]): void {
    relay();
    emit(topics);
  }

  const calls: DataSession['calls'] = {
    async open(input) {
      forget();
      isLocked = false;
      standing = input.owner.standing;
      const onProgress = () => {
        findable.resolve();
        emit(['people']);
      };
      const watch = watchOpening(parts.onStuck);
      const onAnswer = watch.heard;
      try {
        replica = await openReplica(input, { sink: host, random, onProgress, onAnswer });
      } finally {
        watch.stop();
      }
      entries = input.entries;
      relay();
      opened.resolve(replica);
      findable.resolve();
      emit(TOPICS);
      return replica.state;
    },
    manifest: (input) => current().manifest(input),
    async buckets(input) {
      const done = await current().buckets(input, unpacked.get(input));
      emit(['people']);
      return done;
    },
    async 'buckets-done'(input) {
      const applied = await current().finishBuckets(input);
      changed(['people', 'work', 'store']);
      return applied;
    },
    async page(input) {
      const { applied, isOnlyNews } = await current().page(input);
      changed(isOnlyNews ? ['people'] : TOPICS);
      return applied;
    },
    digest: (input) => current().digest(input),
    async group(input) {
      const healed = await current().group(input);
      if (healed.changed > 0 || healed.setAside > 0) changed(TOPICS);
      return healed;
    },
    compared: (input) => current().compared(input),
    async 'caught-up'({ at }) {
      await current().noteCaughtUp(at as IsoInstant);
      emit(['store']);
      return { people: host.count() };
    },
    journal(input) {
      entries = input.entries;
      changed(['work', 'people', 'store']);
      return null;
    },
    async reseal({ keys }) {
      await current().reseal(keys);
      return null;
    },
    async purge({ stream }) {
      await current().purge(stream);
      changed(TOPICS);
      return null;
    },
    async erase({ people }) {
      await current().erase(people);
      changed(TOPICS);
      return null;
    },
    standing(input) {
      standing = input;
      if (replica) changed(TOPICS);
      return null;
    },
    async wipe() {
      void calls.lock({});
      await destroyCaches();
      return null;
    },
    lock() {
      forget();
      entries = [];
      isLocked = true;
      hands += 1;
      emit(TOPICS);
      return null;
    },
  };

  async function save(
    input: Queries['command']['input'],
    asked: number,
  ): Promise<Queries['command']['output']> {
    if (asked !== hands) return NOBODY;
    const { shown: before } = await context();
    // Whoever asked may have signed out while this waited: it is not the next one's work.
    if (asked !== hands) return NOBODY;
    const done = await runCommand(input, { shown: before, clock, random, append });
    if (!done.ok) return done;
    // Main sends the whole journal in a moment; the screen need not wait for it.
    const known = new Set(entries.map(({ id }) => id));
    const fresh = done.value.entries.filter(({ id }) => !known.has(id));
    entries = [...entries.filter(({ id }) => id !== input.instead), ...fresh];
    changed(['work', 'people', 'store']);
    const { entries: made, reverse } = done.value;
    return ok({ saved: made.map(({ id }) => id), reverse });
  }

  /** One save at a time: each is judged by what the one before it left. */
  function command(input: Queries['command']['input']): Promise<Queries['command']['output']> {
    if (isLocked) return Promise.resolve(NOBODY);
    const asked = hands;
    const saved = lastSave.then(() => save(input, asked));
    lastSave = saved.catch(() => undefined);
    return saved;
  }

  const queries: DataSession['queries'] = {
    'find.run': (input) => findable.promise.then(() => finds.run(input)),
    'find.rows': (input) => findable.promise.then(() => finds.rows(input)),
    'find.rescue': (input) => findable.promise.then(() => finds.rescue(input)),
    'find.readings': (input) => findable.promise.then(() => finds.readings(input)),
    'languages.read': async () => (await context()).people.languages(),
    'find.outside': (input) => findable.promise.then(() => finds.outside(input)),
    'find.marks': (input) => findable.promise.then(() => finds.marks(input)),
    'find.neighbours': (input) => findable.promise.then(() => finds.neighbours(input)),
    'person.read': async ({ id }) => readPersonView(await context(), id),
    'today.read': async () => readToday(await context()),
    'vacancies.read': async () => readVacancies(await context()),
    'vacancy.read': async ({ id }) => readVacancy(await context(), id),
    'insights.read': async () => readInsights(await context()),
    'match.read': async (input) => readMatch(await context(), input),
    'searches.read': async () => {
      const now = await context();
      return { searches: readSearches(now), asAt: now.replica.asAt };
    },
    'stories.read': async () => readStories(await context()),
    'programme.read': async () => readProgramme(await context()),
    'colleagues.read': async () => readColleagues(await context()),
    'store.read': async () => readStore(await context()),
    'places.suggest': ({ text }) => places.suggest(text),
    command,
  };

  return {
    calls,
    queries,
    foresee(input) {
      const content = unpackBuckets(input.buckets);
      // What is wrong with a bucket is told when its turn comes.
      content.catch(() => {});
      unpacked.set(input, content);
    },
    async tidy() {
      await replica?.tidy();
      while (await inParts(host.index.compact()));
      replica?.saveImage().catch(() => {});
      if (!replica || warmed === host.index || host.count() === 0) return;
      warmed = host.index;
      await warmUp(host.index);
    },
    tick() {
      const now = londonDay(clock.nowMs());
      if (now === today) return;
      today = now;
      host.setToday(now);
      emit(['people', 'work']);
    },
  };
}
