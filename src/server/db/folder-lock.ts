import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './database.ts';

/** Folders this process holds: a number alone says little, processes of a container share few. */
const held = new Set<string>();

/**
 * Takes a folder for this process by a file with its number; returns the release.
 *
 * PGlite takes no lock of its own, and two processes on one folder corrupt it. A file
 * left behind by a process that was killed is taken over. Throws `CannotStart`.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'owner.pid');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(file, 'utf8'));
      if (owner === process.pid ? held.has(file) : isRunning(owner)) {
        throw new CannotStart(
          `The folder ${folder} is in use by another copy of the centre (process ${owner}). Stop that copy first, or choose another folder with --data.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new CannotStart(`The folder ${folder} could not be locked. Start again.`);
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
