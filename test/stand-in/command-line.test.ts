import { expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';

it('takes apart what Playwright passes to Electron', () => {
  const line = ['-r', '/loader.js', '--no-sandbox', '--inspect=0', '--remote-debugging-port=0'];
  const parsed = parseCommandLine([...line, '.', '--user-data-dir=/a b', '--sign-in=Rosa=Boyd']);
  expect(parsed.preloads).toEqual(['/loader.js']);
  expect(parsed.inspectPort).toBe(0);
  expect(parsed.entry).toBe('.');
  expect(Object.fromEntries(parsed.switches)).toEqual({
    'no-sandbox': '',
    'remote-debugging-port': '0',
    'user-data-dir': '/a b',
    'sign-in': 'Rosa=Boyd',
  });
});
