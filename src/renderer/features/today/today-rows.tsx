import type { ReactNode } from 'react';
import type { Card } from '#contract/find-answer.ts';
import type { DueFollowUp, Overlap, PendingChange } from '#contract/queries.ts';
import { contactWords, overlapWords } from '#renderer/data/elsewhere-words.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { runAction, type Subject } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { formatClock, formatShortDay, formatTime, plural } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { addressOf, go } from '#renderer/ui/place.ts';
import { useSubjects } from '#renderer/ui/subjects.ts';
import { NotSentYet, Tag } from '#renderer/ui/tag.tsx';
import text from '#renderer/ui/text.module.css';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';
import { WaitLine } from '#renderer/ui/wait-line.tsx';
import styles from './today-screen.module.css';
import { dueWords } from './today-words.ts';

/** A row says who, why and how long; whatever has the focus is what a key acts on. */
function Row({
  about,
  children,
}: {
  readonly about: Subject | null;
  readonly children: ReactNode;
}) {
  return (
    <li
      className={styles.row}
      data-today-row=""
      onFocus={() => useSubjects.setState({ subjects: about ? [about] : [] })}
    >
      {children}
    </li>
  );
}

function PersonLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <a className={cx(styles.name, text.cut)} href={addressOf(`/person/${id}`)}>
      {name}
    </a>
  );
}

export function FollowUpRow(props: {
  readonly due: DueFollowUp;
  readonly today: string;
  readonly nowTime: string;
  /** The first row of the screen has the filled button. */
  readonly isFirst: boolean;
}) {
  const { due, today, nowTime, isFirst } = props;
  const { elsewhere } = due;
  const { record, notSentYet } = due.followUp;
  const save = useSave();
  const name = due.name ?? 'Withdrew';
  const about = due.name ? { id: record.candidateId, label: name } : null;
  const { words, isLate } = dueWords({
    overdueDays: due.overdueDays,
    dueTime: record.dueTime,
    nowTime,
  });

  async function done() {
    const result = await save([{ kind: 'follow-up.done', args: { followUpId: record.id } }]);
    if (result.ok) showSaved(`Done: ${record.what}, ${name}`, result.value.undo);
    else showToast(failureWords(result.error));
  }

  return (
    <Row about={about}>
      <span className={text.meta}>
        {record.dueTime
          ? formatClock(record.dueTime)
          : due.overdueDays > 0
            ? formatShortDay(record.dueOn)
            : 'Today'}
      </span>
      {about ? (
        <PersonLink id={record.candidateId} name={name} />
      ) : (
        <span className={text.cut}>{name}</span>
      )}
      <span>
        <span className={cx(styles.what, text.cut)}>{record.what}</span>
        {elsewhere ? (
          <span className={cx(styles.what, text.meta)}>{contactWords(elsewhere, today)}</span>
        ) : null}
      </span>
      <span>
        {words ? <Tag {...(isLate ? { look: 'wait' as const } : {})}>{words}</Tag> : null}{' '}
        {notSentYet ? <NotSentYet /> : null}
      </span>
      <span className={text.pair}>
        <Button
          look="quiet"
          small
          label={`Done: ${record.what}, ${name}`}
          onPress={() => void done()}
        >
          Done
        </Button>
        {about ? (
          <Button
            look={isFirst ? 'first' : 'quiet'}
            small
            label={`Log call with ${name}`}
            onPress={() => runAction('contact.log', [about])}
            keys={isFirst ? 'L' : undefined}
          >
            Log call
          </Button>
        ) : null}
      </span>
    </Row>
  );
}

export function UnheardRow(props: {
  readonly card: Card;
  readonly longest: number;
  /** The first row of the screen has the filled button. */
  readonly isFirst: boolean;
}) {
  const { card, longest } = props;
  const about = { id: card.id, label: card.name };
  return (
    <Row about={about}>
      <span className={text.meta}>
        {card.distanceMiles === null ? 'not known' : plural(card.distanceMiles, 'mile')}
      </span>
      <PersonLink id={card.id} name={card.name} />
      <span className={text.pair}>
        <span className={text.cut}>{card.why}</span>
        {card.notSentYet ? <NotSentYet after /> : null}
      </span>
      <WaitLine days={card.unheardDays ?? 0} longest={longest} />
      <span>
        <Button
          look={props.isFirst ? 'first' : 'quiet'}
          small
          label={`Open and call ${card.name}`}
          onPress={() => go(addressOf(`/person/${card.id}`))}
        >
          Open and call
        </Button>
      </span>
    </Row>
  );
}

/** Two councils rang the same person: said once, until this recruiter marks it settled. */
export function OverlapRow({
  overlap,
  today,
}: {
  readonly overlap: Overlap;
  readonly today: string;
}) {
  const { candidateId, name, theirs, on } = overlap;
  const save = useSave();

  async function settle() {
    const { councilId } = theirs;
    const result = await save([{ kind: 'overlap.settle', args: { candidateId, councilId, on } }]);
    if (result.ok) showSaved(`Settled with ${theirs.council}: ${name}`, result.value.undo);
    else showToast(failureWords(result.error));
  }

  return (
    <Row about={{ id: candidateId, label: name }}>
      <span className={text.meta}>{formatShortDay(on)}</span>
      <span className={cx(styles.wide, text.cut)}>
        <a className={styles.name} href={addressOf(`/person/${candidateId}`)}>
          {overlapWords(overlap, today)}
        </a>
      </span>
      <span />
      <span>
        <Button
          look="quiet"
          small
          label={`Settled with ${theirs.council}: ${name}`}
          onPress={() => void settle()}
        >
          Settled
        </Button>
      </span>
    </Row>
  );
}

export function ChangeRow({ change }: { readonly change: PendingChange }) {
  const { candidateId } = change;
  return (
    <Row about={null}>
      <span className={text.meta}>{formatTime(change.at)}</span>
      <span className={cx(styles.wide, text.cut)}>
        {candidateId ? (
          <a className={styles.name} href={addressOf(`/person/${candidateId}`)}>
            {change.words}
          </a>
        ) : (
          change.words
        )}
      </span>
      <span>
        <NotSentYet />
      </span>
      <span>
        <Button
          look="quiet"
          small
          label={`View: ${change.words}`}
          onPress={() => go(addressOf('/sync'))}
        >
          View
        </Button>
      </span>
    </Row>
  );
}
