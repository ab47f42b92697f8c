import { useState } from 'react';
import { useStore } from 'zustand';
import type { CandidateId, RecordId } from '#contract/brands.ts';
import { currentVacancy } from '#renderer/data/current-vacancy.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { Select } from '#renderer/ui/menu.tsx';
import { addressOf } from '#renderer/ui/place.ts';
import { Empty, Fault, Reading } from '#renderer/ui/state.tsx';
import text from '#renderer/ui/text.module.css';
import styles from './match.module.css';
import { MatchLines } from './match-lines.tsx';
import { sumWords } from './match-words.ts';

/** One person held against one open vacancy: the one worked on last, or another. */
export function MatchCard({ id }: { readonly id: CandidateId }) {
  const vacancies = useQuery('vacancies.read', {}, ['work']);
  const current = useStore(currentVacancy, (state) => state.id);
  const [chosen, setChosen] = useState<RecordId | null>(null);
  const open = (vacancies.value ?? [])
    .map(({ vacancy }) => vacancy.record)
    .filter(({ status }) => status === 'open');
  const vacancy =
    [chosen, current].flatMap((wanted) => open.find((each) => each.id === wanted) ?? [])[0] ??
    open[0];
  const match = useQuery('match.read', vacancy ? { ids: [id], vacancyId: vacancy.id } : null, [
    'people',
    'work',
  ]);
  if (vacancies.state !== 'loading' && open.length === 0) {
    return (
      <Empty
        title="Your council has no open vacancy."
        action={<a href={addressOf('/vacancies')}>Create a vacancy</a>}
      >
        People are held against what a vacancy asks for.
      </Empty>
    );
  }
  const lines =
    match.state === 'ready' && match.isCurrent ? (match.value.people[0]?.lines ?? null) : null;
  return (
    <div className={styles.card}>
      <Select
        label="Vacancy"
        value={vacancy?.id ?? ''}
        choices={open.map((each) => ({ value: each.id, label: `${each.ref} ${each.title}` }))}
        onChange={(value) => setChosen(value as RecordId)}
      />
      {match.error ? <Fault words={errorWords(match.error.code)} /> : null}
      {lines ? (
        <>
          <p className={text.meta}>
            {sumWords(lines)}. Nobody is left out or put in order by this. Rules{' '}
            {match.value?.rules}.
          </p>
          <MatchLines lines={lines} />
        </>
      ) : match.error ? null : (
        <Reading words="Reading what is known" />
      )}
    </div>
  );
}
