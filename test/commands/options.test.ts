import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readOptions } from './options.ts';
import { runScript } from './run-script.ts';

const KINDS = { seeds: { least: 1 }, seed: { least: 0 }, without: 'text', trace: 'flag' } as const;

afterEach(() => {
  vi.restoreAllMocks();
});

/** The one line with which a command ends, and its code. */
function refusal(args: readonly string[], mostWords = 0): string {
  const said: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`${code}`);
  });
  expect(() => readOptions(KINDS, { args, mostWords })).toThrow(/^2$/);
  expect(said).toHaveLength(1);
  expect(said[0]).not.toContain('\n');
  return said[0] ?? '';
}

test('what is asked is read, and what is not said is undefined or no', () => {
  const args = ['--seeds', '20', '--trace', 'word', '--without=step 3-4'];
  const wanted = { seeds: 20, seed: undefined, without: 'step 3-4', trace: true, words: ['word'] };
  expect(readOptions(KINDS, { args, mostWords: 1 })).toEqual(wanted);
  const none = { seeds: undefined, seed: undefined, without: undefined, trace: false, words: [] };
  expect(readOptions(KINDS, { args: [] })).toEqual(none);
});

test.each(['abc', '0', '1.5', '1e3', '', 'NaN', 'Infinity', '9'.repeat(16)])(
  'no number of seeds: "%s"',
  (text) => {
    expect(refusal([`--seeds=${text}`])).toBe(
      `--seeds takes a whole number from 1, not "${text}".`,
    );
  },
);

test('what is unknown, lacks its value or has no place is refused', () => {
  const known = 'It knows --seeds N, --seed N, --without WORDS, --trace.';
  expect(refusal(['--sedes', '5'])).toBe(`Unknown option '--sedes'. ${known}`);
  expect(refusal(['--seeds'])).toContain('--seeds');
  expect(refusal(['--seeds', '--trace'])).toContain('ambiguous');
  expect(refusal(['--seeds', '-5'])).toContain('ambiguous');
  expect(refusal(['--trace=yes'])).toContain('--trace');
  expect(refusal(['a', 'b'], 1)).toBe(`There is no place for "b". ${known}`);
});

/** A command that read its words wrongly would look at nothing and say that nothing is wrong. */
describe.concurrent('a proof that cannot be meant looks at nothing and says so by 2', () => {
  test.each([
    'simulation/run.ts --seeds 0',
    'simulation/run.ts --seeds abc',
    'simulation/run.ts --seed abc',
    'simulation/run.ts --sedes 5',
    'simulation/run.ts digest',
    'simulation/run.ts --mutants nosuchmutant',
    'kill-loop/run.ts --kills abc',
    'kill-loop/run.ts --kills 5 --large 6',
    'kill-loop/run.ts --only nosuchphase',
    'server/two-recruiters/run.ts --seeds 0',
    'server/gap-proof/run.ts --seconds abc',
    'server/crash/run.ts --rounds 0',
    'skew/run.ts --old nosuchside',
    'skew/run.ts --protocol 99',
    'bench/run.ts nosuchbench',
    'commands/histories.ts abc',
  ])('%s', { timeout: 300_000 }, async (line) => {
    const [file = '', ...args] = line.split(' ');
    const { code, said } = await runScript(join('test', file), ...args);
    expect(code, said).toBe(2);
    expect(said.trim().split('\n'), said).toHaveLength(1);
  });
});
