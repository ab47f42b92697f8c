import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { buildSegment } from './build-segment.ts';
import { countBits } from './kernels.ts';
import { mergeSegments } from './merge-segments.ts';
import { findKey, KEY_WORDS, writeKey } from './person-key.ts';
import { MOST_PLACES } from './postings.ts';
import { type Projection, project } from './projection.ts';
import type { Segment } from './segment.ts';

/**
 * So many waiting people are built at once, and smaller segments merged up to about this size:
 * what is larger is left to `compact`.
 */
const BASE_PEOPLE = 16_384;
/** Segments of about the same size that are merged into one. */
const MERGE_WIDTH = 4;
/** A segment this many times as large as all smaller ones is not written anew for their sake. */
const MOST_SKEW = 8;
/** Larger merges wait for quiet times: nobody's answer waits for them. */
const MERGED_AT_ONCE = 1024;
/** A base is rebuilt once so many of its people have been replaced or removed. */
const MOST_DEAD = 0.25;

/** Keeps the segments: adds small ones, buries the replaced, merges. Rules Q30, Q32. */
export function segmentStore() {
  let segments: readonly Segment[] = [];
  let pending = new Map<CandidateId, Candidate>();
  let gone = new Set<CandidateId>();
  /** Segments with somebody in them who was taken out: they are dead there, but not gone. */
  let tainted = new Set<Segment>();

  function settle(): void {
    if (pending.size + gone.size === 0) return;
    const key = new Uint32Array(KEY_WORDS);
    for (const id of pending.keys()) bury(segments, id, key);
    for (const id of gone) for (const segment of bury(segments, id, key)) tainted.add(segment);
    const people = [...pending.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const added = people.length > 0 ? [buildSegment(people.length, projected(people))] : [];
    pending = new Map();
    gone = new Set();
    segments = tidy([...segments, ...added], MERGED_AT_ONCE);
  }

  function purge(): void {
    settle();
    const clean = segments.filter((segment) => !tainted.has(segment));
    const worn = segments.filter((segment) => tainted.has(segment) && countBits(segment.alive) > 0);
    segments = tidy([...clean, ...worn.map((segment) => mergeSegments([segment]))], Infinity);
    tainted = new Set();
  }

  function compact(): boolean {
    settle();
    const group = worthMerging(segments);
    if (group.length < 2) return false;
    segments = [...segments.filter((each) => !group.includes(each)), mergeSegments(group)];
    return true;
  }

  function settled(): readonly Segment[] {
    settle();
    return segments;
  }

  return {
    put(people: readonly Candidate[]): void {
      for (const person of people) {
        pending.set(person.id, person);
        if (pending.size === BASE_PEOPLE) settle();
      }
    },
    remove(ids: readonly CandidateId[]): void {
      for (const id of ids) {
        pending.delete(id);
        gone.add(id);
      }
    },
    settle,
    /** Rebuilds what holds anybody who was taken out, so that nothing of them is left. */
    purge,
    /** Merges a few segments where that makes them fewer; false when there was nothing to do. */
    compact,
    segments: settled,
    /** Takes segments as they were; what was held before is dropped. */
    restore(saved: readonly Segment[]): void {
      segments = saved;
      pending = new Map();
      gone = new Set();
      tainted = new Set();
    },
    size: () => settled().reduce((sum, segment) => sum + countBits(segment.alive), 0),
  };
}

/** One at a time, so that a first sync never holds every projection at once. */
function* projected(people: readonly Candidate[]): Generator<Projection> {
  for (const person of people) yield project(person);
}

/** Marks a person dead wherever they stand, and gives the segments, also where they were dead. */
function bury(segments: readonly Segment[], id: CandidateId, key: Uint32Array): Segment[] {
  writeKey(key, 0, id);
  const found: Segment[] = [];
  for (const segment of segments) {
    const { alive } = segment;
    const place = findKey(segment.keys, key);
    if (place < 0) continue;
    alive[place >>> 5] = (alive[place >>> 5] ?? 0) & ~(1 << (place & 31));
    found.push(segment);
  }
  return found;
}

/** Merges segments of like size, and rebuilds those that are mostly tombstones, none above `most`. */
function tidy(segments: readonly Segment[], most: number): readonly Segment[] {
  const kept = segments.filter((segment) => countBits(segment.alive) > 0);
  const living = (some: readonly Segment[]) =>
    some.reduce((sum, { alive }) => sum + countBits(alive), 0);
  const isWorn = (segment: Segment) => {
    const alive = living([segment]);
    return alive < segment.count * (1 - MOST_DEAD) && segment.count > 64 && alive <= most;
  };
  const worn = kept.find(isWorn);
  if (worn)
    return tidy([...kept.filter((segment) => segment !== worn), mergeSegments([worn])], most);
  const byTier = Map.groupBy(
    kept.filter((segment) => segment.count < BASE_PEOPLE),
    (segment) => Math.floor(Math.log(segment.count) / Math.log(MERGE_WIDTH)),
  );
  for (const tier of byTier.values()) {
    if (tier.length < MERGE_WIDTH || living(tier) > most) continue;
    return tidy([...kept.filter((segment) => !tier.includes(segment)), mergeSegments(tier)], most);
  }
  return kept;
}

/** The smallest segments, as many as one segment can hold; a large one only with many small. */
function worthMerging(segments: readonly Segment[]): readonly Segment[] {
  let group: Segment[] = [];
  let people = 0;
  for (const segment of segments.toSorted((a, b) => a.count - b.count)) {
    if (people + segment.count > MOST_PLACES) break;
    if (people * MOST_SKEW < segment.count) {
      group = [];
      people = 0;
    }
    group.push(segment);
    people += segment.count;
  }
  return group;
}
