import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const MARK = 'social-work-together.txt';
const LOCK = 'start-lock.sqlite';
const MARK_TEXT =
  'This folder belongs to Social Work Together: npm start made it.\n' +
  'npm start -- --fresh empties it.\n';

/**
 * Takes the folder that all of one `npm start` is kept in; `isFresh` empties it first.
 *
 * Fails with one plain sentence: it cannot be written, another start has it, or it is to be
 * emptied and is not ours. The lock is the kernel's, so no kill leaves it behind.
 */
export function takeDataFolder(folder: string, isFresh: boolean): void {
  const isNew = tell(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return readdirSync(folder).length === 0;
  });
  const isOurs = isNew || existsSync(join(folder, MARK));
  if (isFresh && !isOurs) {
    throw new Error(
      `--fresh empties only folders that npm start made, and ${folder} is not one: ` +
        'choose a new folder with --user-data-dir.',
    );
  }
  if (isOurs) tell(folder, () => writeFileSync(join(folder, MARK), MARK_TEXT));
  const lock = tell(folder, () => new DatabaseSync(join(folder, LOCK), { timeout: 0 }));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const isBusy = /locked/.test((error as Error).message);
    if (!isBusy) throw refusal(folder, error);
    throw new Error(
      `Social Work Together is already running with the folder ${folder}: ` +
        'close it first, or choose another folder with --user-data-dir.',
    );
  }
  process.once('exit', () => lock.close()); // an unreachable database is closed, and its lock let go
  if (isFresh) {
    const kept = new Set([MARK, LOCK, `${LOCK}-journal`]);
    for (const name of readdirSync(folder)) {
      if (!kept.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

function tell<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw refusal(folder, error);
  }
}

function refusal(folder: string, error: unknown): Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') {
    return new Error(`The disk of ${folder} is full: make some space, or choose another folder.`);
  }
  return new Error(
    `The folder ${folder} cannot be written (${code}): choose another with --user-data-dir.`,
  );
}
