import type { Page } from '@playwright/test';
import { percentiles, rounded } from './calibration.ts';
import { TRACE } from './search-trace.ts';
import type { EngineName, Pass, SearchQuestion } from './search-worker.ts';
import { openWorkerPage, type WorkerPage } from './worker-page.ts';

type Percentiles = ReturnType<typeof percentiles>;

interface PeerFigures extends Percentiles {
  readonly buildMs: number;
  readonly memoryBytes: number;
  /** Queries of the trace that there was time for, and those of them that find nobody. */
  readonly queries: number;
  readonly nobody: number;
}

/** What is written about one size. */
export interface SizeFigures extends Percentiles {
  readonly firstPass: Percentiles;
  /** Queries that find nobody. */
  readonly nobody: number;
  readonly buildMs: number;
  readonly snapshotBytes: number;
  readonly snapshotLoadMs: number;
  readonly memoryBytes: number;
  readonly bytesPerPerson: number;
  readonly thousandChangedMs: number;
  readonly afterChange: Percentiles;
  readonly ratioRebuildToChange: number;
  readonly byKind: Readonly<Record<string, Percentiles>>;
  readonly floorMs: number;
  readonly ratioP95ToFloor: number;
  readonly rows: { readonly p95Ms: number; readonly scanP95Ms: number; readonly ratio: number };
  readonly peers: Readonly<Record<string, PeerFigures | { readonly failed: string }>>;
  /** The best peer's p95 over ours. */
  readonly ratioP95ToBestPeer: number;
}

const PEERS = [
  'SQLite FTS5 with bit sets',
  'MiniSearch',
  'MiniSearch, tuned',
  'FlexSearch',
  'plain scan',
] as const satisfies readonly EngineName[];

/** Passes of ours around each peer's, so that both see the machine in the same moods. */
const ROUNDS = 4;
/** So many times so many people change, others each time: the middle one counts. */
const CHANGES = 5;
const CHANGED = 1000;
/** So long a peer is asked, and so many times; those of the trace that it got to are counted. */
const PEER_MS = 40_000;
const PEER_ROUNDS = 8;
const AT_ONCE = 5;
/** Has no common divisor with the length of the trace, so that all kinds come early. */
const STRIDE = 7;
const ROWS = 20;
const ROW_QUERIES = 40;
const PATIENCE_MS = 5 * 60_000;

const all = TRACE.map((_, i) => i);

/** Measures the index and its peers at one size; each has a page of its own: a peer may run out of memory. */
export async function measureIndex(people: number): Promise<SizeFigures> {
  const sqlite = 'node_modules/@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.wasm';
  const pages = await openWorkerPage('search-worker.ts', { 'sqlite3.wasm': sqlite });
  try {
    return await measure(pages, people);
  } finally {
    await pages.close();
  }
}

async function measure({ page, another }: WorkerPage, people: number): Promise<SizeFigures> {
  await page.evaluate(openWorkers);
  const before = await memoryOf(page);
  const built = await ask<{ buildMs: number; bytes: number }>(page, 'index', {
    do: 'build',
    engine: 'index',
    people,
  });
  const memoryBytes = (await memoryOf(page)) - before;
  const floors: number[] = [];
  const ours = all.map(() => Number.POSITIVE_INFINITY);
  const passOn = async (
    where: Page,
    times: number[],
    { engine, queries }: { readonly engine: string; readonly queries: readonly number[] },
  ) => {
    const took = await ask<Pass>(where, engine, { do: 'pass', queries });
    queries.forEach((query, i) => {
      times[query] = Math.min(times[query] ?? Number.POSITIVE_INFINITY, took.times[i] ?? 0);
    });
    return took;
  };
  const pass = (times: number[]) => passOn(page, times, { engine: 'index', queries: all });
  const floor = async () => floors.push(await ask<number>(page, 'floor', { do: 'floor', people }));
  const cold = await pass(ours);
  await floor();

  /** Asks a peer every seventh query, and so on round and round, until its time is over. */
  async function peerPass(where: Page, times: number[], engine: string) {
    const asked = new Set<number>();
    let nobody = 0;
    const endMs = performance.now() + PEER_MS;
    for (let i = 0; i < all.length * PEER_ROUNDS && performance.now() < endMs; i += AT_ONCE) {
      const some = all
        .slice(i % all.length, (i % all.length) + AT_ONCE)
        .map((each) => (each * STRIDE) % all.length);
      const found = await passOn(where, times, { engine, queries: some });
      if (i < all.length) nobody += found.nobody;
      for (const query of some) asked.add(query);
    }
    return { queries: [...asked], nobody };
  }
  const peers: Record<string, PeerFigures | { failed: string }> = {};
  let scanRows: number[] = [];
  let ourRows: number[] = [];
  const rowQueries = all.filter((i) => i % Math.ceil(all.length / ROW_QUERIES) === 0);
  for (const engine of PEERS) {
    console.log(`  ${people} people, ${engine} ...`);
    for (let round = 0; round < ROUNDS; round += 1) await pass(ours);
    const beside = await another();
    try {
      await beside.evaluate(openWorkers);
      const start = await memoryOf(beside);
      const { buildMs } = await ask<{ buildMs: number }>(beside, engine, {
        do: 'build',
        engine,
        people,
      });
      const memory = (await memoryOf(beside)) - start;
      const times: number[] = [];
      const { queries, nobody } = await peerPass(beside, times, engine);
      const asked = queries.map((query) => times[query] ?? 0);
      peers[engine] = {
        ...percentiles(asked),
        buildMs: rounded(buildMs),
        memoryBytes: memory,
        queries: queries.length,
        nobody,
      };
      if (engine === 'plain scan') {
        scanRows = await rowTimes(beside, engine, rowQueries, 1);
        ourRows = await rowTimes(page, 'index', rowQueries, ROUNDS);
      }
    } catch (error) {
      peers[engine] = { failed: `${error}`.split('\n')[0] ?? '' };
    }
    await beside.close();
    await floor();
  }
  for (let round = 0; round < ROUNDS; round += 1) await pass(ours);

  const image = await ask<{ snapshotBytes: number; snapshotLoadMs: number }>(page, 'index', {
    do: 'image',
  });
  const changes: number[] = [];
  for (let from = 0; from < CHANGES * CHANGED; from += CHANGED) {
    changes.push(await ask<number>(page, 'index', { do: 'change', from, people: CHANGED }));
  }
  const changeMs = percentiles(changes).p50Ms;
  const after = all.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 2; round += 1) await pass(after);
  await floor();
  const times = percentiles(ours);
  const floorMs = Math.min(...floors);
  const best = Math.min(
    ...Object.values(peers).map((peer) => ('failed' in peer ? Infinity : peer.p95Ms)),
  );
  const rowsP95 = percentiles(ourRows).p95Ms;
  const scanP95Ms = percentiles(scanRows).p95Ms;
  return {
    ...times,
    firstPass: percentiles(cold.times),
    nobody: cold.nobody,
    buildMs: rounded(built.buildMs),
    ...image,
    snapshotLoadMs: rounded(image.snapshotLoadMs),
    memoryBytes,
    bytesPerPerson: Math.round(built.bytes / people),
    thousandChangedMs: rounded(changeMs),
    afterChange: percentiles(after),
    ratioRebuildToChange: rounded(built.buildMs / changeMs),
    byKind: Object.fromEntries(
      [...Map.groupBy(all, (i) => TRACE[i]?.kind ?? '')].map(([kind, places]) => [
        kind,
        percentiles(places.map((i) => ours[i] ?? 0)),
      ]),
    ),
    floorMs: rounded(floorMs),
    ratioP95ToFloor: rounded(times.p95Ms / floorMs),
    rows: { p95Ms: rowsP95, scanP95Ms, ratio: rounded(scanP95Ms / rowsP95) },
    peers,
    ratioP95ToBestPeer: rounded(best / times.p95Ms),
  };
}

/** From the page's question to the rows on the page; the best of several for each query. */
async function rowTimes(page: Page, engine: string, queries: readonly number[], rounds: number) {
  const times = queries.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    const took = await page.evaluate(
      async ({ name, list, wanted }) => {
        const each: number[] = [];
        for (const query of list) {
          const startedMs = performance.now();
          await window.swtWorkers.ask(name, { do: 'rows', query, wanted });
          each.push(performance.now() - startedMs);
        }
        return each;
      },
      { name: engine, list: [...queries], wanted: ROWS },
    );
    took.forEach((time, i) => {
      times[i] = Math.min(times[i] ?? 0, time);
    });
  }
  return times;
}

async function ask<Answer>(page: Page, worker: string, question: SearchQuestion): Promise<Answer> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const tooLate = new Promise<never>((_, reject) => {
    late.onabort = () => reject(new Error(`Not done within ${PATIENCE_MS / 60_000} minutes.`));
  });
  const answer = page.evaluate(({ name, asked }) => window.swtWorkers.ask(name, asked), {
    name: worker,
    asked: question,
  });
  return (await Promise.race([answer, tooLate])) as Answer;
}

/** Bytes of the page and all its workers, after a collection. */
async function memoryOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const measured = performance as unknown as {
      measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
    };
    return (await measured.measureUserAgentSpecificMemory()).bytes;
  });
}

declare global {
  interface Window {
    swtWorkers: {
      ask(name: string, question: unknown): Promise<unknown>;
    };
  }
}

/** Runs in the page: workers by name, each started when it is first asked. */
function openWorkers(): void {
  const workers = new Map<string, Worker>();
  const waiting = new Map<number, (answer: { value?: unknown; error?: string }) => void>();
  let last = 0;
  const start = (name: string): Worker => {
    const worker = new Worker('/worker.js', { type: 'module' });
    worker.onmessage = ({ data }) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    };
    worker.onerror = ({ message }) => {
      for (const tell of waiting.values()) tell({ error: message || 'The worker ended.' });
    };
    workers.set(name, worker);
    return worker;
  };
  window.swtWorkers = {
    ask(name, question) {
      const worker = workers.get(name) ?? start(name);
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ value, error }) =>
          error === undefined ? resolve(value) : reject(new Error(error)),
        );
        worker.postMessage({ id, question });
      });
    },
  };
}
