import type { CandidateId, IsoDate } from '#contract/brands.ts';
import type { OwnWork } from '#core/search/overlay.ts';
import { createPeopleIndex, type PeopleIndex } from '#core/search/people-index.ts';
import type { Places } from '#core/search/places.ts';
import type { PeopleSink } from './replica/people-sink.ts';

/** The index builds by thousands; the first few are built at once, so that results come early. */
const FIRST_BUILD = 500;

/** Holds the search index, filled by the replica and read by the queries. */
export interface PeopleHost extends PeopleSink {
  readonly index: PeopleIndex;
  has(id: CandidateId): boolean;
  setToday(today: IsoDate): void;
  setOwnWork(work: OwnWork): void;
}

export function createPeopleHost(places: Places, firstDay: IsoDate): PeopleHost {
  let today = firstDay;
  let index = createPeopleIndex({ today, places });
  let work: OwnWork | null = null;
  let waiting = 0;
  let isBuilt = false;

  return {
    get index() {
      return index;
    },
    put(people) {
      index.put(people);
      if (isBuilt) return;
      waiting += people.length;
      if (waiting < FIRST_BUILD) return;
      index.settle();
      isBuilt = true;
    },
    take: (people) => index.take(people),
    remove: (ids) => index.remove(ids),
    clear() {
      index = createPeopleIndex({ today, places });
      work = null;
      waiting = 0;
      isBuilt = false;
    },
    count: () => index.size,
    has: (id) => index.nameOf(id) !== null,
    setToday(next) {
      today = next;
      index.setToday(next);
    },
    setOwnWork(next) {
      // What lies over everybody is made anew for it: not for every page of people.
      if (isSameWork(next, work)) return;
      work = next;
      index.setOwnWork(next);
    },
  };
}

function isSameWork(a: OwnWork, b: OwnWork | null): boolean {
  return b !== null && isSame(a, b);
}

/** Compares what own work is made of: plain values in lists, sets and maps. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Set && b instanceof Set) {
    return a.size === b.size && [...a].every((each) => b.has(each));
  }
  if (a instanceof Map && b instanceof Map) {
    return (
      a.size === b.size && [...a].every(([key, value]) => b.has(key) && isSame(value, b.get(key)))
    );
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame(a[key as never], b[key as never]))
  );
}
