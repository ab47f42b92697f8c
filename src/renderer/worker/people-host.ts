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
    remove: (ids) => index.remove(ids),
    clear() {
      index = createPeopleIndex({ today, places });
      waiting = 0;
      isBuilt = false;
    },
    count: () => index.size,
    has: (id) => index.nameOf(id) !== null,
    setToday(next) {
      today = next;
      index.setToday(next);
    },
    setOwnWork: (work) => index.setOwnWork(work),
  };
}
