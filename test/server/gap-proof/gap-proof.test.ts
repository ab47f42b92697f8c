import { beforeAll, describe, expect, it } from 'vitest';
import { POSTGRES_MISSING } from '../postgres-cluster.ts';
import { type Proof, prove } from './proof.ts';

const name = POSTGRES_MISSING === null ? '' : ` (skipped: ${POSTGRES_MISSING})`;
if (POSTGRES_MISSING !== null) {
  console.warn(`Gap proof skipped, nothing is proven: ${POSTGRES_MISSING}.`);
}

describe.skipIf(POSTGRES_MISSING !== null)(`[I12] 32 writers on a real PostgreSQL${name}`, () => {
  let proof: Proof;
  beforeAll(async () => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    console.log(`gap proof: seed ${seed}`);
    proof = await prove({ seconds: 8, writers: 32, seed, hasCrash: false });
  }, 90_000);

  it('lose nothing to a reader, leave no hole, never go back and never block each other', () => {
    const { lost, backwards, holes, deadlocks, untrue, units, killed } = proof.ours;
    expect({ lost, backwards, holes, deadlocks, untrue }).toEqual({
      lost: 0,
      backwards: 0,
      holes: 0,
      deadlocks: 0,
      untrue: 0,
    });
    // A proof in which little happened proves little.
    expect(units).toBeGreaterThan(300);
    expect(killed).toBeGreaterThan(5);
  });

  it.each([0, 1])('lose rows by a sequence, plain or held back by xmin (%i)', (which) => {
    expect(proof.faulty[which]?.caughtMs, JSON.stringify(proof.faulty[which])).not.toBeNull();
  });
});
