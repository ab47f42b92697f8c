import { useStore } from 'zustand';
import type { FindQuery } from '#contract/find-query.ts';
import type { Queries } from '#contract/queries.ts';
import type { LiveValue } from '#renderer/data/live-value.ts';
import type { ReaderState } from '#renderer/data/query-reader.ts';
import { useQueryAtOnce } from '#renderer/data/use-query.ts';
import { mostRowsDrawn } from '#renderer/ui/visible-range.ts';
import { findStore } from './find-store.ts';
import { isReasonOnRecord } from './use-reason-on-record.ts';

const asked: LiveValue<Queries['find.run']['input']> = {
  read() {
    const state = findStore.getState();
    return isReasonOnRecord(state) ? { query: state.query, first: mostRowsDrawn() } : null;
  },
  watch: findStore.subscribe,
};

/**
 * Who is found, and the question as it is drawn.
 *
 * What is typed waits for its answer: a key press draws its letter in the box, the worker
 * searches meanwhile, and all else is drawn once, with what was found. A choice is drawn at once.
 */
export function useFound(): {
  readonly found: ReaderState<'find.run'>;
  readonly query: FindQuery;
} {
  const found = useQueryAtOnce('find.run', asked, ['people', 'work']);
  const answered = found.state === 'ready' ? found.to.query : null;
  const query = useStore(findStore, (state) =>
    answered && isTypedOn(state.query, answered) ? answered : state.query,
  );
  return { found, query };
}

/** Whether only the words differ, and what follows from them. */
function isTypedOn(now: FindQuery, before: FindQuery): boolean {
  if (now.text === before.text) return false;
  const { text: _text, order: _order, ...rest } = now;
  const { text: _before, order: _usual, ...others } = before;
  const names = new Set([...Object.keys(rest), ...Object.keys(others)]) as Set<keyof typeof rest>;
  return [...names].every((name) => Object.is(rest[name], others[name]));
}
