import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#contract/brands.ts';
import {
  EMPLOYMENT_TYPES,
  REGISTRATION_STATUSES,
  ROLE_GROUPS,
  SPECIALISM_IDS,
} from '#contract/vocabulary.ts';
import { type MatchInputs, matchCard, withFlip } from '#core/domain/match-card.ts';

const TODAY = '2026-06-09' as IsoDate;
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const defined = <Shape extends object>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape;

const anyone: fc.Arbitrary<MatchInputs> = fc
  .record({
    areas: fc.subarray([...SPECIALISM_IDS].slice(0, 5), { minLength: 1 }),
    role: fc.constantFrom(...ROLE_GROUPS),
    status: fc.constantFrom(...REGISTRATION_STATUSES),
    contracts: fc.subarray([...EMPLOYMENT_TYPES]),
    least: maybe(fc.integer({ min: 0, max: 30 })),
    more: maybe(fc.integer({ min: 0, max: 20 })),
    travel: maybe(fc.constantFrom(5, 15, 40, 999)),
    ready: maybe(fc.constantFrom('2026-06-01', '2026-06-09', '2026-07-06')),
    asked: fc.subarray([...SPECIALISM_IDS].slice(0, 5), { minLength: 1 }),
    askedRole: fc.constantFrom(...ROLE_GROUPS),
    askedContracts: fc.subarray([...EMPLOYMENT_TYPES]),
    askedHours: maybe(fc.integer({ min: 1, max: 48 })),
    miles: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
  })
  .map((drawn) => ({
    person: defined({
      specialisms: drawn.areas,
      primarySpecialism: drawn.areas[0] ?? 'cin_cp',
      roleGroup: drawn.role,
      registrationStatus: drawn.status,
      employmentTypes: drawn.contracts,
      minHoursPerWeek: drawn.least,
      maxHoursPerWeek: drawn.more === undefined ? undefined : (drawn.least ?? 0) + drawn.more,
      maxTravelMiles: drawn.travel,
      availableFrom: drawn.ready as IsoDate | undefined,
    }) as MatchInputs['person'],
    vacancy: defined({
      specialisms: drawn.asked,
      roleGroup: drawn.askedRole,
      employmentTypes: drawn.askedContracts,
      hoursPerWeek: drawn.askedHours,
    }) as MatchInputs['vacancy'],
    miles: drawn.miles,
    from: TODAY,
  }));

test('[DM40] every “not met” names a change that meets it and spoils nothing else', () => {
  fc.assert(
    fc.property(anyone, (inputs) => {
      const before = matchCard(inputs);
      for (const { id, state, flip } of before) {
        expect(flip === null).toBe(state !== 'not-met');
        if (!flip) continue;
        const after = matchCard(withFlip(inputs, flip));
        expect(after.find((line) => line.id === id)?.state).toBe('met');
        const others = (lines: typeof before) =>
          lines.filter((line) => line.id !== id).map((line) => [line.id, line.state]);
        expect(others(after)).toEqual(others(before));
      }
    }),
    { numRuns: 1000 },
  );
});

test('[DM40] the change is the smallest: one hour less or one mile less does not do', () => {
  fc.assert(
    fc.property(anyone, (inputs) => {
      for (const { id, flip } of matchCard(inputs)) {
        const state = (changed: MatchInputs) =>
          matchCard(changed).find((line) => line.id === id)?.state;
        if (flip?.is === 'travel' && flip.miles > 1) {
          expect(state(withFlip(inputs, { ...flip, miles: flip.miles - 1 }))).toBe('not-met');
        }
        if (flip?.is === 'hours') {
          const asked = inputs.vacancy.hoursPerWeek ?? 0;
          const nearer = flip.hours + Math.sign(asked - flip.hours);
          expect(state(withFlip(inputs, { ...flip, hours: nearer }))).toBe('not-met');
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('[DM40] what nobody said is “not known”, never “no”', () => {
  const lines = matchCard({
    person: {
      specialisms: ['court'],
      primarySpecialism: 'court',
      roleGroup: 'social_worker',
      registrationStatus: 'registered',
      employmentTypes: [],
    },
    vacancy: {
      specialisms: ['court'],
      roleGroup: 'social_worker',
      employmentTypes: ['permanent'],
      hoursPerWeek: 37,
    },
    miles: 12,
    from: TODAY,
  });
  expect(lines.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'area met',
    'role met',
    'register met',
    'contract not-known',
    'hours not-known',
    'travel not-known',
    'start not-known',
  ]);
});
