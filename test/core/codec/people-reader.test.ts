import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PERSON_FIELDS } from '#contract/generated/validators.js';
import type { Candidate } from '#contract/records/candidate.ts';
import { checkRecord } from '#contract/records/check-record.ts';
import { BucketError, decodeBucket, encodeBucket } from '#core/codec/bucket.ts';
import { readPeople } from '#core/codec/people-reader.ts';
import { makePerson } from '#server/sample/person.ts';
import { TODAY } from '../search/random.ts';

const NAMES = PERSON_FIELDS.map(({ name }) => name);
const PEOPLE = Array.from({ length: 24 }, (_, i) =>
  makePerson({ seed: 'reader', today: TODAY }, i),
);

/** One field of a person made into something else, or taken away. */
const spoilt = fc.record({
  row: fc.nat(PEOPLE.length - 1),
  name: fc.oneof(fc.constantFrom(...NAMES), fc.constant('aFieldOfNextYear')),
  value: fc.oneof(
    fc.constant(undefined),
    fc.constantFrom(null, '', 0, -1, 1e9, true, [], ['cla'], ['cla', 'nonsense'], {}, 'registered'),
    fc.jsonValue({ maxDepth: 1 }),
  ),
});

function spoil(faults: readonly { row: number; name: string; value: unknown }[]) {
  const rows: Record<string, unknown>[] = PEOPLE.map((person) => ({ ...person }));
  for (const { row, name, value } of faults) {
    if (value === undefined) delete rows[row]?.[name];
    else Object.assign(rows[row] ?? {}, { [name]: value });
  }
  return JSON.parse(JSON.stringify(rows)) as Candidate[];
}

function plain(person: Candidate): object {
  const fields = NAMES.map((name) => [name, person[name]] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

test('column by column the same people are good, and the same are not, as row by row', () => {
  fc.assert(
    fc.property(fc.array(spoilt, { maxLength: 6 }), (faults) => {
      const bytes = encodeBucket(spoil(faults));
      const rows = decodeBucket(bytes);
      const good = rows.filter((row): row is Candidate => checkRecord('candidate', row));
      const read = readPeople(bytes);
      expect(read.people.map(plain)).toEqual(good.map(plain));
      const names = rows.map((row, i) => {
        const { id } = row as { readonly id?: unknown };
        return typeof id === 'string' ? id.slice(0, 64) : `row ${i}`;
      });
      expect(read.bad).toEqual(names.filter((_, i) => !good.includes(rows[i] as Candidate)));
    }),
    { numRuns: 300 },
  );
});

test('a bucket that is broken is said to be, as row by row', () => {
  const bytes = encodeBucket(PEOPLE);
  for (let length = 0; length < bytes.length; length += 97) {
    expect(() => readPeople(bytes.slice(0, length))).toThrow(BucketError);
  }
});
