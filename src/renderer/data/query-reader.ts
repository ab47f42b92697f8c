import type { Failure } from '#contract/errors.ts';
import type { Queries, QueryName } from '#contract/queries.ts';
import { createLiveValue, type LiveValue } from './live-value.ts';
import type { WorkerClient } from './worker-client.ts';

/**
 * What a screen knows of its query.
 *
 * Once a value is held it is never taken away: `error` tells of the newer attempt.
 */
export type QueryState<Value, Held = Currency> =
  | { readonly state: 'loading'; readonly value: null; readonly error: null }
  | ({
      readonly state: 'ready';
      readonly value: Value;
      readonly error: Failure | null;
    } & Held)
  | { readonly state: 'failed'; readonly value: null; readonly error: Failure };

interface Currency {
  /** False while the value still answers an earlier input. */
  readonly isCurrent: boolean;
}

/** Which input a value answers: it stays as it is when the next is asked for. */
export interface Answers<Input> {
  readonly to: Input;
}

/** What a reader knows of its query. */
export type ReaderState<Name extends QueryName> = QueryState<
  Queries[Name]['output'],
  Answers<Queries[Name]['input']>
>;

export const LOADING = { state: 'loading', value: null, error: null } as const;

/** Reads one query over and over: what is behind `useQuery`, without React. */
export interface QueryReader<Name extends QueryName> {
  /** Changes with an answer and not with a question: a key press draws what it brings, once. */
  readonly state: LiveValue<ReaderState<Name>>;
  /** Asks with a new input; an answer to an older one is dropped. Null asks nothing. */
  read(input: Queries[Name]['input'] | null): void;
  /**
   * Asks again with the same input; many calls during one reading make one more.
   *
   * Where the input has just changed this waits a moment: whoever types asks anew with each key,
   * and the key's answer must not stand behind one that nobody looks at.
   */
  readAgain(): void;
}

/** From one input to the next somebody may be typing; nobody who types is slower. */
const REST_MS = 250;

export function createQueryReader<Name extends QueryName>(
  worker: Pick<WorkerClient, 'ask'>,
  name: Name,
): QueryReader<Name> {
  const state = createLiveValue<ReaderState<Name>>();
  let input: Queries[Name]['input'] | null = null;
  let held: ({ readonly value: Queries[Name]['output'] } & Answers<Queries[Name]['input']>) | null =
    null;
  let turn = 0;
  let isReading = false;
  let isStale = false;
  let restsAtMs = Number.NEGATIVE_INFINITY;
  let resting: ReturnType<typeof setTimeout> | undefined;

  function say(error: Failure | null): void {
    if (held) state.set({ state: 'ready', ...held, error });
    else state.set(error ? { state: 'failed', value: null, error } : LOADING);
  }

  async function ask(): Promise<void> {
    turn += 1;
    if (input === null) return;
    const mine = turn;
    const to = input;
    isReading = true;
    isStale = false;
    if (!held) say(null);
    const result = await worker.ask(name, to);
    if (mine !== turn) return;
    isReading = false;
    if (result.ok) held = { value: result.value, to };
    say(result.ok ? null : result.error);
    if (isStale) askAtRest();
  }

  function askAtRest(): void {
    clearTimeout(resting);
    const restMs = restsAtMs - performance.now();
    if (restMs <= 0) void ask();
    else resting = setTimeout(() => void ask(), restMs);
  }

  return {
    state,
    read(next) {
      clearTimeout(resting);
      if (input !== null) restsAtMs = performance.now() + REST_MS;
      input = next;
      isReading = false;
      void ask();
    },
    readAgain() {
      if (isReading) isStale = true;
      else askAtRest();
    },
  };
}
