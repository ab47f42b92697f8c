import type { IsoDate } from '#contract/brands.ts';
import type { FindQuery } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { TRACE } from './search-trace.ts';

/** The day of the bench. */
export const TODAY = '2026-06-09' as IsoDate;
/** Rows that a key press puts in order. */
export const FIRST_ROWS = 50;

/** An engine under test; queries are places in the trace. */
export interface Engine {
  add(people: readonly Candidate[], first: number): void;
  finish(): void;
  /** Who is found, the counts of every value, and the first rows. */
  find(query: number): { readonly total: number };
  rows(query: number, wanted: number): readonly unknown[];
  /** Puts people who are there already once more, and finds. */
  change?(people: readonly Candidate[]): void;
  /** Puts the index away, and takes it up again. */
  image?(): Promise<{ readonly snapshotBytes: number; readonly snapshotLoadMs: number }>;
  bytes?(): number;
}

/** A fresh object, as each key press sends: nothing may be remembered from before. */
export const freshQuery = (query: number): FindQuery => ({ ...(TRACE[query]?.query as FindQuery) });
