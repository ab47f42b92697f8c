import { describe, expect, it } from 'vitest';
import { POSTGRES_MISSING } from '../postgres-cluster.ts';
import { crashRounds } from './rounds.ts';

const ENGINES = [
  ['PGlite with fsync', 'pglite', 8, null],
  ['PostgreSQL', 'postgres', 12, POSTGRES_MISSING],
] as const;

for (const [name, engine, rounds, missing] of ENGINES) {
  const skipped = missing === null ? '' : ` (skipped: ${missing})`;
  describe.skipIf(missing !== null)(`SIGKILL in the middle of pushes on ${name}${skipped}`, () => {
    it('loses no acknowledged change, and makes none twice', { timeout: 400_000 }, async () => {
      const seed = Math.floor(Math.random() * 2 ** 31);
      const result = await crashRounds({ engine, rounds, seed });
      console.log(`crashes: seed ${seed}`, JSON.stringify(result));
      expect(result).toMatchObject({ lost: 0, doubled: 0 });
      expect(result.apiKills + result.postgresKills).toBeGreaterThanOrEqual(rounds);
      expect(result.acknowledged).toBeGreaterThan(50);
      expect(result.cut).toBeGreaterThan(0);
    });
  });
}
