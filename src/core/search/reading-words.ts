import type { Reading, Term } from './reading.ts';
import type { UnderstoodQuery } from './understood-query.ts';

/** Says how the box was read, as a sentence. Rule Q10. */
export function readingWords(
  { reading, near }: UnderstoodQuery,
  closeSpellings: readonly string[],
): string {
  const asks = reading.asks.map((ask) => ask.terms.map(termWords).join(' or '));
  const not = reading.not.map((term) => `not ${termWords(term)}`);
  const { distance } = reading;
  const where =
    distance === null
      ? ''
      : near
        ? `, within ${distance.miles} ${distance.miles === 1 ? 'mile' : 'miles'} of ${near.label}`
        : `, within ${distance.miles} miles of where? Add a place`;
  const all = [...asks, ...not];
  const who = all.length === 0 ? 'Everyone' : `People with ${all.join(' and ')}`;
  return [`${who}${where}.`, ...closeSpellings.map(spelling), ...meanings(reading)].join(' ');
}

/** Everything that is searched beside the words typed, in order, each once. Rule Q7. */
export function alsoSearched(reading: Reading): readonly string[] {
  const labels = termsOf(reading).flatMap((term) =>
    term.is === 'words' ? (term.meaning?.also ?? []).map((each) => each.label) : [],
  );
  return [...new Set(labels)];
}

const termsOf = (reading: Reading) => reading.asks.flatMap((ask) => ask.terms);

const spelling = (typed: string) =>
  `Nobody has “${typed}” as it is written, so close spellings count.`;

function meanings(reading: Reading): string[] {
  return termsOf(reading).flatMap((term) => {
    if (term.is !== 'words' || !term.meaning || term.meaning.couldMean.length === 0) return [];
    const { term: written, also, couldMean } = term.meaning;
    return also.length > 0
      ? [`${written} can also mean ${couldMean.join(' or ')}, which is not searched.`]
      : [`${written} can mean ${couldMean.join(' or ')}: it is searched as written.`];
  });
}

function termWords(term: Term): string {
  if (term.is === 'words') {
    const typed = term.meaning?.term ?? term.typed;
    return term.words.length > 1 ? `“${typed}”` : typed;
  }
  if (term.is === 'ref') return `the reference ${term.ref}`;
  const kinds = [
    ...(term.registration > 0 ? [`a registration number SW${term.registration}…`] : []),
    ...(term.phone ? [`a telephone number ending ${term.digits}`] : []),
  ];
  return kinds.length > 0 ? kinds.join(' or ') : term.typed;
}
