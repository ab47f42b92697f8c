import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';

/** One key press of the trace. */
export interface TracedQuery {
  readonly kind: string;
  readonly query: FindQuery;
}

const LEEDS = { label: 'Leeds', lat: 53.801, lon: -1.549 };
const CANTERBURY = { label: 'Canterbury', lat: 51.279, lon: 1.08 };

const textOf = (text: string): FindQuery => ({ ...EVERYBODY, text, order: 'best_match' });
const typed = (kind: string, text: string, from = 1): TracedQuery[] =>
  Array.from({ length: text.length - from + 1 }, (_, i) => ({
    kind,
    query: textOf(text.slice(0, from + i)),
  }));
const whole = (kind: string, ...texts: string[]): TracedQuery[] =>
  texts.map((text) => ({ kind, query: textOf(text) }));
const with_ = (kind: string, over: Partial<FindQuery>): TracedQuery => ({
  kind,
  query: { ...EVERYBODY, ...over },
});

/** About 220 key presses of an ordinary morning, every prefix of a word counted. */
export const TRACE: readonly TracedQuery[] = [
  ...typed('one word', 'safeguarding'),
  ...typed('one word', 'fostering'),
  ...typed('one word', 'dementia'),
  ...typed('one word', 'liquidlogic'),
  ...typed('name', "o'brien"),
  ...typed('name', 'sarah jones'),
  ...typed('number', 'SW9104'),
  ...typed('number', '900123'),
  ...typed('outward code', 'CT21'),
  ...typed('two words', 'amhp thanet'),
  ...typed('two words', 'court leeds', 6),
  ...typed('two words', 'senior social worker fostering', 14),
  ...typed('distance', 'cp sw 20 miles of leeds'),
  ...whole('synonym', 'cp', 'lac', 'edt', 'iro', 'form f', 'r&a', 'cin', 'dols', 'sgo', 'nqsw'),
  ...whole(
    'misspelt',
    'safegaurding',
    'fostring',
    'demntia',
    'adopton',
    'assesment',
    'exploitaton',
  ),
  ...whole(
    'phrase',
    '"child protection"',
    '"social work"',
    '"court work"',
    '"care proceedings" leeds',
    '"in the community',
    'part-time',
    'pre-proceedings',
  ),
  ...whole(
    'or and not',
    'amhp or bia',
    'fostering or adoption -agency',
    'lac not court',
    'mosaic or liquidlogic or eclipse',
    'leeds or bradford or wakefield amhp',
  ),
  ...(['longest_unheard', 'newest', 'soonest_available', 'recently_checked'] as const).map(
    (order) => with_('nothing typed', { order }),
  ),
  with_('facets', { facets: { specialism: ['cin_cp'] } }),
  with_('facets', { facets: { specialism: ['cin_cp', 'court'], availability: ['now'] } }),
  with_('facets', { facets: { region: ['London'], role: ['social_worker'], heard: ['unheard'] } }),
  with_('facets', { facets: { council: ['kent', 'medway'], hours: ['part_time'] } }),
  ...[5, 10, 20, 50].flatMap((radiusMiles) => [
    with_('near', {
      near: { ...LEEDS, radiusMiles, withinTheirLimit: true },
      order: 'nearest',
    }),
    with_('near, text and facets', {
      text: 'safeguarding',
      near: { ...CANTERBURY, radiusMiles, withinTheirLimit: true },
      facets: { availability: ['now', '30_days'] },
      order: 'best_match',
    }),
  ]),
  with_('near', { near: { ...LEEDS, withinTheirLimit: true }, order: 'nearest' }),
];
