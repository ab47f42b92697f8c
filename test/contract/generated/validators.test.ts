import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkItem, checkPage, checkRecord } from '#contract/records/check-record.ts';
import { RECORD_KIND_NAMES } from '#contract/records/kinds.ts';
import { aCandidate, aVacancy } from '#test/builders/records.ts';
import { validatorsSource } from '#test/commands/build-validators.ts';

const FILE = join(import.meta.dirname, '../../../src/contract/generated/validators.js');

describe('the checks made at build time', () => {
  it('are those of the schemas as they are now (else run test/commands/build-validators.ts)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(validatorsSource());
  });

  it('hold no code that is made at run time', () => {
    expect(readFileSync(FILE, 'utf8')).not.toMatch(/\beval\b|new Function/);
  });

  it('say no to nonsense for every kind', () => {
    for (const kind of RECORD_KIND_NAMES) {
      for (const value of [null, undefined, 1, 'x', [], {}]) {
        expect(checkRecord(kind, value), kind).toBe(false);
      }
    }
  });

  it('allow fields that a newer centre may send', () => {
    expect(checkRecord('candidate', { ...aCandidate(), parkingSpace: 'yes' })).toBe(true);
  });

  it('say no to a person with a wrong code, a wrong id or a name that is far too long', () => {
    const person = aCandidate();
    expect(checkRecord('candidate', person)).toBe(true);
    expect(checkRecord('candidate', { ...person, roleGroup: 'astronaut' })).toBe(false);
    expect(checkRecord('candidate', { ...person, id: '1; drop table' })).toBe(false);
    expect(checkRecord('candidate', { ...person, familyName: 'x'.repeat(81) })).toBe(false);
    expect(checkRecord('candidate', { ...person, specialisms: [] })).toBe(false);
    expect(checkRecord('vacancy', { ...aVacancy(), posts: 0 })).toBe(false);
  });

  it('take a page by its envelope and leave its rows for later', () => {
    const page = {
      stream: 'council:kent',
      epoch: 'e',
      after: 0,
      to: 2,
      head: 2,
      more: false,
      grantsRev: 1,
      items: [{ nonsense: true }],
    };
    expect(checkPage(page)).toBe(true);
    expect(checkPage({ ...page, to: 'two' })).toBe(false);
    expect(checkItem({ seq: 1, kind: 'contact', id: 'x', op: 'u', doc: {} })).toBe(true);
    expect(checkItem({ seq: 1, kind: 'spaceship', id: 'x', op: 'u' })).toBe(false);
  });
});
