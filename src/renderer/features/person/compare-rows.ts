import type { MatchView } from '#contract/queries.ts';
import {
  ANNOTATION_LABELS,
  CHANNEL_LABELS,
  EMPLOYMENT_LABELS,
  HOURS_LABELS,
  PRACTICE_EDUCATOR_LABELS,
  REGISTRATION_LABELS,
  ROLE_LABELS,
} from '#contract/vocabulary-labels.ts';
import { SPECIALISMS } from '#core/data/specialisms.ts';
import { formatDay, plural } from '#renderer/ui/dates.ts';
import { flipWords, STATE_WORDS } from './match-words.ts';

type Compared = MatchView['people'][number];

/** One thing about everybody who is compared. */
export interface CompareRow {
  readonly id: string;
  readonly label: string;
  /** In the order of the people. */
  readonly values: readonly string[];
  /** Not the same for all of them. */
  readonly differs: boolean;
}

const AREAS: ReadonlyMap<string, string> = new Map(SPECIALISMS.map(({ id, label }) => [id, label]));
const OURS = {
  never: 'Never contacted by us',
  tried: 'Tried by us, not reached',
  spoken: 'Spoken to by us',
  do_not_contact: 'Asked us not to contact them',
} as const;
const listed = (words: readonly string[], none: string) => words.join(', ') || none;

const FACTS: readonly (readonly [label: string, of: (person: Compared) => string])[] = [
  ['Ready', ({ card }) => card.availability],
  [
    'Distance',
    ({ card }) =>
      [
        card.distanceMiles === null ? 'Not known' : plural(card.distanceMiles, 'mile'),
        card.willTravelMiles === null
          ? 'did not say how far they travel'
          : card.willTravelMiles === 999
            ? 'will travel any distance'
            : `will travel ${card.willTravelMiles}`,
      ].join(', '),
  ],
  [
    'Waiting',
    ({ card }) =>
      card.unheardDays === null
        ? 'Has been spoken to'
        : `Unheard for ${plural(card.unheardDays, 'working day')}`,
  ],
  ['Our contact', ({ card }) => OURS[card.ours]],
  ['Our lists', ({ card }) => listed(card.shortlistedFor, 'None')],
  [
    'Register',
    ({ candidate }) =>
      `${REGISTRATION_LABELS[candidate.registrationStatus]}${candidate.registerCheckedOn ? `, checked ${formatDay(candidate.registerCheckedOn)}` : ', not checked'}`,
  ],
  [
    'Annotations',
    ({ candidate }) =>
      listed(
        candidate.annotations.map((each) => ANNOTATION_LABELS[each]),
        'None',
      ),
  ],
  ['Role', ({ candidate }) => ROLE_LABELS[candidate.roleGroup]],
  [
    'Can do',
    ({ candidate }) => candidate.specialisms.map((area) => AREAS.get(area) ?? area).join(', '),
  ],
  ['Practice educator', ({ candidate }) => PRACTICE_EDUCATOR_LABELS[candidate.practiceEducator]],
  ['Case systems', ({ candidate }) => listed(candidate.caseSystems, 'None named')],
  [
    'Contract',
    ({ candidate }) =>
      listed(
        candidate.employmentTypes.map((each) => EMPLOYMENT_LABELS[each]),
        'Did not say',
      ),
  ],
  [
    'Hours',
    ({ candidate: { hours, minHoursPerWeek: least, maxHoursPerWeek: most } }) =>
      listed(
        [
          ...hours.map((each) => HOURS_LABELS[each]),
          ...(least === undefined && most === undefined
            ? []
            : [`${least ?? 0} to ${most ?? 'any'} a week`]),
        ],
        'Did not say',
      ),
  ],
  ['Preferred contact', ({ candidate }) => CHANNEL_LABELS[candidate.preferredContact]],
  ['Told us', ({ candidate }) => formatDay(candidate.confirmedOn)],
];

/** What a vacancy asks and what is known of each, then the facts; what differs comes first. */
export function compareRows({ people }: MatchView): readonly CompareRow[] {
  const asked = (people[0]?.lines ?? []).map(({ id, asked: label }) =>
    rowOf(
      `match ${id}`,
      id === 'travel' ? 'Can get there' : label,
      people.map(({ lines }) => {
        const line = lines.find((each) => each.id === id);
        if (!line) return '';
        const { sign, words } = STATE_WORDS[line.state];
        const change = line.flip ? `. ${flipWords(line.flip)}` : '';
        return `${sign} ${words}: ${line.theirs}${change}`;
      }),
    ),
  );
  const facts = FACTS.map(([label, of]) => rowOf(label, label, people.map(of)));
  const differingFirst = (rows: readonly CompareRow[]) => [
    ...rows.filter(({ differs }) => differs),
    ...rows.filter(({ differs }) => !differs),
  ];
  return [...differingFirst(asked), ...differingFirst(facts)];
}

function rowOf(id: string, label: string, values: readonly string[]): CompareRow {
  return { id, label, values, differs: new Set(values).size > 1 };
}
