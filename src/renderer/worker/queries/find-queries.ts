import type { CandidateId } from '#contract/brands.ts';
import type { Card, FacetCount, FindAnswer } from '#contract/find-answer.ts';
import type { FindQuery } from '#contract/find-query.ts';
import type { Queries } from '#contract/queries.ts';
import type { Clock } from '#core/ports.ts';
import type { FoundPeople } from '#core/search/find.ts';
import { otherReadings } from '#core/search/other-readings.ts';
import type { PeopleIndex } from '#core/search/people-index.ts';
import type { NamedPoint, Places } from '#core/search/places.ts';
import { slipWords } from '#core/search/reading-words.ts';
import { RESCUE_BELOW, rescue } from '#core/search/rescue.ts';
import { cardOf } from './card-of.ts';
import type { QueryContext } from './query-context.ts';

/** The finds of one page: only the newest result can be read on. */
export interface FindQueries {
  run(input: Queries['find.run']['input']): FindAnswer;
  rows(input: Queries['find.rows']['input']): readonly Card[];
  rescue(input: Queries['find.rescue']['input']): Queries['find.rescue']['output'];
  readings(input: Queries['find.readings']['input']): Queries['find.readings']['output'];
  outside(input: Queries['find.outside']['input']): Queries['find.outside']['output'];
  marks(input: Queries['find.marks']['input']): Queries['find.marks']['output'];
  neighbours(input: Queries['find.neighbours']['input']): Queries['find.neighbours']['output'];
}

/** The index of the moment: another recruiter gets another one. */
interface Source {
  readonly index: PeopleIndex;
}

/** What a row says of our own work on somebody. */
interface PeopleMarks {
  readonly notSent: ReadonlySet<CandidateId>;
  readonly twoEdits: ReadonlyMap<CandidateId, string>;
}

/** What a find needs of the moment. */
export interface FindMoment {
  /** The people about whom something is not sent yet, or is to be settled. */
  readonly marks: () => PeopleMarks | undefined;
  /** The council's base: distances are from there unless the query names a place. */
  readonly home: () => NamedPoint | null;
  /** What a vacancy is called here; null = not held. */
  readonly vacancyRef: (id: string) => string | null;
  readonly places: Places;
  readonly clock: Clock;
}

export function createFindQueries(source: Source, moment: FindMoment): FindQueries {
  const { marks, home, vacancyRef, places, clock } = moment;
  let resultId = 0;
  let newest: { readonly query: FindQuery; readonly found: FoundPeople } | null = null;

  function cards(
    { query, found }: NonNullable<typeof newest>,
    ids: readonly CandidateId[],
  ): readonly Card[] {
    const ours = marks();
    return ids.flatMap((id) => {
      const card = source.index.card(id, query, home());
      if (!card) return [];
      const twoEdits = ours?.twoEdits.get(id) ?? null;
      const name = found.highlight.markedInName(card.name);
      const why = found.highlight.markedInWhy(card.why);
      return {
        ...card,
        notSentYet: ours?.notSent.has(id) ?? false,
        twoEdits,
        ...(name.length + why.length > 0 ? { marks: { name, why } } : {}),
      };
    });
  }

  /** The vacancies somebody is left out for, with those that only leave people out, by name. */
  function leftOutFor(query: FindQuery, counts: readonly FacetCount[]): readonly FacetCount[] {
    const asked = [...(query.must?.dismissed ?? []), ...(query.mustNot?.dismissed ?? [])];
    const missing = asked.filter((id) => counts.every(({ value }) => value !== id));
    return [...counts, ...missing.map((value) => ({ value, label: value, count: 0 }))].map(
      (each) => ({ ...each, label: vacancyRef(each.value) ?? 'a vacancy that is gone' }),
    );
  }

  /** The index knows a vacancy by its id only. */
  function withNames(reading: string, query: FindQuery): string {
    const { facets, must, mustNot } = query;
    const ids = [facets, must, mustNot].flatMap((values) => values?.dismissed ?? []);
    return ids.reduce(
      (words, id) =>
        words.replace(id, `left out for ${vacancyRef(id) ?? 'a vacancy that is gone'}`),
      reading,
    );
  }

  return {
    run({ query, first }) {
      const startedMs = clock.monotonicMs();
      const found = source.index.find(query, home());
      resultId += 1;
      newest = { query, found };
      const { total, hidden, limitNotStated, facets, reading, orderWords } = found;
      const { alsoSearched, closeSpellings } = found;
      const { slips } = found.understood.reading;
      return {
        resultId,
        total,
        hidden,
        limitNotStated,
        facets: { ...facets, dismissed: leftOutFor(query, facets.dismissed ?? []) },
        reading: withNames(reading, query),
        orderWords,
        alsoSearched,
        closeSpellings,
        slips: slips.map((slip) => ({
          at: slip.at,
          length: slip.typed.length,
          words: slipWords(slip),
        })),
        rows: cards(newest, found.ids(0, first)),
        tookMs: clock.monotonicMs() - startedMs,
      };
    },
    rows({ resultId: wanted, from, count }) {
      if (wanted !== resultId || !newest) return [];
      return cards(newest, newest.found.ids(from, count));
    },
    rescue({ resultId: wanted }) {
      if (wanted !== resultId || !newest || newest.found.total >= RESCUE_BELOW) return [];
      const { understood, total } = newest.found;
      return rescue(understood, total, (query) => source.index.find(query, home()).total);
    },
    readings({ resultId: wanted }) {
      if (wanted !== resultId || !newest) return [];
      const count = (query: FindQuery) => source.index.count(query, null, home()).total;
      return otherReadings(newest.found.understood, places, count);
    },
    outside({ resultId: wanted, ids }) {
      const found = wanted === resultId ? newest?.found : undefined;
      return found ? ids.filter((id) => !found.has(id)) : null;
    },
    marks({ resultId: wanted, texts }) {
      const marks = wanted === resultId ? newest?.found.highlight : undefined;
      return marks ? texts.map(marks.marked) : null;
    },
    neighbours({ id }) {
      if (!newest) return null;
      const { found } = newest;
      const position = found.positionOf(id);
      if (position < 0) return null;
      const [previous] = position > 0 ? found.ids(position - 1, 1) : [];
      const [next] = found.ids(position + 1, 1);
      return {
        resultId,
        position,
        total: found.total,
        previous: previous ?? null,
        next: next ?? null,
      };
    },
  };
}

/** The first cards of a query, for screens that show a few and link to Find. */
export function firstCards(
  context: Pick<QueryContext, 'owner' | 'people' | 'shown'>,
  query: FindQuery,
  count: number,
): { readonly total: number; readonly rows: readonly Card[] } {
  const found = context.people.find(query);
  return {
    total: found.total,
    rows: found.ids(0, count).flatMap((id) => cardOf(context, id, query) ?? []),
  };
}
