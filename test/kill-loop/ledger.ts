import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** What became of one note, as far as whoever sat before the screen can know. */
export type NoteFate =
  /** Typed and sent off; the screen never said that it was saved. */
  | 'tried'
  /** The screen said "Saved". */
  | 'acknowledged'
  /** About somebody who withdrew: it must be nowhere. */
  | 'erased'
  /** Typed and never saved: it must never reach the centre (features.md C15). */
  | 'draft';

/** The durable list of what the screen said, kept by the test beside the laptops. */
export interface Ledger {
  /** A note nobody has written before; it can be told from every other in any text. */
  newNote(fate: NoteFate): string;
  become(note: string, fate: NoteFate): void;
  notes(fate: NoteFate): readonly string[];
  close(): void;
}

/** Finds notes of any ledger in a text. */
export const NOTES = /\bkill-\d-\d{5}\b/g;

/** Opens the list; each line is on the disk before the next thing happens. */
export function openLedger(path: string, lane: number): Ledger {
  const file = openSync(path, 'a');
  const fates = new Map<string, NoteFate>();
  const become = (note: string, fate: NoteFate) => {
    fates.set(note, fate);
    writeSync(file, `${note} ${fate}\n`);
    fsyncSync(file);
  };
  return {
    newNote(fate) {
      const note = `kill-${lane}-${String(fates.size + 1).padStart(5, '0')}`;
      become(note, fate);
      return note;
    },
    become,
    notes: (fate) => [...fates].flatMap(([note, its]) => (its === fate ? [note] : [])),
    close: () => closeSync(file),
  };
}

/** How often each note is in a text. */
export function countNotes(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [note] of text.matchAll(NOTES)) counts.set(note, (counts.get(note) ?? 0) + 1);
  return counts;
}
