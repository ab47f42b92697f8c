import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Playwright finds a page's window by it; the application does not use it. */
const FOR_PLAYWRIGHT = ['webContents'];

function importedNames(folder: string): string[] {
  const files = globSync(join(root, folder, '**/*.ts'));
  expect(files.length).toBeGreaterThan(0);
  const imports = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/import (type )?\{([^}]*)\} from 'electron'/g),
  ]);
  return imports
    .filter(([, isType]) => isType === undefined)
    .flatMap(([, , names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => name !== '' && !name.startsWith('type '));
}

function exportedNames(): string[] {
  const index = readFileSync(join(import.meta.dirname, 'index.ts'), 'utf8');
  return [...index.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
}

it('the stand-in has the names that main imports from electron, and no others', () => {
  const wanted = new Set([...importedNames('src/main'), ...FOR_PLAYWRIGHT]);
  expect(exportedNames().toSorted()).toEqual([...wanted].toSorted());
});

it('the preload imports only what the stand-in puts in its world', () => {
  expect([...new Set(importedNames('src/preload'))].toSorted()).toEqual([
    'contextBridge',
    'ipcRenderer',
  ]);
});
