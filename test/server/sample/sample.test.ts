import { createHash } from 'node:crypto';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#contract/brands.ts';
import { RECORD_KINDS } from '#contract/records/kinds.ts';
import { SPOKEN_OUTCOMES } from '#contract/vocabulary.ts';
import { shortlistEntryId } from '#core/domain/ids.ts';
import { generateSample } from '#server/sample/sample.ts';

const TODAY = '2026-06-09' as IsoDate;
const demo = generateSample({ people: 2000, seed: 'demo', today: TODAY });
const people = [...demo.candidates()];
const byId = new Map(people.map((person) => [person.id, person]));
const contacts = demo.work.flatMap((work) => work.contacts);
const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const whole = (request: Parameters<typeof generateSample>[0]) => {
  const { candidates, ...rest } = generateSample(request);
  return { people: [...candidates()], ...rest };
};

describe('a sample', () => {
  it('is the same bytes for the same seed and day, and other bytes for another', () => {
    const first = hash(whole({ people: 300, seed: 'a', today: TODAY }));
    expect(hash(whole({ people: 300, seed: 'a', today: TODAY }))).toBe(first);
    expect(hash(whole({ people: 300, seed: 'b', today: TODAY }))).not.toBe(first);
    expect(hash(whole({ people: 300, seed: 'a', today: '2026-06-10' as IsoDate }))).not.toBe(first);
  });

  it('gives its people again each time they are asked for', () => {
    expect(hash([...demo.candidates()])).toBe(hash(people));
  });

  it('begins a larger sample with the same people and the same work', () => {
    const larger = generateSample({ people: 2300, seed: 'demo', today: TODAY });
    expect(hash([...larger.candidates()].slice(0, 2000))).toBe(hash(people));
    expect(hash(larger.work)).toBe(hash(demo.work));
  });

  it('holds only records that the contract takes', () => {
    const check = (schema: TSchema, records: readonly unknown[]) => {
      const validator = Compile(schema);
      for (const record of records) {
        const wrong = validator.Check(record) ? [] : validator.Errors(record);
        expect(wrong, JSON.stringify(record)).toEqual([]);
      }
      return records.length;
    };
    check(RECORD_KINDS.candidate, people);
    check(RECORD_KINDS.programme, [demo.programme]);
    expect(check(RECORD_KINDS.story, demo.stories)).toBe(4);
    for (const work of demo.work) {
      check(RECORD_KINDS.story, work.stories);
      expect(check(RECORD_KINDS.vacancy, work.vacancies)).toBe(6);
      expect(check(RECORD_KINDS.colleague, work.colleagues)).toBe(4);
      expect(check(RECORD_KINDS['shortlist-entry'], work.entries)).toBeGreaterThan(20);
      expect(check(RECORD_KINDS.contact, work.contacts)).toBeGreaterThan(50);
      check(RECORD_KINDS['follow-up'], work.followUps);
      check(RECORD_KINDS['do-not-contact'], work.doNotContacts);
    }
  });

  it('gives every record an id of its own', () => {
    const ids = [
      ...people.map(({ id }) => id),
      ...demo.recruiters.map(({ id }) => id),
      ...demo.work.flatMap((work) =>
        [work.vacancies, work.entries, work.contacts, work.followUps].flatMap((rows) =>
          rows.map(({ id }): string => id),
        ),
      ),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(people.map(({ ref }) => ref)).size).toBe(people.length);
    const mails = demo.recruiters.map(({ email }) => email);
    expect(new Set(mails).size).toBe(25);
  });

  it('names nobody real: made-up numbers, drama telephones, example.org', () => {
    const drama = /^(07700 900|01632 960|020 7946 0|0161 496 0)\d{3}$/;
    let odd = 0;
    for (const { registrationNumber, email, phone } of people) {
      if (registrationNumber) expect(registrationNumber).toMatch(/^SW9\d{6}$/);
      if (email) expect(email).toMatch(/^[a-z.]+\d+@example\.org$/);
      if (phone && !drama.test(phone)) odd += 1;
      // A malformed number still holds the drama range, whatever else went wrong.
      const digits = phone?.replaceAll('O', '0').replace(/\D/g, '').replace(/^440?/, '0') ?? '';
      if (digits) expect(digits).toMatch(/^0?(7700900|1632960|2079460|1614960)/);
    }
    expect(odd / people.length).toBeGreaterThan(0.005);
    expect(demo.recruiters.every(({ email }) => email.endsWith('.example.org'))).toBe(true);
  });

  it('has no date after its day but those that are plans', () => {
    const moments = [
      ...people.map(({ registeredInterestAt }) => registeredInterestAt),
      ...contacts.map(({ at }) => at),
      ...demo.work.flatMap(({ entries }) => entries.flatMap((e) => e.history.map(({ at }) => at))),
      ...demo.work.flatMap(({ followUps }) => followUps.map(({ createdAt }) => createdAt)),
    ];
    expect(moments.filter((at) => at.slice(0, 10) >= TODAY)).toEqual([]);
    const days = people.flatMap(({ registerCheckedOn, confirmedOn, lastTriedOn }) => [
      registerCheckedOn ?? TODAY,
      confirmedOn,
      lastTriedOn ?? TODAY,
    ]);
    expect(days.filter((day) => day > TODAY)).toEqual([]);
  });
});

describe('the work of the six councils', () => {
  it('is done by 24 recruiters of several roles, Rosa Boyd of Kent first', () => {
    expect(demo.recruiters).toHaveLength(25);
    expect(demo.recruiters[0]).toMatchObject({
      name: 'Rosa Boyd',
      role: 'recruiter',
      councilIds: ['kent'],
    });
    expect(demo.recruiters.at(-1)?.role).toBe('programme_admin');
    expect(new Set(demo.recruiters.map(({ role }) => role)).size).toBe(6);
  });

  it('gives Rosa Boyd something due today, something overdue and a promise', () => {
    const rosa = demo.recruiters[0]?.id;
    const open = (demo.work[0]?.followUps ?? []).filter(
      ({ owner, done }) => owner.id === rosa && !done,
    );
    expect(open.filter(({ dueOn }) => dueOn === TODAY).length).toBeGreaterThan(0);
    expect(open.filter(({ dueOn }) => dueOn < TODAY).length).toBeGreaterThan(0);
    expect(open.filter(({ promise }) => promise).length).toBeGreaterThan(0);
  });

  it('is about 3,500 contacts over 90 days with people of the pool', () => {
    expect(contacts.length).toBeGreaterThan(3200);
    expect(contacts.length).toBeLessThan(3800);
    expect(contacts.every(({ candidateId }) => byId.has(candidateId))).toBe(true);
    expect(contacts.every(({ at }) => at >= '2026-03-11')).toBe(true);
  });

  it('agrees with the days the pool shows', () => {
    for (const { candidateId, at, outcome } of contacts) {
      const person = byId.get(candidateId);
      const day = at.slice(0, 10);
      expect(person && at > person.registeredInterestAt).toBe(true);
      expect(person?.lastTriedOn && person.lastTriedOn >= day).toBe(true);
      if (SPOKEN_OUTCOMES.includes(outcome)) {
        expect(person?.firstSpokenOn && person.firstSpokenOn <= day).toBe(true);
      }
    }
  });

  it('moves people on lists by steps that follow one another and end where they stand', () => {
    for (const { entries, vacancies, doNotContacts } of demo.work) {
      const known = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]));
      const blocked = new Set(doNotContacts.map(({ id }) => id));
      for (const entry of entries) {
        expect(entry.id).toBe(shortlistEntryId(entry.vacancyId, entry.candidateId));
        expect(entry.history.at(-1)?.to).toBe(entry.stage);
        entry.history.slice(1).forEach((move, place) => {
          expect(move.from).toBe(entry.history[place]?.to);
          expect(move.at >= (entry.history[place]?.at ?? '')).toBe(true);
        });
        const opened = known.get(entry.vacancyId)?.createdAt ?? '9';
        expect((entry.history[0]?.at ?? '') > opened).toBe(true);
        expect(blocked.has(entry.candidateId)).toBe(false);
        if (entry.stage === 'placed') {
          expect(byId.get(entry.candidateId)?.programmeState).toBe('placed');
        }
      }
    }
  });
});
