import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { SPECIALISM_BY_ID, SPECIALISMS } from '#core/data/specialisms.ts';
import { REGION_WEIGHTS } from '#server/sample/home.ts';
import { generateSample } from '#server/sample/sample.ts';

const TODAY = '2026-06-09' as IsoDate;
const sample = generateSample({ people: 20_000, seed: 'distributions', today: TODAY });
const people = [...sample.candidates()];
const contacts = sample.work.flatMap((work) => work.contacts);

/** Per cent of those people for whom it holds. */
const share = (is: (person: Candidate) => boolean, among: readonly Candidate[] = people) =>
  (100 * among.filter(is).length) / among.length;
const near = (actual: number, wanted: number, tolerance: number, what = '') => {
  expect(Math.abs(actual - wanted), `${what} ${actual.toFixed(2)}, not ${wanted}`).toBeLessThan(
    tolerance,
  );
};
const adults = (person: Candidate) =>
  SPECIALISM_BY_ID.get(person.primarySpecialism)?.group === 'adults';

describe('20,000 made-up people follow domain.md section 10', () => {
  it('by region and area of work', () => {
    for (const [region, wanted] of REGION_WEIGHTS) {
      near(
        share((person) => person.region === region),
        wanted,
        1,
        region,
      );
    }
    for (const { id, weight } of SPECIALISMS) {
      near(
        share((person) => person.primarySpecialism === id),
        weight,
        0.7,
        id,
      );
    }
    near(share(adults), 33, 1.2, 'adults');
  });

  it('by role, years and register', () => {
    near(
      share(({ roleGroup }) => roleGroup === 'social_worker'),
      46,
      3,
    );
    near(
      share(({ roleGroup }) => roleGroup === 'senior_social_worker'),
      19,
      2,
    );
    near(
      share(({ roleGroup }) => roleGroup === 'nqsw'),
      3,
      0.6,
    );
    near(
      share(({ yearsPostQualifying = -1 }) => yearsPostQualifying >= 30),
      9,
      1,
    );
    near(
      share(({ registrationStatus }) => registrationStatus === 'registered'),
      82.2,
      1,
    );
    near(
      share(({ registrationStatus }) => registrationStatus === 'restoration_in_progress'),
      8,
      1,
    );
    near(
      share(({ registerCheckedOn }) => (registerCheckedOn ?? TODAY) < '2026-05-10'),
      12,
      1,
    );
  });

  it('by what the register and practice teaching note', () => {
    near(
      share(({ annotations }) => annotations.includes('AMHP')),
      3.6,
      0.6,
      'AMHP',
    );
    near(
      share(({ annotations }) => annotations.includes('BIA')),
      2.5,
      0.6,
      'BIA',
    );
    const inArea = (id: string) => people.filter((person) => person.primarySpecialism === id);
    near(
      share(({ annotations }) => annotations.includes('AMHP'), inArea('adult_mental_health')),
      35,
      5,
    );
    near(
      share(({ annotations }) => annotations.includes('BIA'), inArea('mca_dols')),
      45,
      7,
    );
    near(
      share(({ practiceEducator }) => practiceEducator === 'PEPS1'),
      7,
      1,
    );
    near(
      share(({ practiceEducator }) => practiceEducator === 'PEPS2'),
      9,
      1,
    );
    near(
      share(({ practiceEducator }) => practiceEducator === 'legacy'),
      4,
      1.2,
    );
  });

  it('jointly: nobody holds what their years or their area rule out', () => {
    const least: Partial<Record<Candidate['roleGroup'], number>> = {
      iro_cp_chair: 5,
      team_manager: 4,
      senior_social_worker: 3,
    };
    const impossible = people.filter(
      ({ roleGroup, annotations, practiceEducator, yearsPostQualifying: years }) =>
        years !== undefined &&
        (years < (least[roleGroup] ?? 0) ||
          (roleGroup === 'nqsw') !== years <= 1 ||
          (annotations.includes('AMHP') && years < 3) ||
          (practiceEducator !== 'none' && years < 2)),
    );
    expect(impossible).toEqual([]);
    const london = people.filter(({ region }) => region === 'London');
    const elsewhere = people.filter(({ region }) => region && region !== 'London');
    const drives = (person: Candidate) => person.canTravelForVisits;
    const fullTime = (person: Candidate) => person.hours.includes('full_time');
    const speaks = (person: Candidate) => person.languages.length > 0;
    near(share(drives, london), 88, 2);
    near(share(drives, elsewhere), 92, 1);
    expect(share(fullTime, london)).toBeGreaterThan(share(fullTime, elsewhere) + 6);
    expect(share(speaks, london)).toBeGreaterThan(share(speaks, elsewhere) + 8);
    near(
      share(({ maxTravelMiles = 0 }) => maxTravelMiles <= 10 && maxTravelMiles > 0, london),
      46,
      4,
    );
  });

  it('by terms, start and case systems', () => {
    near(
      share(({ employmentTypes }) => employmentTypes.includes('fixed_term')),
      62,
      2,
    );
    near(
      share(({ employmentTypes }) => employmentTypes.includes('agency_locum')),
      29,
      2,
    );
    near(
      share(({ availableFrom }) => availableFrom !== undefined && availableFrom <= TODAY),
      45,
      2.5,
    );
    near(
      share(({ caseSystems }) => caseSystems.includes('Liquidlogic')),
      46,
      2,
    );
    near(
      share(({ caseSystems }) => caseSystems.includes('RiO')),
      9,
      1.5,
    );
    near(
      share(({ specialisms }) => specialisms.length === 2),
      60,
      2,
    );
  });

  it('by contact: nearly half were never tried, and outcomes keep their shares', () => {
    near(
      share(({ lastTriedOn }) => lastTriedOn === undefined),
      47,
      3,
      'never',
    );
    near(
      share(({ programmeState }) => programmeState === 'placed'),
      2,
      0.6,
      'placed',
    );
    const outcomes = (...wanted: readonly string[]) =>
      (100 * contacts.filter(({ outcome }) => wanted.includes(outcome)).length) / contacts.length;
    near(outcomes('no_answer', 'voicemail_left'), 38, 5, 'no answer');
    near(outcomes('email_sent'), 22, 4, 'email');
    near(outcomes('spoke_interested'), 14, 3, 'interested');
    near(outcomes('spoke_maybe_later'), 9, 3, 'later');
    near(outcomes('spoke_needs_info'), 6, 3, 'info');
    near(outcomes('spoke_not_interested'), 5, 2, 'not interested');
    near(outcomes('already_placed_elsewhere'), 3, 1.5, 'elsewhere');
    near(outcomes('asked_not_to_be_contacted'), 1.2, 0.8, 'do not contact');
  });

  it('in the words they write: length, gaps, capitals, the acronyms people search by', () => {
    const texts = people.flatMap(({ summary }) => summary ?? []);
    const words = texts.map((text) => text.split(' ').length);
    near(
      share(({ summary }) => summary === undefined),
      6.4,
      1,
    );
    expect(Math.max(...words)).toBeLessThanOrEqual(165);
    expect(words.filter((count) => count < 40).length / words.length).toBeLessThan(0.02);
    near((100 * texts.filter((text) => text === text.toUpperCase()).length) / texts.length, 3, 0.6);
    const mistyped = /AHMP|DOLS|MAHS|FormF|SOG|s 47|CiN|USAC|L\.A\.C|CHMT|ETD/;
    const typos = texts.filter((text) => text !== text.toUpperCase() && mistyped.test(text));
    near((100 * typos.length) / texts.length, 2, 0.8, 'typos');
    for (const term of ['Form F', 'section 47', 'AMHP rota', 'Liquidlogic', 'PLO', 'D2A']) {
      expect(texts.filter((text) => text.includes(term)).length, term).toBeGreaterThan(50);
    }
  });

  it('with the awkward ones among them', () => {
    const named = (is: RegExp) =>
      share(({ givenName, familyName }) => is.test(`${givenName} ${familyName}`));
    expect(named(/['’]/)).toBeGreaterThan(0.2);
    expect(named(/[^\p{ASCII}]/u)).toBeGreaterThan(0.5);
    expect(named(/-/)).toBeGreaterThan(0.2);
    expect(
      share(({ givenName, familyName }) => Math.min(givenName.length, familyName.length) === 1),
    ).toBeGreaterThan(0.2);
    expect(share(({ familyName }) => familyName === familyName.toUpperCase())).toBeGreaterThan(
      0.05,
    );
    near(
      share(({ homeOutcode }) => homeOutcode === undefined),
      1.2,
      0.4,
      'outcode',
    );
    near(
      share(({ phone }) => phone !== undefined && !/^\d{3,5} [\d ]{6,9}$/.test(phone)),
      1.4,
      0.6,
      'phone',
    );
    expect(share(({ employmentTypes }) => employmentTypes.length === 0)).toBeGreaterThan(0.1);
    const numbers = Map.groupBy(people, ({ registrationNumber }) => registrationNumber);
    numbers.delete(undefined);
    const twice = [...numbers.values()].filter((same) => same.length > 1);
    near((100 * twice.length) / people.length, 0.7, 0.25, 'duplicates');
    expect(
      twice.every(
        (same) => same[0]?.email === same[1]?.email || !same[0]?.email || !same[1]?.email,
      ),
    ).toBe(true);
  });
});
