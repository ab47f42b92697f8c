import { memo } from 'react';
import type { Card } from '#contract/find-answer.ts';
import { REGISTRATION_LABELS } from '#contract/vocabulary-labels.ts';
import { useSync } from '#renderer/data/data-context.tsx';
import { elsewhereWords } from '#renderer/data/elsewhere-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSeen } from '#renderer/data/use-seen.ts';
import { runAction } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import {
  formatAgo,
  formatCount,
  formatDay,
  formatMoment,
  londonParts,
  plural,
} from '#renderer/ui/dates.ts';
import { Marked } from '#renderer/ui/marked.tsx';
import { Pane } from '#renderer/ui/pane.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { NotSentYet, TwoEdits } from '#renderer/ui/tag.tsx';
import text from '#renderer/ui/text.module.css';
import { useSettled } from '#renderer/ui/use-settled.ts';
import { findStore } from './find-store.ts';

/** Between two keys the person passes by: the row's own words are there at once. */
const READ_AFTER_MS = 150;

/** The person of the row with the focus, without leaving the list. */
export const FindPeek = memo(function FindPeek(props: {
  readonly card: Card;
  readonly position: number;
  readonly total: number;
  readonly resultId: number;
}) {
  const { card } = props;
  const settledId = useSettled(card.id, READ_AFTER_MS);
  const person = useQuery('person.read', { id: settledId }, ['people', 'work']);
  const held =
    person.value?.is === 'held' && person.value.candidate.id === card.id ? person.value : null;
  const summary = held?.candidate.summary ?? '';
  const notes = (held?.contacts ?? []).flatMap(({ record }) => record.note ?? []);
  const resultId = useSettled(props.resultId, READ_AFTER_MS);
  const marks = useQuery('find.marks', held ? { resultId, texts: [summary, ...notes] } : null, []);
  const [inSummary = [], ...inNotes] =
    (marks.state === 'ready' && marks.isCurrent && marks.value) || [];
  const noteAt = inNotes.findIndex((spans) => spans.length > 0);
  useSeen(held ? card.id : null);
  const subject = [{ id: card.id, label: card.name }];
  const nowMs = Date.now();
  const today = londonParts(nowMs)[0];
  const lastSyncAt = useSync()?.lastSyncAt ?? null;
  const told = held?.elsewhere && elsewhereWords(held.elsewhere, lastSyncAt, nowMs);
  return (
    <Pane
      title={card.name}
      beside={`${formatCount(props.position + 1)} of ${formatCount(props.total)}`}
      look="peek"
      onClose={() => {
        findStore.setState({ isPeeking: false });
        document.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
      }}
      foot={
        <>
          <Button keys="L" onPress={() => runAction('contact.log', subject)}>
            Log
          </Button>
          <Button look="second" keys="S" onPress={() => runAction('shortlist.add', subject)}>
            Shortlist
          </Button>
          <Button look="quiet" onPress={() => go(addressOf(`/person/${card.id}`))}>
            Open
          </Button>
        </>
      }
    >
      <p className={text.meta}>
        {card.registrationNumber ?? card.ref}.{' '}
        {held ? REGISTRATION_LABELS[held.candidate.registrationStatus] : ''}
        {held?.candidate.registerCheckedOn
          ? `, checked ${formatDay(held.candidate.registerCheckedOn)}`
          : ''}{' '}
        <TwoEdits card={card.twoEdits} about={card.name} />
      </p>
      <p>
        {card.ours === 'do_not_contact' ? (
          <span className={text.strong}>Asked us not to contact them</span>
        ) : card.unheardDays === null ? (
          'Has been spoken to'
        ) : (
          <span className={cx(text.warm, text.strong)}>
            Unheard for {plural(card.unheardDays, 'working day')}
          </span>
        )}
        <br />
        {card.availability}
        <br />
        {card.distanceMiles === null ? 'Distance not known' : plural(card.distanceMiles, 'mile')}
        {card.willTravelMiles === null
          ? ', did not say how far they travel'
          : card.willTravelMiles === 999
            ? ', will travel any distance'
            : `, will travel ${card.willTravelMiles}`}
      </p>
      <section>
        <h2>Why</h2>
        <p>
          <Marked text={card.why} spans={card.marks?.why} />
        </p>
        {summary ? (
          <p className={text.meta}>
            <Marked text={summary} spans={inSummary} />
          </p>
        ) : null}
      </section>
      {held ? (
        <section>
          <h2>Contact</h2>
          <p>
            {held.contacts[0] ? (
              <>
                Last by us {formatMoment(held.contacts[0].record.at)}{' '}
                {held.contacts[0].notSentYet ? <NotSentYet after /> : null}
              </>
            ) : (
              'Never contacted by us'
            )}
          </p>
          {noteAt >= 0 ? (
            <p className={text.inset}>
              <Marked text={notes[noteAt] ?? ''} spans={inNotes[noteAt]} />
            </p>
          ) : null}
          {told ? (
            <p>
              {told.said} {told.age ? <span className={text.meta}>{told.age}</span> : null}
            </p>
          ) : null}
          <p className={text.meta}>
            {held.candidate.lastTriedOn
              ? `Last tried by any council ${formatDay(held.candidate.lastTriedOn)}.`
              : told
                ? null
                : 'No other council contact known.'}{' '}
            Told us {formatDay(held.candidate.confirmedOn)},{' '}
            {formatAgo(held.candidate.confirmedOn, today)}.
          </p>
        </section>
      ) : null}
      <section>
        <h2>Our lists</h2>
        <p>{card.shortlistedFor.length > 0 ? card.shortlistedFor.join(', ') : 'None'}</p>
      </section>
      {person.value && person.value.is !== 'held' ? (
        <p className={text.inset}>This person is not on this device any more.</p>
      ) : null}
    </Pane>
  );
});
