import type { FacetId, Order } from '#contract/find-query.ts';

/** Facets in screen order, with their legend and how a chip begins. */
export const FACETS: readonly {
  readonly id: FacetId;
  readonly legend: string;
  readonly how: string;
  /** How a chip begins that leaves people out. */
  readonly notHow: string;
}[] = [
  { id: 'availability', legend: 'Readiness', how: 'Ready', notHow: 'Not ready' },
  { id: 'specialism', legend: 'Practice area', how: 'Must know', notHow: 'Must not know' },
  { id: 'register', legend: 'Register', how: 'Must be', notHow: 'Must not be' },
  {
    id: 'checked',
    legend: 'Register checked',
    how: 'Must be checked',
    notHow: 'Must not be checked',
  },
  { id: 'annotation', legend: 'Annotations', how: 'Must be', notHow: 'Must not be' },
  { id: 'heard', legend: 'Heard by anyone', how: 'Must be', notHow: 'Must not be' },
  { id: 'ours', legend: 'Our contact', how: 'Must be', notHow: 'Must not be' },
  { id: 'shortlisted', legend: 'Our shortlists', how: 'Must be', notHow: 'Must not be' },
  { id: 'lastContact', legend: 'Last contact', how: 'Must be', notHow: 'Must not be' },
  { id: 'seen', legend: 'Seen by me', how: 'Must be', notHow: 'Must not be' },
  {
    id: 'dismissed',
    legend: 'Left out for',
    how: 'Must be left out for',
    notHow: 'Must not be left out for',
  },
  { id: 'role', legend: 'Role', how: 'Must be', notHow: 'Must not be' },
  { id: 'hours', legend: 'Hours', how: 'Must want', notHow: 'Must not want' },
  { id: 'employment', legend: 'Contract', how: 'Must want', notHow: 'Must not want' },
  { id: 'practiceEducator', legend: 'Practice educator', how: 'Must be', notHow: 'Must not be' },
  { id: 'caseSystem', legend: 'Case system', how: 'Must know', notHow: 'Must not know' },
  { id: 'dbs', legend: 'DBS, as they told us', how: 'Must have', notHow: 'Must not have' },
  { id: 'region', legend: 'Region', how: 'Must live in', notHow: 'Must not live in' },
  { id: 'council', legend: 'Home council', how: 'Must live in', notHow: 'Must not live in' },
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
