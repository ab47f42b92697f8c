import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { MUTANTS } from './mutant-list.ts';

const root = join(import.meta.dirname, '../..');

/** A process of its own: the simulation puts its own platform in the place of Node's. */
function simulate(...args: readonly string[]) {
  const run = spawnSync(process.execPath, ['test/simulation/run.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: run.status, said: `${run.stdout}${run.stderr}` };
}

test('[I1 to I17] up to 200 seeds of bad weather break no promise of sync', {
  timeout: 120_000,
}, () => {
  const { code, said } = simulate('--seeds', '200', '--within', '25');
  // On a busy machine time runs out first; the number is said either way.
  const seeds = Number(/^(\d+) seeds in /m.exec(said)?.[1]);
  console.log(`simulation: ${seeds} seeds`);
  expect(seeds).toBeGreaterThan(20);
  expect(code, said.slice(-2_000)).toBe(0);
});

test('a seed replays to the same trace', { timeout: 60_000 }, () => {
  const { code, said } = simulate('--seed', '7000', '--seeds', '10', '--twice');
  expect(code, said.slice(-2_000)).toBe(0);
});

test.each(Object.entries(KEPT_SEEDS))('seed %s keeps what it once broke: %s', (seed) => {
  const { code, said } = simulate('--seed', seed);
  expect(code, said.slice(-2_000)).toBe(0);
});

test('every mutant finds the one place it changes', () => {
  const lost = MUTANTS.flatMap(({ name, patches }) =>
    patches
      .filter(([file, from]) => readFileSync(join(root, file), 'utf8').split(from).length !== 2)
      .map(([file]) => `${name}: ${file}`),
  );
  expect(lost).toEqual([]);
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  expect(MUTANTS.length).toBeGreaterThanOrEqual(25);
});
