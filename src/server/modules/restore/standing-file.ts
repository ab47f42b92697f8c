import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { CandidateId } from '#contract/brands.ts';
import type { CentreStanding } from './history.ts';

/** What is noted beside the database, so that no backup of the database takes it back. */
export interface Noted extends CentreStanding {
  /** People who asked to be removed: ids only. */
  readonly erased: readonly CandidateId[];
}

/** Reads the note; null where there is none that can be read. */
export function readNoted(file: string): Noted | null {
  try {
    const noted = JSON.parse(readFileSync(file, 'utf8')) as Partial<Noted>;
    const { centre, streams, erased } = noted;
    if (typeof centre !== 'string' || typeof streams !== 'object' || !Array.isArray(erased)) {
      return null;
    }
    return { centre, streams, erased };
  } catch {
    return null;
  }
}

/** Replaces the note: after a crash the old one is there or the new one, never a piece. */
export function writeNoted(file: string, noted: Noted): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(noted)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
