import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACET_IDS } from '#contract/find-query.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import {
  ANNOTATIONS,
  CASE_SYSTEMS,
  EMPLOYMENT_TYPES,
  HOURS_PATTERNS,
  PRACTICE_EDUCATOR,
  REGISTRATION_STATUSES,
  ROLE_GROUPS,
  SPECIALISM_IDS,
} from '#contract/vocabulary.ts';
import { buildSegment } from '#core/search/build-segment.ts';
import { IMAGE_VERSION } from '#core/search/image-version.ts';
import { createPeopleIndex, type PeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { project } from '#core/search/projection.ts';
import { packSegment, unpackSegment } from '#core/search/segment-image.ts';
import { makePerson } from '#server/sample/person.ts';
import { aCandidate } from '#test/builders/records.ts';
import { randomPerson, randomQuery, randomWork, scatteredId, TODAY } from './random.ts';

const places = createPlaces();
const IDS = 60;
const anyNumber = fc.integer({ min: 0, max: IDS });
const step = fc.oneof(
  fc.array(randomPerson(anyNumber), { minLength: 1, maxLength: 12 }).map((put) => ({ put })),
  fc.array(anyNumber, { maxLength: 6 }).map((numbers) => ({ remove: numbers.map(scatteredId) })),
  fc.constant({ settle: true }),
  // The application is closed and opened again, with what lies in the files.
  fc.constant({ restart: true }),
);

test('[Q40] an index put away and taken up, with what changed since, is one built in one go', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30, size: 'max' }),
      fc.array(randomQuery, { minLength: 2, maxLength: 5 }),
      randomWork(IDS),
      (steps, queries, work) => {
        let index = createPeopleIndex({ today: TODAY, places });
        const held = new Map<string, Candidate>();
        for (const each of [...steps, { restart: true }]) {
          if ('put' in each) {
            index.put(each.put);
            for (const person of each.put) held.set(person.id, person);
          } else if ('remove' in each) {
            index.remove(each.remove);
            for (const id of each.remove) held.delete(id);
          } else if ('restart' in each) index = restarted(index);
          else index.settle();
        }
        const fresh = createPeopleIndex({ today: TODAY, places });
        fresh.put([...held.values()]);
        for (const each of [index, fresh]) each.setOwnWork(work);
        expect(index.size).toBe(held.size);
        for (const query of queries) {
          expect(answerOf(index, query)).toEqual(answerOf(fresh, query));
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('[Q40] nothing of who was taken out is put away, neither name nor word, dead copies included', () => {
  const index = createPeopleIndex({ today: TODAY, places });
  const people = Array.from({ length: 40 }, (_, i) =>
    makePerson({ seed: 'gone', today: TODAY }, i),
  );
  const [first] = people;
  if (!first) throw new Error('Nobody was made.');
  const before = { ...first, familyName: 'Quillfeather', summary: 'I once kept albatrosses.' };
  index.put([before, ...people.slice(1)]);
  index.settle();
  index.put([{ ...before, familyName: 'Featherquill' }]);
  index.settle();
  index.remove([before.id]);
  const bytes = index.segments().map((segment) => Buffer.from(packSegment(segment)));
  const id = Buffer.from(new Uint32Array(idWords(before.id)).buffer);
  for (const each of bytes) {
    expect(each.toString('latin1')).not.toMatch(/quillfeather|featherquill|albatross/i);
    expect(each.includes(id)).toBe(false);
  }
  expect(index.size).toBe(39);
});

test('bytes of another form are not a segment', () => {
  const segment = buildSegment(1, [project(makePerson({ seed: 'form', today: TODAY }, 0))]);
  const bytes = packSegment(segment);
  const alive = new Uint32Array([1]);
  expect(unpackSegment(bytes, alive)).toEqual(segment);
  expect(() => unpackSegment(bytes.slice(0, 3), alive)).toThrow();
  expect(() => unpackSegment(bytes.slice(0, bytes.length / 2), alive)).toThrow();
  expect(() => unpackSegment(new Uint8Array(64), alive)).toThrow();
});

/**
 * What people of every kind become. Only the first of the pair was due to change? Then write
 * the new pair here. Only the second has changed: raise `IMAGE_FORM`, or an application that
 * is brought up to date goes on with words and numbers of the form before.
 */
const RECORDED = { version: '4.67611c3a370ea1b2', hash: '99322f6dc4230cef' };

test('[Q40] an image of another form has another version', () => {
  const pick = <Value>(values: readonly Value[], i: number) => values[i % values.length] as Value;
  const people = SPECIALISM_IDS.map((primarySpecialism, i) =>
    aCandidate({
      id: scatteredId(i),
      familyName: pick(['Nair', 'O’Brien', 'Łukasz', 'Smith-Jones'], i),
      primarySpecialism,
      specialisms: [primarySpecialism, pick(SPECIALISM_IDS, i + 7)],
      roleGroup: pick(ROLE_GROUPS, i),
      registrationStatus: pick(REGISTRATION_STATUSES, i),
      employmentTypes: [pick(EMPLOYMENT_TYPES, i)],
      hours: [pick(HOURS_PATTERNS, i)],
      caseSystems: [pick(CASE_SYSTEMS, i)],
      practiceEducator: pick(PRACTICE_EDUCATOR, i),
      annotations: [pick(ANNOTATIONS, i)],
      phone: '07700 900123',
      summary: 'Child protection and court work; part-time, R&A. I’d like Form F assessments.',
    }),
  ).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const bytes = packSegment(buildSegment(people.length, people.map(project)));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  expect({ version: IMAGE_VERSION, hash }).toEqual(RECORDED);
});

function restarted(index: PeopleIndex): PeopleIndex {
  const saved = index.segments().map((segment) => ({
    bytes: packSegment(segment),
    alive: segment.alive.slice(),
  }));
  const next = createPeopleIndex({ today: TODAY, places });
  next.restore(saved.map(({ bytes, alive }) => unpackSegment(bytes, alive)));
  return next;
}

function answerOf(index: PeopleIndex, query: Parameters<PeopleIndex['find']>[0]) {
  const found = index.find(query);
  const ids = found.ids(0, found.total);
  const counts = FACET_IDS.map((facet) => found.facets[facet]?.filter(({ count }) => count > 0));
  return { ids, hidden: found.hidden, counts, cards: ids.map((id) => index.card(id, query)) };
}

function idWords(id: string): number[] {
  const hex = id.replaceAll('-', '');
  return [0, 8, 16, 24].map((at) => Number.parseInt(hex.slice(at, at + 8), 16));
}
