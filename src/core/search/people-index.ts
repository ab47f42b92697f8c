import type { CandidateId, IsoDate } from '#contract/brands.ts';
import type { FindQuery } from '#contract/find-query.ts';
import type { Alike } from '#contract/queries.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { alike } from './alike.ts';
import { drawCard, type IndexCard } from './card.ts';
import { tableBytes } from './facet-table.ts';
import { countFound, type FoundPeople, find, understand } from './find.ts';
import { orderBytes } from './first-few.ts';
import { homeBytes } from './home-points.ts';
import { beginningBytes } from './mark-phrase.ts';
import type { Layer } from './match-text.ts';
import { numberOrderBytes } from './number-order.ts';
import { buildOverlay, NO_WORK, type Overlay, type OwnWork, overlayBytes } from './overlay.ts';
import { KEY_WORDS, writeKey } from './person-key.ts';
import type { NamedPoint, Places } from './places.ts';
import { runningTextBytes } from './running-text.ts';
import { placeOf, type Segment, segmentBytes } from './segment.ts';
import { segmentStore } from './segment-store.ts';
import { shortcutBytes, shortcutsOf } from './shortcuts.ts';
import { finish, type Steps } from './steps.ts';
import { stringAt } from './string-column.ts';
import type { UnderstoodQuery } from './understood-query.ts';

/** Everybody on this device, found in a keystroke; owned by the data worker. */
export interface PeopleIndex {
  /** Adds or replaces people; cheap until 16,384 are pending, then builds them. */
  put(people: readonly Candidate[]): void;
  /** Takes people out; ids that are not held change nothing. */
  remove(ids: readonly CandidateId[]): void;
  /** Builds what is pending into segments and merges small ones. Queries call it when needed. */
  settle(): void;
  /**
   * Adds or replaces people in steps: each thousand is found once it has been built whole and made
   * ready, so that nobody's answer waits for it. Whoever is put or removed meanwhile stays so.
   */
  take(people: readonly Candidate[]): Steps<void>;
  /** Builds anew what holds anybody taken out, so that nothing of them is left in memory. */
  purge(): Steps<void>;
  /**
   * Merges a few segments into a larger one, at most 65,536 people; false when there is nothing
   * more to do. For quiet times: the fewer they are, the sooner a query is answered. Rule Q32.
   */
  compact(): Steps<boolean>;
  /** What the index is made of, settled and purged; of these only `alive` ever changes. */
  segments(): readonly Segment[];
  /** Takes segments as `segments` gave them; what was held before is dropped. */
  restore(segments: readonly Segment[]): void;
  /** People held. */
  readonly size: number;
  /** Bytes of the index's arrays, and of what is made of them to be searched. */
  readonly sizeBytes: number;
  /** Own work of this council, laid over the pool; replaces what was set before. */
  setOwnWork(work: OwnWork): void;
  /** The day that availability and waiting are counted from. */
  setToday(today: IsoDate): void;
  /**
   * Finds people; never throws, whatever the text.
   *
   * `home`: where distances are measured from when the query names no place.
   */
  find(query: FindQuery, home?: NamedPoint | null): FoundPeople;
  /** Counts whom a query finds, and of them who came forward after a moment, in seconds since 1970. */
  count(
    query: FindQuery,
    seconds: number | null,
    home?: NamedPoint | null,
  ): { readonly total: number; readonly cameAfter: number };
  /** Who could be the same person as somebody; empty when not held. Rule Q48. */
  alike(id: CandidateId): readonly Alike[];
  /** The languages people speak, by name; asked for with a reason only (Q43). */
  languages(): readonly string[];
  /** One person as a list shows them, with why for the query; null when not held. */
  card(id: CandidateId, query?: FindQuery, home?: NamedPoint | null): IndexCard | null;
  /** The name of a person, or null when not held. */
  nameOf(id: CandidateId): string | null;
}

/** Makes an empty index. It asks nothing of the world: the day comes in. */
export function createPeopleIndex(options: {
  readonly today: IsoDate;
  readonly places: Places;
}): PeopleIndex {
  const store = segmentStore(makeReady);
  let { today } = options;
  let work: OwnWork = NO_WORK;
  let overlays = new WeakMap<Segment, Overlay>();
  let understood: UnderstoodQuery | null = null;

  let from: NamedPoint | null | undefined;
  const read = (query: FindQuery, home?: NamedPoint | null): UnderstoodQuery => {
    const isFrom =
      from?.lat === home?.lat && from?.lon === home?.lon && from?.label === home?.label;
    if (understood?.query === query && isFrom) return understood;
    from = home;
    understood = understand(query, options.places, {
      home: home ?? null,
      vacancies: work.vacancies,
    });
    return understood;
  };
  const layer = (segment: Segment): Layer => {
    const known = overlays.get(segment);
    if (known) return { segment, overlay: known };
    const overlay = buildOverlay(segment, today, work);
    overlays.set(segment, overlay);
    return { segment, overlay };
  };
  function* makeReady(segment: Segment): Steps<void> {
    for (const bytesOf of ASIDE) {
      yield;
      bytesOf(layer(segment));
    }
  }
  const locate = (id: CandidateId): { segment: Segment; place: number } | null => {
    const key = new Uint32Array(KEY_WORDS);
    writeKey(key, 0, id);
    for (const segment of store.segments()) {
      const place = placeOf(segment, key);
      if (place >= 0) return { segment, place };
    }
    return null;
  };

  return {
    put: store.put,
    remove: store.remove,
    settle: store.settle,
    take: store.take,
    purge: store.purge,
    compact: store.compact,
    segments() {
      finish(store.purge());
      return store.segments();
    },
    restore: store.restore,
    get size() {
      return store.size();
    },
    get sizeBytes() {
      return store
        .segments()
        .reduce((bytes, segment) => bytes + segmentBytes(segment) + asideBytes(layer(segment)), 0);
    },
    setOwnWork(next) {
      work = next;
      understood = null;
      overlays = new WeakMap();
    },
    setToday(next) {
      if (next === today) return;
      today = next;
      overlays = new WeakMap();
    },
    find: (query, home) => find(store.segments().map(layer), read(query, home)),
    count: (query, seconds, home) =>
      countFound(
        store.segments().map(layer),
        understand(query, options.places, { home: home ?? null, vacancies: work.vacancies }),
        seconds,
      ),
    alike(id) {
      const found = locate(id);
      return found ? alike(store.segments(), found) : [];
    },
    languages: () =>
      [
        ...new Set(
          store.segments().flatMap(({ facets }) => [...(facets.get('language')?.keys() ?? [])]),
        ),
      ].sort((a, b) => a.localeCompare(b, 'en-GB')),
    card(id, query, home) {
      const found = locate(id);
      if (!found) return null;
      return drawCard(layer(found.segment), found.place, query ? read(query, home) : null);
    },
    nameOf(id) {
      const found = locate(id);
      return found && stringAt(found.segment.names, found.place);
    },
  };
}

const asideBytes = (layer: Layer): number => ASIDE.reduce((sum, of) => sum + of(layer), 0);

/**
 * What is made of a segment and of what lies over it to be searched, when it is first asked for;
 * each says how many bytes it takes.
 */
const ASIDE: readonly ((layer: Layer) => number)[] = [
  ({ overlay }) => overlayBytes(overlay),
  ({ segment }) => runningTextBytes(segment.forward),
  ({ segment }) => shortcutBytes(shortcutsOf(segment)),
  ({ segment }) => beginningBytes(segment),
  ({ segment }) => numberOrderBytes(segment),
  ({ segment }) => homeBytes(segment),
  ({ segment, overlay }) => tableBytes(segment, overlay),
  ({ overlay }) => orderBytes(overlay),
];
