import { expect } from 'vitest';
import type { CandidateId } from '#contract/brands.ts';
import { COUNCIL, FakeCentre } from './fake-centre.ts';
import { openLaptop } from './laptop.ts';
import { createWorld } from './world.ts';

/** Builds the id of a made-up person or record. */
export function personId(n: number): CandidateId {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as CandidateId;
}

/** A world with a centre that has people, a programme and a council's work, and one laptop. */
export function setUp({ people = 20, seed = 1 } = {}) {
  const world = createWorld(seed);
  const centre = new FakeCentre(world);
  for (let n = 1; n <= people; n++) {
    centre.publish('pool', { kind: 'candidate', id: personId(n), op: 'u' });
  }
  centre.publish('programme', { kind: 'programme', id: personId(900), op: 'u' });
  for (let n = 1; n <= 12; n++) {
    centre.publish(COUNCIL, { kind: 'vacancy', id: personId(1000 + n), op: 'u' });
  }
  const laptop = openLaptop(world, centre);
  const holds = (stream: string) =>
    new Map([...(laptop.replica.rows.get(stream) ?? [])].map(([key, row]) => [key, row.seq]));
  /** The laptop holds what the centre holds, at the same sequences. */
  const expectSame = () => {
    for (const stream of centre.grants) {
      expect([stream, holds(stream)]).toEqual([stream, centre.alive(stream)]);
    }
  };
  /** Everything was sent once, in order, and the journal is empty. */
  const expectSentOnce = (ids: readonly string[]) => {
    expect(centre.effects).toEqual(ids);
    expect(laptop.journal.list()).toEqual([]);
    expect(laptop.status().word.is).toBe('all-sent');
  };
  return { world, centre, laptop, holds, expectSame, expectSentOnce };
}
