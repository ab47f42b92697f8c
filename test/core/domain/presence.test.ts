import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CandidateId, CouncilId, IsoDate, IsoInstant, RecordId } from '#contract/brands.ts';
import type { Mutation, MutationArgs } from '#contract/mutations.ts';
import {
  CONTACT_CLASSES,
  type ContactClass,
  PRESENCE_MOST,
  Presence,
} from '#contract/records/presence.ts';
import { OUTCOMES, type ProgrammeStatus } from '#contract/vocabulary.ts';
import { dayFromNumber, londonHalfDay } from '#core/domain/days.ts';
import {
  halfDayNumber,
  isPast,
  type PresenceToken,
  peopleIn,
  presenceDays,
  tokenOf,
  withoutPerson,
  withToken,
} from '#core/domain/presence.ts';
import { anId, KENT } from '#test/builders/records.ts';

const MEDWAY = 'medway' as CouncilId;
const PRIYA = anId<CandidateId>(1);
const NOW_MS = Date.parse('2026-06-09T09:00:00.000Z');
const SECRETS = ['Rosa', 'secret words', 'whatsapp', 'spoke_interested', 'asked_not'];

function contact(
  over: Partial<MutationArgs['contact.log']> = {},
  envelope: { readonly at?: string; readonly ageMs?: number } = {},
): Mutation {
  const at = (over.at ?? '2026-06-09T08:00:00.000Z') as IsoInstant;
  return {
    id: anId<RecordId>(0x70),
    n: 1,
    schema: 2,
    stream: 'council:kent',
    entity: anId<RecordId>(0x71),
    base: 0,
    at: envelope.at ?? at,
    ageMs: envelope.ageMs ?? 0,
    kind: 'contact.log',
    args: {
      id: anId<RecordId>(0x71),
      candidateId: PRIYA,
      at,
      channel: 'phone',
      direction: 'out',
      outcome: 'no_answer',
      note: 'secret words',
      ...over,
    },
  } as unknown as Mutation;
}

const promise = (isPromise: boolean): Mutation =>
  ({
    ...contact(),
    kind: 'follow-up.set',
    args: {
      id: anId<RecordId>(0x72),
      candidateId: PRIYA,
      what: 'secret words',
      dueOn: '2026-06-12' as IsoDate,
      promise: isPromise,
    },
  }) as unknown as Mutation;

const anyToken = fc.record({
  candidateId: fc.integer({ min: 1, max: 6 }).map((n) => anId<CandidateId>(n)),
  was: fc.constantFrom<ContactClass>(...CONTACT_CLASSES),
});
const half = { on: '2026-06-09' as IsoDate, half: 'am' as const };

describe('[DM16] what councils let each other know', () => {
  test('has room for person, council, half-day and one of three words, and for nothing else', () => {
    expect(Object.keys(Presence.properties)).toEqual([
      'id',
      'councilId',
      'on',
      'half',
      'tried',
      'reached',
      'promised',
    ]);
    for (const each of CONTACT_CLASSES) {
      expect(Object.keys(Presence.properties[each].items)).not.toContain('properties');
      expect(Presence.properties[each].items).toMatchObject({ type: 'string' });
    }
  });

  test('whatever is said in a contact, only its half-day and a word come out', () => {
    const said = fc.record({
      outcome: fc.constantFrom(...OUTCOMES),
      channel: fc.constantFrom('phone' as const, 'email' as const, 'whatsapp' as const),
      direction: fc.constantFrom('in' as const, 'out' as const),
      note: fc.constantFrom('secret words'),
    });
    fc.assert(
      fc.property(said, (args) => {
        const token = tokenOf(contact(args as never), NOW_MS);
        if (!token) throw new Error('a contact gives a token');
        expect(Object.keys(token).toSorted()).toEqual(['candidateId', 'half', 'on', 'was']);
        const text = JSON.stringify(withToken(null, KENT, token));
        for (const secret of SECRETS) expect(text).not.toContain(secret);
      }),
    );
  });

  test('a wish to be left alone looks as any talk does', () => {
    const was = (outcome: (typeof OUTCOMES)[number]) => tokenOf(contact({ outcome }), NOW_MS)?.was;
    expect(was('asked_not_to_be_contacted')).toBe(was('spoke_not_interested'));
    expect(was('asked_to_be_removed')).toBe('reached');
    expect([was('no_answer'), was('callback_requested')]).toEqual(['tried', 'promised']);
    expect(tokenOf(contact({ direction: 'in' }), NOW_MS)?.was).toBe('reached');
  });

  test('a promise to ring is told, another follow-up is not', () => {
    expect(tokenOf(promise(true), NOW_MS)).toMatchObject({ was: 'promised', candidateId: PRIYA });
    expect(tokenOf(promise(false), NOW_MS)).toBeNull();
  });

  test('the half-day is by the centre’s clock, however wrong the laptop’s is', () => {
    const wrong = '2031-01-01T03:00:00.000Z' as IsoInstant;
    const late = tokenOf(contact({ at: wrong }, { at: wrong, ageMs: 26 * 3_600_000 }), NOW_MS);
    expect(late).toMatchObject({ on: '2026-06-08', half: 'am' });
    const told = contact({ at: '2031-01-01T00:00:00.000Z' as IsoInstant }, { at: wrong });
    expect(tokenOf(told, NOW_MS)).toMatchObject({ on: '2026-06-09', half: 'am' });
    const yesterday = contact({ at: '2030-12-31T15:00:00.000Z' as IsoInstant }, { at: wrong });
    expect(tokenOf(yesterday, NOW_MS)).toMatchObject({ on: '2026-06-08', half: 'pm' });
  });

  test('a time that is none, or ages ago, gives no token and throws nothing', () => {
    expect(tokenOf(contact({ at: '2026-99-99T99:00:00.000Z' as IsoInstant }), NOW_MS)).toBeNull();
    expect(tokenOf(contact({}, { ageMs: Number.MAX_SAFE_INTEGER }), NOW_MS)).toBeNull();
  });

  test('whatever order contacts come in, and however often, the row ends the same', () => {
    fc.assert(
      fc.property(fc.array(anyToken, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (all, by) => {
        const fold = (tokens: typeof all) =>
          tokens.reduce<Presence | null>(
            (held, token) => withToken(held, KENT, { ...token, ...half }) ?? held,
            null,
          );
        const shuffled = [...all, ...all.slice(0, 3)]
          .map((token) => ({ token, rank: by.next().value }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ token }) => token);
        expect(fold(shuffled)).toEqual(fold(all));
      }),
    );
  });

  test('a person stands once in a row, at the strongest word, and goes without a trace', () => {
    fc.assert(
      fc.property(fc.array(anyToken, { minLength: 1, maxLength: 30 }), (all) => {
        const row = all.reduce<Presence | null>(
          (held, token) => withToken(held, KENT, { ...token, ...half }) ?? held,
          null,
        );
        if (!row) throw new Error('tokens make a row');
        expect(new Set(peopleIn(row)).size).toBe(peopleIn(row).length);
        for (const { candidateId, was } of all) {
          const at = CONTACT_CLASSES.findIndex((each) => row[each].includes(candidateId));
          expect(at).toBeGreaterThanOrEqual(CONTACT_CLASSES.indexOf(was));
        }
        const { candidateId } = all[0] as (typeof all)[number];
        expect(JSON.stringify(withoutPerson(row, candidateId))).not.toContain(candidateId);
        expect(withoutPerson(row, anId(99))).toBeNull();
      }),
    );
  });

  test('a full row takes nobody new, and still the stronger word of somebody in it', () => {
    const full: Presence = {
      id: anId(0x900),
      councilId: KENT,
      ...half,
      tried: Array.from({ length: PRESENCE_MOST }, (_, n) => anId<CandidateId>(0x1000 + n)),
      reached: [],
      promised: [],
    };
    const token = (id: number, was: ContactClass): PresenceToken => ({
      candidateId: anId(id),
      was,
      ...half,
    });
    expect(withToken(full, KENT, token(1, 'reached'))).toBeNull();
    expect(withToken(full, KENT, token(0x1005, 'reached'))?.reached).toEqual([anId(0x1005)]);
    expect(new TextEncoder().encode(JSON.stringify(full)).length).toBeLessThan(31 * 1024);
  });

  test('two councils and two half-days are rows of their own', () => {
    const id = (council: CouncilId, on: string, part: 'am' | 'pm') =>
      withToken(null, council, {
        candidateId: PRIYA,
        was: 'tried',
        on: on as IsoDate,
        half: part,
      })?.id;
    const ids = [
      id(KENT, '2026-06-09', 'am'),
      id(KENT, '2026-06-09', 'pm'),
      id(KENT, '2026-06-10', 'am'),
      id(MEDWAY, '2026-06-09', 'am'),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  test('is kept for the days of the policy, today among them, and not while closed', () => {
    const policy = { presenceDays: 21 } as never;
    const days = (status: ProgrammeStatus) => presenceDays({ status, policy });
    expect(['planned', 'open', 'closed', 'reopened'].map((each) => days(each as never))).toEqual([
      0, 21, 0, 21,
    ]);
    const today = '2026-06-21' as IsoDate;
    expect(isPast('2026-06-01' as IsoDate, today, 21)).toBe(false);
    expect(isPast('2026-05-31' as IsoDate, today, 21)).toBe(true);
    expect(isPast(today, today, 0)).toBe(true);
  });
});

describe('half-days in London', () => {
  /** The clocks go forward on the last Sunday of March and back on that of October, at 1am UTC. */
  function lastSundayOf(year: number, month: number): number {
    const end = new Date(Date.UTC(year, month + 1, 0));
    return Date.UTC(year, month, end.getUTCDate() - end.getUTCDay(), 1);
  }

  test('are those of the wall clock, at every moment of thirty years', () => {
    const from = Date.UTC(2020, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: from, max: Date.UTC(2050, 0, 1) }), (atMs) => {
        const year = new Date(atMs).getUTCFullYear();
        const isSummer = atMs >= lastSundayOf(year, 2) && atMs < lastSundayOf(year, 9);
        const wall = new Date(atMs + (isSummer ? 3_600_000 : 0)).toISOString();
        const part = Number(wall.slice(11, 13)) < 12 ? 'am' : 'pm';
        expect(londonHalfDay(atMs)).toEqual({ on: wall.slice(0, 10), half: part });
      }),
      { numRuns: 2_000 },
    );
  });

  test('change at midday and midnight, in summer an hour before UTC', () => {
    const at = (text: string) => Object.values(londonHalfDay(Date.parse(text))).join(' ');
    expect(at('2026-06-09T10:59:59.999Z')).toBe('2026-06-09 am');
    expect(at('2026-06-09T11:00:00.000Z')).toBe('2026-06-09 pm');
    expect(at('2026-06-09T23:00:00.000Z')).toBe('2026-06-10 am');
    // The Sunday of 25 hours, and the one of 23.
    expect(at('2026-10-25T11:59:59.000Z')).toBe('2026-10-25 am');
    expect(at('2026-10-24T23:30:00.000Z')).toBe('2026-10-25 am');
    expect(at('2026-03-29T11:00:00.000Z')).toBe('2026-03-29 pm');
    expect(at('2026-03-29T00:30:00.000Z')).toBe('2026-03-29 am');
  });

  test('are numbered one after the other across every change of clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 30_000 }), (day) => {
        const on = dayFromNumber(day);
        const next = dayFromNumber(day + 1);
        expect(halfDayNumber({ on, half: 'pm' })).toBe(halfDayNumber({ on, half: 'am' }) + 1);
        expect(halfDayNumber({ on: next, half: 'am' })).toBe(halfDayNumber({ on, half: 'pm' }) + 1);
      }),
    );
  });
});
