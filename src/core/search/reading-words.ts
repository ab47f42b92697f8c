import type { AlsoSearched } from '#contract/find-answer.ts';
import { FACET_IDS, type FacetId, type FindQuery } from '#contract/find-query.ts';
import type { Choice, Group } from './asks.ts';
import { labelOf } from './labels.ts';
import { basesWords, type Reading, type ReadPart, type Slip, termsAsked } from './reading.ts';
import { meaningOf } from './synonym-book.ts';
import type { UnderstoodQuery } from './understood-query.ts';

/** Says how the box was read, as a sentence. Rule Q10. */
export function readingWords(
  { query, reading, near }: UnderstoodQuery,
  closeSpellings: readonly string[],
): string {
  const { distance } = reading;
  const where =
    distance === null
      ? placeWords(query)
      : near
        ? `, within ${distance.miles} ${distance.miles === 1 ? 'mile' : 'miles'} of ${basesWords(near)}`
        : `, within ${distance.miles} miles of where? Add a place`;
  const all = groupWords(reading);
  const who = all === '' ? 'Everyone' : `People with ${all}`;
  return [
    `${who}${where}.`,
    ...demandWords(query),
    ...askedWords(query),
    ...closeSpellings.map(spelling),
    ...meanings(reading),
  ].join(' ');
}

/** The place that was chosen, not typed: how far around it, and whether their own limit counts. */
function placeWords({ near }: FindQuery): string {
  if (!near) return '';
  const bases = basesWords(near);
  const { radiusMiles: miles, withinTheirLimit } = near;
  if (miles === undefined) {
    return withinTheirLimit ? `, who would travel to ${bases}` : `, measured from ${bases}`;
  }
  const within = `, within ${miles} ${miles === 1 ? 'mile' : 'miles'} of ${bases}`;
  return withinTheirLimit ? `${within}, who would travel it` : within;
}

/** What is asked for with a reason, and the reason. Rule Q43. */
function askedWords({ minYears, languages }: FindQuery): readonly string[] {
  return [
    ...(minYears
      ? [`At least ${minYears.years} years since qualifying, because: ${minYears.reason}.`]
      : []),
    ...(languages ? [`Speaks ${languages.anyOf.join(' or ')}, because: ${languages.reason}.`] : []),
  ];
}

/** What goes with each term of the box, switched off or not; each term once. Rule Q7. */
export function alsoSearched(reading: Reading): readonly AlsoSearched[] {
  const found = termsOf(reading).flatMap((term): readonly AlsoSearched[] => {
    const whole = term.is === 'words' && term.meaning ? meaningOf(term.words.join(' ')) : null;
    if (!whole || whole.also.length === 0) return [];
    return [{ term: whole.term ?? term.typed, labels: whole.also.map(({ label }) => label) }];
  });
  return [...new Map(found.map((each) => [each.term, each])).values()];
}

/** The filters restated: "Must AMHP and (Court work or Dementia), not On a shortlist." */
function demandWords({ facets, must = {}, mustNot = {} }: FindQuery): readonly string[] {
  const isAsked = [facets, must, mustNot].some((each) => Object.keys(each).length > 0);
  if (!isAsked) return [];
  const labels = (facet: FacetId, values: readonly string[] = []) =>
    values.map((value) => labelOf(facet, value));
  const asked = [
    ...FACET_IDS.flatMap((facet) => labels(facet, must[facet])),
    ...FACET_IDS.flatMap((facet) => {
      const can = labels(facet, facets[facet]);
      return can.length > 1 ? [`(${can.join(' or ')})`] : can;
    }),
  ];
  const left = FACET_IDS.flatMap((facet) => labels(facet, mustNot[facet]));
  const parts = [
    ...(asked.length > 0 ? [`must ${asked.join(' and ')}`] : []),
    ...(left.length > 0 ? [`not ${left.join(', not ')}`] : []),
  ];
  return parts.length > 0 ? [`Filters: ${parts.join(', ')}.`] : [];
}

const termsOf = (reading: Reading) => termsAsked(reading.asks);

function groupWords({ asks, not }: Pick<Group, 'asks' | 'not'>): string {
  const met = asks.map((ask) => ask.choices.map(choiceWords).join(' or '));
  return [...met, ...not.map((choice) => `not ${choiceWords(choice)}`)].join(' and ');
}

const spelling = (typed: string) =>
  `Nobody has “${typed}” as it is written, so close spellings count.`;

function meanings(reading: Reading): string[] {
  return termsOf(reading).flatMap((term) => {
    if (term.is !== 'words' || !term.meaning || term.meaning.couldMean.length === 0) return [];
    const { also, couldMean } = term.meaning;
    const written = term.meaning.term ?? term.typed;
    return also.length > 0
      ? [`${written} can also mean ${couldMean.join(' or ')}, which is not searched.`]
      : [`${written} can mean ${couldMean.join(' or ')}: it is searched as written.`];
  });
}

function choiceWords(term: Choice): string {
  if (term.is === 'group') return `(${groupWords(term)})`;
  if (term.is === 'held') return term.labels.join(' or ');
  if (term.is === 'town') return `the town ${term.typed}`;
  if (term.is === 'words') {
    const typed = term.meaning?.term ?? term.typed;
    const words = term.words.length > 1 ? `“${typed}”` : typed;
    return term.inName ? `the name ${words}` : words;
  }
  if (term.is === 'ref') return `the reference ${term.ref}`;
  const kinds = [
    ...(term.registration > 0 ? [`a registration number SW${term.registration}…`] : []),
    ...(term.phoneBegins ? [`a telephone number beginning ${term.digits}`] : []),
    ...(term.phone ? [`a telephone number ending ${term.digits}`] : []),
  ];
  return kinds.length > 0 ? kinds.join(' or ') : term.typed;
}

/** A part of the box in words. */
export function partWords({ asks, leavesOut }: Pick<ReadPart, 'asks' | 'leavesOut'>): string {
  if (leavesOut) return choiceWords(leavesOut);
  return (asks?.choices ?? []).map(choiceWords).join(' or ');
}

/** Says what could not be read as it stands, and what was done instead. Rule Q35. */
export function slipWords({ is, typed }: Slip): string {
  switch (is) {
    case 'bracket-not-closed':
      return 'This bracket is not closed; it was taken to close at the end.';
    case 'bracket-not-opened':
      return 'This bracket closes nothing; it was passed over.';
    case 'quote-not-closed':
      return 'This quote is not closed; all that follows was searched as one phrase.';
    case 'field-unknown':
      return `“${typed}” is nothing that can be asked for; its words were searched instead.`;
    case 'field-value-unknown':
      return `Nothing is known as “${typed}”; its words were searched instead.`;
  }
}
