import { beforeAll, describe, expect, it } from 'vitest';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import { EXPERTISE_GROUPS } from '#core/data/specialisms.ts';
import { wasSpoken } from '#core/domain/decide-contact.ts';
import { milesBetween, unitVector } from '#core/search/distance.ts';
import { sampleLaptop } from './sample.ts';

const PEOPLE = 2000;
let laptop: Awaited<ReturnType<typeof sampleLaptop>>;

beforeAll(async () => {
  laptop = await sampleLaptop(PEOPLE);
});

async function total(query: FindQuery): Promise<number> {
  return (await laptop.queries['find.run']({ query, first: 0 })).total;
}

describe('what the screens read, of 2,000 made-up people', () => {
  it('holds the sample whole: nothing of it is set aside', async () => {
    expect(laptop.setAside).toBe(0);
    expect(await laptop.queries['store.read']({})).toMatchObject({ people: PEOPLE, setAside: 0 });
  });

  it('opens Find with exactly the count of each mark of each chart', async () => {
    const { charts, people, unheard } = await laptop.queries['insights.read']({});
    expect(charts.map(({ id, marks }) => [id, marks.length])).toEqual([
      ['expertise', 12],
      ['region', 9],
      ['availability', 5],
      ['funnel', 5],
    ]);
    expect(unheard).toBeGreaterThan(0);
    expect(unheard).toBeLessThan(people);
    for (const { id, marks } of charts) {
      for (const mark of marks)
        expect(await total(mark.query), `${id} ${mark.id}`).toBe(mark.count);
      expect(
        marks.some((mark) => mark.count > 0),
        id,
      ).toBe(true);
    }
  });

  it('measures "20 miles" from the council where no place is named, and says so', async () => {
    const query: FindQuery = { ...EVERYBODY, text: 'amhp 20 miles' };
    const near = { label: 'Kent', lat: 51.28, lon: 0.52, withinTheirLimit: true };
    const typed = await laptop.queries['find.run']({ query, first: 50 });
    expect(typed.reading).toContain('within 20 miles of Kent');
    expect(typed.total).toBeGreaterThan(0);
    expect(typed.total).toBe(
      await total({ ...EVERYBODY, text: 'amhp', near: { ...near, radiusMiles: 20 } }),
    );
    expect(typed.rows.every(({ distanceMiles }) => (distanceMiles ?? 999) <= 20)).toBe(true);
  });

  it('[Q9] nearest without a place is nearest to the council, and leaves nobody out', async () => {
    const query: FindQuery = { ...EVERYBODY, text: 'kent', order: 'nearest' };
    const { rows, total: all, orderWords } = await laptop.queries['find.run']({ query, first: 50 });
    const miles = rows.map(({ distanceMiles }) => distanceMiles ?? Number.POSITIVE_INFINITY);
    expect(miles.length).toBeGreaterThan(5);
    expect(miles).toEqual(miles.toSorted((a, b) => a - b));
    expect(all).toBe(await total({ ...query, order: 'newest' }));
    expect(orderWords).toBe('Those nearest to Kent come first.');
  });

  it('counts a person in every bar of the expertise chart that they belong to', async () => {
    const blocked = new Set(laptop.kent.doNotContacts.map(({ candidateId }) => candidateId));
    const visible = laptop.candidates.filter(
      ({ id, programmeState, registrationStatus }) =>
        programmeState === 'active' &&
        !registrationStatus.includes('suspended') &&
        !blocked.has(id),
    );
    const { charts } = await laptop.queries['insights.read']({});
    const bars = charts.find(({ id }) => id === 'expertise')?.marks ?? [];
    const byHand = EXPERTISE_GROUPS.map(
      (group) =>
        visible.filter((each) => each.specialisms.some((one) => group.specialisms.includes(one)))
          .length,
    );
    expect(bars.map(({ count }) => count)).toEqual(byHand);
  });

  it('counts the people of Today as one would by hand, the longest unheard first', async () => {
    const { unheard, people } = await laptop.queries['today.read']({});
    const { near } = unheard.query;
    if (!near) throw new Error('Reach has no base.');
    const base = unitVector(near.lat, near.lon);
    const ours = laptop.kent.doNotContacts.map(({ candidateId }) => candidateId);
    const spoken = new Set(
      laptop.kent.contacts.filter(wasSpoken).map(({ candidateId }) => candidateId),
    );
    const wanted = laptop.candidates.filter((person) => {
      if (person.programmeState !== 'active' || person.registrationStatus.includes('suspended')) {
        return false;
      }
      if (person.firstSpokenOn || spoken.has(person.id) || ours.includes(person.id)) return false;
      if (person.lat === undefined || person.lon === undefined) return false;
      const miles = milesBetween(base, unitVector(person.lat, person.lon));
      return miles <= Math.min(near.radiusMiles ?? 999, person.maxTravelMiles ?? 999);
    });
    expect(people).toBe(PEOPLE);
    expect(unheard.total).toBe(wanted.length);
    expect(unheard.total).toBeGreaterThan(0);
    expect(await total(unheard.query)).toBe(unheard.total);
    const days = unheard.rows.map((card) => card.unheardDays ?? -1);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(unheard.longestDays).toBe(days[0]);
    const ids = new Set(wanted.map(({ id }) => id));
    expect(unheard.rows.every((card) => ids.has(card.id))).toBe(true);
  });

  it('lists my own follow-ups that are due or overdue, the oldest first', async () => {
    const { followUps, today } = await laptop.queries['today.read']({});
    const mine = laptop.kent.followUps.filter(
      (each) => each.owner.id === laptop.rosa.id && !each.done && each.dueOn <= today,
    );
    expect(followUps.map(({ followUp }) => followUp.record.id).sort()).toEqual(
      mine.map(({ id }) => id).sort(),
    );
    const due = followUps.map(({ followUp }) => followUp.record.dueOn);
    expect(due).toEqual([...due].sort());
    expect(followUps.every(({ overdueDays }) => overdueDays >= 0)).toBe(true);
  });

  it('shows of any person the facts and history that were sent', async () => {
    for (const candidate of laptop.candidates.filter((_, n) => n % 97 === 0)) {
      const view = await laptop.queries['person.read']({ id: candidate.id });
      if (view.is !== 'held') throw new Error(`${candidate.ref} is ${view.is}.`);
      expect(view.candidate).toEqual(candidate);
      const theirs = laptop.kent.contacts.filter(({ candidateId }) => candidateId === candidate.id);
      expect(view.contacts).toHaveLength(theirs.length);
      expect(view.timeline.filter(({ type }) => type === 'contact')).toHaveLength(theirs.length);
      const times = view.timeline.map((item) => item.at);
      expect(times).toEqual([...times].sort().reverse());
    }
  });

  it('adds up each vacancy as its own page does', async () => {
    const vacancies = await laptop.queries['vacancies.read']({});
    expect(vacancies).toHaveLength(laptop.kent.vacancies.length);
    expect(vacancies.some(({ onList }) => onList > 0)).toBe(true);
    for (const { vacancy, onList } of vacancies) {
      const view = await laptop.queries['vacancy.read']({ id: vacancy.record.id });
      expect(view?.people).toHaveLength(onList);
      expect(view?.people.every(({ daysHere }) => daysHere >= 0)).toBe(true);
    }
  });

  it('walks from person to person in the order of the newest result only', async () => {
    const query: FindQuery = { text: 'child', facets: {}, order: 'newest', includeHidden: false };
    const first = await laptop.queries['find.run']({ query, first: 3 });
    const [a, b, c] = first.rows.map(({ id }) => id);
    if (!a || !b || !c) throw new Error('Too few people for this test.');
    expect(await laptop.queries['find.neighbours']({ id: b })).toEqual({
      resultId: first.resultId,
      position: 1,
      total: first.total,
      previous: a,
      next: c,
    });
    const second = await laptop.queries['find.run']({
      query: { ...query, text: 'adult' },
      first: 1,
    });
    expect(
      await laptop.queries['find.rows']({ resultId: first.resultId, from: 0, count: 5 }),
    ).toEqual([]);
    const rest = { resultId: second.resultId, from: 1, count: 5 };
    expect((await laptop.queries['find.rows'](rest)).length).toBeGreaterThan(0);
  });

  it('reads colleagues, the programme, stories of both streams, and places', async () => {
    const { queries, kent, sample } = laptop;
    expect(await queries['colleagues.read']({})).toHaveLength(kent.colleagues.length);
    expect(await queries['programme.read']({})).toEqual(sample.programme);
    expect(await queries['stories.read']({})).toHaveLength(
      kent.stories.length + sample.stories.length,
    );
    expect((await queries['places.suggest']({ text: 'CT21' }))[0]?.label).toMatch(/CT21/);
  });

  it('answers every screen fast enough to feel at once', async () => {
    const startedMs = performance.now();
    for (const name of ['today.read', 'insights.read', 'vacancies.read', 'store.read'] as const) {
      await laptop.queries[name]({});
    }
    expect(performance.now() - startedMs).toBeLessThan(400);
  });
});
