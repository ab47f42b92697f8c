import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock, Timer } from '#core/ports.ts';

/** Time that passes when it is told to; what runs in it is real and takes as long as it takes. */
export class VirtualTime {
  readonly clock: Clock = { nowMs: () => this.#startMs + this.#ms, monotonicMs: () => this.#ms };
  readonly timer: Timer = { after: (ms, run) => this.#after(ms, run) };
  readonly #startMs: number;
  readonly #waiting = new Map<number, { readonly atMs: number; readonly run: () => void }>();
  #ms = 0;
  #count = 0;
  /** Calls under way that end without time having to pass. */
  #busy = 0;
  #turns = 0;

  constructor(startMs: number) {
    this.#startMs = startMs;
  }

  /** Time stands still until this has ended. */
  async during<Value>(work: Promise<Value>): Promise<Value> {
    this.begin();
    try {
      return await work;
    } finally {
      this.end();
    }
  }

  begin(): void {
    this.#busy += 1;
    this.#turns += 1;
  }

  end(): void {
    this.#busy -= 1;
    this.#turns += 1;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#after(ms, resolve));
  }

  /** Lets this much time pass, with all that happens in it. */
  async pass(ms: number): Promise<void> {
    const endMs = this.#ms + ms;
    for (;;) {
      await this.#settle();
      const due = [...this.#waiting].toSorted(([a, x], [b, y]) => x.atMs - y.atMs || a - b)[0];
      if (due === undefined || due[1].atMs > endMs) break;
      this.#waiting.delete(due[0]);
      this.#ms = Math.max(this.#ms, due[1].atMs);
      due[1].run();
    }
    this.#ms = endMs;
  }

  #after(ms: number, run: () => void): () => void {
    const id = this.#count++;
    this.#waiting.set(id, { atMs: this.#ms + Math.max(0, ms), run });
    return () => this.#waiting.delete(id);
  }

  /** Waits until nothing is under way, and nothing begins anew by itself. */
  async #settle(): Promise<void> {
    for (let quiet = 0; quiet < 6; ) {
      const before = this.#turns;
      await nextTurn();
      quiet = this.#busy === 0 && this.#turns === before ? quiet + 1 : 0;
    }
  }
}
