/**
 * What an engine may ask of the world. Engines get these as arguments and nothing else.
 */

/** Time: the wall clock for display and days, the monotonic one for ages. */
export interface Clock {
  /** Milliseconds since 1970 in UTC; may jump. */
  nowMs(): number;
  /** Milliseconds since an unknown start; never goes back. */
  monotonicMs(): number;
}

/** Chance. */
export interface Random {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** Fills and returns the bytes. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** Waiting; `cancel` ends it early without an error. */
export interface Timer {
  after(delayMs: number, run: () => void): () => void;
}

/** Words for support, never with personal data. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
}
