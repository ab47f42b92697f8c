import { Worker } from 'node:worker_threads';
import type { Answer } from './pglite-worker.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Rows of one statement, as Kysely's dialect expects them. */
interface Rows {
  readonly command: 'SELECT';
  readonly rowCount: number;
  readonly rows: never[];
}

/**
 * A pool of one: PGlite in a thread of its own, lent out as a whole.
 *
 * In its own thread because a 230 ms query would otherwise hold up every request
 * (central-api.md section 1). PGlite has one session, so whoever holds the client owns
 * the database until `release`.
 */
export class PglitePool {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #queue: (() => void)[] = [];
  readonly #ready: Promise<unknown>;
  #nextId = 0;
  #isLent = false;
  #dead: Error | null = null;

  constructor(folder: string | null) {
    this.#worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
      workerData: { folder },
    });
    this.#ready = new Promise((resolve, reject) => this.#waiting.set(0, { resolve, reject }));
    this.#ready.catch(() => {});
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if ('error' in answer)
        waiting?.reject(Object.assign(new Error(answer.error.message), answer.error));
      else waiting?.resolve(answer.result);
    });
    this.#worker.on('error', (error: Error) => this.#die(error));
    this.#worker.on('exit', () => this.#die(new Error('the embedded database has stopped')));
  }

  /** Settles when the database is open, or rejects with why it is not. */
  get ready(): Promise<unknown> {
    return this.#ready;
  }

  async connect() {
    if (this.#isLent) await new Promise<void>((resolve) => this.#queue.push(resolve));
    this.#isLent = true;
    let isHeld = true;
    return {
      query: async (sql: string, params: readonly unknown[] = []): Promise<Rows> => {
        if (!isHeld) throw new Error('this client was given back already');
        const result = (await this.#ask({ sql, params })) as Omit<Rows, 'command'>;
        return { command: 'SELECT', ...result };
      },
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        const handOn = () => {
          const next = this.#queue.shift();
          if (next) next();
          else this.#isLent = false;
        };
        this.#ask({ reset: true }).then(handOn, handOn);
      },
    };
  }

  async end(): Promise<void> {
    if (!this.#dead) await this.#ask({ close: true }).catch(() => {});
    await this.#worker.terminate();
  }

  #ask(what: object): Promise<unknown> {
    if (this.#dead) return Promise.reject(this.#dead);
    this.#nextId += 1;
    const id = this.#nextId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...what });
    });
  }

  #die(error: Error): void {
    this.#dead ??= error;
    for (const waiting of this.#waiting.values()) waiting.reject(this.#dead);
    this.#waiting.clear();
  }
}
