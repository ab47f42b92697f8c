import { expect, test } from 'vitest';
import { ENGINES } from '../engines.ts';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { meet } from './meeting.ts';

const RANDOM_SEEDS = 2;

const random = Array.from({ length: RANDOM_SEEDS }, () => Math.floor(Math.random() * 2 ** 31));
const seeds = [...KEPT_SEEDS.map((seed) => ['(regression) seed', seed] as const)];
const drawn = random.map((seed) => ['seed', seed] as const);

test.each([...seeds, ...drawn])(
  '[I1 to I3, I10] two recruiters, an hour offline each, 200 edits: both see the same, %s %i',
  { timeout: 120_000 },
  async (_, seed) => {
    const [pglite] = ENGINES;
    if (!pglite) throw new Error('There is no engine.');
    const meeting = await meet(seed, pglite);
    console.log(`two recruiters: seed ${seed}`, JSON.stringify(meeting));
    expect(meeting.edits).toBeGreaterThan(200);
    expect(meeting.refused).toBeGreaterThan(0);
  },
);
