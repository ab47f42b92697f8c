import type { Card, FindAnswer } from '#contract/find-answer.ts';
import type { WorkerClient } from '#renderer/data/worker-client.ts';
import type { RowRange } from '#renderer/ui/visible-range.ts';

/** Rows read at a time, once a result has stood a moment. */
export const PAGE = 50;

/** Pages kept: those used last. Everybody scrolled by would be memory to be swept while scrolling. */
export const MOST_PAGES = 40;

/** The rows of one result: those it came with, and the pages that came into view lately. */
export interface RowPages {
  /** Undefined while it has not been read; whoever asks keeps it here. */
  readonly rowAt: (index: number) => Card | undefined;
  /** The index of a person among the rows that are here; -1 when not there. */
  readonly indexOf: (id: string) => number;
  /** Reads what is in view and not here yet; what lies around it once a result has stood a moment. */
  readonly see: (range: RowRange) => void;
  /** Reads one row that may be out of view, unless it is here. */
  readonly need: (index: number) => void;
  /** Goes up with each page that came. */
  readonly version: () => number;
  readonly watch: (listener: () => void) => () => void;
}

/** Makes the rows of one result after another. */
export interface RowPagesMaker {
  /**
   * The rows of a result; the same ones for the same result.
   *
   * Where the same `question` is answered anew, because people changed, the rows of the result
   * before stand in until their own have been read: a list somebody looks at does not go blank.
   */
  of(answer: FindAnswer | null, question: unknown): RowPages;
}

/** Nobody scrolls between two keys: what is not in view is not read for each of them. */
const READ_AROUND_AFTER_MS = 150;

const NO_ROWS: RowPages = {
  rowAt: () => undefined,
  indexOf: () => -1,
  see: () => {},
  need: () => {},
  version: () => 0,
  watch: () => () => {},
};

export function createRowPages(worker: Pick<WorkerClient, 'ask'>): RowPagesMaker {
  let now: {
    readonly answer: FindAnswer;
    readonly question: unknown;
    readonly rows: RowPages;
  } | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const atRest = (act: () => void) => {
    resting = setTimeout(act, READ_AROUND_AFTER_MS);
  };
  return {
    of(answer, question) {
      if (answer === null) return NO_ROWS;
      if (now?.answer === answer) return now.rows;
      const before = now !== null && now.question === question ? now.rows : NO_ROWS;
      clearTimeout(resting);
      const rows = rowsOf({ worker, atRest }, answer, before);
      now = { answer, question, rows };
      return rows;
    },
  };
}

function rowsOf(
  {
    worker,
    atRest,
  }: {
    readonly worker: Pick<WorkerClient, 'ask'>;
    /** Does something later, unless a newer result comes before it. */
    readonly atRest: (act: () => void) => void;
  },
  { resultId, rows, total }: FindAnswer,
  before: RowPages,
): RowPages {
  /** Used last comes last; null = asked for. */
  const pages = new Map<number, readonly Card[] | null>();
  const listeners = new Set<() => void>();
  let standIn = before;
  let version = 0;
  let seen: RowRange | null = null;

  async function read(page: number): Promise<void> {
    pages.set(page, null);
    const result = await worker.ask('find.rows', { resultId, from: page * PAGE, count: PAGE });
    pages.delete(page);
    if (!result.ok) return;
    pages.set(page, result.value);
    dropUnused();
    version += 1;
    for (const tell of listeners) tell();
  }

  function dropUnused(): void {
    for (const [page, cards] of pages) {
      if (pages.size <= MOST_PAGES) return;
      if (cards !== null) pages.delete(page);
    }
  }

  function cardAt(index: number): Card | undefined {
    const page = Math.floor(index / PAGE);
    const cards = pages.get(page);
    if (!cards) return rows[index];
    pages.delete(page);
    pages.set(page, cards);
    return cards[index - page * PAGE];
  }

  function readAll(from: number, to: number): readonly Promise<void>[] {
    const readings: Promise<void>[] = [];
    for (
      let page = Math.max(0, Math.floor(from / PAGE));
      page * PAGE < Math.min(to, total);
      page += 1
    ) {
      const isInAnswer = Math.min((page + 1) * PAGE, to, total) <= rows.length;
      if (!isInAnswer && !pages.has(page)) readings.push(read(page));
    }
    return readings;
  }

  function readAround(): void {
    if (seen) void readAll(seen.from - PAGE, seen.to + PAGE);
  }

  return {
    rowAt: (index) => cardAt(index) ?? (index < total ? standIn.rowAt(index) : undefined),
    indexOf(id) {
      const isThem = (card: Card) => card.id === id;
      for (const [page, cards] of pages) {
        const at = cards?.findIndex(isThem) ?? -1;
        if (at >= 0) return page * PAGE + at;
      }
      return rows.findIndex(isThem);
    },
    see({ from, to }) {
      const readings = readAll(from, to);
      const isFirst = seen === null;
      const isMoved = seen?.from !== from || seen.to !== to;
      seen = { from, to };
      // Whoever scrolls on finds the next ones there; a jump reads nothing that is not looked at.
      if (isFirst) atRest(readAround);
      else if (isMoved && readings.length === 0) readAround();
      // What was read before may be of other people by now: it stands in only while these come.
      void Promise.all(readings).then(() => {
        standIn = NO_ROWS;
      });
    },
    need: (index) => void readAll(index, index + 1),
    version: () => version,
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
