import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { IsoDate } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import { askOracle } from '#core/search/oracle.ts';
import { NO_WORK } from '#core/search/overlay.ts';
import { createPeopleIndex } from '#core/search/people-index.ts';
import { createPlaces } from '#core/search/places.ts';
import { forwardList, pairFinder } from '#core/search/running-text.ts';
import { makePerson } from '#server/sample/person.ts';

const TODAY = '2026-06-09' as IsoDate;
const LENGTH = 66_000;

it('[Q3] the kernels find every pair of words, whatever stands around it', () => {
  const forward = forwardList(5000, LENGTH);
  const find = pairFinder(forward);
  if (find === null) throw new Error('This machine has no WebAssembly with vectors.');
  const pairs = fc.record({
    many: fc.constantFrom(3, 40, 5000),
    seed: fc.nat(),
    first: fc.nat(3),
    gap: fc.integer({ min: 1, max: 9 }),
    low: fc.nat(40),
    span: fc.constantFrom(1, 1, 30, 0x8000),
    skip: fc.constantFrom(1, 7, 100),
  });
  fc.assert(
    fc.property(pairs, ({ many, seed, first, gap, low, span, skip }) => {
      let state = seed >>> 0;
      for (let i = 0; i < LENGTH; i += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        forward[i] = Math.floor((state / 2 ** 32) * many);
      }
      const high = low + span;
      const right: number[] = [];
      let next = 0;
      for (let at = 0; at + gap < LENGTH; at += 1) {
        const last = forward[at + gap] ?? 0;
        if (at < next || forward[at] !== first || last < low || last >= high) continue;
        right.push(at);
        next = at + skip;
      }
      const found: number[] = [];
      find({ first, gap, low, high }, (at) => {
        found.push(at);
        return at + skip;
      });
      expect(found).toEqual(right);
    }),
    { numRuns: 40 },
  );
});

it('[Q3] phrases of words that many have are found as the oracle finds them', () => {
  const places = createPlaces();
  const people = Array.from({ length: 900 }, (_, i) =>
    makePerson({ seed: 'phrases', today: TODAY }, i),
  );
  const index = createPeopleIndex({ today: TODAY, places });
  index.put(people);
  const texts = [
    '"i have worked"',
    '"know the area"',
    '"social work"',
    '"in the c',
    'full-time -"i a',
  ];
  for (const text of texts) {
    const query = { ...EVERYBODY, text, order: 'best_match', includeHidden: true } as const;
    const right = askOracle(people, query, { today: TODAY, places, work: NO_WORK });
    const found = index.find(query);
    expect(found.ids(0, found.total), text).toEqual(right.ids);
  }
  expect(pairFinder(index.segments()[0]?.forward ?? new Uint16Array(0))).not.toBeNull();
});
