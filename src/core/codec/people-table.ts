import type { Candidate } from '#contract/records/candidate.ts';

/** People column by column: for each field one value a row, `undefined` = absent. */
export type PeopleTable = {
  readonly [Name in keyof Required<Candidate>]: readonly Candidate[Name][];
};

/**
 * A person whose fields are looked up in a table when they are asked for.
 *
 * Written out field by field: the engine then knows each, and reading one costs what
 * reading a field of an object costs. Made in a loop they took ten times as long.
 */
export class PersonInTable implements Record<keyof Candidate, unknown> {
  readonly #table: PeopleTable;
  readonly #row: number;

  constructor(table: PeopleTable, row: number) {
    this.#table = table;
    this.#row = row;
  }

  get id() {
    return this.#table.id[this.#row];
  }
  get ref() {
    return this.#table.ref[this.#row];
  }
  get givenName() {
    return this.#table.givenName[this.#row];
  }
  get familyName() {
    return this.#table.familyName[this.#row];
  }
  get email() {
    return this.#table.email[this.#row];
  }
  get phone() {
    return this.#table.phone[this.#row];
  }
  get preferredContact() {
    return this.#table.preferredContact[this.#row];
  }
  get bestTimes() {
    return this.#table.bestTimes[this.#row];
  }
  get homeTown() {
    return this.#table.homeTown[this.#row];
  }
  get homeOutcode() {
    return this.#table.homeOutcode[this.#row];
  }
  get lat() {
    return this.#table.lat[this.#row];
  }
  get lon() {
    return this.#table.lon[this.#row];
  }
  get homeCouncilId() {
    return this.#table.homeCouncilId[this.#row];
  }
  get region() {
    return this.#table.region[this.#row];
  }
  get maxTravelMiles() {
    return this.#table.maxTravelMiles[this.#row];
  }
  get willRelocate() {
    return this.#table.willRelocate[this.#row];
  }
  get remoteOk() {
    return this.#table.remoteOk[this.#row];
  }
  get canTravelForVisits() {
    return this.#table.canTravelForVisits[this.#row];
  }
  get registrationNumber() {
    return this.#table.registrationNumber[this.#row];
  }
  get registrationStatus() {
    return this.#table.registrationStatus[this.#row];
  }
  get restrictionUntil() {
    return this.#table.restrictionUntil[this.#row];
  }
  get registerCheckedOn() {
    return this.#table.registerCheckedOn[this.#row];
  }
  get annotations() {
    return this.#table.annotations[this.#row];
  }
  get practiceEducator() {
    return this.#table.practiceEducator[this.#row];
  }
  get yearsPostQualifying() {
    return this.#table.yearsPostQualifying[this.#row];
  }
  get lastPractisedOn() {
    return this.#table.lastPractisedOn[this.#row];
  }
  get primarySpecialism() {
    return this.#table.primarySpecialism[this.#row];
  }
  get specialisms() {
    return this.#table.specialisms[this.#row];
  }
  get roleGroup() {
    return this.#table.roleGroup[this.#row];
  }
  get caseSystems() {
    return this.#table.caseSystems[this.#row];
  }
  get models() {
    return this.#table.models[this.#row];
  }
  get languages() {
    return this.#table.languages[this.#row];
  }
  get summary() {
    return this.#table.summary[this.#row];
  }
  get employmentTypes() {
    return this.#table.employmentTypes[this.#row];
  }
  get hours() {
    return this.#table.hours[this.#row];
  }
  get minHoursPerWeek() {
    return this.#table.minHoursPerWeek[this.#row];
  }
  get maxHoursPerWeek() {
    return this.#table.maxHoursPerWeek[this.#row];
  }
  get availableFrom() {
    return this.#table.availableFrom[this.#row];
  }
  get dbsDeclared() {
    return this.#table.dbsDeclared[this.#row];
  }
  get refsAvailable() {
    return this.#table.refsAvailable[this.#row];
  }
  get programmeState() {
    return this.#table.programmeState[this.#row];
  }
  get registeredInterestAt() {
    return this.#table.registeredInterestAt[this.#row];
  }
  get confirmedOn() {
    return this.#table.confirmedOn[this.#row];
  }
  get firstSpokenOn() {
    return this.#table.firstSpokenOn[this.#row];
  }
  get lastTriedOn() {
    return this.#table.lastTriedOn[this.#row];
  }
}
