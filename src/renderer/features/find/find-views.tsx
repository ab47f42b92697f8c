import { memo } from 'react';
import type { FindAnswer } from '#contract/find-answer.ts';
import type { FacetId, FindQuery } from '#contract/find-query.ts';
import { type TabSpec, Views } from '#renderer/ui/tabs.tsx';
import { ask } from './find-store.ts';

type View = 'all' | 'notSeen' | 'unheard' | 'shortlisted' | 'ours';

const VIEWS: Readonly<
  Record<Exclude<View, 'all'>, { facet: FacetId; value: string; label: string }>
> = {
  notSeen: { facet: 'seen', value: 'no', label: 'Not seen' },
  unheard: { facet: 'heard', value: 'unheard', label: 'Unheard' },
  shortlisted: { facet: 'shortlisted', value: 'yes', label: 'Shortlisted' },
  ours: { facet: 'ours', value: 'spoken', label: 'Spoken to by us' },
};
const NAMES = Object.keys(VIEWS) as readonly Exclude<View, 'all'>[];

/** Which view the facets in force amount to. */
export function viewOf(query: FindQuery): View {
  return (
    NAMES.find((name) => query.facets[VIEWS[name].facet]?.join() === VIEWS[name].value) ?? 'all'
  );
}

/** Counts are shown only where they are exact: a press must lead to that many. */
export function viewSpecs(query: FindQuery, answer: FindAnswer | null): readonly TabSpec<View>[] {
  const now = viewOf(query);
  const sumOf = (facet: FacetId) =>
    (answer?.facets[facet] ?? []).reduce((sum, each) => sum + each.count, 0);
  const all = now === 'all' ? answer?.total : sumOf(VIEWS[now].facet);
  return [
    { id: 'all', label: 'All', ...(answer && all !== undefined ? { count: all } : {}) },
    ...NAMES.map((id) => {
      const { facet, value, label } = VIEWS[id];
      const count =
        now === id
          ? answer?.total
          : now === 'all'
            ? answer?.facets[facet]?.find((each) => each.value === value)?.count
            : undefined;
      return { id, label, ...(count === undefined ? {} : { count }) };
    }),
  ];
}

export const FindViews = memo(function FindViews({
  query,
  answer,
}: {
  readonly query: FindQuery;
  readonly answer: FindAnswer | null;
}) {
  return (
    <Views
      label="Views"
      views={viewSpecs(query, answer)}
      value={viewOf(query)}
      onChange={(view) => {
        const facets = { ...query.facets };
        for (const name of NAMES) delete facets[VIEWS[name].facet];
        if (view !== 'all') facets[VIEWS[view].facet] = [VIEWS[view].value];
        ask({ facets });
      }}
    />
  );
});
