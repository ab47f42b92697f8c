import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, deskHandlers } from '#main/ipc/desk.ts';
import { tempFolder } from '../temp-folder.ts';

function build(change: Partial<Desk> = {}) {
  const asked: string[] = [];
  const remembered: string[] = [];
  const handlers = deskHandlers({
    openOutside: async (url) => url.startsWith('tel:'),
    print: () => {},
    askWhere: async (suggested) => {
      asked.push(suggested);
      return null;
    },
    exportFolder: () => null,
    rememberExportFolder: (folder) => remembered.push(folder),
    ...change,
  });
  return { handlers, asked, remembered };
}

test('an address that may not be opened is an expected failure', async () => {
  const { handlers } = build();
  expect(await handlers['desk.open']({ url: 'tel:020 7946 0123' })).toMatchObject({ ok: true });
  expect(await handlers['desk.open']({ url: 'file:///etc' })).toMatchObject({
    error: { code: 'RULE_REFUSED' },
  });
});

test.each([
  ['../../.bashrc', 'bashrc'],
  ['a/b\\c:d*?.csv', 'b-c-d--.csv'],
  ['...', 'export.csv'],
  ['', 'export.csv'],
  ['People in Kent.csv', 'People in Kent.csv'],
])('the suggested name %j cannot leave its folder', async (suggestedName, expected) => {
  const { handlers, asked } = build();
  await handlers['desk.save-file']({ suggestedName, text: 'x' });
  expect(asked).toEqual([expected]);
});

test('a file is written where the recruiter said and the folder is offered the next time', async () => {
  const folder = tempFolder();
  const path = join(folder, 'list.csv');
  const { handlers, remembered } = build({ askWhere: async () => path });
  const result = await handlers['desk.save-file']({ suggestedName: 'list.csv', text: 'Ünïcode' });
  expect(result).toEqual({ ok: true, value: path });
  expect(readFileSync(path, 'utf8')).toBe('Ünïcode');
  expect(remembered).toEqual([folder]);
  const again = build({ exportFolder: () => folder });
  await again.handlers['desk.save-file']({ suggestedName: 'list.csv', text: '' });
  expect(again.asked).toEqual([path]);
});

test('a file that could not be written is said so, and a changed mind writes nothing', async () => {
  const { handlers } = build({ askWhere: async () => '/dev/null/x/list.csv' });
  expect(await handlers['desk.save-file']({ suggestedName: 'l', text: '' })).toMatchObject({
    error: { code: 'SAVE_FAILED' },
  });
  const other = build();
  expect(await other.handlers['desk.save-file']({ suggestedName: 'l', text: '' })).toEqual({
    ok: true,
    value: null,
  });
});

test.runIf(process.platform === 'linux')('a full disk is said so', async () => {
  const { handlers } = build({ askWhere: async () => '/dev/full' });
  const result = await handlers['desk.save-file']({ suggestedName: 'l', text: 'x'.repeat(9_000) });
  expect(result).toMatchObject({ error: { code: 'SAVE_DISK_FULL' } });
});
