import { dayNumber } from '#core/domain/days.ts';
import { understand } from '#core/search/find.ts';
import { createPlaces } from '#core/search/places.ts';
import { project } from '#core/search/projection.ts';
import { makePerson } from '#server/sample/person.ts';
import { machineFloor } from './floor.ts';
import { flexsearchPeer } from './peers/flexsearch-peer.ts';
import { minisearchPeer, tunedMinisearchPeer } from './peers/minisearch-peer.ts';
import { type Peer, type PeerQuestion, questionOf } from './peers/peer.ts';
import { peerPerson } from './peers/peer-people.ts';
import { scanPeer } from './peers/scan-peer.ts';
import { sqlitePeer } from './peers/sqlite-peer.ts';
import { type Engine, FIRST_ROWS, TODAY } from './search-engine.ts';
import { indexEngine } from './search-index.ts';
import { TRACE } from './search-trace.ts';

/*
 * One engine with everybody in it, in a worker of its own: people are made here, a page of
 * them at a time, and only what the engine itself does is timed.
 */

/** The engines of the bench. */
export type EngineName =
  | 'index'
  | 'SQLite FTS5 with bit sets'
  | 'MiniSearch'
  | 'MiniSearch, tuned'
  | 'FlexSearch'
  | 'plain scan';

/** What a worker is asked. */
export type SearchQuestion =
  | { readonly do: 'build'; readonly engine: EngineName; readonly people: number }
  /** Times queries of the trace, by place. */
  | { readonly do: 'pass'; readonly queries: readonly number[] }
  /** Finds, and gives the first rows with why they were found. */
  | { readonly do: 'rows'; readonly query: number; readonly wanted: number }
  | { readonly do: 'floor'; readonly people: number }
  /** Only the index: changed people, and the image it is put away as. */
  | { readonly do: 'change'; readonly from: number; readonly people: number }
  | { readonly do: 'image' };

const STEP = 1000;
const places = createPlaces();
let engine: Engine | null = null;

function made(from: number, count: number) {
  return Array.from({ length: count }, (_, i) =>
    makePerson({ seed: 'bench', today: TODAY }, from + i),
  );
}

const timed = (run: () => unknown): number => {
  const startedMs = performance.now();
  run();
  return performance.now() - startedMs;
};

async function build(name: EngineName, people: number) {
  const started = performance.now();
  const building = name === 'index' ? indexEngine(places) : overPeer(await peerOf(name, people));
  let buildMs = performance.now() - started;
  for (let from = 0; from < people; from += STEP) {
    const some = made(from, Math.min(STEP, people - from));
    buildMs += timed(() => building.add(some, from));
  }
  buildMs += timed(() => building.finish());
  engine = building;
  return { buildMs, bytes: building.bytes?.() ?? null };
}

async function peerOf(name: Exclude<EngineName, 'index'>, people: number): Promise<Peer> {
  switch (name) {
    case 'SQLite FTS5 with bit sets':
      return sqlitePeer(people);
    case 'MiniSearch':
      return minisearchPeer();
    case 'MiniSearch, tuned':
      return tunedMinisearchPeer(people);
    case 'FlexSearch':
      return flexsearchPeer(people);
    case 'plain scan':
      return scanPeer();
  }
}

function overPeer(peer: Peer): Engine {
  const today = dayNumber(TODAY);
  const questions = TRACE.map(({ query }) => questionOf(understand(query, places)));
  const question = (query: number) => questions[query] as PeerQuestion;
  return {
    add: (people, first) =>
      peer.add(people.map((person, i) => peerPerson(project(person), first + i, today))),
    finish: () => peer.finish(),
    find: (query) => peer.find(question(query), FIRST_ROWS),
    rows: (query, wanted) =>
      peer
        .find(question(query), wanted)
        .rows.map((place) => peer.highlight?.(place, question(query))),
  };
}

/** What a pass of the trace took, query by query, and how many of them found nobody. */
export interface Pass {
  readonly times: readonly number[];
  readonly nobody: number;
}

function pass(now: Engine, queries: readonly number[]): Pass {
  let nobody = 0;
  const times = queries.map((query) => {
    const startedMs = performance.now();
    const { total } = now.find(query);
    const ms = performance.now() - startedMs;
    if (total === 0) nobody += 1;
    return ms;
  });
  return { times, nobody };
}

async function answer(question: SearchQuestion): Promise<unknown> {
  if (question.do === 'build') return build(question.engine, question.people);
  if (question.do === 'floor') return machineFloor(question.people);
  const now = engine;
  if (now === null) throw new Error('Nobody has been put in yet.');
  switch (question.do) {
    case 'pass':
      return pass(now, question.queries);
    case 'rows':
      return now.rows(question.query, question.wanted);
    case 'change': {
      const changed = made(question.from, question.people);
      return timed(() => now.change?.(changed));
    }
    case 'image':
      return now.image?.();
  }
}

self.onmessage = async ({ data }: MessageEvent<{ id: number; question: SearchQuestion }>) => {
  try {
    self.postMessage({ id: data.id, value: await answer(data.question) });
  } catch (error) {
    self.postMessage({ id: data.id, error: `${error}` });
  }
};
