import { createHash } from 'node:crypto';
import { type Chance, createChance } from './chance.ts';

/** Thrown where a simulated process ends: nothing after it runs. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** A promise of the protocol that did not hold. */
export class Violation extends Error {
  override readonly name = 'Violation';
  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`);
  }
}

interface Due {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
  isOff: boolean;
}

/** When the simulated world begins, by every right clock. */
export const START_MS = Date.parse('2026-06-09T08:00:00.000Z');

/**
 * Virtual time, one heap of what is due, one chance, one trace.
 *
 * Everything that happens is started from here, one thing at a time, and has ended before
 * the next begins: that is what makes a seed replay to the same trace.
 */
export class World {
  readonly chance: Chance;
  readonly counts = new Map<string, number>();
  nowMs = 0;
  /** The first promise broken; the run ends there. */
  violation: Error | null = null;
  readonly #heap: Due[] = [];
  readonly #trace: string[] = [];
  readonly #told: ((line: string) => void) | null;
  #order = 0;

  constructor(seed: number, told: ((line: string) => void) | null = null) {
    this.chance = createChance(seed);
    this.#told = told;
  }

  /** Writes a line of the trace. */
  note(line: string): void {
    const said = `${this.nowMs} ${line}`;
    this.#trace.push(said);
    this.#told?.(said);
  }

  /** Counts something that happened, by name. */
  count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Counts that promises were looked at. */
  looked(...promises: readonly `I${number}`[]): void {
    for (const id of promises) this.count(`checked ${id}`);
  }

  /** Counts and traces a fault that is put in. */
  fault(name: string): void {
    this.count(name);
    this.note(`! ${name}`);
  }

  traceHash(): string {
    return createHash('sha256').update(this.#trace.join('\n')).digest('hex').slice(0, 16);
  }

  fail(rule: string, what: string): void {
    this.violation ??= new Violation(rule, what);
  }

  /** Runs something later; the returned function calls it off. */
  after(delayMs: number, run: () => void): () => void {
    const atMs = this.nowMs + Math.max(0, Math.round(delayMs));
    const due: Due = { atMs, order: this.#order++, run, isOff: false };
    this.#push(due);
    return () => {
      due.isOff = true;
    };
  }

  /** Lets time pass up to a moment, with all that happens in it. */
  async runUntil(endMs: number): Promise<void> {
    await settle();
    for (let due = this.#heap[0]; due && due.atMs <= endMs; due = this.#heap[0]) {
      this.#pop();
      if (due.isOff) continue;
      this.nowMs = due.atMs;
      this.attempt(due.run);
      await settle();
      if (this.violation) return;
    }
    await settleAll();
    this.nowMs = Math.max(this.nowMs, endMs);
  }

  /** Runs a step; the end of a simulated process is no fault. */
  attempt(run: () => void): void {
    try {
      run();
    } catch (fault) {
      this.caught(fault);
    }
  }

  caught(fault: unknown): void {
    if (fault instanceof Killed) return;
    this.violation ??= fault instanceof Error ? fault : new Error(String(fault));
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let at = heap.push(due) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!isSooner(due, heap[up])) break;
      heap[at] = heap[up] as Due;
      at = up;
    }
    heap[at] = due;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= heap.length) break;
      const right = heap[down + 1];
      if (right && isSooner(right, heap[down])) down += 1;
      if (!isSooner(heap[down] as Due, last)) break;
      heap[at] = heap[down] as Due;
      at = down;
    }
    heap[at] = last;
  }
}

function isSooner(a: Due, b: Due | undefined): boolean {
  return b !== undefined && (a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order));
}

/**
 * All that follows at once has happened: simulated ports answer without real waiting.
 *
 * A tick comes when no promise is left to be gone on with, and costs a third of an immediate.
 */
function settle(): Promise<void> {
  return new Promise(onTick);
}

const onTick = (resolve: () => void) => process.nextTick(resolve);

/** As `settle`, and what was rejected with nobody to hear it is told. */
function settleAll(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
