import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSettings } from '#main/settings/settings-file.ts';
import { keptLog, tempFolder } from '../temp-folder.ts';

const DEFAULTS = { theme: 'system', density: 'dense', singleKeys: true };

test('a choice is kept over a restart and leaves the others', () => {
  const path = join(tempFolder(), 'settings.json');
  const settings = openSettings(path, keptLog());
  expect(settings.read()).toEqual(DEFAULTS);
  expect(settings.write({ theme: 'dark' })).toEqual({ ...DEFAULTS, theme: 'dark' });
  settings.rememberExportFolder('/home/rb/Lists');
  const again = openSettings(path, keptLog());
  expect(again.read()).toEqual({ ...DEFAULTS, theme: 'dark' });
  expect(again.exportFolder()).toBe('/home/rb/Lists');
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"version":2}',
  '{"version":1,"theme":"pink","density":"dense","singleKeys":true,"exportFolder":null}',
  '\u0000\u0000\u0000\u0000',
])('a bad file (%j) gives the defaults and is kept as .bad', (text) => {
  const path = join(tempFolder(), 'settings.json');
  writeFileSync(path, text);
  const settings = openSettings(path, keptLog());
  expect(settings.read()).toEqual(DEFAULTS);
  expect(readFileSync(`${path}.bad`, 'utf8')).toBe(text);
  settings.write({ density: 'roomy' });
  expect(openSettings(path, keptLog()).read().density).toBe('roomy');
});

test('a choice that could not be saved is not shown as saved', () => {
  const settings = openSettings('/proc/no-such-folder/settings.json', keptLog());
  expect(() => settings.write({ theme: 'dark' })).toThrow();
  expect(settings.read()).toEqual(DEFAULTS);
});
