import { fail, type Result } from '#contract/errors.ts';
import { PORT_CHANNEL } from '#contract/ipc.ts';
import {
  type Queries,
  type QueryName,
  TOPICS,
  type Topic,
  WORKER_PORT_MESSAGE,
  type WorkerMessage,
} from '#contract/queries.ts';

/** The page's side of the data worker. */
export interface WorkerClient {
  /** Asks one thing; the answer is a fault only when the worker itself failed. */
  ask<Name extends QueryName>(
    name: Name,
    input: Queries[Name]['input'],
  ): Promise<Result<Queries[Name]['output']>>;
  /** Calls back when groups of data changed; returns the remover. */
  onChanged(listener: (topics: readonly Topic[]) => void): () => void;
  /** Calls back when the worker failed: `gaveUp` when it will not be started again. */
  onFault(listener: (fault: WorkerFault) => void): () => void;
  /** Ends the worker for good. */
  stop(): void;
}

/** One failure of the worker, without personal data. */
export interface WorkerFault {
  readonly message: string;
  readonly gaveUp: boolean;
}

/** What the client needs of the window it runs in. */
export interface WorkerClientParts {
  /** Asks main for a port, which arrives as a window message. */
  readonly connect: () => void;
  readonly startWorker: () => Worker;
  readonly nowMs?: () => number;
}

/** More failures than this in the span below, and starting again would only spin. */
const MAX_RESTARTS = 3;
const RESTART_SPAN_MS = 60_000;

const WORKER_FAILED = fail(
  'INTERNAL_FAULT',
  'The part that holds the data stopped and is starting again.',
);

/**
 * Starts the data worker and keeps it going.
 *
 * One worker a window. Main's port is handed on to it unread. When the worker fails, what
 * was asked is answered with a fault, a fresh worker is started, main is asked for a fresh
 * port, and every live query is invited to read again.
 */
export function createWorkerClient(parts: WorkerClientParts): WorkerClient {
  const { connect, startWorker, nowMs = () => performance.now() } = parts;
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const changed = new Set<(topics: readonly Topic[]) => void>();
  const faults = new Set<(fault: WorkerFault) => void>();
  let restarts: number[] = [];
  let nextId = 1;
  let worker: Worker | null = start();

  window.addEventListener('message', takePort);
  connect();

  function start(): Worker {
    const fresh = startWorker();
    fresh.onmessage = ({ data }: MessageEvent<WorkerMessage>) => take(data);
    fresh.onerror = (event) => {
      event.preventDefault();
      restart(event.message || 'The data worker could not be started.');
    };
    fresh.onmessageerror = () => restart('The data worker sent something unreadable.');
    return fresh;
  }

  function takePort(event: MessageEvent): void {
    const [port] = event.ports;
    if (event.source !== window || event.data !== PORT_CHANNEL || !port) return;
    worker?.postMessage(WORKER_PORT_MESSAGE, [port]);
  }

  function take(message: WorkerMessage): void {
    if ('changed' in message) {
      for (const listener of changed) listener(message.changed);
      return;
    }
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    answer?.(message.result);
  }

  function restart(message: string): void {
    worker?.terminate();
    restarts = [...restarts.filter((at) => nowMs() - at < RESTART_SPAN_MS), nowMs()];
    const gaveUp = restarts.length > MAX_RESTARTS;
    worker = gaveUp ? null : start();
    for (const listener of faults) listener({ message, gaveUp });
    for (const answer of waiting.values()) answer(WORKER_FAILED);
    waiting.clear();
    if (gaveUp) return;
    connect();
    for (const listener of changed) listener(TOPICS);
  }

  return {
    ask(name, input) {
      if (!worker) return Promise.resolve(WORKER_FAILED);
      const id = nextId++;
      worker.postMessage({ id, name, input });
      return new Promise((resolve) => {
        waiting.set(id, resolve as (result: Result<unknown>) => void);
      });
    },
    onChanged: (listener) => addTo(changed, listener),
    onFault: (listener) => addTo(faults, listener),
    stop() {
      window.removeEventListener('message', takePort);
      worker?.terminate();
      worker = null;
      for (const answer of waiting.values()) answer(WORKER_FAILED);
      waiting.clear();
    },
  };
}

function addTo<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
