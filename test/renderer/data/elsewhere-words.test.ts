import { describe, expect, it } from 'vitest';
import type { CouncilId, IsoDate } from '#contract/brands.ts';
import type { Elsewhere, ElsewhereContact } from '#contract/queries.ts';
import { elsewhereWords, halfDayWords, overlapWords } from '#renderer/data/elsewhere-words.ts';
import { anId } from '#test/builders/records.ts';

const NOW = Date.parse('2026-06-09T10:00:00.000Z');
const MINUTE = 60_000;
const ago = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString();

const contact = (over: Partial<ElsewhereContact> = {}): ElsewhereContact => ({
  councilId: 'medway' as CouncilId,
  council: 'Medway',
  was: 'reached',
  on: '2026-06-09' as IsoDate,
  half: 'am',
  ...over,
});

const elsewhere = (over: Partial<Elsewhere> = {}): Elsewhere => ({
  contacts: [contact()],
  days: 21,
  pattern: { people: 144, also: 12 },
  ...over,
});

describe('words about other councils', () => {
  it('name the council, the half-day and one of three words, and never he or she', () => {
    const words = (contacts: readonly ElsewhereContact[]) =>
      elsewhereWords(elsewhere({ contacts }), ago(1), NOW).said;
    expect(words([contact()])).toBe('Medway reached them this morning.');
    expect(words([contact({ was: 'tried', on: '2026-06-08' as IsoDate, half: 'pm' })])).toBe(
      'Medway tried to reach them yesterday afternoon.',
    );
    const bexley = contact({ council: 'Bexley', was: 'promised', on: '2026-06-05' as IsoDate });
    expect(words([contact(), bexley])).toBe(
      'Medway reached them this morning; Bexley promised to ring them back on Friday morning.',
    );
    expect(words([contact(), bexley, contact(), contact()])).toMatch(/; and 2 other councils\.$/);
    expect(words([])).toBe('No other council contact known in the last 21 days.');
  });

  it('say days as people do, and nothing is ever tomorrow', () => {
    const words = (on: string) => halfDayWords({ on: on as IsoDate, half: 'am' }, '2026-06-09');
    expect(words('2026-06-03')).toBe('on Wednesday morning');
    expect(words('2026-06-02')).toBe('on 2 June 2026');
    expect(words('2026-06-10')).toBe('this morning');
  });

  it('say how old they are as soon as it matters', () => {
    const age = (minutes: number) => elsewhereWords(elsewhere(), ago(minutes), NOW).age;
    expect(age(15)).toBeNull();
    expect(age(16)).toBe('As at 10:44am.');
    expect(age(23 * 60)).toBe('As at 12pm yesterday.');
    expect(age(50 * 60)).toBe(
      'As at 7 June 2026 at 9am, 2 days ago. On past pattern 1 in 12 of the people we contacted was also contacted by another council within 2 days.',
    );
    expect(elsewhereWords(elsewhere(), null, NOW).age).toMatch(/has not been told/);
  });

  it('estimate nothing with too few people, and count plainly where 1 in n would mislead', () => {
    const age = (pattern: Elsewhere['pattern']) =>
      elsewhereWords(elsewhere({ pattern }), ago(50 * 60), NOW).age;
    expect(age(null)).toBe('As at 7 June 2026 at 9am, 2 days ago.');
    expect(age({ people: 64, also: 0 })).toMatch(/none of 64 people we contacted were also/);
    expect(age({ people: 40, also: 30 })).toMatch(/30 of 40 people we contacted were also/);
  });

  it('say of an overlap who and when, for one day and for two', () => {
    const overlap = {
      candidateId: anId<never>(1),
      name: 'Amara Okafor',
      ours: { on: '2026-06-08' as IsoDate, half: 'am' as const, was: 'tried' as const },
      on: '2026-06-09' as IsoDate,
    };
    expect(overlapWords({ ...overlap, theirs: contact() }, '2026-06-09')).toBe(
      'You contacted Amara Okafor yesterday, Medway today',
    );
    const same = contact({ on: '2026-06-08' as IsoDate });
    expect(overlapWords({ ...overlap, theirs: same }, '2026-06-12')).toBe(
      'You and Medway both contacted Amara Okafor on Monday',
    );
  });
});
