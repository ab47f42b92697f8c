import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CandidateId, CouncilId, IsoDate } from '#contract/brands.ts';
import { CONTACT_CLASSES, type ContactClass, type Presence } from '#contract/records/presence.ts';
import { addDays, dayNumber } from '#core/domain/days.ts';
import { isOverlap } from '#core/domain/decide-overlap.ts';
import {
  newestElsewhere,
  overlapsIn,
  PATTERN_LEAST,
  pastPattern,
  toldOf,
} from '#core/domain/elsewhere.ts';
import { overlapSettledId } from '#core/domain/ids.ts';
import { withToken } from '#core/domain/presence.ts';
import { anId, KENT } from '#test/builders/records.ts';
import { act, aDraft, deciding, MemoryRows } from '#test/builders/rows.ts';

const MEDWAY = 'medway' as CouncilId;
const BEXLEY = 'bexley' as CouncilId;
const TODAY = '2026-06-09' as IsoDate;
const PRIYA = anId<CandidateId>(1);
const looking = { own: KENT, today: TODAY, days: 21 };

/** `[council, person, days ago, half, class]` */
type Call = readonly [CouncilId, number, number, 'am' | 'pm', ContactClass];

function rowsOf(calls: readonly Call[]): readonly Presence[] {
  const rows = new Map<string, Presence>();
  for (const [council, person, ago, half, was] of calls) {
    const token = { candidateId: anId<CandidateId>(person), on: addDays(TODAY, -ago), half, was };
    const key = `${council} ${ago} ${half}`;
    const row = withToken(rows.get(key) ?? null, council, token);
    if (row) rows.set(key, row);
  }
  return [...rows.values()];
}

const told = (calls: readonly Call[], over: Partial<typeof looking> = {}) =>
  toldOf(rowsOf(calls), new Set([PRIYA]), { ...looking, ...over }).get(PRIYA) ?? [];

const anyCall = fc.tuple(
  fc.constantFrom(KENT, MEDWAY, BEXLEY),
  fc.integer({ min: 1, max: 30 }),
  fc.integer({ min: 0, max: 24 }),
  fc.constantFrom('am' as const, 'pm' as const),
  fc.constantFrom<ContactClass>(...CONTACT_CLASSES),
);

describe('what other councils let us know', () => {
  test('is the newest of each other council, the newest first, never our own', () => {
    const all = told([
      [KENT, 1, 0, 'am', 'reached'],
      [MEDWAY, 1, 3, 'pm', 'reached'],
      [MEDWAY, 1, 1, 'am', 'tried'],
      [BEXLEY, 1, 1, 'pm', 'promised'],
      [BEXLEY, 2, 0, 'am', 'reached'],
    ]);
    expect(newestElsewhere(all, KENT).map(({ councilId, was }) => [councilId, was])).toEqual([
      [BEXLEY, 'promised'],
      [MEDWAY, 'tried'],
    ]);
  });

  test('is not told once it is past by this laptop’s clock, synced or not', () => {
    expect(told([[MEDWAY, 1, 20, 'am', 'reached']])).toHaveLength(1);
    expect(told([[MEDWAY, 1, 21, 'pm', 'reached']])).toHaveLength(0);
    expect(told([[MEDWAY, 1, 0, 'am', 'reached']], { days: 0 })).toHaveLength(0);
  });
});

describe('[DM17] overlaps', () => {
  test('are contacts within two days, unless nobody answered either', () => {
    const at = (ago: number, half: 'am' | 'pm', was: ContactClass) => {
      return { on: addDays(TODAY, -ago), half, was };
    };
    expect(isOverlap(at(0, 'am', 'reached'), at(2, 'am', 'tried'))).toBe(true);
    expect(isOverlap(at(0, 'am', 'reached'), at(3, 'pm', 'tried'))).toBe(false);
    expect(isOverlap(at(0, 'am', 'tried'), at(0, 'am', 'tried'))).toBe(false);
  });

  test('both councils find the same ones, each from its own side', () => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 40 }), (calls) => {
        const all = told(calls.map(([council, , ...rest]) => [council, 1, ...rest] as const));
        const seen = (own: CouncilId, other: CouncilId) =>
          overlapsIn(all, own).some(({ theirs }) => theirs.councilId === other);
        for (const [a, b] of [
          [KENT, MEDWAY],
          [KENT, BEXLEY],
          [MEDWAY, BEXLEY],
        ] as const) {
          expect(seen(a, b)).toBe(seen(b, a));
        }
      }),
    );
  });

  test('are listed once for each council, the newest pair', () => {
    const all = told([
      [KENT, 1, 0, 'am', 'tried'],
      [KENT, 1, 4, 'am', 'reached'],
      [MEDWAY, 1, 1, 'pm', 'reached'],
      [MEDWAY, 1, 4, 'pm', 'reached'],
    ]);
    const found = overlapsIn(all, KENT);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ ours: { on: '2026-06-09' }, theirs: { on: '2026-06-08' } });
  });

  test('a mark covers them up to its day, and a later one again', () => {
    const rows = new MemoryRows();
    const mark = (on: string) =>
      aDraft('overlap.settle', { candidateId: PRIYA, councilId: MEDWAY, on: on as IsoDate });
    expect(act(rows, mark('2026-06-08')).outcome).toBe('applied');
    expect(act(rows, mark('2026-06-08')).outcome).toBe('merged');
    expect(act(rows, mark('2026-06-01')).outcome).toBe('merged');
    expect(act(rows, mark('2026-06-09')).outcome).toBe('applied');
    const id = overlapSettledId(PRIYA, MEDWAY);
    expect(rows.get('overlap-settled', id)?.record.on).toBe('2026-06-09');
    expect(rows.count('overlap-settled')).toBe(1);
  });

  test('nobody who withdrew is marked, and it is no new work of a closed programme', () => {
    const rows = new MemoryRows();
    const mark = aDraft('overlap.settle', { candidateId: PRIYA, councilId: MEDWAY, on: TODAY });
    expect(act(rows, mark, { personHeld: () => false }).outcome).toBe('rejected');
    expect(act(rows, mark, deciding({ programme: 'closed' })).outcome).toBe('applied');
  });
});

describe('the past pattern', () => {
  test('is what a slow count over every pair says', () => {
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 200 }), (calls) => {
        const kept = calls.filter(([, , ago]) => ago < 21);
        const number = ([, , ago, half]: Call) =>
          2 * (dayNumber(TODAY) - ago) + (half === 'pm' ? 1 : 0);
        const over = 2 * dayNumber(TODAY) - 4;
        const ours = kept.filter((call) => call[0] === KENT && number(call) <= over);
        const people = new Set(ours.map(([, person]) => person));
        const also = new Set(
          ours
            .filter((own) =>
              kept.some(
                (other) =>
                  other[0] !== KENT &&
                  other[1] === own[1] &&
                  Math.abs(number(other) - number(own)) <= 4,
              ),
            )
            .map(([, person]) => person),
        );
        const said = pastPattern(rowsOf(calls), looking, TODAY);
        expect(said).toEqual(
          people.size < PATTERN_LEAST ? null : { people: people.size, also: also.size },
        );
      }),
    );
  });

  test('says nothing with too few people, and counts only contacts whose two days were over', () => {
    const calls = (count: number, ago: number): Call[] =>
      Array.from({ length: count }, (_, n) => [KENT, n + 1, ago, 'am', 'tried'] as const);
    expect(pastPattern(rowsOf(calls(PATTERN_LEAST - 1, 5)), looking, TODAY)).toBeNull();
    expect(pastPattern(rowsOf(calls(PATTERN_LEAST, 5)), looking, TODAY)).toEqual({
      people: PATTERN_LEAST,
      also: 0,
    });
    const synced = addDays(TODAY, -4);
    expect(pastPattern(rowsOf(calls(PATTERN_LEAST, 5)), looking, synced)).toBeNull();
  });
});
