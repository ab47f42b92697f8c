import { useEffect, useRef } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { useReadOnly } from '#renderer/data/use-read-only.ts';
import type { Subject } from '#renderer/ui/actions.ts';
import { formatDay, plural } from '#renderer/ui/dates.ts';
import { Pane } from '#renderer/ui/pane.tsx';
import { addressOf } from '#renderer/ui/place.ts';
import { Empty, Reading } from '#renderer/ui/state.tsx';
import styles from './shortlist-picker.module.css';
import { useShortlistTo } from './use-shortlist-to.ts';

/** Which vacancy? The one chosen becomes the current one for `S`. */
export function ShortlistPicker(props: {
  readonly people: readonly Subject[];
  readonly onClose: () => void;
}) {
  const { people, onClose } = props;
  const vacancies = useQuery('vacancies.read', {}, ['work']);
  const readOnly = useReadOnly();
  const shortlistTo = useShortlistTo();
  const list = useRef<HTMLUListElement>(null);
  const open = (vacancies.value ?? []).filter((each) => each.vacancy.record.status === 'open');
  const hasList = open.length > 0;
  useEffect(() => {
    if (hasList) list.current?.querySelector('button')?.focus();
  }, [hasList]);

  return (
    <Pane
      title="Shortlist"
      beside={people.length === 1 ? people[0]?.label : plural(people.length, 'person', 'people')}
      look="panel"
      onClose={onClose}
      takesFocus
    >
      {readOnly ? <p role="note">{readOnly}, so nobody can be added.</p> : null}
      {vacancies.state === 'loading' ? <Reading words="Reading your vacancies" /> : null}
      {vacancies.state !== 'loading' && open.length === 0 ? (
        <Empty
          title="Your council has no open vacancy."
          action={<a href={addressOf('/vacancies')}>Create a vacancy</a>}
        >
          People are shortlisted to a vacancy.
        </Empty>
      ) : null}
      <ul ref={list} className={styles.list}>
        {open.map(({ vacancy: { record }, onList }) => (
          <li key={record.id}>
            <button
              type="button"
              className={styles.vacancy}
              aria-disabled={readOnly ? true : undefined}
              onClick={() => {
                if (readOnly) return;
                void shortlistTo(people, record);
                onClose();
              }}
            >
              <b>{record.ref}</b> {record.title}
              <span className={styles.about}>
                {plural(record.posts, 'post')}, {onList} on the list
                {record.closesOn ? `, closes ${formatDay(record.closesOn)}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
