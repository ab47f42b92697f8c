import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYBODY, FACET_IDS, type FindQuery, ORDERS } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { FoundPeople } from '#core/search/find.ts';
import { askOracle } from '#core/search/oracle.ts';
import { NO_WORK } from '#core/search/overlay.ts';
import { createPeopleIndex, type PeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { finish } from '#core/search/steps.ts';
import { aCandidate } from '#test/builders/records.ts';
import {
  commonText,
  plainWord,
  randomPerson,
  randomQuery,
  randomText,
  randomWork,
  scatteredId,
  TODAY,
} from './random.ts';

const places = createPlaces();
const IDS = 40;
const anyNumber = fc.integer({ min: 0, max: IDS });
const people = fc.uniqueArray(randomPerson(anyNumber), {
  selector: (person) => person.id,
  maxLength: IDS,
  size: 'max',
});
const runs = (numRuns: number) => ({ numRuns, endOnFailure: false });

function indexOf(everybody: readonly Candidate[]) {
  const index = createPeopleIndex({ today: TODAY, places });
  index.put(everybody);
  return index;
}

const idsOf = (found: FoundPeople) => found.ids(0, found.total);

function countsOf(found: FoundPeople) {
  return Object.fromEntries(
    FACET_IDS.map((facet) => [
      facet,
      Object.fromEntries(
        (found.facets[facet] ?? [])
          .filter((each) => each.count > 0)
          .map((each) => [each.value, each.count])
          .sort(),
      ),
    ]),
  );
}

describe('the index and the slow oracle', () => {
  test('[Q12] [Q13] [Q16] [Q20] [Q22] give the same people, order, counts and hidden', () => {
    fc.assert(
      fc.property(
        people,
        randomWork(IDS),
        fc.array(randomQuery, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(null, { label: 'Leeds', lat: 53.8, lon: -1.55 }),
        (everybody, work, queries, home) => {
          const index = indexOf(everybody);
          index.setOwnWork(work);
          for (const query of queries) {
            const found = index.find(query, home);
            const right = askOracle(everybody, query, { today: TODAY, places, work, home });
            expect(found.ids(0, 3), 'the first page').toEqual(right.ids.slice(0, 3));
            expect(idsOf(found)).toEqual(right.ids);
            expect(found.total).toBe(right.ids.length);
            expect(found.hidden, 'hidden').toBe(right.hidden);
            expect(found.limitNotStated, 'limit not stated').toBe(right.limitNotStated);
            const counts = FACET_IDS.map((facet) => [
              facet,
              Object.fromEntries([...(right.counts.get(facet) ?? [])].sort()),
            ]);
            expect(countsOf(found)).toEqual(Object.fromEntries(counts));
          }
        },
      ),
      runs(300),
    );
  });

  test('[Q22] rank people alike who meet several asks in different ways', () => {
    const crowd = fc.uniqueArray(randomPerson(anyNumber), {
      selector: (person) => person.id,
      minLength: 20,
      maxLength: IDS,
      size: 'max',
    });
    fc.assert(
      fc.property(
        crowd,
        fc.array(commonText, { minLength: 3, maxLength: 6 }),
        (everybody, texts) => {
          const index = indexOf(everybody);
          for (const text of texts) {
            const query = { ...EVERYBODY, text, order: 'best_match', includeHidden: true } as const;
            const right = askOracle(everybody, query, { today: TODAY, places, work: NO_WORK });
            expect(idsOf(index.find(query)), text).toEqual(right.ids);
          }
        },
      ),
      runs(150),
    );
  });
});

describe('an index that changes', () => {
  const step = fc.oneof(
    fc.array(randomPerson(anyNumber), { minLength: 1, maxLength: 8 }).map((put) => ({ put })),
    fc.array(anyNumber, { maxLength: 5 }).map((numbers) => ({ remove: numbers.map(scatteredId) })),
    fc.constant({ settle: true }),
    fc.constant({ compact: true }),
    // Somebody leaves, and somebody changes, while segments are merged and others are built.
    fc.record({
      steps: fc.integer({ min: 1, max: 200 }),
      take: fc.array(randomPerson(anyNumber), { maxLength: 8 }),
      leave: fc.array(anyNumber.map(scatteredId), { maxLength: 3 }),
      change: fc.array(randomPerson(anyNumber), { maxLength: 3 }),
    }),
    randomQuery.map((ask) => ({ ask })),
  );

  const anyQuery = fc.oneof(
    randomQuery,
    fc
      .tuple(commonText, fc.constantFrom(...ORDERS))
      .map(([text, order]): FindQuery => ({ ...EVERYBODY, text, order, includeHidden: true })),
  );

  test('[Q30] answers as one built in one go, whatever came in between', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40, size: 'max' }),
        fc.array(anyQuery, { minLength: 2, maxLength: 5 }),
        randomWork(IDS),
        (steps, queries, work) => {
          const index = createPeopleIndex({ today: TODAY, places });
          const held = new Map<string, Candidate>();
          for (const each of steps) {
            if ('put' in each) {
              index.put(each.put);
              for (const person of each.put) held.set(person.id, person);
            } else if ('remove' in each) {
              index.remove(each.remove);
              for (const id of each.remove) held.delete(id);
            } else if ('ask' in each) index.find(each.ask);
            else if ('compact' in each) while (finish(index.compact()));
            else if ('leave' in each) {
              const work = [index.take(each.take), index.compact(), index.purge()];
              for (let left = each.steps; left > 0; left -= 1) for (const one of work) one.next();
              for (const person of each.take) held.set(person.id, person);
              index.remove(each.leave);
              for (const id of each.leave) held.delete(id);
              index.put(each.change);
              for (const person of each.change) held.set(person.id, person);
              index.settle();
              for (const one of work) finish<unknown>(one);
            } else index.settle();
          }
          const rebuilt = indexOf([...held.values()]);
          for (const each of [index, rebuilt]) each.setOwnWork(work);
          expect(index.size).toBe(held.size);
          for (const query of queries) {
            const [ours, theirs] = [index.find(query), rebuilt.find(query)];
            expect(idsOf(ours)).toEqual(idsOf(theirs));
            expect(countsOf(ours)).toEqual(countsOf(theirs));
            expect(ours.hidden).toBe(theirs.hidden);
            expect(ours.reading).toBe(theirs.reading);
            for (const id of idsOf(theirs)) {
              expect(index.card(id, query)).toEqual(rebuilt.card(id, query));
            }
          }
        },
      ),
      runs(300),
    );
  });

  test('[Q29] a result keeps its people and their order while the index moves on', () => {
    fc.assert(
      fc.property(people, people, randomQuery, (before, after, query) => {
        const index = indexOf(before);
        const found = index.find(query);
        const right = idsOf(indexOf(before).find(query));
        index.put(after);
        index.remove(before.slice(0, 5).map((person) => person.id));
        index.setOwnWork({ ...NO_WORK, spokenLocally: new Set(before.map((each) => each.id)) });
        index.settle();
        expect(idsOf(found)).toEqual(right);
      }),
      runs(100),
    );
  });
});

describe('what must hold for every query', () => {
  test('[Q11] one more word or one more "not" never finds more people', () => {
    fc.assert(
      fc.property(
        people,
        randomText,
        plainWord,
        fc.constantFrom('and ', 'not ', '-'),
        (everybody, text, word, joint) => {
          // A word inside brackets that are left out leaves fewer people out.
          fc.pre(!/(-|not)\s*\(/i.test(text));
          const index = indexOf(everybody);
          const ask = (words: string) =>
            new Set(idsOf(index.find({ ...EVERYBODY, includeHidden: true, text: words })));
          // An open quote would swallow what follows; an open "or" would join it.
          fc.pre(!/["]/.test(text) && !/(^|\s)(or|\||not|-|and)\s*$/i.test(text));
          const wide = ask(`${text} `);
          const narrow = ask(`${text} ${joint}${word} `);
          expect([...narrow].filter((id) => !wide.has(id))).toEqual([]);
        },
      ),
      runs(400),
    );
  });

  test('[Q13] choosing a value gives exactly as many people as it said', () => {
    fc.assert(
      fc.property(people, randomQuery, (everybody, query) => {
        const index = indexOf(everybody);
        const found = index.find(query);
        for (const facet of FACET_IDS) {
          for (const { value, count } of found.facets[facet] ?? []) {
            const only: FindQuery = { ...query, facets: { ...query.facets, [facet]: [value] } };
            expect(index.find(only).total, `${facet} ${value}`).toBe(count);
          }
        }
      }),
      runs(40),
    );
  });

  test('[Q33] swapping names changes no order where no name was asked for', () => {
    fc.assert(
      fc.property(people, randomQuery, (everybody, query) => {
        const asked = { ...query, text: 'safeguarding or hospital or fostering' };
        const renamed = everybody.map((person, i) => {
          const other = everybody[everybody.length - 1 - i] ?? person;
          return { ...person, givenName: other.givenName, familyName: other.familyName };
        });
        expect(idsOf(indexOf(renamed).find(asked))).toEqual(idsOf(indexOf(everybody).find(asked)));
      }),
      runs(100),
    );
  });

  test('[Q29] the same query gives the same rows, and a person stands where the list says', () => {
    fc.assert(
      fc.property(people, randomQuery, (everybody, query) => {
        const index = indexOf(everybody);
        const found = index.find(query);
        const ids = idsOf(found);
        expect(ids.map((id) => found.positionOf(id))).toEqual(ids.map((_, i) => i));
        expect(found.ids(2, 3)).toEqual(ids.slice(2, 5));
        expect(found.positionOf(scatteredId(999))).toBe(-1);
      }),
      runs(60),
    );
  });

  test('[Q3] any text at all has an answer and a reading', () => {
    const index = indexOf([]);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), randomText), (text) => {
        expect(index.find({ ...EVERYBODY, text }).reading).toMatch(/\.$/);
      }),
      runs(2000),
    );
  });
});

test('[Q32] in quiet times a few new people are left by themselves, and many join the others', () => {
  const index = createPeopleIndex({ today: TODAY, places });
  const put = (from: number, count: number) => {
    index.put(Array.from({ length: count }, (_, i) => aCandidate({ id: scatteredId(from + i) })));
    index.settle();
    while (finish(index.compact()));
    return index.segments().map(({ count: each }) => each);
  };
  expect(put(0, 90)).toEqual([90]);
  expect(put(100, 10)).toEqual([90, 10]);
  expect(put(200, 5)).toEqual([105]);
  expect(finish(index.compact())).toBe(false);
});

test('[Q32] while many come in, at most 256 are merged at once, and 1,024 in steps', () => {
  const sizes = (add: (index: PeopleIndex, people: readonly Candidate[]) => void) => {
    const index = createPeopleIndex({ today: TODAY, places });
    for (let from = 0; from < 1024; from += 64) {
      const ids = Array.from({ length: 64 }, (_, i) => scatteredId(from + i));
      add(
        index,
        ids.map((id) => aCandidate({ id })),
      );
    }
    return index.segments().map(({ count }) => count);
  };
  const settled = sizes((index, people) => {
    index.put(people);
    index.settle();
  });
  expect(settled).toEqual([256, 256, 256, 256]);
  expect(sizes((index, people) => finish(index.take(people)))).toEqual([1024]);
});

test('[Q32] who is taken in steps is found all at once, and the one before until then', () => {
  const [id, other] = [scatteredId(1), scatteredId(2)];
  const index = indexOf([aCandidate({ id, givenName: 'Before', familyName: 'Test' })]);
  const named = (name: string) => idsOf(index.find({ ...EVERYBODY, text: name }));
  const taking = index.take([
    aCandidate({ id, givenName: 'After', familyName: 'Test' }),
    aCandidate({ id: other, givenName: 'After', familyName: 'Sample' }),
  ]);
  let steps = 0;
  while (!taking.next().done) {
    steps += 1;
    const isShown = named('after').length > 0;
    expect(named('before')).toEqual(isShown ? [] : [id]);
    expect(named('after')).toEqual(isShown ? [id, other] : []);
  }
  expect(steps).toBeGreaterThan(8);
  expect(named('after')).toEqual([id, other]);
});
