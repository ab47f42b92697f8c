import { useCallback, useEffect, useRef, useState } from 'react';
import type { Card, FindAnswer } from '#contract/queries.ts';
import { useDataSources } from '#renderer/data/data-context.tsx';
import type { RowRange } from '#renderer/ui/visible-range.ts';

/** Rows read at a time: what a screen shows, so that a key press draws no more than is seen. */
export const PAGE = 50;

export interface Rows {
  /** Undefined until it has been read. */
  readonly rowAt: (index: number) => Card | undefined;
  readonly onRange: (range: RowRange) => void;
  /** The index of a person among the rows read so far; -1 when not there. */
  readonly indexOf: (id: string) => number;
}

interface Held {
  readonly resultId: number;
  readonly cards: ReadonlyMap<number, Card>;
}

/** Reads the rows that come into view, a page at a time; a newer result drops them all. */
export function useRows(answer: FindAnswer | null): Rows {
  const { worker } = useDataSources();
  const [held, setHeld] = useState<Held>({ resultId: -1, cards: new Map() });
  const asked = useRef(new Set<number>());
  const range = useRef<RowRange>({ from: 0, to: 0 });

  const read = useCallback(() => {
    if (!answer) return;
    const { resultId, rows, total } = answer;
    const { from, to } = range.current;
    for (let page = Math.floor(from / PAGE); page * PAGE < Math.min(to, total); page += 1) {
      const start = page * PAGE;
      const isInAnswer = Math.min(start + PAGE, total) <= rows.length;
      if (isInAnswer || asked.current.has(page)) continue;
      asked.current.add(page);
      void worker.ask('find.rows', { resultId, from: start, count: PAGE }).then((result) => {
        if (!result.ok) return;
        setHeld((now) => {
          if (now.resultId !== resultId) return now;
          const cards = new Map(now.cards);
          for (const [offset, card] of result.value.entries()) cards.set(start + offset, card);
          return { resultId, cards };
        });
      });
    }
  }, [answer, worker]);

  useEffect(() => {
    if (!answer) return;
    asked.current = new Set();
    setHeld({ resultId: answer.resultId, cards: new Map(answer.rows.entries()) });
    read();
  }, [answer, read]);

  const onRange = useCallback(
    (next: RowRange) => {
      range.current = next;
      read();
    },
    [read],
  );

  // Before the effect has run, the answer's own rows are the truth.
  const isCurrent = held.resultId === answer?.resultId;
  const rowAt = (index: number) => (isCurrent ? held.cards.get(index) : answer?.rows[index]);
  const indexOf = (id: string) => {
    if (!isCurrent) return answer?.rows.findIndex((card) => card.id === id) ?? -1;
    for (const [index, card] of held.cards) if (card.id === id) return index;
    return -1;
  };
  return { rowAt, onRange, indexOf };
}
