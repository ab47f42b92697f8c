import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ErrorCode } from '#contract/errors.ts';
import type { FindQuery } from '#contract/find-query.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { type FindState, findStore } from './find-store.ts';

/** The longest line the record takes. */
const LONGEST_DETAIL = 200;

/**
 * Records what is asked for with a reason before anybody is found by it (domain.md section 7).
 *
 * However the question came here: the form, a colleague's search, an address, a restart.
 * Returns why it cannot be recorded; null = nothing is wrong.
 */
export function useReasonOnRecord(query: FindQuery): ErrorCode | null {
  const detail = detailOf(query);
  const recordError = useStore(findStore, (state) => state.recordError);
  const save = useSave();
  const asked = useRef<string | null>(null);

  useEffect(() => {
    if (asked.current === detail) return;
    asked.current = detail;
    if (detail === findStore.getState().recorded) return;
    // Asked for no longer: the next time is another time.
    findStore.setState({ recorded: null, recordError: null });
    if (detail === null) return;
    void save([{ kind: 'audit.record', args: { action: 'view', detail } }]).then((result) => {
      if (asked.current !== detail) return;
      findStore.setState(result.ok ? { recorded: detail } : { recordError: result.error.code });
    });
  }, [detail, save]);

  return recordError;
}

/** Whether what needs a reason has it on record: before that, nobody is found by it. */
export function isReasonOnRecord({ query, recorded }: FindState): boolean {
  const detail = detailOf(query);
  return detail === null || detail === recorded;
}

function detailOf({ minYears, languages }: FindQuery): string | null {
  const what = [
    ...(minYears ? [`at least ${minYears.years} years since qualifying`] : []),
    ...(languages ? [`speaks ${languages.anyOf.join(' or ')}`] : []),
  ];
  const reasons = new Set([minYears?.reason, languages?.reason].filter((each) => each));
  if (what.length === 0) return null;
  const words = `Searched for: ${what.join(' and ')}. Reason: ${[...reasons].join('; ')}`;
  return words.slice(0, LONGEST_DETAIL);
}
