import { memo } from 'react';
import type { Card, FindAnswer } from '#contract/find-answer.ts';
import type { Subject } from '#renderer/ui/actions.ts';
import { TickBox } from '#renderer/ui/checkbox.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { plural } from '#renderer/ui/dates.ts';
import { Marked } from '#renderer/ui/marked.tsx';
import { addressOf } from '#renderer/ui/place.ts';
import { Cell, HeadCell, RowList } from '#renderer/ui/row-list.tsx';
import { NotSentYet, TwoEdits } from '#renderer/ui/tag.tsx';
import text from '#renderer/ui/text.module.css';
import styles from './find-screen.module.css';
import { findStore, toggleSelected } from './find-store.ts';
import { type Rows, useOfRows } from './use-rows.ts';

/** From here on the wait is in the warm colour: four working weeks. */
const LONG_WAIT_DAYS = 20;

/** A limit that holds nobody back. */
const ANY_MILES = 999;

export interface FindListProps {
  readonly answer: FindAnswer;
  readonly rows: Rows;
  readonly active: number;
  readonly selected: ReadonlyMap<string, Subject>;
  readonly isPeeking: boolean;
  readonly takesFocus: boolean;
  readonly onOpen: (index: number) => void;
  readonly onLeave: () => void;
}

/** The people found: one row a person, drawn from memory as they come into view. */
export const FindList = memo(function FindList(props: FindListProps) {
  const { answer, rows, active, selected } = props;
  // Of all that stands on the screen only this is drawn again for a page that came.
  useOfRows(rows, rows.version);
  return (
    <RowList
      label="People found"
      count={answer.total}
      active={active}
      onActive={(index) => findStore.setState({ active: index, openedId: null })}
      onRange={rows.onRange}
      rowName={(index) => nameOf(rows.rowAt(index))}
      row={(index) => {
        const card = rows.rowAt(index);
        return <Cells card={card} isSelected={card !== undefined && selected.has(card.id)} />;
      }}
      head={
        <>
          <HeadCell>
            <span className={text.unseen}>Select</span>
          </HeadCell>
          <HeadCell>Name</HeadCell>
          <HeadCell className={styles.whyHead}>Why</HeadCell>
          <HeadCell className={text.num}>Distance</HeadCell>
          <HeadCell className={text.num}>Unheard</HeadCell>
        </>
      }
      columns={styles.row}
      isSelected={(index) => selected.has(rows.rowAt(index)?.id ?? '')}
      onOpen={props.onOpen}
      onPeek={() => findStore.setState(({ isPeeking }) => ({ isPeeking: !isPeeking }))}
      onLeave={props.onLeave}
      peeked={props.isPeeking ? active : null}
      takesFocus={props.takesFocus}
    />
  );
});

/**
 * Drawn again only for another card: scrolling by one row is work for one row.
 *
 * While somebody is being read the same elements stand, without what is not known: made anew for
 * each person they would be litter, which is swept while the list scrolls.
 */
const Cells = memo(function Cells(props: {
  readonly card: Card | undefined;
  readonly isSelected: boolean;
}) {
  const { card, isSelected } = props;
  const wait = card && waitOf(card);
  return (
    <>
      <Cell>
        <TickBox
          label={card ? `Select ${card.name}` : 'Reading'}
          isChecked={isSelected}
          onChange={() => card && toggleSelected({ id: card.id, label: card.name })}
        />
      </Cell>
      <Cell className={text.cut}>
        <a
          className={card ? styles.name : text.meta}
          href={card && addressOf(`/person/${card.id}`)}
          tabIndex={-1}
        >
          {card ? <Marked text={card.name} spans={card.marks?.name} /> : 'Reading'}
        </a>
      </Cell>
      <Cell className={styles.why}>
        <span className={text.cut}>
          {card ? <Marked text={card.why} spans={card.marks?.why} /> : null}
        </span>
        {card?.notSentYet ? <NotSentYet after /> : null}
        {card ? <TwoEdits card={card.twoEdits} about={card.name} after inGrid /> : null}
      </Cell>
      <Cell className={text.num}>{card ? distanceOf(card) : null}</Cell>
      <Cell className={cx(text.num, wait?.isLong && text.warm, wait?.isLong && text.strong)}>
        {wait?.words}
      </Cell>
    </>
  );
});

/** "12 mi, will travel 15": how far they live, and how far they would go. */
function distanceOf({ distanceMiles, willTravelMiles }: Card): string {
  const away = distanceMiles === null ? '?' : `${distanceMiles} mi`;
  if (willTravelMiles === null) return away;
  return `${away}, ${willTravelMiles === ANY_MILES ? 'any distance' : `will travel ${willTravelMiles}`}`;
}

function waitOf(card: Card): { readonly words: string; readonly isLong: boolean } {
  if (card.ours === 'do_not_contact') return { words: 'leave alone', isLong: false };
  if (card.unheardDays === null) return { words: 'spoken to', isLong: false };
  return {
    words: plural(card.unheardDays, 'day'),
    isLong: card.unheardDays >= LONG_WAIT_DAYS,
  };
}

/** Person, why and wait: what a listener hears for a row. Made for each row of each frame. */
export function nameOf(card: Card | undefined): string {
  if (!card) return 'Reading';
  const { distanceMiles, willTravelMiles, unheardDays } = card;
  const away = distanceMiles === null ? 'distance not known' : plural(distanceMiles, 'mile');
  const limit = willTravelMiles === ANY_MILES ? 'any distance' : willTravelMiles;
  const wait = unheardDays === null ? 'spoken to' : `unheard ${plural(unheardDays, 'working day')}`;
  return (
    card.name +
    (card.why === '' ? '' : `, ${card.why}`) +
    `, ${away}` +
    (limit === null ? '' : `, will travel ${limit}`) +
    `, ${wait}` +
    (card.ours === 'do_not_contact' ? ', do not contact' : '') +
    (card.notSentYet ? ', not sent yet' : '') +
    (card.twoEdits === null ? '' : ', two edits')
  );
}
