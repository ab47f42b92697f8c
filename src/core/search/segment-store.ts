import type { CandidateId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { buildInSteps, buildSegment } from './build-segment.ts';
import { countBits } from './kernels.ts';
import { mergeInSteps, mergeSegments } from './merge-segments.ts';
import { findKey, KEY_WORDS, writeKey } from './person-key.ts';
import { MOST_PLACES } from './postings.ts';
import { type Projection, project } from './projection.ts';
import { isAlive, type Segment } from './segment.ts';
import type { Steps } from './steps.ts';

/**
 * So many waiting people are built at once, and smaller segments merged up to about this size:
 * what is larger is left to `compact`.
 */
const BASE_PEOPLE = 16_384;
/** Segments of about the same size that are merged into one. */
const MERGE_WIDTH = 4;
/** A segment this many times as large as all smaller ones is not written anew for their sake. */
const MOST_SKEW = 8;
/** So many are merged at once: nobody's answer waits for more. */
const MERGED_AT_ONCE = 256;
/** So many are built or merged in steps while a sync goes on; larger merges wait for quiet times. */
const MERGED_SOON = 1024;
/** A base is rebuilt once so many of its people have been replaced or removed. */
const MOST_DEAD = 0.25;

/**
 * Keeps the segments: adds small ones, buries the replaced, merges. Rules Q30, Q32.
 *
 * `makeReady` makes what is made of a segment for the first who searches it: what comes in steps
 * is searched only once that is there.
 */
export function segmentStore(makeReady: (segment: Segment) => Steps<void>) {
  let segments: readonly Segment[] = [];
  let pending = new Map<CandidateId, Candidate>();
  let gone = new Set<CandidateId>();
  /** Segments with somebody in them who was taken out: they are dead there, but not gone. */
  let tainted = new Set<Segment>();
  /** Whom each `take` under way is to show: who is put or removed meanwhile is not among them. */
  const taken = new Set<Set<CandidateId>>();

  function settle(): void {
    if (pending.size + gone.size === 0) return;
    const key = new Uint32Array(KEY_WORDS);
    for (const id of pending.keys()) bury(segments, id, key);
    for (const id of gone) for (const segment of bury(segments, id, key)) tainted.add(segment);
    const people = inOrder(pending);
    const added = people.length > 0 ? [buildSegment(people.length, projected(people))] : [];
    pending = new Map();
    gone = new Set();
    segments = tidy([...segments, ...added]);
  }

  /** Makes one of several, unless they changed meanwhile; who died meanwhile is dead in it. */
  function* replace(group: readonly Segment[]): Steps<void> {
    const before = group.map(({ alive }) => alive.slice());
    const merged = yield* mergeInSteps(
      group.map((segment, i) => ({ ...segment, alive: before[i] ?? segment.alive })),
    );
    yield* makeReady(merged);
    if (!group.every((segment) => segments.includes(segment))) return;
    const died = group.map((segment, i) => buryDead(merged, segment, before[i] as Uint32Array));
    if (died.some(Boolean)) tainted.add(merged);
    for (const segment of group) tainted.delete(segment);
    segments = [...segments.filter((segment) => !group.includes(segment)), merged];
  }

  function* purge(): Steps<void> {
    settle();
    for (;;) {
      const segment = segments.find((each) => tainted.has(each));
      if (!segment) break;
      if (countBits(segment.alive) > 0) yield* replace([segment]);
      else segments = segments.filter((each) => each !== segment);
    }
    tainted = new Set();
  }

  function* take(people: readonly Candidate[]): Steps<void> {
    const all = inOrder(new Map(people.map((person) => [person.id, person])));
    const mine = new Set(all.map(({ id }) => id));
    taken.add(mine);
    try {
      for (let from = 0; from < all.length; from += MERGED_SOON) {
        const some = all.slice(from, from + MERGED_SOON).filter(({ id }) => mine.has(id));
        if (some.length === 0) continue;
        const built = yield* buildInSteps(some.length, projected(some));
        yield* makeReady(built);
        show(built, some, mine);
        for (;;) {
          const group = dueForMerging(segments, MERGED_SOON);
          if (group.length === 0) break;
          yield* replace(group);
        }
      }
    } finally {
      taken.delete(mine);
    }
  }

  /** Puts those built who are still `mine` in the place of what there was of them. */
  function show(built: Segment, some: readonly Candidate[], mine: ReadonlySet<CandidateId>): void {
    settle();
    const key = new Uint32Array(KEY_WORDS);
    for (const { id } of some) bury(mine.has(id) ? segments : [built], id, key);
    if (some.some(({ id }) => !mine.has(id))) tainted.add(built);
    segments = [...segments, built];
  }

  function* compact(): Steps<boolean> {
    settle();
    const group = worthMerging(segments);
    if (group.length === 0) return false;
    yield* replace(group);
    return true;
  }

  function settled(): readonly Segment[] {
    settle();
    return segments;
  }

  return {
    put(people: readonly Candidate[]): void {
      for (const person of people) {
        for (const mine of taken) mine.delete(person.id);
        pending.set(person.id, person);
        if (pending.size === BASE_PEOPLE) settle();
      }
    },
    remove(ids: readonly CandidateId[]): void {
      for (const id of ids) {
        for (const mine of taken) mine.delete(id);
        pending.delete(id);
        gone.add(id);
      }
    },
    settle,
    /** Rebuilds what holds anybody who was taken out, so that nothing of them is left. */
    purge,
    /** Builds people in steps and then shows them, and merges small segments into middling ones. */
    take,
    /** Merges a few segments where that is worth it; false when there was nothing to do. */
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

/** In the order of their ids. */
const inOrder = (people: ReadonlyMap<CandidateId, Candidate>): readonly Candidate[] =>
  [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/** One at a time, so that a first sync never holds every projection at once. */
function* projected(people: readonly Candidate[]): Generator<Projection> {
  for (const person of people) yield project(person);
}

/** Buries in a merged segment who has died in one of its parts since; says whether anybody has. */
function buryDead(merged: Segment, part: Segment, before: Uint32Array): boolean {
  let isAny = false;
  for (let place = 0; place < part.count; place += 1) {
    const was = ((before[place >>> 5] ?? 0) >>> (place & 31)) & 1;
    if (was === 0 || isAlive(part, place)) continue;
    const key = part.keys.slice(place * KEY_WORDS, (place + 1) * KEY_WORDS);
    const now = findKey(merged.keys, key);
    if (now < 0) continue;
    merged.alive[now >>> 5] = (merged.alive[now >>> 5] ?? 0) & ~(1 << (now & 31));
    isAny = true;
  }
  return isAny;
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

/** Merges a few segments of like size, and rebuilds small ones that are mostly tombstones. */
function tidy(segments: readonly Segment[]): readonly Segment[] {
  const kept = segments.filter(isInhabited);
  const group = dueForMerging(kept, MERGED_AT_ONCE);
  if (group.length === 0) return kept;
  return tidy([...kept.filter((segment) => !group.includes(segment)), mergeSegments(group)]);
}

/** A worn segment, or a few of like size, of so many people at most. */
function dueForMerging(segments: readonly Segment[], most: number): readonly Segment[] {
  const kept = segments.filter(isInhabited);
  const worn = kept.find((segment) => isWorn(segment) && living([segment]) <= most);
  if (worn) return [worn];
  const byTier = Map.groupBy(
    kept.filter((segment) => segment.count < BASE_PEOPLE),
    (segment) => Math.floor(Math.log(segment.count) / Math.log(MERGE_WIDTH)),
  );
  const isDue = (tier: readonly Segment[]) => tier.length >= MERGE_WIDTH && living(tier) <= most;
  return [...byTier.values()].find(isDue) ?? [];
}

/** A worn segment; or the smallest ones, as many as one can hold: a large one only with many small. */
function worthMerging(segments: readonly Segment[]): readonly Segment[] {
  const worn = segments.find(isWorn);
  if (worn) return [worn];
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
  return group.length < 2 ? [] : group;
}

const living = (some: readonly Segment[]) =>
  some.reduce((sum, { alive }) => sum + countBits(alive), 0);

const isInhabited = ({ alive }: Segment) => countBits(alive) > 0;

const isWorn = (segment: Segment) =>
  segment.count > 64 && living([segment]) < segment.count * (1 - MOST_DEAD);
