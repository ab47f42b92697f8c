import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';

/** One key press of the trace. */
export interface TracedQuery {
  readonly kind: string;
  readonly query: FindQuery;
}

const LEEDS = { label: 'Leeds', lat: 53.801, lon: -1.549 };
/** Where the council of the bench has its base. */
export const CANTERBURY = { label: 'Canterbury', lat: 51.279, lon: 1.08 };

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

/** 300 key presses of an ordinary morning, every prefix of a word counted. */
export const TRACE: readonly TracedQuery[] = [
  ...typed('one word', 'safeguarding'),
  ...typed('one word', 'fostering'),
  ...typed('one word', 'dementia'),
  ...typed('one word', 'liquidlogic'),
  ...typed('one word', 'attachment'),
  ...typed('one word', 'neglect'),
  ...typed('one word', 'dols'),
  ...typed('name', "o'brien"),
  ...typed('name', 'sarah jones'),
  ...typed('name', 'patel'),
  ...typed('name', 'mohammed khan', 9),
  ...typed('number', 'SW9104'),
  ...typed('number', '900123'),
  ...typed('number', '07700'),
  ...typed('outward code', 'CT21'),
  ...typed('outward code', 'ME14'),
  ...typed('two words', 'amhp thanet'),
  ...typed('two words', 'court leeds', 6),
  ...typed('two words', 'senior social worker fostering', 14),
  ...typed('distance', 'cp sw 20 miles of leeds'),
  ...typed('two words', 'independent reviewing officer', 13),
  ...typed('area and town', 'mental health bristol', 6),
  ...whole('synonym', 'cp', 'lac', 'edt', 'iro', 'form f', 'r&a', 'cin', 'dols', 'sgo', 'nqsw'),
  ...whole('synonym', 'amhp', 'bia', 'mash', 'uasc', 'dv', 'mca', 'cafcass', 'yot', 'send', 'lado'),
  ...whole(
    'misspelt',
    'safegaurding',
    'fostring',
    'demntia',
    'adopton',
    'assesment',
    'exploitaton',
    'comunity',
    'theraputic',
    'homlessness',
    'dementai',
    'liquidlogik',
    'reviewng officer',
    'assesment kent',
    'obrein',
    'kinshp',
    'superviser',
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
    '"best interests assessor"',
    '"signs of safety"',
    '"looked after" mosaic',
    '"special guardianship"',
    '"duty and assessment"',
    '"years qualified"',
    '"i have worked"',
    '"know the area"',
  ),
  ...whole(
    'or and not',
    'amhp or bia',
    'fostering or adoption -agency',
    'lac not court',
    'mosaic or liquidlogic or eclipse',
    'leeds or bradford or wakefield amhp',
    '(fostering or adoption) court',
    'mash -mosaic',
    'senior not manager',
    'dementia or autism or sensory kent',
    'safeguarding -"court work" london',
    '-leeds amhp',
  ),
  ...(
    ['longest_unheard', 'best_match', 'newest', 'soonest_available', 'recently_checked'] as const
  ).map((order) => with_('nothing typed', { order })),
  with_('facets', { facets: { specialism: ['cin_cp'] } }),
  with_('facets', { facets: { specialism: ['cin_cp', 'court'], availability: ['now'] } }),
  with_('facets', { facets: { region: ['London'], role: ['social_worker'], heard: ['unheard'] } }),
  with_('facets', { facets: { council: ['kent', 'medway'], hours: ['part_time'] } }),
  ...(['registered', 'lapsed', 'restoration_in_progress'] as const).map((status) =>
    with_('facets', { facets: { register: [status] }, order: 'recently_checked' }),
  ),
  ...(['London', 'South East', 'North West'] as const).flatMap((region) => [
    with_('facets', { facets: { region: [region] } }),
    with_('facets', { facets: { region: [region], availability: ['now', '30_days'] } }),
    with_('facets', { must: { caseSystem: ['Mosaic'] }, facets: { region: [region] } }),
  ]),
  ...[5, 10, 20, 50].flatMap((radiusMiles) => [
    with_('near', {
      near: { ...LEEDS, radiusMiles, withinTheirLimit: true },
      order: 'nearest',
    }),
    with_('near, text and facets', {
      text: 'court',
      near: { ...LEEDS, radiusMiles, withinTheirLimit: false },
      facets: { role: ['social_worker'], hours: ['part_time'] },
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
