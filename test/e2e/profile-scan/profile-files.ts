import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a profile by their paths, as a thief would copy them. */
export type ProfileFiles = ReadonlyMap<string, Buffer>;

const MOST_READINGS = 20;

/**
 * Reads every file of a profile, also while the application runs on it.
 *
 * LevelDB writes files together and drops the old ones; where one goes while they are read, what
 * it held may be in a file that was not listed yet, so all is read anew.
 */
export function readProfile(folder: string): ProfileFiles {
  for (let reading = 1; ; reading += 1) {
    try {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      return new Map(files.map((path) => [path, readFileSync(path)]));
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (code !== 'ENOENT' || reading === MOST_READINGS) throw fault;
    }
  }
}
