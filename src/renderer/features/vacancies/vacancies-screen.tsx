import { useState } from 'react';
import type { VacancySummary } from '#contract/queries.ts';
import { stopEditing, useEditing } from '#renderer/data/editing.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useReadOnly } from '#renderer/data/use-read-only.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatCount, formatDay, plural } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { Group, Page } from '#renderer/ui/page.tsx';
import { addressOf } from '#renderer/ui/place.ts';
import { Empty, Fault, Reading } from '#renderer/ui/state.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { NotSentYet, TwoEdits } from '#renderer/ui/tag.tsx';
import { VacancyForm } from './vacancy-form.tsx';

/** How many vacancies are open, for the rail. */
export function useVacancyCount(): number | null {
  const read = useQuery('vacancies.read', {}, ['work']);
  return read.value?.filter((each) => each.vacancy.record.status === 'open').length ?? null;
}

/** What this council needs, and how far each list has come. */
export function VacanciesScreen() {
  const read = useQuery('vacancies.read', {}, ['work', 'people']);
  const readOnly = useReadOnly();
  const isEditing = useEditing('vacancy.create') !== null;
  const [isAsked, setIsAdding] = useState(false);
  const isAdding = isAsked || isEditing;
  const all = read.value ?? [];
  const open = all.filter((each) => each.vacancy.record.status === 'open');
  const closed = all.filter((each) => each.vacancy.record.status === 'closed');
  const posts = open.reduce((sum, each) => sum + each.vacancy.record.posts, 0);
  const left = open.reduce(
    (sum, { vacancy, placed }) => sum + Math.max(0, vacancy.record.posts - placed),
    0,
  );
  const leave = () => {
    stopEditing();
    setIsAdding(false);
    // The form takes the focus away with it.
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    <Page
      title="Vacancies"
      lead={
        open.length > 0
          ? `${postsWords(posts, left)} in ${plural(open.length, 'open vacancy', 'open vacancies')}.`
          : null
      }
      beside={
        isAdding ? null : (
          <Button reason={readOnly} onPress={() => setIsAdding(true)}>
            New vacancy
          </Button>
        )
      }
    >
      {isAdding ? (
        <VacancyForm takenRefs={all.map((each) => each.vacancy.record.ref)} onDone={leave} />
      ) : null}
      {read.state === 'failed' ? <Fault words={errorWords(read.error.code)} /> : null}
      {read.state === 'loading' ? <Reading words="Reading vacancies" /> : null}
      {read.state === 'ready' && open.length === 0 ? (
        <Empty title="No vacancy is open.">
          Create one to keep a shortlist for it: people you want to call, and where each one stands.
        </Empty>
      ) : null}
      {open.length > 0 ? (
        <Group title="Open" about={formatCount(open.length)}>
          <VacancyTable caption="Open vacancies" vacancies={open} />
        </Group>
      ) : null}
      {closed.length > 0 ? (
        <Group title="Closed" about={formatCount(closed.length)}>
          <VacancyTable caption="Closed vacancies" vacancies={closed} />
        </Group>
      ) : null}
    </Page>
  );
}

function postsWords(posts: number, left: number): string {
  if (left === 0) return `Every one of ${plural(posts, 'post')} is filled`;
  return left === posts
    ? `${plural(posts, 'post')} to fill`
    : `${formatCount(left)} of ${plural(posts, 'post')} still to fill`;
}

function VacancyTable(props: {
  readonly caption: string;
  readonly vacancies: readonly VacancySummary[];
}) {
  return (
    <Table
      caption={props.caption}
      columns={[
        { id: 'ref', label: 'Vacancy' },
        { id: 'closes', label: 'Closes' },
        { id: 'posts', label: 'Posts', isNumber: true },
        { id: 'onList', label: 'On the list', isNumber: true },
        { id: 'spokenTo', label: 'Spoken to', isNumber: true },
        { id: 'placed', label: 'In post', isNumber: true },
      ]}
      rows={props.vacancies.map(({ vacancy, onList, spokenTo, placed, twoEdits }) => ({
        id: vacancy.record.id,
        cells: [
          <span key="ref">
            <a href={addressOf(`/vacancies/${vacancy.record.id}`)}>
              {vacancy.record.ref} {vacancy.record.title}
            </a>
            {vacancy.notSentYet ? <NotSentYet after /> : null}{' '}
            <TwoEdits card={twoEdits} about={vacancy.record.ref} after />
          </span>,
          vacancy.record.closesOn ? formatDay(vacancy.record.closesOn) : 'No day is set',
          formatCount(vacancy.record.posts),
          formatCount(onList),
          formatCount(spokenTo),
          formatCount(placed),
        ],
      }))}
    />
  );
}
