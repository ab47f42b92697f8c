import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOGGED_FACTS, openLog, redactFacts } from '#main/log.ts';
import { tempFolder } from './temp-folder.ts';

test('a line is one JSON object with its time, level and event', () => {
  const folder = tempFolder();
  openLog(folder, () => 0).warn('sync.failed', { code: 'NET_BUSY', delayMs: 500 });
  const [line = ''] = readFileSync(join(folder, 'main.log'), 'utf8').split('\n');
  expect(JSON.parse(line)).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    level: 'warn',
    event: 'sync.failed',
    code: 'NET_BUSY',
    delayMs: 500,
  });
});

test('a fact that is not on the list never reaches the disk', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (name, value) => {
      fc.pre(!LOGGED_FACTS.has(name) && name !== '__proto__');
      expect(redactFacts({ [name]: `canary ${value}` })).toEqual({ [name]: '[left out]' });
    }),
  );
  expect(redactFacts({ note: 'Priya Nair', code: 'x'.repeat(500) })).toEqual({
    note: '[left out]',
    code: 'x'.repeat(120),
  });
});

test('the log stays within five files of 2 MB and keeps the newest', () => {
  const folder = tempFolder();
  const log = openLog(folder, () => 0);
  const code = 'x'.repeat(120);
  const facts = { code, name: code, reason: code, why: code, error: code, phase: code };
  for (let count = 0; count < 16_000; count++) log.info('fill', { ...facts, count });
  const files = readdirSync(folder);
  expect(files).toHaveLength(5);
  for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(2 ** 21);
  expect(readFileSync(join(folder, 'main.log'), 'utf8')).toContain('"count":15999');
});

test('a log that cannot be written stops nothing', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'main.log'));
  const log = openLog(folder, () => 0);
  expect(() => log.info('x', { count: 1 })).not.toThrow();
});
