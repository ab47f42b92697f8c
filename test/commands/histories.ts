/**
 * `npm run histories -- [HOW_MANY] [FIRST_SEED]`: random histories of two
 * laptops on the pure rules; exits 1 with the seed of one in which a value went unsaid.
 */
import { drawFrom, emptyTally, liveHistory } from '../core/domain/two-device-histories.ts';
import { readOptions, wholeNumber } from './options.ts';

const [howMany = '1000000', firstSeed = '1'] = readOptions({}, { mostWords: 2 }).words;
const count = wholeNumber('How many', howMany, 1);
const first = wholeNumber('The first seed', firstSeed, 0);
const tally = emptyTally();
const startedAt = performance.now();
for (let seed = first; seed < first + count; seed++) {
  try {
    liveHistory(drawFrom(seed), tally);
  } catch (fault) {
    console.error(`seed ${seed}: ${(fault as Error).stack}`);
    process.exit(1);
  }
}
const seconds = (performance.now() - startedAt) / 1000;
console.log(
  `${tally.histories} histories, ${tally.pushed} changes pushed, ${tally.lost} values replaced unseen and told to both, ` +
    `${tally.refused} refused, ${tally.gaveWay} gave way and were told, 0 lost unsaid, ${seconds.toFixed(1)} s`,
);
