import { PERSON_FIELDS } from '#contract/generated/validators.js';
import type { Candidate } from '#contract/records/candidate.ts';
import { type BucketColumns, decodeColumns } from './bucket.ts';
import { type PeopleTable, PersonInTable } from './people-table.ts';

/** What a bucket holds, the rows that do not have the agreed form apart. */
export interface PeopleRead {
  readonly people: readonly Candidate[];
  /** Ids or places of rows that were not used. */
  readonly bad: readonly string[];
}

const ABSENT: readonly unknown[] = [];

/**
 * Reads the people of a bucket for the index, checked field by field.
 *
 * The same people as `decodeBucket` and the check of a record give, for a third of the
 * cost: most fields have few values in a bucket and are checked once for each. A person
 * read this way has the fields this version knows, as getters, so it is for reading only:
 * it is not cloned nor written again. Throws `BucketError` when the container is broken.
 */
export function readPeople(bytes: Uint8Array): PeopleRead {
  const columns = decodeColumns(bytes);
  const isBad = new Uint8Array(columns.rows);
  const fields: Record<string, readonly unknown[]> = {};
  for (const field of PERSON_FIELDS) {
    const values = columns.values.get(field.name) ?? ABSENT;
    checkField(field, values, columns, isBad);
    fields[field.name] = values;
  }
  // Rows that fail a check are left out below.
  const table = fields as unknown as PeopleTable;
  const people: Candidate[] = [];
  const bad: string[] = [];
  const ids = columns.values.get('id') ?? ABSENT;
  for (let row = 0; row < columns.rows; row += 1) {
    const id = ids[row];
    if (isBad[row] === 0) {
      people.push(new PersonInTable(table, row) as Partial<Candidate> as Candidate);
    } else bad.push(typeof id === 'string' ? id.slice(0, LONGEST_NAMED) : `row ${row}`);
  }
  return { people, bad };
}

/** So much of a bad id is kept to name it. */
const LONGEST_NAMED = 64;

function checkField(
  { name, isRequired, check }: (typeof PERSON_FIELDS)[number],
  values: readonly unknown[],
  { rows, listed }: BucketColumns,
  isBad: Uint8Array,
): void {
  const distinct = listed.get(name);
  const isAllGood = distinct?.every(check) === true;
  if (isAllGood && !isRequired) return;
  for (let row = 0; row < rows; row += 1) {
    const value = values[row];
    if (value === undefined ? isRequired : !isAllGood && !check(value)) isBad[row] = 1;
  }
}
