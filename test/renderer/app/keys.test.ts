import { expect, test } from 'vitest';
import { findShortcut, isSingle, keyName, SHORTCUTS } from '#renderer/app/keys.ts';
import { ROUTES } from '#renderer/app/routes.tsx';

const press = (
  key: string,
  held: Partial<Record<'ctrl' | 'alt' | 'shift' | 'meta', boolean>> = {},
) =>
  keyName({
    key,
    ctrlKey: held.ctrl ?? false,
    altKey: held.alt ?? false,
    shiftKey: held.shift ?? false,
    metaKey: held.meta ?? false,
  });

test('no key means two things, and no action has two keys', () => {
  const keys = SHORTCUTS.map((each) => each.keys);
  expect(new Set(keys).size).toBe(keys.length);
  const actions = SHORTCUTS.map((each) => each.action);
  expect(new Set(actions).size).toBe(actions.length);
});

test('no key alone is also the beginning of a sequence', () => {
  const begins = SHORTCUTS.filter((each) => each.keys.includes(' ')).map((each) => each.keys[0]);
  for (const first of begins) expect(SHORTCUTS.some((each) => each.keys === first)).toBe(false);
});

test('keys that screen readers or the system hold are left alone', () => {
  const banned = /Insert|CapsLock|^Alt\+[A-Z]$|^Ctrl\+[ACVXNTWQRF]$|^F1$|^F5$|^F10$|Tab/;
  for (const { keys } of SHORTCUTS) expect(keys).not.toMatch(banned);
});

test('every screen with a rail entry has its own key', () => {
  for (const route of ROUTES.filter((each) => each.railLabel))
    expect(SHORTCUTS.map((each) => each.action)).toContain(route.action);
});

test('J and K go from person to person, and no two keys are said to do the same', () => {
  const words = SHORTCUTS.map((each) => each.words);
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter((each) => /\brows?\b/.test(each))).toEqual([]);
  const said = (keys: string) => SHORTCUTS.find((each) => each.keys === keys)?.words;
  expect([said('J'), said('K')]).toEqual(['Next person', 'Previous person']);
});

test('G then T goes to Today; T alone does nothing', () => {
  const begun = findShortcut(null, 'G');
  expect(begun).toEqual({ action: null, pending: 'G' });
  expect(findShortcut(begun.pending, 'T').action).toBe('go.today');
  expect(findShortcut(null, 'T').action).toBeNull();
});

test('a sequence that leads nowhere still lets the second key do its own work', () => {
  expect(findShortcut('G', 'L').action).toBe('contact.log');
});

test('Shift counts for letters, not for how a sign is typed', () => {
  expect(press('S', { shift: true })).toBe('Shift+S');
  expect(press('?', { shift: true })).toBe('?');
  expect(press('k', { ctrl: true })).toBe('Ctrl+K');
  expect(press('k', { meta: true })).toBe('Ctrl+K');
  expect(press('Control', { ctrl: true })).toBeNull();
});

test('what people type can be switched off; what they cannot type stays', () => {
  for (const keys of ['L', 'G', '/', '[', '?', 'Shift+S']) expect(isSingle(keys)).toBe(true);
  for (const keys of ['Ctrl+K', 'Alt+ArrowLeft', 'F6', 'Shift+F6'])
    expect(isSingle(keys)).toBe(false);
});
