import type { FacetId, Order } from '#contract/find-query.ts';

/** Facets in screen order, with their legend and how a chip begins. */
export const FACETS: readonly {
  readonly id: FacetId;
  readonly legend: string;
  readonly how: string;
}[] = [
  { id: 'availability', legend: 'Readiness', how: 'Ready' },
  { id: 'specialism', legend: 'Practice area', how: 'Must know' },
  { id: 'register', legend: 'Register', how: 'Must be' },
  { id: 'annotation', legend: 'Annotations', how: 'Must be' },
  { id: 'heard', legend: 'Heard by anyone', how: 'Must be' },
  { id: 'ours', legend: 'Our contact', how: 'Must be' },
  { id: 'shortlisted', legend: 'Our shortlists', how: 'Must be' },
  { id: 'role', legend: 'Role', how: 'Must be' },
  { id: 'hours', legend: 'Hours', how: 'Must want' },
  { id: 'employment', legend: 'Contract', how: 'Must want' },
  { id: 'practiceEducator', legend: 'Practice educator', how: 'Must be' },
  { id: 'caseSystem', legend: 'Case system', how: 'Must know' },
  { id: 'dbs', legend: 'DBS, as they told us', how: 'Must have' },
  { id: 'region', legend: 'Region', how: 'Must live in' },
  { id: 'council', legend: 'Home council', how: 'Must live in' },
];

export const ORDER_WORDS: Readonly<Record<Order, string>> = {
  best_match: 'Best match',
  nearest: 'Nearest',
  longest_unheard: 'Longest unheard',
  newest: 'Newest',
  soonest_available: 'Soonest available',
  recently_checked: 'Most recently checked',
};

export const RADII = ['5', '10', '15', '20', '25', '30', '40', '50', '75', '100'] as const;
