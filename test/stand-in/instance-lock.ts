import { mkdirSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const KNOCK = 'stand-in-knock.json';

/**
 * Takes the folder for this process, or hands `message` to the process that has it.
 *
 * The lock is SQLite's: the kernel lets go of it with the process, so kill -9 leaves nothing
 * stale and a reused process id cannot fool it.
 */
export function takeInstanceLock(
  folder: string,
  message: unknown,
  onKnock: (message: unknown) => void,
): boolean {
  mkdirSync(folder, { recursive: true });
  const knock = join(folder, KNOCK);
  const lock = new DatabaseSync(join(folder, 'stand-in-lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    writeFileSync(`${knock}.new`, JSON.stringify(message));
    renameSync(`${knock}.new`, knock);
    return false;
  }
  watch(folder, { persistent: false }, (event, file) => {
    if (event !== 'rename' || file !== KNOCK) return;
    onKnock(JSON.parse(readFileSync(knock, 'utf8')));
  });
  process.on('exit', () => lock.close());
  return true;
}
