import { describe, expect, test } from 'vitest';
import { OLDEST_SERVED_PROTOCOL, PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import { runScript } from '../commands/run-script.ts';
import { FROZEN_PROTOCOLS } from './frozen.ts';

/** The same for every machine: what is judged is never the time. */
const SEEDS = 60;

test('every earlier protocol that is still served is kept as it was', () => {
  const served = Array.from(
    { length: PROTOCOL_VERSION - OLDEST_SERVED_PROTOCOL },
    (_, n) => OLDEST_SERVED_PROTOCOL + n,
  );
  expect(FROZEN_PROTOCOLS, 'node test/skew/freeze.ts COMMIT').toEqual(served);
});

describe.each(FROZEN_PROTOCOLS)('protocol %i in bad weather', (protocol) => {
  // A process of its own: each world puts its own platform in the place of Node's.
  test.each([
    ['laptops', 'its apps keep every promise with the centre of today'],
    ['centre', 'the apps of today keep every promise with its centre'],
  ])('%s: %s', { timeout: 900_000 }, async (old) => {
    const args = ['--old', old, '--protocol', String(protocol), '--seeds', String(SEEDS)];
    const { code, said } = await runScript('test/skew/run.ts', ...args);
    console.log(said.split('\n')[0]);
    expect(code, said.slice(-2_000)).toBe(0);
    expect(Number(/^(\d+) seeds in /m.exec(said)?.[1])).toBe(SEEDS);
  });
});
