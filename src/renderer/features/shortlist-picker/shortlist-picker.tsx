import { useEffect, useRef, useState } from 'react';
import { useEditing } from '#renderer/data/editing.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useReadOnly } from '#renderer/data/use-read-only.ts';
import type { Subject } from '#renderer/ui/actions.ts';
import { formatDay, plural } from '#renderer/ui/dates.ts';
import { Select } from '#renderer/ui/menu.tsx';
import { Pane } from '#renderer/ui/pane.tsx';
import { addressOf } from '#renderer/ui/place.ts';
import { Empty, Reading } from '#renderer/ui/state.tsx';
import styles from './shortlist-picker.module.css';
import { type LeaveOutReason, useLeaveOut } from './use-leave-out.ts';
import { useShortlistTo } from './use-shortlist-to.ts';

/** A reason stays with the vacancy: it is no refusal, and nobody else is told. */
const REASONS: readonly { readonly value: LeaveOutReason; readonly label: string }[] = [
  { value: 'other', label: 'Something else' },
  { value: 'area', label: 'Practice area' },
  { value: 'role', label: 'Role' },
  { value: 'register', label: 'Registration' },
  { value: 'contract', label: 'Contract' },
  { value: 'hours', label: 'Hours' },
  { value: 'travel', label: 'Distance' },
  { value: 'start', label: 'When they can start' },
];

/** Which vacancy? The one chosen becomes the current one for `S` and `N`. */
export function ShortlistPicker(props: {
  readonly people: readonly Subject[];
  /** What choosing does: on its list, or left out of its views. */
  readonly aim: 'shortlist' | 'leave-out';
  readonly onClose: () => void;
}) {
  const { people, aim, onClose } = props;
  const vacancies = useQuery('vacancies.read', {}, ['work']);
  const readOnly = useReadOnly();
  const shortlistTo = useShortlistTo();
  const leaveOut = useLeaveOut();
  const editing = useEditing('person.dismiss', people[0]?.id ?? '');
  const [reason, setReason] = useState<LeaveOutReason>(editing?.args.reason ?? 'other');
  const list = useRef<HTMLUListElement>(null);
  const open = (vacancies.value ?? []).filter((each) => each.vacancy.record.status === 'open');
  const hasList = open.length > 0;
  useEffect(() => {
    if (hasList) list.current?.querySelector('button')?.focus();
  }, [hasList]);

  return (
    <Pane
      title={aim === 'shortlist' ? 'Shortlist' : 'Leave out for a vacancy'}
      beside={people.length === 1 ? people[0]?.label : plural(people.length, 'person', 'people')}
      look="panel"
      onClose={onClose}
      takesFocus
    >
      {readOnly ? <p role="note">{readOnly}, so nobody can be added or left out.</p> : null}
      {aim === 'leave-out' && hasList ? (
        <Select label="What is not met" value={reason} choices={REASONS} onChange={setReason} />
      ) : null}
      {vacancies.state === 'loading' ? <Reading words="Reading your vacancies" /> : null}
      {vacancies.state !== 'loading' && open.length === 0 ? (
        <Empty
          title="Your council has no open vacancy."
          action={<a href={addressOf('/vacancies')}>Create a vacancy</a>}
        >
          People are shortlisted to a vacancy, or left out for one.
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
                if (aim === 'shortlist') void shortlistTo(people, record);
                else void leaveOut(people, record, reason, editing?.entry);
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
