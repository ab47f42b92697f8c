import { milesBetween } from '#core/search/distance.ts';
import type { PeerAnswer, PeerPerson, PeerQuestion } from './peer.ts';
import { FACET_RANGES, VALUE_COUNT, valueNumber } from './peer-people.ts';

type Row = Omit<PeerPerson, 'text' | 'mainArea'>;

/** Facets, distance and order over an array of objects, as one writes them first. */
export function loopFacets() {
  const rows: Row[] = [];
  return {
    rows,
    add({ text: _text, mainArea: _area, ...row }: PeerPerson): void {
      rows[row.place] = row;
    },
    answer(hits: Iterable<number>, question: PeerQuestion, wanted: number): PeerAnswer {
      const counts = new Uint32Array(VALUE_COUNT);
      const chosen = question.facets.map(([facet, names]) => {
        const [from, to] = FACET_RANGES.get(facet) ?? [0, 0];
        return { from, to, values: new Set(names.map((name) => valueNumber(facet, name))) };
      });
      const found: Row[] = [];
      for (const place of hits) {
        const row = rows[place] as Row;
        if (!isNear(row, question)) continue;
        const missed = chosen.filter(
          ({ values }) => !row.values.some((value) => values.has(value)),
        );
        if (missed.length > 1) continue;
        const [only] = missed;
        for (const value of row.values) {
          if (only && (value < only.from || value >= only.to)) continue;
          counts[value] = (counts[value] as number) + 1;
        }
        if (!only) found.push(row);
      }
      found.sort((a, b) => b.interestSeconds - a.interestSeconds);
      return { total: found.length, counts, rows: found.slice(0, wanted).map((row) => row.place) };
    },
  };
}

function isNear({ at, limitMiles }: Row, { near }: PeerQuestion): boolean {
  if (near === null) return true;
  if (at === null) return false;
  const miles = milesBetween(near.from, at);
  if (near.withinTheirLimit && limitMiles > 0 && limitMiles < 999 && miles > limitMiles)
    return false;
  return miles <= near.radiusMiles;
}
