import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { RecoveryKey, SealedSecret } from '#contract/http/recovery.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import { RESCUE_END } from '../journal/journal-place.ts';

const RescueFile = Type.Object({
  version: Type.Literal(1),
  /** Seals recovery files too, also while the centre cannot be asked. */
  to: RecoveryKey,
  /** Which key of the journal this is. */
  journalKeyId: Type.String(),
  journalKey: SealedSecret,
});

/** The journal's key, sealed so that only the centre can open it for its recruiter. */
export type RescueFile = Static<typeof RescueFile>;

const check = Compile(RescueFile);

/** Reads the file beside a journal; null when there is none that can be read. */
export function readRescueFile(journalPath: string): RescueFile | null {
  try {
    const value: unknown = JSON.parse(readFileSync(journalPath + RESCUE_END, 'utf8'));
    return check.Check(value) ? value : null;
  } catch {
    return null;
  }
}

/** Writes the file beside a journal; throws what the disk throws. */
export function writeRescueFile(journalPath: string, file: RescueFile): void {
  writeFileAtomically(journalPath + RESCUE_END, JSON.stringify(file));
}

/** The journals that were put aside under a key this device no longer has, oldest first. */
export function lockedJournals(
  journalPath: string,
  keyId: string,
): readonly { readonly path: string; readonly rescue: RescueFile }[] {
  const folder = dirname(journalPath);
  const start = `${basename(journalPath)}.damaged-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(RESCUE_END))
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name.slice(0, -RESCUE_END.length));
      const rescue = readRescueFile(path);
      return rescue && rescue.journalKeyId !== keyId ? [{ path, rescue }] : [];
    });
}
