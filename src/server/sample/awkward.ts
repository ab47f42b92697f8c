import type { Chance, Weights } from './chance.ts';
import type { Person } from './person.ts';

/**
 * Names that break programs which think a name is two words of A to Z.
 *
 * One person in thirty-three has one (domain.md section 10, "the awkward 3 %").
 */
const AWKWARD_NAMES: readonly (readonly [given: string, family: string])[] = [
  ['Niamh', "O'Neill"],
  ['Sean', 'O’Brien'],
  ['Francesca', "D'Souza"],
  ["N'Golo", "M'Bala"],
  ['Zoë', 'Brontë-Hughes'],
  ['Siân', 'Llŷr'],
  ['Łukasz', 'Wójcik'],
  ['Gül', 'Şahin'],
  ['Wanjikũ', 'Ngũgĩ'],
  ['Inés', 'Núñez'],
  ['Þóra', 'Guðmundsdóttir'],
  ['Hồng', 'Nguyễn'],
  ['J', 'Ellis'],
  ['Su', 'O'],
  ['E', 'Y'],
  ['Anne-Marie', 'Smith-Jones'],
  ['Mary Jo', 'de la Cruz'],
  ['Fitzgerald', 'van der Merwe'],
  ['Wilhelmina-Alexandrina', 'Featherstonehaugh-Cholmondeley'],
  ['SHEILA', 'MCDONALD'],
  ['karen', 'macleod'],
  ['Oluwaseun Temitope', 'Adébáyọ̀'],
];

/** How a telephone number goes wrong on a form; each is still made up. */
const MALFORMED: Weights<(number: string) => string> = [
  [(number) => number.replaceAll(' ', '').slice(0, -1), 3],
  [(number) => `+44 (0)${number.slice(1)}`, 3],
  [(number) => `${number} after 6pm`, 2],
  [(number) => number.replace(/0/g, 'O'), 2],
  [(number) => `tel: ${number}/mob`, 1],
  [() => 'as before', 1],
];

const AWKWARD_SHARE = 0.03;
const EMPTY_SHARE = 0.004;
const MALFORMED_SHARE = 0.015;

/** Makes one person in about thirty-three awkward, in the ways real registers are. */
export function makeAwkward(person: Person, chance: Chance): Person {
  let made = person;
  if (chance.one(AWKWARD_SHARE)) {
    const [givenName, familyName] = chance.pick(AWKWARD_NAMES);
    made = { ...made, givenName, familyName };
  }
  if (made.phone !== undefined && chance.one(MALFORMED_SHARE)) {
    made = { ...made, phone: chance.weighted(MALFORMED)(made.phone) };
  }
  return chance.one(EMPTY_SHARE) ? empty(made) : made;
}

/** Someone who gave a name and an area of work, and nothing else. */
function empty(person: Person): Person {
  return {
    id: person.id,
    ref: person.ref,
    givenName: person.givenName,
    familyName: person.familyName,
    preferredContact: person.preferredContact,
    willRelocate: false,
    remoteOk: false,
    canTravelForVisits: false,
    registrationStatus: person.registrationStatus,
    annotations: [],
    practiceEducator: 'none',
    primarySpecialism: person.primarySpecialism,
    specialisms: [person.primarySpecialism],
    roleGroup: person.roleGroup,
    caseSystems: [],
    models: [],
    languages: [],
    employmentTypes: [],
    hours: [],
    programmeState: person.programmeState,
    registeredInterestAt: person.registeredInterestAt,
    confirmedOn: person.confirmedOn,
  };
}
