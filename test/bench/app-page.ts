/** What runs in the application's page: each function is passed on as text, so it stands alone. */

/** One key press, from the key's event to the rows of its answer on the screen. */
export interface KeyPress {
  readonly text: string;
  readonly paintMs: number;
  /** From the question leaving the page to its answer arriving there. */
  readonly answerMs: number;
  /** What the worker says it took. */
  readonly workerMs: number;
}

interface Answer {
  readonly total: number;
  readonly hidden: number;
  readonly tookMs: number;
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly facets: {
    readonly heard?: readonly { readonly value: string; readonly count: number }[];
  };
}

interface Notes {
  readonly longTasks: number[];
  readonly presses: KeyPress[];
  /** How often the worker has said that people changed. */
  told: number;
  answer: Answer | null;
  worker: Worker | null;
}

/** How much lies sealed in the application's database. */
export interface Sealed {
  readonly bytes: number;
  readonly values: number;
}

declare global {
  interface Window {
    swtBench: Notes;
  }
}

/** Starts taking notes: long tasks, questions to the worker, and when their rows are painted. */
export function watchPage(): void {
  const notes: Notes = { longTasks: [], presses: [], told: 0, answer: null, worker: null };
  window.swtBench = notes;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.longTasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });

  const LOOK_FOR_MS = 10_000;
  let pressedAt = 0;
  addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });

  const isShown = ({ total, rows }: Answer): boolean => {
    const words = document.querySelector('[aria-label="Results"] strong')?.textContent;
    const one = total === 1 ? 'person' : 'people';
    const wanted = total === 0 ? 'No one matches' : `${total.toLocaleString('en-GB')} ${one}`;
    return (
      words === wanted &&
      rows.slice(0, 5).every(({ name }, i) => {
        const row = document.querySelector(`[aria-label="People found"] [data-row="${i}"]`);
        return row?.getAttribute('aria-label')?.startsWith(name);
      })
    );
  };
  interface Question {
    readonly text: string;
    readonly keyAt: number;
    readonly askedAt: number;
  }
  const asked = new Map<number, Question>();
  /** A press whose rows are not on the screen yet, by its own answer or one that followed. */
  let pressed: (Question & { answerMs: number }) | null = null;
  const heard = ({ data }: MessageEvent) => {
    if (data.changed?.includes('people')) notes.told += 1;
    const question = asked.get(data.id);
    if (!question || !data.result?.ok) return;
    asked.delete(data.id);
    const answer: Answer = data.result.value;
    notes.answer = answer;
    if (pressed?.text === question.text && pressed.answerMs === 0) {
      pressed.answerMs = performance.now() - pressed.askedAt;
    }
    const look = () => {
      // A newer answer takes its place on the screen.
      if (notes.answer !== answer || location.hash.slice(0, 6) !== '#/find') return;
      // Nobody pressed for it, or its rows were scrolled away: looking on would cost each frame.
      if (performance.now() - question.keyAt > LOOK_FOR_MS) return;
      if (!isShown(answer)) return void requestAnimationFrame(look);
      // The task after a frame's callbacks runs when the frame has been handed over.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        if (pressed?.text !== question.text) return;
        const { text, keyAt, answerMs } = pressed;
        const paintMs = performance.now() - keyAt;
        pressed = null;
        notes.presses.push({ text, paintMs, answerMs, workerMs: answer.tookMs });
      };
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: never[]) {
    if (notes.worker !== this) {
      notes.worker = this;
      this.addEventListener('message', heard);
    }
    const { id, name, input } = message as { id: number; name?: string; input?: unknown };
    if (name === 'find.run') {
      const { text } = (input as { query: { text: string } }).query;
      const question = { text, keyAt: pressedAt, askedAt: performance.now() };
      asked.set(id, question);
      if (pressedAt > 0) pressed = { ...question, answerMs: 0 };
      pressedAt = 0;
    }
    return post.call(this, message, ...rest);
  };
}

/** Milliseconds from the start of the page until everything is sent and confirmed. */
export function untilSynced(): Promise<{ readonly progressMs: number; readonly doneMs: number }> {
  let progressMs = 0;
  return new Promise((resolve) => {
    const look = () => {
      const bar = document.querySelector('[role="progressbar"]');
      if (progressMs === 0 && bar) progressMs = performance.now();
      const words = document.querySelector('a[href="#/sync"][title]')?.textContent ?? '';
      if (!/^All sent \S/.test(words)) return void requestAnimationFrame(look);
      const doneMs = performance.now();
      resolve({ progressMs: progressMs || doneMs, doneMs });
    };
    look();
  });
}

/** Goes to Find; milliseconds from the page's start to its first row, and to everybody there. */
export function untilFound(size: number): Promise<{
  readonly firstResultMs: number;
  readonly everybodyMs: number;
}> {
  location.hash = '/find';
  let firstResultMs = 0;
  return new Promise((resolve) => {
    const look = () => {
      const row = document.querySelector('[aria-label="People found"] [data-row="0"]');
      const name = row?.getAttribute('aria-label') ?? 'Reading';
      if (firstResultMs === 0 && name !== 'Reading') firstResultMs = performance.now();
      const { total = 0, hidden = 0 } = window.swtBench.answer ?? {};
      const isWhole = firstResultMs > 0 && total + hidden === size;
      if (isWhole) resolve({ firstResultMs, everybodyMs: performance.now() });
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** The press after `count` others, once its rows are on the screen. */
export function nextPress(count: number): Promise<void> {
  const startedMs = performance.now();
  return new Promise((resolve, reject) => {
    const look = () => {
      if (window.swtBench.presses.length > count) resolve();
      else if (performance.now() - startedMs > 10_000) reject(new Error('The rows never came.'));
      else setTimeout(look, 5);
    };
    look();
  });
}

/** Reads every sealed bucket as it lies in the application's own database, and nothing more. */
export async function rawRead(): Promise<Sealed & { readonly ms: number }> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(`${request.error}`));
    });
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    if (!db.objectStoreNames.contains('bucket')) {
      db.close();
      continue;
    }
    const startedMs = performance.now();
    const rows = await done<{ sealed: Uint8Array }[]>(
      db.transaction('bucket').objectStore('bucket').getAll(),
    );
    const ms = performance.now() - startedMs;
    db.close();
    return {
      ms,
      bytes: rows.reduce((sum, row) => sum + row.sealed.length, 0),
      values: rows.length,
    };
  }
  throw new Error('The application has no database with buckets in it.');
}

/** Writes the same bytes once more into an IndexedDB of its own: the floor of a sync. */
export async function rawWrite(): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(`${request.error}`));
    });
  const values: Uint8Array[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    if (db.objectStoreNames.contains('bucket')) {
      const rows = db.transaction('bucket').objectStore('bucket').getAll();
      for (const { sealed } of await done<{ sealed: Uint8Array }[]>(rows)) values.push(sealed);
    }
    db.close();
  }
  const name = `bench-${crypto.randomUUID()}`;
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore('raw');
  const db = await done(request);
  const startedMs = performance.now();
  for (let from = 0; from < values.length; from += 64) {
    const transaction = db.transaction('raw', 'readwrite');
    const store = transaction.objectStore('raw');
    for (const [i, value] of values.slice(from, from + 64).entries()) store.put(value, from + i);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(new Error(`${transaction.error}`));
    });
  }
  const ms = performance.now() - startedMs;
  db.close();
  indexedDB.deleteDatabase(name);
  return ms;
}

/** Sets follow-ups one after another as a screen does; milliseconds from asking to "Saved". */
export async function saveTimes(count: number): Promise<readonly number[]> {
  const { worker, answer } = window.swtBench;
  const person = answer?.rows[0];
  if (!worker || !person) throw new Error('There is nobody to follow up.');
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const id = crypto.randomUUID();
    const about = { id, candidateId: person.id, what: `Ring again ${i}`, promise: false };
    const args = { ...about, dueOn: '2027-06-01' };
    const draft = { kind: 'follow-up.set', entity: id, args };
    const startedMs = performance.now();
    const saved = await new Promise<{ ok: boolean }>((resolve) => {
      const heard = ({ data }: MessageEvent) => {
        if (data.id !== id) return;
        worker.removeEventListener('message', heard);
        resolve(data.result.ok ? data.result.value : data.result);
      };
      worker.addEventListener('message', heard);
      worker.postMessage({ id, name: 'command', input: { drafts: [draft] } });
    });
    if (!saved.ok) throw new Error(`A follow-up was not saved: ${JSON.stringify(saved)}`);
    times.push(performance.now() - startedMs);
  }
  return times;
}
