import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { buildMenu } from '#main/menu.ts';
import { SHORTCUTS } from '#renderer/app/keys.ts';

type Item = MenuItemConstructorOptions;

function itemsOf(items: readonly Item[]): Item[] {
  return items.flatMap((item) =>
    Array.isArray(item.submenu) ? itemsOf(item.submenu) : item.type === 'separator' ? [] : [item],
  );
}

const sent: string[] = [];
const menu = buildMenu((command) => sent.push(command), 'linux');
const items = itemsOf(menu);

test('the menus are those of a desktop app, each with its letter', () => {
  expect(menu.map(({ label }) => label)).toEqual([
    '&File',
    '&Edit',
    '&View',
    '&People',
    '&Window',
    '&Help',
  ]);
});

test('every item is the system’s own or sends one command that the page knows', () => {
  const known = new Set(SHORTCUTS.map(({ action }) => action));
  for (const extra of ['session.sign-out', 'help.about']) known.add(extra);
  for (const item of items) {
    if (item.role !== undefined) continue;
    sent.length = 0;
    (item.click as () => void)();
    expect(sent, item.label).toHaveLength(1);
    expect(known, item.label).toContain(sent[0]);
  }
});

test('Ctrl+R and F5 sync; nothing reloads the page or opens the developer tools', () => {
  const sync = items.filter((item) => ['CmdOrCtrl+R', 'F5'].includes(String(item.accelerator)));
  sent.length = 0;
  for (const item of sync) (item.click as () => void)();
  expect(sent).toEqual(['sync.now', 'sync.now']);
  const roles = items.map(({ role }) => role);
  for (const role of ['reload', 'forceReload', 'toggleDevTools']) expect(roles).not.toContain(role);
});

test('no key is taken twice', () => {
  const keys = items.flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : []));
  expect(new Set(keys).size).toBe(keys.length);
});
