import { useEffect, useRef } from 'react';
import { useSession, useSync } from '#renderer/data/data-context.tsx';
import { elsewhereWords } from '#renderer/data/elsewhere-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useReadOnly } from '#renderer/data/use-read-only.ts';
import { runAction, useActions } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { cx } from '#renderer/ui/cx.ts';
import { formatCount, formatDay, formatTime, londonParts, plural } from '#renderer/ui/dates.ts';
import { addressOf, go } from '#renderer/ui/place.ts';
import { TwoEdits } from '#renderer/ui/tag.tsx';
import text from '#renderer/ui/text.module.css';
import { showToast } from '#renderer/ui/toast.tsx';
import type { HeldPerson } from './held-person.ts';
import styles from './person-screen.module.css';
import { registerWords } from './register-words.ts';
import type { Reveal } from './use-reveal.ts';

const REGISTER_FRESH_DAYS = 30;

/** Who this is and what matters before a call; stays while the panes change. */
export function PersonIdentity({
  person,
  reveal,
}: {
  readonly person: HeldPerson;
  readonly reveal: Reveal;
}) {
  const { candidate, card, doNotContact } = person;
  const session = useSession();
  const readOnly = useReadOnly();
  const freshDays =
    session?.is === 'signed-in' ? session.programme.policy.registerFreshDays : REGISTER_FRESH_DAYS;
  const register = registerWords(candidate, londonParts(Date.now())[0], freshDays);
  const place = [
    candidate.homeOutcode ?? candidate.homeTown,
    card.distanceMiles === null ? null : plural(card.distanceMiles, 'mile'),
  ].filter(Boolean);
  const subject = [{ id: candidate.id, label: card.name }];
  const heading = useRef<HTMLHeadingElement>(null);
  // The heading that had the focus went with the person shown before.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  useActions({
    'person.call': () => {
      if (readOnly) showToast(`${readOnly}.`);
      else void reveal.call();
    },
  });
  return (
    <header className={styles.identity} data-region="">
      <Neighbours person={person} />
      <div>
        <div className={styles.line}>
          <h1 tabIndex={-1} ref={heading}>
            {card.name}
          </h1>
          <span>{candidate.registrationNumber ?? candidate.ref}</span>
          <span>
            {register.status} <span className={text.meta}>{register.checked}</span>
          </span>
          <span>{place.length > 0 ? place.join(', ') : 'Place not known'}</span>
          <TwoEdits card={card.twoEdits} about={card.name} />
        </div>
        <Wait person={person} />
        {register.stale ? <p className={text.warm}>{register.stale}</p> : null}
      </div>
      <div className={text.actions} data-print="no">
        <Button
          look="second"
          keys="S"
          onPress={() => runAction('shortlist.add', subject)}
          reason={readOnly ?? reveal.reason}
          hideReason
        >
          Shortlist
        </Button>
        <Button look="second" keys="L" onPress={() => runAction('contact.log', subject)}>
          Log
        </Button>
        <Button
          icon="phone"
          keys="C"
          onPress={() => void reveal.call()}
          reason={readOnly ?? reveal.reason ?? (candidate.phone ? null : 'No phone number known')}
          hideReason
        >
          Call
        </Button>
      </div>
      {doNotContact ? (
        <p className={cx(text.inset, styles.banner)} role="note">
          <b>Do not contact.</b> {doNotContact.record.by.name} noted on{' '}
          {formatDay(londonParts(Date.parse(doNotContact.record.at))[0])}:{' '}
          {doNotContact.record.reason}
          {doNotContact.notSentYet ? '. Not sent yet, but in force on this device.' : '.'}
        </p>
      ) : null}
      {readOnly ? (
        <p className={cx(text.meta, styles.banner)} role="note">
          {readOnly}: you can read, but not start anything new.
        </p>
      ) : null}
    </header>
  );
}

function Wait({ person }: { readonly person: HeldPerson }) {
  const sync = useSync();
  const { card, candidate, elsewhere } = person;
  const asAt = sync?.lastSyncAt ? ` as at ${formatTime(sync.lastSyncAt)}` : '';
  const others = candidate.lastTriedOn
    ? `Last tried by any council on ${formatDay(candidate.lastTriedOn)}${asAt}.`
    : `No other council contact known${asAt}.`;
  const told = elsewhere && elsewhereWords(elsewhere, sync?.lastSyncAt ?? null, Date.now());
  return (
    <p>
      {card.unheardDays === null ? (
        <span className={text.strong}>
          {candidate.firstSpokenOn
            ? `First spoken to on ${formatDay(candidate.firstSpokenOn)}.`
            : 'Has been spoken to.'}
        </span>
      ) : (
        <span className={cx(text.warm, text.strong)}>
          Unheard for {plural(card.unheardDays, 'working day')}.
        </span>
      )}{' '}
      {told && elsewhere.contacts.length > 0 ? (
        <span className={text.strong}>{told.said}</span>
      ) : (
        <span className={text.meta}>
          {told?.said ?? others}
          {told && candidate.lastTriedOn
            ? ` Last tried by any council on ${formatDay(candidate.lastTriedOn)}.`
            : null}
        </span>
      )}
      {told?.age ? <span className={text.meta}> {told.age}</span> : null}
    </p>
  );
}

function Neighbours({ person }: { readonly person: HeldPerson }) {
  const { id } = person.candidate;
  const found = useQuery('find.neighbours', { id }, ['people', 'work']);
  const near = found.value;
  const to = (next: string | null | undefined) =>
    // In place: one step back leads to the list, not through everybody read on the way.
    next ? () => go(addressOf(`/person/${next}`), 'replace') : undefined;
  const previous = to(near?.previous);
  const next = to(near?.next);
  useActions({
    'person.previous': () => previous?.(),
    'person.next': () => next?.(),
    // The keys of the list go on working where there is none.
    'row.previous': () => previous?.(),
    'row.next': () => next?.(),
  });
  return (
    <div className={cx(styles.back, text.meta)} data-print="no">
      <a href={addressOf('/find')}>Find</a>
      {near ? (
        <>
          <span>
            {formatCount(near.position + 1)} of {formatCount(near.total)}
          </span>
          {previous ? (
            <Button look="quiet" small keys="[" label="Previous person" onPress={previous}>
              Previous
            </Button>
          ) : null}
          {next ? (
            <Button look="quiet" small keys="]" label="Next person" onPress={next}>
              Next
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
