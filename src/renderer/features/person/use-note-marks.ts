import type { Span } from '#contract/find-answer.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { HeldPerson } from './held-person.ts';

/** The words of the last search in our notes about somebody it found, by contact. */
export function useNoteMarks({
  candidate,
  contacts,
}: HeldPerson): ReadonlyMap<string, readonly Span[]> {
  const notes = contacts.flatMap(({ record: { id, note, undone } }) =>
    note && !undone ? [{ id, note }] : [],
  );
  const near = useQuery('find.neighbours', { id: candidate.id }, ['people', 'work']).value;
  const asked =
    near && notes.length > 0
      ? { resultId: near.resultId, texts: notes.map(({ note }) => note) }
      : null;
  const marks = useQuery('find.marks', asked, []);
  const spans = (marks.state === 'ready' && marks.isCurrent && marks.value) || [];
  return new Map(notes.map(({ id }, i) => [id, spans[i] ?? []]));
}
