import { milesBetween } from '#core/search/distance.ts';
import { intersect, unite } from '#core/search/kernels.ts';
import type { PeerAnswer, PeerPerson, PeerQuestion } from './peer.ts';
import { FACET_RANGES, VALUE_COUNT, valueNumber } from './peer-people.ts';

/**
 * Facets, distance and order over bit sets: what turns a text library into a peer.
 *
 * The counts are by typed arrays like the index's own in plain code.
 */
export function bitFacets(people: number) {
  const words = (people + 31) >>> 5;
  const values = Array.from({ length: VALUE_COUNT }, () => new Uint32Array(words));
  const points = new Float64Array(people * 3);
  const limits = new Uint16Array(people);
  const seconds = new Uint32Array(people);
  const hasPoint = new Uint8Array(people);
  const everybody = new Uint32Array(words);

  function near(bits: Uint32Array, { near: circle }: PeerQuestion): void {
    if (circle === null) return;
    for (const place of placesIn(bits)) {
      const point = [...points.subarray(place * 3, place * 3 + 3)] as [number, number, number];
      const miles = hasPoint[place] === 1 ? milesBetween(circle.from, point) : Infinity;
      const limit = limits[place] as number;
      const isOut = circle.withinTheirLimit && limit > 0 && limit < 999 && miles > limit;
      if (miles <= circle.radiusMiles && !isOut && miles < Infinity) continue;
      bits[place >>> 5] = (bits[place >>> 5] as number) & ~(1 << (place & 31));
    }
  }

  return {
    everybody,
    empty: () => new Uint32Array(words),
    add({ place, at, ...person }: PeerPerson): void {
      for (const value of person.values) setBit(values[value] as Uint32Array, place);
      setBit(everybody, place);
      if (at) points.set(at, place * 3);
      hasPoint[place] = at ? 1 : 0;
      limits[place] = person.limitMiles;
      seconds[place] = person.interestSeconds;
    },
    /** Applies distance and facets to who meets the text, counts, and takes the newest. */
    answer(hits: Uint32Array, question: PeerQuestion, wanted: number): PeerAnswer {
      near(hits, question);
      const chosen = question.facets.map(([facet, names]) => {
        const any = new Uint32Array(words);
        for (const name of names) {
          const having = values[valueNumber(facet, name)];
          if (having) unite(any, having);
        }
        return [facet, any] as const;
      });
      const shown = hits.slice();
      for (const [, any] of chosen) intersect(shown, any);
      const counts = new Uint32Array(VALUE_COUNT);
      for (const [facet, [from, to]] of FACET_RANGES) {
        let among = shown;
        if (chosen.some(([each]) => each === facet)) {
          among = hits.slice();
          for (const [each, any] of chosen) if (each !== facet) intersect(among, any);
        }
        for (let value = from; value < to; value += 1) {
          counts[value] = countBoth(among, values[value] as Uint32Array);
        }
      }
      const { rows, total } = newest(shown, seconds, wanted);
      return { total, counts, rows };
    },
  };
}

export function setBit(bits: Uint32Array, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
}

/** Places of a bit set, one by one. */
export function placesIn(bits: Uint32Array): number[] {
  const places: number[] = [];
  for (let word = 0; word < bits.length; word += 1) {
    for (let rest = bits[word] as number; rest !== 0; rest &= rest - 1) {
      places.push((word << 5) + 31 - Math.clz32(rest & -rest));
    }
  }
  return places;
}

function newest(shown: Uint32Array, seconds: Uint32Array, wanted: number) {
  const rows: number[] = [];
  let total = 0;
  const isAfter = (a: number, b: number) => (seconds[a] as number) > (seconds[b] as number);
  for (let word = 0; word < shown.length; word += 1) {
    for (let rest = shown[word] as number; rest !== 0; rest &= rest - 1) {
      const place = (word << 5) + 31 - Math.clz32(rest & -rest);
      total += 1;
      const last = rows[rows.length - 1];
      if (rows.length === wanted && last !== undefined && !isAfter(place, last)) continue;
      let at = rows.length;
      while (at > 0 && isAfter(place, rows[at - 1] as number)) at -= 1;
      rows.splice(at, 0, place);
      if (rows.length > wanted) rows.pop();
    }
  }
  return { rows, total };
}

function countBoth(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 1) {
    const both = (a[i] as number) & (b[i] as number);
    if (both === 0) continue;
    const pairs = both - ((both >>> 1) & 0x55555555);
    const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    count += Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
