import { useEffect, useRef, useState } from 'react';
import type { RecordId } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { CommandDraft, ListedPerson } from '#contract/queries.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import { EXIT_STAGES, STAGES, type Stage } from '#contract/vocabulary.ts';
import { ROLE_LABELS, STAGE_LABELS } from '#contract/vocabulary-labels.ts';
import { stopEditing, useEditing } from '#renderer/data/editing.ts';
import { findAddress } from '#renderer/data/find-address.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useReadOnly } from '#renderer/data/use-read-only.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatCount, formatDay, plural } from '#renderer/ui/dates.ts';
import { errorWords, failureWords } from '#renderer/ui/error-words.ts';
import { Group, Page } from '#renderer/ui/page.tsx';
import type { ScreenProps } from '#renderer/ui/place.ts';
import { Empty, Fault, Reading } from '#renderer/ui/state.tsx';
import text from '#renderer/ui/text.module.css';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';
import { ListedPersonRow } from './listed-person-row.tsx';
import { MoveDialog, type PendingMove } from './move-dialog.tsx';
import styles from './vacancies.module.css';
import { VacancyEditForm } from './vacancy-edit-form.tsx';

type Target = Stage | 'off-the-list';

/** One vacancy and the people on its list, by stage; every move is kept with who and when. */
export function VacancyScreen({ params }: ScreenProps) {
  const id = (params.id ?? '') as RecordId;
  const read = useQuery('vacancy.read', { id }, ['work', 'people']);
  const readOnly = useReadOnly();
  const save = useSave();
  const [asking, setAsking] = useState<(PendingMove & { readonly person: ListedPerson }) | null>(
    null,
  );
  const [isAsked, setIsAsked] = useState(false);
  const isEditing = useEditing('vacancy.edit', id) !== null || isAsked;
  const moved = useRef<string | null>(null);
  useEffect(() => {
    // A person who changes stage is drawn anew elsewhere: the focus follows them.
    if (!moved.current || !read.value || document.activeElement !== document.body) return;
    const row = document.getElementById(`listed-${moved.current}`);
    const stop = row?.querySelector<HTMLElement>('a, button');
    (stop ?? document.querySelector<HTMLElement>('main h1'))?.focus();
  }, [read.value]);
  if (read.state === 'failed') {
    return (
      <Page title="Vacancy">
        <Fault words={errorWords(read.error.code)} />
      </Page>
    );
  }
  // An earlier vacancy's people must never stand under this one's name.
  if (read.state === 'loading' || !read.isCurrent) {
    return (
      <Page title="Vacancy">
        <Reading words="Reading the vacancy" />
      </Page>
    );
  }
  if (read.value === null) {
    return (
      <Page title="Vacancy">
        <Empty title="This vacancy is not on this device.">Sync to get it, or go back.</Empty>
      </Page>
    );
  }
  const { vacancy, people } = read.value;
  const { record } = vacancy;

  async function change(draft: CommandDraft, words: string) {
    const result = await save([draft]);
    if (result.ok) showSaved(words, result.value.undo);
    else showToast(failureWords(result.error));
  }

  function leaveForm() {
    stopEditing();
    setIsAsked(false);
    document.querySelector<HTMLElement>('main h1')?.focus();
  }

  function move(person: ListedPerson, to: Target, reason?: string) {
    const name = person.card?.name ?? 'this person';
    const { candidateId } = person.entry.record;
    const args = { vacancyId: id, candidateId };
    moved.current = person.entry.record.id;
    const why = reason === undefined ? {} : { reason };
    if (to === 'off-the-list') {
      void change(
        { kind: 'shortlist.remove', args: { ...args, ...why } },
        `Took ${name} off ${record.ref}`,
      );
    } else {
      void change(
        { kind: 'shortlist.move', args: { ...args, to, ...why } },
        `Moved ${name} to ${STAGE_LABELS[to].toLowerCase()}`,
      );
    }
  }

  function onMove(person: ListedPerson, to: Target) {
    if (to === 'off-the-list' || EXIT_STAGES.includes(to)) {
      setAsking({ person, to, name: person.card?.name ?? 'this person' });
    } else move(person, to);
  }

  const spokenTo = people.filter((person) => person.card?.ours === 'spoken').length;
  return (
    <Page
      title={`${record.ref} ${record.title}`}
      lead={`${vacancyWords(record)}`}
      beside={
        <div className={styles.figures}>
          <span>
            <b>{formatCount(people.length)}</b> on the list
          </span>
          <span>
            <b>{formatCount(spokenTo)}</b> spoken to
          </span>
          <a href={findAddress({ ...EVERYBODY, facets: { specialism: [...record.specialisms] } })}>
            Find more people
          </a>
        </div>
      }
    >
      {people.length === 0 ? (
        <Empty title="No one is on this list yet.">
          Find people, then press S to put someone on this list.
        </Empty>
      ) : null}
      {STAGES.map((stage) => {
        const here = people.filter((person) => person.entry.record.stage === stage);
        return here.length === 0 ? null : (
          <Group key={stage} title={STAGE_LABELS[stage]} about={formatCount(here.length)}>
            <ul className={styles.people}>
              {here.map((person) => (
                <ListedPersonRow
                  key={person.entry.record.id}
                  person={person}
                  readOnly={readOnly}
                  onMove={onMove}
                />
              ))}
            </ul>
          </Group>
        );
      })}
      <Group title="This vacancy">
        {isEditing ? <VacancyEditForm record={record} onDone={leaveForm} /> : null}
        <div className={text.actions}>
          {isEditing ? null : (
            <Button look="second" small reason={readOnly} onPress={() => setIsAsked(true)}>
              Change this vacancy
            </Button>
          )}
          <Button
            look="second"
            small
            reason={readOnly}
            onPress={() => {
              const status = record.status === 'open' ? 'closed' : 'open';
              void change(
                { kind: 'vacancy.edit', args: { vacancyId: id, fields: { status } } },
                status === 'closed' ? `Closed ${record.ref}` : `Opened ${record.ref} again`,
              );
            }}
          >
            {record.status === 'open' ? 'Close this vacancy' : 'Open it again'}
          </Button>
        </div>
      </Group>
      {asking ? (
        <MoveDialog
          move={asking}
          onClose={() => setAsking(null)}
          onReason={(reason) => {
            setAsking(null);
            move(asking.person, asking.to, reason);
          }}
        />
      ) : null}
    </Page>
  );
}

function vacancyWords(record: Vacancy): string {
  return [
    plural(record.posts, 'post'),
    ROLE_LABELS[record.roleGroup].toLowerCase(),
    ...(record.hoursPerWeek ? [`${record.hoursPerWeek} hours`] : []),
    record.status === 'closed'
      ? 'closed'
      : record.closesOn
        ? `closes ${formatDay(record.closesOn)}`
        : 'no closing day',
  ].join(', ');
}
