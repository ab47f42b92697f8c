import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes sure that this program can keep its files in a folder.
 *
 * Returns null when it can, otherwise one plain sentence with the remedy.
 */
export function claimFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    const probe = join(folder, '.write-check');
    writeFileSync(probe, '');
    rmSync(probe);
    return null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === 'ENOSPC' ? 'the disk is full' : 'it cannot be written';
    const remedy = code === 'ENOSPC' ? 'make some space' : 'choose another with --user-data-dir';
    return `Social Work Together cannot keep its files in ${folder}: ${why}; ${remedy}.`;
  }
}
