import type { CandidateId } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { Machine } from './laptop-parts.ts';
import { peopleOn } from './pool-on-disk.ts';
import { namesIn } from './presence.ts';

/** What a person who was erased can still be read from, in words; null = nothing. */
export function traceOf(laptop: Machine, person: CandidateId): string | null {
  return keyOver(laptop, person) ?? workAbout(laptop, person);
}

/** Something in the cache that names them. */
export function rowOf({ disk }: Machine, person: CandidateId): string | null {
  if (peopleOn(disk).has(person)) return `it holds ${person}`;
  const named = disk.rows('row').find(({ doc }) => {
    const said = doc as { readonly candidateId?: string; readonly stage?: string };
    if (namesIn(doc).includes(person)) return true;
    return said.candidateId === person && said.stage !== 'withdrawn';
  });
  return named ? `it has a ${named.kind} about ${person}` : null;
}

/** A key that opens what the disk may still have of them. */
export function keyOver({ disk, keys }: Machine, person: CandidateId): string | null {
  const held = keys.ids();
  const key = [...disk.keysOver(person)].find((keyId) => held.has(keyId));
  return key ? `it has ${key}, which opens ${person} as it was` : null;
}

/**
 * Work that names them.
 *
 * Whoever takes a withdrawn line off a list says no more than the line. Nor does a move of it
 * that was refused: a laptop that began after the erasure is told of the line, and of no more.
 */
export function workAbout(laptop: Machine, person: CandidateId): string | null {
  const saysMore = ({ mutation, state }: JournalEntry) => {
    const isLine = mutation.kind === 'shortlist.move' && mutation.args.reason === undefined;
    return mutation.kind !== 'shortlist.remove' && !(isLine && state.is === 'refused');
  };
  const about = [...laptop.entries(), ...laptop.kept()].some(
    (entry) => saysMore(entry) && JSON.stringify(entry.mutation).includes(person),
  );
  return about ? `it has ${person} in its journal` : null;
}
