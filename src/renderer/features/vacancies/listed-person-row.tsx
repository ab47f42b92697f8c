import { useId, useState } from 'react';
import type { ListedPerson } from '#contract/queries.ts';
import { STAGES, type Stage } from '#contract/vocabulary.ts';
import { STAGE_LABELS } from '#contract/vocabulary-labels.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatMoment, plural } from '#renderer/ui/dates.ts';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { addressOf } from '#renderer/ui/place.ts';
import { NotSentYet, TwoEdits } from '#renderer/ui/tag.tsx';
import text from '#renderer/ui/text.module.css';
import styles from './vacancies.module.css';

const OFF = 'off-the-list';

/** One person on a shortlist: who, what matters, how long here, and the moves. */
export function ListedPersonRow(props: {
  readonly person: ListedPerson;
  readonly readOnly: string | null;
  readonly onMove: (person: ListedPerson, to: Stage | typeof OFF) => void;
}) {
  const { person } = props;
  const { card, entry } = person;
  const [isOpen, setIsOpen] = useState(false);
  const historyId = useId();
  const name = card?.name ?? 'Someone who has withdrawn';
  return (
    <li className={styles.person} id={`listed-${entry.record.id}`}>
      {card ? (
        <a className={styles.name} href={addressOf(`/person/${card.id}`)}>
          {card.name}
        </a>
      ) : (
        <span className={text.meta}>{name}</span>
      )}
      <span>
        {card ? matters(card.why, card.unheardDays) : 'Their details were removed.'}{' '}
        {entry.notSentYet ? <NotSentYet after /> : null}{' '}
        <TwoEdits card={card?.twoEdits ?? null} about={name} after />
      </span>
      <span className={text.meta}>{plural(person.daysHere, 'day')} here</span>
      <span className={text.actions}>
        {props.readOnly === null && card ? (
          <MenuButton
            words="Move"
            label={`Move ${name}`}
            look="quiet"
            choices={[
              ...STAGES.filter((stage) => stage !== entry.record.stage).map((value) => ({
                value,
                label: STAGE_LABELS[value],
              })),
              { value: OFF, label: 'Take off this list' } as const,
            ]}
            onChoose={(to) => props.onMove(person, to)}
          />
        ) : null}
        <Button
          look="quiet"
          small
          label={`${isOpen ? 'Hide' : 'Show'} history of ${name}`}
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Hide history' : 'History'}
        </Button>
      </span>
      {isOpen ? (
        <ol id={historyId} className={styles.history} aria-label={`History of ${name}`}>
          {entry.record.history.map((move) => (
            <li key={`${move.at} ${move.to}`} className={text.meta}>
              {formatMoment(move.at)}, {move.by.name}: {move.undone ? 'Undone, ' : ''}
              {move.from
                ? `${STAGE_LABELS[move.from]} to ${STAGE_LABELS[move.to]}`
                : STAGE_LABELS[move.to]}
              {move.reason ? `. ${move.reason}` : ''}
            </li>
          ))}
        </ol>
      ) : null}
    </li>
  );
}

function matters(why: string, unheardDays: number | null) {
  return unheardDays === null ? (
    why
  ) : (
    <>
      {why}. <span className={text.warm}>Unheard {plural(unheardDays, 'working day')}</span>
    </>
  );
}
