import { useState } from 'react';
import type { Shown, TimelineItem } from '#contract/queries.ts';
import type { FollowUp } from '#contract/records/council-work.ts';
import { STAGE_LABELS } from '#contract/vocabulary-labels.ts';
import { useSave } from '#renderer/data/use-save.ts';
import { runAction } from '#renderer/ui/actions.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatClock, formatDay } from '#renderer/ui/dates.ts';
import { failureWords } from '#renderer/ui/error-words.ts';
import { addressOf } from '#renderer/ui/place.ts';
import { Views } from '#renderer/ui/tabs.tsx';
import { NotSentYet } from '#renderer/ui/tag.tsx';
import text from '#renderer/ui/text.module.css';
import { Timeline } from '#renderer/ui/timeline.tsx';
import { showSaved, showToast } from '#renderer/ui/toast.tsx';
import type { HeldPerson } from './held-person.ts';
import styles from './person-screen.module.css';
import { useNoteMarks } from './use-note-marks.ts';

type View = 'all' | 'contacts' | 'work' | 'system';

const SHOWS: Readonly<Record<View, readonly TimelineItem['type'][]>> = {
  all: ['contact', 'stage', 'follow-up', 'system', 'do-not-contact'],
  contacts: ['contact', 'do-not-contact'],
  work: ['stage', 'follow-up'],
  system: ['system'],
};
const LABELS: Readonly<Record<View, string>> = {
  all: 'All',
  contacts: 'Contacts',
  work: 'Our work',
  system: 'System',
};
const VIEWS = Object.keys(SHOWS) as readonly View[];

/** What has happened, newest first, and what is still to come. */
export function PersonTimeline({ person }: { readonly person: HeldPerson }) {
  const [view, setView] = useState<View>('all');
  const marks = useNoteMarks(person);
  const shown = person.timeline.filter((item) => SHOWS[view].includes(item.type));
  return (
    <section className={styles.pane} aria-label="Timeline" data-region="">
      <h2 className={text.unseen}>Timeline</h2>
      <Views
        label="Timeline shows"
        value={view}
        onChange={setView}
        views={VIEWS.map((id) => ({
          id,
          label: LABELS[id],
          count: person.timeline.filter((item) => SHOWS[id].includes(item.type)).length,
        }))}
      />
      <div className={styles.below}>
        {shown.length === 0 ? <p className={text.meta}>Nothing of this kind yet.</p> : null}
        <Timeline
          label="Timeline"
          entries={shown.map((item) => ({
            id: item.id,
            title: item.by ? `${item.title} by ${item.by}` : item.title,
            at: item.at,
            body: item.body,
            marks: marks.get(item.id),
            bySystem: item.type === 'system',
            notSentYet: item.notSentYet,
          }))}
        />
      </div>
      <Next person={person} />
    </section>
  );
}

function Next({ person }: { readonly person: HeldPerson }) {
  const subject = [{ id: person.candidate.id, label: person.card.name }];
  const open = person.followUps.filter((each) => !each.record.done);
  const promises = open.filter((each) => each.record.promise);
  const others = open.filter((each) => !each.record.promise);
  const lists = person.onLists.filter(({ entry }) => !entry.record.removed);
  return (
    <dl className={styles.links}>
      <dt>Follow-ups</dt>
      <dd>{others.length === 0 ? 'None' : ''}</dd>
      <dd>
        <Button look="quiet" small keys="F" onPress={() => runAction('follow-up.add', subject)}>
          Add
        </Button>
      </dd>
      {others.map((each) => (
        <FollowUpLine key={each.record.id} followUp={each} />
      ))}
      <dt>Promises</dt>
      <dd className={styles.wide}>{promises.length === 0 ? 'None' : ''}</dd>
      {promises.map((each) => (
        <FollowUpLine key={each.record.id} followUp={each} />
      ))}
      <dt>Our lists</dt>
      <dd className={styles.wide}>
        {lists.length === 0 ? 'None' : null}
        {lists.map(({ vacancy, entry }) => (
          <span key={entry.record.id}>
            <a href={addressOf(`/vacancies/${vacancy.id}`)}>
              {vacancy.ref} {vacancy.team ?? vacancy.title}
            </a>{' '}
            <span className={text.meta}>{STAGE_LABELS[entry.record.stage]}</span>{' '}
            {entry.notSentYet ? <NotSentYet after /> : null}
          </span>
        ))}
      </dd>
    </dl>
  );
}

function FollowUpLine({ followUp }: { readonly followUp: Shown<FollowUp> }) {
  const { record, notSentYet } = followUp;
  const save = useSave();
  async function done() {
    const result = await save([{ kind: 'follow-up.done', args: { followUpId: record.id } }]);
    if (result.ok) showSaved(`Done: ${record.what}`, result.value.undo);
    else showToast(failureWords(result.error));
  }
  return (
    <>
      <dd className={styles.under}>
        {record.what}
        <span className={text.meta}>
          {formatDay(record.dueOn)}
          {record.dueTime ? ` at ${formatClock(record.dueTime)}` : ''}, {record.owner.name}
        </span>
        {notSentYet ? <NotSentYet after /> : null}
      </dd>
      <dd>
        <Button look="quiet" small label={`Done: ${record.what}`} onPress={() => void done()}>
          Done
        </Button>
      </dd>
    </>
  );
}
