import type { Term } from './asks.ts';
import { factNamed } from './mark-terms.ts';
import type { PlacedNotes } from './overlay.ts';
import { BY_PREFIX, BY_SYNONYM, BY_TYPO, BY_WORD, markPlace, type Planes } from './planes.ts';
import { beginsWithSlips } from './typo.ts';

type WordsTerm = Extract<Term, { is: 'words' }>;

/**
 * Marks whose notes of ours meet a term. Rule Q39.
 *
 * They are few and change with every contact, so they are looked through as they are.
 */
export function markNotes(met: Planes, notes: readonly PlacedNotes[], term: Term): void {
  if (term.is === 'number') {
    if (term.text) markRuns(met, notes, { words: [term.digits], isPrefix: false, how: BY_WORD });
    return;
  }
  if (term.is !== 'words' || term.inName) return;
  markRuns(met, notes, { ...term, how: factNamed(term) ? BY_PREFIX : BY_WORD });
  for (const { words } of term.meaning?.also ?? []) {
    markRuns(met, notes, { words, isPrefix: false, how: BY_SYNONYM });
  }
}

/** Whether a note has the single word of a term, or a word it begins. */
export function isWordInNotes(notes: readonly PlacedNotes[], term: WordsTerm): boolean {
  const [word = ''] = term.words;
  return (
    !term.inName &&
    notes.some(({ texts }) => texts.some((text) => text.some((each) => each.startsWith(word))))
  );
}

/** Marks whose notes have a close spelling of the term's single word. Rule Q6. */
export function markCloseInNotes(
  met: Planes,
  notes: readonly PlacedNotes[],
  { term, slips }: { readonly term: WordsTerm; readonly slips: number },
): void {
  const [word = ''] = term.words;
  if (term.inName) return;
  for (const { place, texts } of notes) {
    const isClose = texts.some((text) => text.some((held) => isCloseTo(word, held, slips)));
    if (isClose) markPlace(met, place, BY_TYPO);
  }
}

/** Whether a note has a close spelling of the term's single word. */
export function isCloseInNotes(
  notes: readonly PlacedNotes[],
  { term, slips }: { readonly term: WordsTerm; readonly slips: number },
): boolean {
  const [word = ''] = term.words;
  const isClose = (text: readonly string[]) => text.some((held) => isCloseTo(word, held, slips));
  return !term.inName && notes.some(({ texts }) => texts.some(isClose));
}

function isCloseTo(word: string, held: string, slips: number): boolean {
  if (/\d/.test(held)) return false;
  return beginsWithSlips(word, { at: (i) => held.charCodeAt(i), length: held.length }, slips);
}

function markRuns(
  met: Planes,
  notes: readonly PlacedNotes[],
  run: { readonly words: readonly string[]; readonly isPrefix: boolean; readonly how: number },
): void {
  for (const { place, texts } of notes) {
    for (const text of texts) markPlace(met, place, waysIn(text, run));
  }
}

function waysIn(
  text: readonly string[],
  { words, isPrefix, how }: Parameters<typeof markRuns>[2],
): number {
  const last = words.length - 1;
  const end = words[last] ?? '';
  let ways = 0;
  for (let at = 0; at + last < text.length; at += 1) {
    if (!words.every((word, i) => i === last || text[at + i] === word)) continue;
    const held = text[at + last];
    if (held === end) ways |= how;
    else if (isPrefix && held?.startsWith(end)) ways |= BY_PREFIX;
  }
  return ways;
}
