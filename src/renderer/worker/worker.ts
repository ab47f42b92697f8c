import { fail, type Result } from '#contract/errors.ts';
import type {
  QueryName,
  Topic,
  WORKER_PORT_MESSAGE,
  WorkerMessage,
  WorkerRequest,
} from '#contract/queries.ts';
import type { Clock, Random } from '#core/ports.ts';
import { breathe, standBack } from './breathe.ts';
import { createMainPort } from './serve-port.ts';
import { createDataSession, type DataSession } from './session.ts';

/** The data worker: the only owner of Dexie, the index and the queries (decision S3). */
declare const self: DedicatedWorkerGlobalScope;

/** Changes come in bursts while syncing; the page is told at most this often. */
const TELL_EVERY_MS = 100;
/** Of the pool page after page may come, and all that counts people counts them again each time. */
const TELL_OF_PEOPLE_EVERY_MS = 1_000;
const LOOK_AT_DAY_MS = 30_000;

/** What somebody waits for with a finger on a key: it goes before whatever else was asked. */
const URGENT: ReadonlySet<QueryName> = new Set(['find.run', 'find.rows', 'command']);

const clock: Clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
const random: Random = {
  next: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

const changed = new Set<Topic>();
let toldMs = Number.NEGATIVE_INFINITY;
let tellsAtMs = Number.POSITIVE_INFINITY;
let telling: ReturnType<typeof setTimeout> | undefined;

function emit(topics: readonly Topic[]): void {
  for (const topic of topics) changed.add(topic);
  const isOfPeople = topics.every((topic) => topic === 'people');
  const dueMs = toldMs + (isOfPeople ? TELL_OF_PEOPLE_EVERY_MS : TELL_EVERY_MS);
  if (dueMs >= tellsAtMs) return;
  tellsAtMs = dueMs;
  clearTimeout(telling);
  telling = setTimeout(tell, Math.max(0, dueMs - clock.monotonicMs()));
}

function tell(): void {
  tellsAtMs = Number.POSITIVE_INFINITY;
  toldMs = clock.monotonicMs();
  const topics = [...changed];
  changed.clear();
  self.postMessage({ changed: topics } satisfies WorkerMessage);
}

const main = createMainPort(() => session);
const session: DataSession = createDataSession({
  ...{ clock, random, emit, append: main.append },
  // As a fault of its own: the page ends this worker and starts a fresh one.
  onStuck: () => reportError(new Error('The copy on this device does not open.')),
});

async function answer({ id, name, input }: WorkerRequest): Promise<void> {
  let result: Result<unknown>;
  try {
    const handler = session.queries[name] as (input: unknown) => unknown;
    result = { ok: true, value: await handler(input) };
  } catch (error) {
    // Where it failed, never what it was about.
    console.error('query.failed', name, error instanceof Error ? placeOf(error) : 'unknown');
    result = fail('INTERNAL_FAULT', 'This could not be read from the copy on this device.');
    main.note(error);
  }
  self.postMessage({ id, result } satisfies WorkerMessage);
}

function placeOf(error: Error): string {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...places.slice(0, 4)].join('\n');
}

self.onmessage = ({ data, ports }: MessageEvent<WorkerRequest | typeof WORKER_PORT_MESSAGE>) => {
  if ('port' in data) {
    const [port] = ports;
    if (port) main.attach(port);
  } else {
    if (data.name === 'find.run') standBack();
    // What is counted at the side of the screen waits until the key press is drawn.
    if (!URGENT.has(data.name)) void breathe().then(() => answer(data));
    else void scheduler.postTask(() => answer(data), { priority: 'user-blocking' });
  }
};

setInterval(session.tick, LOOK_AT_DAY_MS);
