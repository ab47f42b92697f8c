import { useState } from 'react';
import type { Card } from '#contract/find-answer.ts';
import type { DueFollowUp, TodayView } from '#contract/queries.ts';
import { useSync } from '#renderer/data/data-context.tsx';
import { findAddress } from '#renderer/data/find-address.ts';
import { useKeeping } from '#renderer/data/keeping.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useActions } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import {
  formatCount,
  formatFullDay,
  formatSince,
  formatTime,
  londonParts,
  plural,
} from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { Group, Page } from '#renderer/ui/page.tsx';
import { addressOf, go } from '#renderer/ui/place.ts';
import { Empty, Fault, Reading } from '#renderer/ui/state.tsx';
import text from '#renderer/ui/text.module.css';
import { DecisionRows } from './decision-rows.tsx';
import { ChangeRow, FollowUpRow, OverlapRow, UnheardRow } from './today-rows.tsx';
import styles from './today-screen.module.css';
import { leadOf } from './today-words.ts';

const FIRST_ROWS = 5;

/** What needs doing, in the order of need; each row has one main action. */
export function TodayScreen() {
  const today = useQuery('today.read', {}, ['people', 'work', 'store']);
  const sync = useSync();
  const nowMs = Date.now();
  useActions({ 'row.next': () => goToRow(1), 'row.previous': () => goToRow(-1) });
  return (
    <Page
      title="Today"
      lead={today.value ? leadOf(today.value) : null}
      beside={
        <>
          {formatFullDay(today.value?.today ?? londonParts(nowMs)[0])}
          <br />
          {sync?.lastSyncAt
            ? `Last sync ${formatTime(sync.lastSyncAt)}, ${formatSince(sync.lastSyncAt, nowMs)}`
            : 'Not synced yet'}
        </>
      }
    >
      {today.state === 'loading' ? <Reading words="Reading what is due" /> : null}
      {today.error ? <Fault words={errorWords(today.error.code)} /> : null}
      {today.value ? <Groups today={today.value} nowMs={nowMs} /> : null}
    </Page>
  );
}

/** J and K go from person to person, whatever the group. */
function goToRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-today-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
  next?.querySelector<HTMLElement>('a, button')?.focus();
}

function Groups({ today, nowMs }: { readonly today: TodayView; readonly nowMs: number }) {
  const keeping = useKeeping();
  const nowTime = londonParts(nowMs)[1];
  const promised = today.followUps.filter((each) => each.followUp.record.promise);
  const others = today.followUps.filter((each) => !each.followUp.record.promise);
  // People nobody has spoken to come first: that is what the product is for (decision P2).
  const isHeard = today.unheard.total === 0;
  return (
    <>
      <Unheard today={today} />
      <DecisionRows decisions={today.decisions} />
      {today.followUps.length + today.decisions.length === 0 ? <NothingDue today={today} /> : null}
      <FollowUps
        title="Promised calls"
        rows={promised}
        today={today.today}
        nowTime={nowTime}
        isFirst={isHeard}
      />
      <FollowUps
        title="Follow-ups due"
        rows={others}
        today={today.today}
        nowTime={nowTime}
        isFirst={isHeard && promised.length === 0}
      />
      {today.overlaps.length > 0 ? (
        <Group
          title="Also contacted by another council"
          about={`${today.overlaps.length}. Agree who leads, then mark it as settled`}
        >
          <ul>
            {today.overlaps.map((overlap) => (
              <OverlapRow
                key={`${overlap.candidateId} ${overlap.theirs.councilId}`}
                overlap={overlap}
                today={today.today}
              />
            ))}
          </ul>
        </Group>
      ) : null}
      {today.notSent.length > 0 ? (
        <Group
          title="Not sent yet"
          about={`${today.notSent.length}. ${keeping === 'in-memory' ? 'Kept only while this app is open' : 'Saved on this device'}, sent when the network allows`}
        >
          <ul>
            {today.notSent.slice(0, 5).map((change) => (
              <ChangeRow key={change.id} change={change} />
            ))}
          </ul>
          {today.notSent.length > 5 ? (
            <a className={styles.all} href={addressOf('/sync')}>
              Show all {today.notSent.length}
            </a>
          ) : null}
        </Group>
      ) : null}
      <p className={`${styles.foot} ${text.meta}`}>
        Done today: {plural(today.doneToday.contacts, 'contact')}, {today.doneToday.spoken} reached.
      </p>
    </>
  );
}

/** A long group is folded, so that the unheard are never pushed out of sight. */
function FollowUps(props: {
  readonly title: string;
  readonly rows: readonly DueFollowUp[];
  readonly today: string;
  readonly nowTime: string;
  /** Its first row has the filled button of the screen. */
  readonly isFirst: boolean;
}) {
  const { rows } = props;
  const [isOpen, setIsOpen] = useState(false);
  if (rows.length === 0) return null;
  const shown = isOpen ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <Group
      title={props.title}
      about={rows.length}
      action={
        rows.length > FIRST_ROWS ? (
          <Button look="quiet" small onPress={() => setIsOpen(!isOpen)}>
            {isOpen ? `Show ${FIRST_ROWS}` : `Show all ${rows.length}`}
          </Button>
        ) : null
      }
    >
      <ul>
        {shown.map((due, index) => (
          <FollowUpRow
            key={due.followUp.record.id}
            due={due}
            today={props.today}
            nowTime={props.nowTime}
            isFirst={props.isFirst && index === 0}
          />
        ))}
      </ul>
    </Group>
  );
}

function NothingDue({ today }: { readonly today: TodayView }) {
  if (today.people === 0)
    return (
      <Group title="Nobody is on this device yet">
        <Empty title="People come with the first sync.">You can wait here: they will appear.</Empty>
      </Group>
    );
  if (today.unheard.total > 0) return <p className={text.meta}>No follow-up is due today.</p>;
  return (
    <Group title="Nothing is due">
      <Empty
        title="Everyone in our area has been spoken to."
        action={
          <Button small look="second" onPress={() => go(addressOf('/find'))}>
            Find people
          </Button>
        }
      />
    </Group>
  );
}

function Unheard({ today }: { readonly today: TodayView }) {
  const { unheard } = today;
  if (unheard.total === 0) return null;
  const longest = unheard.rows.reduce((most, row: Card) => Math.max(most, row.unheardDays ?? 0), 1);
  return (
    <Group
      title="Unheard"
      about={`No one has spoken to them. ${formatCount(unheard.total)} in our area, in working days`}
    >
      <ul>
        {unheard.rows.map((card, index) => (
          <UnheardRow key={card.id} card={card} longest={longest} isFirst={index === 0} />
        ))}
      </ul>
      <a className={styles.all} href={findAddress(unheard.query)}>
        Show all {formatCount(unheard.total)}
      </a>
    </Group>
  );
}
