import { expect, test } from '@playwright/test';
import { runKills, writeKills } from '../kill-loop/loop.ts';

const KILLS = 20;

/** The recorded runs are longer: `npm run kill-loop -- --kills 300`. */
test(`killed ${KILLS} times at random moments: nothing saved is lost or doubled, and it opens each time`, async () => {
  // What is judged is never the time: a minute on a quiet machine.
  test.setTimeout(900_000);
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`kill loop: ${KILLS} kills, again by npm run kill-loop -- --seed ${seed}`);
  const came = await runKills({ kills: KILLS, seed });
  console.log(writeKills(came).join('\n'));
  expect(came.broken, `seed ${seed}; what was left is in ${came.folder}`).toBeNull();
  expect(came.hits).toHaveLength(KILLS);
  // Where nothing was saved, nothing could be lost.
  expect(came.acknowledged).toBeGreaterThan(0);
});
