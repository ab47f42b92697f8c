import { expect, test } from 'vitest';
import { drawFrom, emptyTally, liveHistory } from './two-device-histories.ts';

const HISTORIES = 100_000;

test(`[DM4] [DM6] [DM11] [DM21] [DM22] in ${HISTORIES} histories of two laptops no value is lost unsaid`, () => {
  const from = Math.floor(Math.random() * 2 ** 31);
  const tally = emptyTally();
  for (let seed = from; seed < from + HISTORIES; seed++) {
    try {
      liveHistory(drawFrom(seed), tally);
    } catch (fault) {
      throw new Error(`seed ${seed}: ${(fault as Error).message}`, { cause: fault });
    }
  }
  // Histories in which nobody ever crosses anybody would prove nothing.
  expect(tally.lost).toBeGreaterThan(HISTORIES / 20);
  expect(tally.refused).toBeGreaterThan(HISTORIES / 20);
  expect(tally.gaveWay).toBeGreaterThan(HISTORIES / 100);
});
