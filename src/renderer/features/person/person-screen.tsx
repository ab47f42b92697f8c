import { useMemo } from 'react';
import type { CandidateId } from '#contract/brands.ts';
import type { PersonView } from '#contract/queries.ts';
import { usePlatform } from '#renderer/data/data-context.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSeen } from '#renderer/data/use-seen.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatDay } from '#renderer/ui/dates.ts';
import { errorWords } from '#renderer/ui/error-words.ts';
import { usePageTitle } from '#renderer/ui/page.tsx';
import { PanelSlot } from '#renderer/ui/panel-slot.tsx';
import { addressOf, type ScreenProps } from '#renderer/ui/place.ts';
import { Fault, Reading } from '#renderer/ui/state.tsx';
import { useScreenSubjects } from '#renderer/ui/subjects.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import text from '#renderer/ui/text.module.css';
import type { HeldPerson } from './held-person.ts';
import { MatchCard } from './match-card.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonIdentity } from './person-identity.tsx';
import { PersonRecord } from './person-record.tsx';
import styles from './person-screen.module.css';
import { PersonTimeline } from './person-timeline.tsx';
import { useReveal } from './use-reveal.ts';

/** Everything about one person: who, what they can do, what has been said. */
export function PersonScreen({ params }: ScreenProps) {
  const id = (params.id ?? '') as CandidateId;
  const person = useQuery('person.read', { id }, ['people', 'work']);
  if (person.state === 'loading')
    return (
      <div className={styles.gone}>
        <h1 tabIndex={-1}>Person</h1>
        <Reading words="Reading this person" />
      </div>
    );
  if (person.state === 'failed')
    return (
      <div className={styles.gone}>
        <h1 tabIndex={-1}>Person</h1>
        <Fault words={errorWords(person.error.code)} />
      </div>
    );
  // While the next person is read, the last one stays: nothing blinks.
  if (person.value.is === 'held')
    return <Held key={person.value.candidate.id} person={person.value} />;
  return <Gone view={person.value} />;
}

function Held({ person }: { readonly person: HeldPerson }) {
  const { id } = person.candidate;
  const { name } = person.card;
  // Never the name: a window's title is kept and shown by the system (features.md L08).
  usePageTitle(`Person ${person.candidate.ref}`);
  useScreenSubjects(useMemo(() => [{ id, label: name }], [id, name]));
  const reveal = useReveal(person);
  useSeen(id);
  return (
    <div className={styles.person}>
      <PersonIdentity person={person} reveal={reveal} />
      <section className={styles.pane} aria-label="Facts" data-region="">
        <h2 className={text.unseen}>Facts</h2>
        <Tabs
          label="Person"
          tabs={[
            {
              id: 'summary',
              label: 'Summary',
              panel: <PersonFacts person={person} reveal={reveal} />,
            },
            { id: 'match', label: 'Match', panel: <MatchCard id={id} /> },
            { id: 'record', label: 'Record', panel: <PersonRecord person={person} /> },
          ]}
        />
      </section>
      <PersonTimeline person={person} />
      <PanelSlot className={styles.slot} />
    </div>
  );
}

function Gone({ view }: { readonly view: Exclude<PersonView, { is: 'held' }> }) {
  const platform = usePlatform();
  const hasWithdrawn = view.is === 'withdrawn';
  usePageTitle(hasWithdrawn ? 'This person has withdrawn' : 'Not on this device');
  return (
    <div className={styles.gone}>
      <h1 tabIndex={-1}>
        {hasWithdrawn ? 'This person has withdrawn' : 'We do not hold this person on this device'}
      </h1>
      <p className={text.inset}>
        {view.is === 'withdrawn'
          ? `Their details were removed${view.on ? ` on ${formatDay(view.on)}` : ''}. Do not contact.`
          : 'Sync to get them.'}
      </p>
      <div className={text.actions}>
        {hasWithdrawn ? null : (
          <Button onPress={() => void platform.request('sync.now', {})}>Sync now</Button>
        )}
        <a href={addressOf('/find')}>Find people</a>
      </div>
    </div>
  );
}
