import type { CandidateId, CouncilId, RecordId } from '#contract/brands.ts';
import type { Mutation } from '#contract/mutations.ts';
import type { Presence } from '#contract/records/presence.ts';
import { addDays, isoInstant, londonDay, londonHalfDay } from '#core/domain/days.ts';
import { OVERLAP_HALF_DAYS } from '#core/domain/decide-overlap.ts';
import { toldOf } from '#core/domain/elsewhere.ts';
import { halfDayNumber, tokenOf, withToken } from '#core/domain/presence.ts';
import { chanceOf } from '#server/sample/chance.ts';
import { anId } from '#test/builders/records.ts';

/** How the simulated councils work. */
export interface Trial {
  readonly seed: string;
  /** Whether they let each other know, and look before they dial. */
  readonly tokens: boolean;
  /** Chance that a laptop's network fails in one hour. */
  readonly outage: number;
}

/** What came of it. */
export interface Tally {
  readonly calls: number;
  /** Calls to somebody whom another council had called in the two days before. */
  readonly doubles: number;
  /** The same, of calls from laptops that had synced within 15 minutes. */
  readonly freshCalls: number;
  readonly freshDoubles: number;
  /** Calls not made because a token said that somebody else just had. */
  readonly spared: number;
}

const COUNCILS = 40;
const PEOPLE = 2_000;
/** People each council may ring; neighbours share most of them. */
const REACH = 200;
const CALLS_A_DAY = 16;
const HOUR_MS = 3_600_000;
const FRESH_MS = 15 * 60_000;
/** A laptop that is online asks about this often. */
const POLL_MS = 30_000;
const START_MS = Date.parse('2026-10-12T08:00:00.000Z');

interface Laptop {
  readonly council: CouncilId;
  readonly reach: ReadonlySet<CandidateId>;
  readonly rows: Map<string, Presence>;
  /** How much of the centre's history it has read, and when it last did. */
  read: number;
  syncedMs: number;
  offlineUntilMs: number;
  unsent: { readonly candidateId: CandidateId; readonly atMs: number; readonly spoken: boolean }[];
  readonly calledMs: Map<CandidateId, number>;
}

/**
 * Forty councils ring people in their reach for three weeks; their networks fail.
 *
 * Tokens, rows and the look before dialling are the production code. Time is an hour at a
 * time, calls are spread over it; the clocks change in the second week.
 */
export function simulate({ seed, tokens, outage }: Trial): Tally {
  const chance = chanceOf(seed, 'double calls');
  const history: Presence[] = [];
  const centre = new Map<string, Presence>();
  const truth = new Map<CandidateId, { council: CouncilId; half: number }[]>();
  const laptops = Array.from({ length: COUNCILS }, (_, n): Laptop => {
    const first = Math.floor((n * PEOPLE) / COUNCILS);
    const council = `council-${n}` as CouncilId;
    const rest = { read: 0, syncedMs: START_MS, offlineUntilMs: 0, unsent: [] };
    const reach = new Set(
      Array.from({ length: REACH }, (__, n) => anId<CandidateId>(0x1000 + ((first + n) % PEOPLE))),
    );
    return { council, reach, rows: new Map(), calledMs: new Map(), ...rest };
  });
  let calls = 0;
  let doubles = 0;
  let freshCalls = 0;
  let freshDoubles = 0;
  let spared = 0;

  function send(laptop: Laptop, nowMs: number): void {
    if (laptop.offlineUntilMs > nowMs) return;
    for (const { candidateId, atMs, spoken } of laptop.unsent.splice(0)) {
      const token = tokenOf(changeOf(candidateId, atMs, nowMs, spoken), nowMs);
      if (!token) continue;
      const held = centre.get(`${laptop.council} ${token.on} ${token.half}`) ?? null;
      const row = withToken(held, laptop.council, token);
      if (!row) continue;
      centre.set(`${laptop.council} ${token.on} ${token.half}`, row);
      history.push(row);
    }
  }

  function read(laptop: Laptop, nowMs: number): void {
    if (laptop.offlineUntilMs > nowMs || nowMs - laptop.syncedMs < POLL_MS) return;
    for (const row of history.slice(laptop.read)) laptop.rows.set(row.id, row);
    laptop.read = history.length;
    laptop.syncedMs = nowMs;
  }

  /** What a recruiter sees before dialling: with whom another council was in touch just now. */
  function taken(laptop: Laptop, nowMs: number): ReadonlySet<CandidateId> {
    const today = londonDay(nowMs);
    const from = addDays(today, -OVERLAP_HALF_DAYS / 2);
    const rows = [...laptop.rows.values()].filter(
      ({ on, councilId }) => on >= from && councilId !== laptop.council,
    );
    const looking = { today, days: 21 };
    return new Set(toldOf(rows, laptop.reach, looking).keys());
  }

  function call(laptop: Laptop, nowMs: number): void {
    // What was called meanwhile goes out as soon as there is a network again.
    for (const each of laptops) send(each, nowMs);
    read(laptop, nowMs);
    const isFresh = nowMs - laptop.syncedMs <= FRESH_MS;
    const elsewhere = tokens ? taken(laptop, nowMs) : new Set();
    const reach = [...laptop.reach];
    for (let tries = 0; tries < 50; tries++) {
      const candidateId = chance.pick(reach);
      // Nobody rings the same person again within five days.
      if (nowMs - (laptop.calledMs.get(candidateId) ?? 0) < 120 * HOUR_MS) continue;
      if (elsewhere.has(candidateId)) {
        spared += 1;
        continue;
      }
      const half = halfDayNumber(londonHalfDay(nowMs));
      const before = truth.get(candidateId) ?? [];
      const isDouble = before.some(
        (other) => other.council !== laptop.council && half - other.half <= OVERLAP_HALF_DAYS,
      );
      calls += 1;
      if (isDouble) doubles += 1;
      if (isFresh) freshCalls += 1;
      if (isFresh && isDouble) freshDoubles += 1;
      truth.set(candidateId, [...before, { council: laptop.council, half }]);
      laptop.calledMs.set(candidateId, nowMs);
      laptop.unsent.push({ candidateId, atMs: nowMs, spoken: chance.one(0.4) });
      send(laptop, nowMs);
      return;
    }
  }

  for (let day = 0; day < 21; day++) {
    if (day % 7 >= 5) continue;
    for (let hour = 0; hour < 8; hour++) {
      const hourMs = START_MS + (day * 24 + hour) * HOUR_MS;
      const due: { readonly atMs: number; readonly laptop: Laptop }[] = [];
      for (const laptop of laptops) {
        if (laptop.offlineUntilMs <= hourMs && chance.one(outage)) {
          // Mostly an hour or two on the road; now and then some days in a place without a network.
          const hours = chance.one(0.15) ? 24 + 72 * chance.next() : 1 + 3 * chance.next();
          laptop.offlineUntilMs = hourMs + hours * HOUR_MS;
        }
        for (let n = 0; n < CALLS_A_DAY / 8; n++) {
          due.push({ atMs: hourMs + Math.floor(chance.next() * HOUR_MS), laptop });
        }
      }
      for (const { atMs, laptop } of due.toSorted((a, b) => a.atMs - b.atMs)) call(laptop, atMs);
    }
  }
  return { calls, doubles, freshCalls, freshDoubles, spared };
}

function changeOf(
  candidateId: CandidateId,
  atMs: number,
  nowMs: number,
  spoken: boolean,
): Mutation {
  const at = isoInstant(atMs);
  const outcome = spoken ? 'spoke_interested' : 'no_answer';
  const id = anId<RecordId>(1);
  const args = { id, candidateId, at, channel: 'phone', direction: 'out', outcome };
  const ageMs = nowMs - atMs;
  return { kind: 'contact.log', args, at, ageMs } as unknown as Mutation;
}
