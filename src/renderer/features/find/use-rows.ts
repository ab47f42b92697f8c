import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Card, FindAnswer } from '#contract/find-answer.ts';
import type { FindQuery } from '#contract/find-query.ts';
import { useDataSources } from '#renderer/data/data-context.tsx';
import type { RowRange } from '#renderer/ui/visible-range.ts';
import { createRowPages } from './row-pages.ts';

export interface Rows {
  /** Undefined until it has been read. */
  readonly rowAt: (index: number) => Card | undefined;
  readonly onRange: (range: RowRange) => void;
  /** The index of a person among the rows read so far; -1 when not there. */
  readonly indexOf: (id: string) => number;
}

/** Reads the rows that come into view, a page at a time; the same object while none came. */
export function useRows(answer: FindAnswer | null, query: FindQuery): Rows {
  const { worker } = useDataSources();
  const [maker] = useState(() => createRowPages(worker));
  const pages = useMemo(() => maker.of(answer, query), [maker, answer, query]);
  const version = useSyncExternalStore(pages.watch, pages.version);
  const range = useRef<RowRange>({ from: 0, to: 0 });
  useEffect(() => pages.see(range.current), [pages]);
  const onRange = useCallback(
    (next: RowRange) => {
      range.current = next;
      pages.see(next);
    },
    [pages],
  );
  return useMemo(() => {
    void version; // rows that came make another object of it
    return { rowAt: pages.rowAt, indexOf: pages.indexOf, onRange };
  }, [pages, version, onRange]);
}
