import type { MatchView, Queries } from '#contract/queries.ts';
import { MATCH_RULES_VERSION, matchCard } from '#core/domain/match-card.ts';
import { milesBetween, unitVector } from '#core/search/distance.ts';
import { cardOf } from './card-of.ts';
import { councilBase, from, type QueryContext } from './query-context.ts';

/** Reads up to four people beside each other, held against a vacancy when one is named. */
export async function readMatch(
  context: QueryContext,
  { ids, vacancyId }: Queries['match.read']['input'],
): Promise<MatchView> {
  const { owner, replica, shown, today } = context;
  const vacancy = vacancyId === null ? null : (shown.get('vacancy', vacancyId)?.record ?? null);
  const base = vacancy?.base ?? councilBase(owner);
  const people = await Promise.all(
    ids.map(async (id) => {
      const candidate = await replica.readPerson(id);
      const card = cardOf(context, id, from({ ...base, withinTheirLimit: true }));
      if (!candidate || !card) return [];
      const { lat, lon } = candidate;
      const miles =
        lat === undefined || lon === undefined
          ? null
          : milesBetween(unitVector(base.lat, base.lon), unitVector(lat, lon));
      const lines = vacancy ? matchCard({ person: candidate, vacancy, miles, from: today }) : [];
      return [{ candidate, card, lines }];
    }),
  );
  return { vacancy, rules: MATCH_RULES_VERSION, people: people.flat() };
}
