import type { FindQuery } from '#contract/find-query.ts';
import { EVERYBODY, type FacetId } from '#contract/find-query.ts';
import type { Chart, ChartMark, InsightsView } from '#contract/queries.ts';
import { EXPERTISE_GROUPS } from '#core/data/specialisms.ts';
import type { PeopleIndex } from '#core/search/people-index.ts';
import type { QueryContext } from './query-context.ts';

/**
 * Reads Insights. The count of every mark is the total of its own query, so that Enter
 * on a mark opens Find with the same number.
 */
export function readInsights({ people }: Pick<QueryContext, 'people'>): InsightsView {
  const everybody = people.find(EVERYBODY);
  const unheard = countOf(people, { heard: ['unheard', 'tried'] });
  return {
    people: everybody.total,
    unheard,
    charts: [
      expertise(people, everybody.total),
      byFacet(people, 'region', 'Where they live', everybody.total),
      byFacet(people, 'availability', 'When they can start', everybody.total),
      funnel(people, everybody.total),
    ],
  };
}

type Facets = FindQuery['facets'];

const queryOf = (facets: Facets): FindQuery => ({ ...EVERYBODY, facets });
const countOf = (people: PeopleIndex, facets: Facets) => people.find(queryOf(facets)).total;

function mark(people: PeopleIndex, id: string, label: string, facets: Facets): ChartMark {
  const query = queryOf(facets);
  return { id, label, count: people.find(query).total, query };
}

/** The programme's own chart: a person counts once in each bar they belong to. */
function expertise(people: PeopleIndex, total: number): Chart {
  const marks = EXPERTISE_GROUPS.map(({ id, label, specialisms }) =>
    mark(people, id, label, { specialism: [...specialisms] }),
  );
  return {
    id: 'expertise',
    title: 'Range of expertise',
    finding: largest(marks, total, 'have experience in'),
    note: 'A person counts once in each bar they belong to, so the bars add up to more than everybody.',
    marks,
  };
}

function byFacet(
  people: PeopleIndex,
  facet: Extract<FacetId, 'region' | 'availability'>,
  title: string,
  total: number,
): Chart {
  const counts = people.find(EVERYBODY).facets[facet] ?? [];
  const marks = counts.map(({ value, label, count }) => ({
    id: value,
    label,
    count,
    query: queryOf({ [facet]: [value] }),
  }));
  const counted = marks.reduce((sum, each) => sum + each.count, 0);
  return {
    id: facet,
    title,
    finding: facet === 'region' ? largest(marks, total, 'live in') : available(marks, total),
    note: counted < total ? `${words(total - counted)} did not say.` : null,
    marks,
  };
}

function funnel(people: PeopleIndex, total: number): Chart {
  const marks = [
    mark(people, 'here', 'In the programme', {}),
    mark(people, 'tried', 'Contact tried', { heard: ['tried', 'spoken'] }),
    mark(people, 'spoken', 'Spoken to by any council', { heard: ['spoken'] }),
    mark(people, 'ours', `Spoken to by us`, { ours: ['spoken'] }),
    mark(people, 'listed', 'On a shortlist of ours', { shortlisted: ['yes'] }),
  ];
  const spoken = marks.find(({ id }) => id === 'spoken')?.count ?? 0;
  return {
    id: 'funnel',
    title: 'From interest to shortlist',
    finding: `${share(spoken, total)} of people have been spoken to; ${words(total - spoken)} have not.`,
    note: null,
    marks,
  };
}

function largest(marks: readonly ChartMark[], total: number, verb: string): string {
  const top = marks.reduce<ChartMark | null>(
    (best, each) => (best === null || each.count > best.count ? each : best),
    null,
  );
  if (!top || total === 0) return 'There is nobody here yet.';
  return `${words(top.count)} (${share(top.count, total)}) ${verb} ${top.label}, more than any other.`;
}

function available(marks: readonly ChartMark[], total: number): string {
  if (total === 0) return 'There is nobody here yet.';
  const now = marks.find(({ id }) => id === 'now')?.count ?? 0;
  return `${words(now)} (${share(now, total)}) could start now.`;
}

const words = (count: number) =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`;

function share(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${Math.round((100 * part) / whole)}%`;
}
