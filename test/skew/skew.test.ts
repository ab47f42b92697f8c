import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OLDEST_SERVED_PROTOCOL, PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import { FROZEN_PROTOCOLS } from './frozen.ts';

const root = join(import.meta.dirname, '../..');

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
  ])('%s: %s', { timeout: 180_000 }, (old) => {
    const args = ['--old', old, '--protocol', String(protocol), '--seeds', '60', '--within', '15'];
    const run = spawnSync(process.execPath, ['test/skew/run.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    const said = `${run.stdout}${run.stderr}`;
    // On a busy machine time runs out first; the number is said either way.
    console.log(said.split('\n')[0]);
    expect(Number(/^(\d+) seeds in /m.exec(said)?.[1])).toBeGreaterThan(5);
    expect(run.status, said.slice(-2_000)).toBe(0);
  });
});
