import { FACET_IDS, type FindQuery } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { milesBetween, unitVector } from '#core/search/distance.ts';
import { project, wordsOfField } from '#core/search/projection.ts';
import { wordsOf } from '#core/search/words.ts';

/**
 * The peer everybody would write first: one string a person, `includes` for every word,
 * counts in a loop. It knows no synonyms, spellings, numbers or places, so it does less.
 */
export function scanningPeer(people: readonly Candidate[]) {
  const rows = people.map(project).map((person) => ({
    ...person,
    text: person.fields.map((field) => wordsOfField(field).join(' ')).join(' | '),
    values: new Map(Map.groupBy(person.facets, ({ facet }) => facet)),
  }));
  return (query: FindQuery, wanted: number) => {
    const words = wordsOf(query.text);
    const base = query.near && unitVector(query.near.lat, query.near.lon);
    const counts = new Map<string, number>();
    const found = rows.filter((row) => {
      if (!words.every((word) => row.text.includes(word))) return false;
      if (base && (!row.at || milesBetween(row.at, base) > (query.near?.radiusMiles ?? 999))) {
        return false;
      }
      const missed = FACET_IDS.filter((facet) => {
        const chosen = query.facets[facet];
        const held = row.values.get(facet as never);
        return chosen && held && !held.some(({ value }) => chosen.includes(value));
      });
      if (missed.length > 1) return false;
      for (const { facet, value } of row.facets) {
        if (missed.length === 1 && missed[0] !== facet) continue;
        const key = `${facet} ${value}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return missed.length === 0;
    });
    found.sort((a, b) => a.interestSeconds - b.interestSeconds || (a.id < b.id ? -1 : 1));
    return { total: found.length, counts, rows: found.slice(0, wanted) };
  };
}
