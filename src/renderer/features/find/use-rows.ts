import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Card, FindAnswer } from '#contract/find-answer.ts';
import type { FindQuery } from '#contract/find-query.ts';
import { useDataSources } from '#renderer/data/data-context.tsx';
import type { RowRange } from '#renderer/ui/visible-range.ts';
import { createRowPages, type RowPages } from './row-pages.ts';

/** The rows of one answer; the same object while they are read. */
export interface Rows extends Omit<RowPages, 'see'> {
  readonly onRange: (range: RowRange) => void;
}

/** Reads the rows that come into view, a page at a time. */
export function useRows(answer: FindAnswer | null, query: FindQuery): Rows {
  const { worker } = useDataSources();
  const [maker] = useState(() => createRowPages(worker));
  const pages = useMemo(() => maker.of(answer, query), [maker, answer, query]);
  const range = useRef<RowRange>({ from: 0, to: 0 });
  useEffect(() => pages.see(range.current), [pages]);
  const onRange = useCallback(
    (next: RowRange) => {
      range.current = next;
      pages.see(next);
    },
    [pages],
  );
  return useMemo(() => ({ ...pages, onRange }), [pages, onRange]);
}

/** A row, in view or not; undefined while it is being read. */
export function useCardAt(rows: Rows, index: number): Card | undefined {
  const card = useOfRows(rows, () => rows.rowAt(index));
  // Also where one of the answer before stands in for it.
  useEffect(() => rows.need(index), [rows, index]);
  return card;
}

/** One thing of the rows: drawn again when it changed, not for every page that came. */
export function useOfRows<Value>(rows: Rows, read: () => Value): Value {
  return useSyncExternalStore(rows.watch, read);
}
