import { expect, test } from 'vitest';
import { claimFolder } from '#main/claim-folder.ts';
import { isSameCentre, readStartOptions } from '#main/start-options.ts';
import { readUserDataFolder } from '#main/user-data-folder.ts';
import { tempFolder } from './temp-folder.ts';

const read = (...words: string[]) => readStartOptions(['electron', '.', ...words], {});

test('nothing said: the centre on this machine', () => {
  expect(read()).toEqual({
    apiUrl: 'http://127.0.0.1:4400',
    userDataDir: null,
    signIn: null,
    directiveKeys: null,
  });
});

test('flags are read in both forms', () => {
  const expected = { apiUrl: 'https://swt.example.org', userDataDir: '/d', signIn: 'Ada Obi' };
  const spaced = ['--api-url', 'https://swt.example.org/', '--user-data-dir', '/d'];
  expect(read(...spaced, '--sign-in', 'Ada Obi')).toMatchObject(expected);
  const joined = ['--api-url=https://swt.example.org', '--user-data-dir=/d', '--sign-in=Ada Obi'];
  expect(read(...joined)).toMatchObject(expected);
});

test('a flag without a value takes nothing of the next one', () => {
  expect(read('--sign-in', '--user-data-dir=/d')).toMatchObject({
    signIn: null,
    userDataDir: '/d',
  });
  expect(read('--sign-in=')).toMatchObject({ signIn: null });
});

test('an installation may name the keys whose directives are obeyed', () => {
  const key = 'A'.repeat(43);
  const { directiveKeys } = readStartOptions([], { SWT_DIRECTIVE_KEYS: `${key}, nonsense` });
  expect(directiveKeys).toMatchObject([{ publicKey: key }]);
});

test('the environment names the centre unless the command line does', () => {
  const env = { SWT_API_URL: 'http://localhost:5000' };
  expect(readStartOptions([], env).apiUrl).toBe('http://localhost:5000');
  expect(readStartOptions(['--api-url=http://127.0.0.1:6000'], env).apiUrl).toBe(
    'http://127.0.0.1:6000',
  );
});

test.each([
  'http://swt.example.org',
  'http://127.0.0.1.example.org',
  'ftp://swt.example.org',
  'https://me:word@swt.example.org',
  'swt.example.org',
  'file:///etc',
])('tokens are never sent to %s', (url) => {
  expect(read('--api-url', url).apiUrl).toBeNull();
});

test('a kept sign-in is for its own centre; on this machine the port may move', () => {
  expect(isSameCentre('http://127.0.0.1:1', 'http://127.0.0.1:2')).toBe(true);
  expect(isSameCentre('https://a.example.org', 'https://a.example.org/')).toBe(true);
  expect(isSameCentre('https://a.example.org', 'https://b.example.org')).toBe(false);
  expect(isSameCentre('http://127.0.0.1:1', 'https://a.example.org')).toBe(false);
});

test('a folder that cannot be written is refused in one sentence with the remedy', () => {
  expect(claimFolder(tempFolder())).toBeNull();
  const sentence = claimFolder('/dev/null/data') ?? '';
  expect(sentence).toContain('/dev/null/data');
  expect(sentence).toContain('--user-data-dir');
  expect(sentence).not.toContain('\n');
});

test('on Windows the files are never in the roaming profile', () => {
  const windows = { platform: 'win32', env: { LOCALAPPDATA: 'C:\\Local' } } as const;
  expect(readUserDataFolder(null, 'C:\\Roaming', windows)).toContain('C:\\Local');
  expect(readUserDataFolder('D:\\x', 'C:\\Roaming', windows)).toBe('D:\\x');
  expect(readUserDataFolder(null, '/home/rb/.config', { platform: 'linux', env: {} })).toBe(
    '/home/rb/.config',
  );
});
