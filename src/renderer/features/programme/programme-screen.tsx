import type { Programme } from '#contract/records/programme.ts';
import type { ProgrammeStatus, RecruiterRole } from '#contract/vocabulary.ts';
import { PROGRAMME_STATUS_LABELS } from '#contract/vocabulary-labels.ts';
import { useSession } from '#renderer/data/data-context.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDay, plural } from '#renderer/ui/dates.ts';
import { type Fact, Facts } from '#renderer/ui/facts.tsx';
import { Group, Page } from '#renderer/ui/page.tsx';
import { Empty } from '#renderer/ui/state.tsx';
import { Devices } from './devices.tsx';

const ALLOWED: Readonly<Record<ProgrammeStatus, readonly string[]>> = {
  planned: ['Read about people and vacancies', 'Nothing can be started until it opens'],
  open: ['Find and contact people', 'Create vacancies and shortlists', 'Tell success stories'],
  closing: [
    'Finish what you have begun: contacts, interviews, offers',
    'Start new work only if it can end before the closing day',
  ],
  closed: [
    'Read what is on this device until it is removed',
    'Record that someone wants to be left alone, and finish follow-ups',
    'Nothing new can be started: no contact, no vacancy, no move on a shortlist',
  ],
  reopened: ['Find and contact people again', 'Create vacancies and shortlists'],
};

const MAY_WIPE: readonly RecruiterRole[] = ['programme_admin', 'council_admin'];

/** Where the programme stands in its life, what that allows, and how long records are kept. */
export function ProgrammeScreen() {
  const read = useQuery('programme.read', {}, ['programme']);
  const session = useSession();
  const confirmed = session?.is === 'signed-in' ? session.programme : null;
  const programme = read.value ?? confirmed;
  if (!programme) {
    return (
      <Page title="Programme">
        <Empty title="The programme is not known on this device yet.">
          It comes with the first sync.
        </Empty>
      </Page>
    );
  }
  const label = PROGRAMME_STATUS_LABELS[programme.status];
  return (
    <Page title={`${programme.name}: ${label.toLowerCase()}`} lead={programme.banner ?? null}>
      <Group title="What you can do now">
        <ul>
          {ALLOWED[programme.status].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Group>
      <Group title="Dates">
        <Facts facts={lifeFacts(programme)} />
      </Group>
      <Group
        title="How long records are kept"
        about="Set by the programme, the same for every council"
      >
        <Facts facts={policyFacts(programme)} />
      </Group>
      {session?.is === 'signed-in' && MAY_WIPE.includes(session.recruiter.role) ? (
        <Devices lockDays={programme.policy.lockDays} />
      ) : null}
    </Page>
  );
}

function lifeFacts(programme: Programme): readonly Fact[] {
  const day = (on: string | undefined) => (on ? formatDay(on) : 'Not known');
  return [
    { label: 'Opened', value: day(programme.opensOn) },
    { label: 'Closes', value: programme.closesOn ? day(programme.closesOn) : 'No day is set' },
    ...(programme.mayReopenUntil
      ? [{ label: 'May reopen until', value: day(programme.mayReopenUntil) }]
      : []),
    ...(programme.status === 'closed'
      ? [
          {
            label: 'Records removed',
            value: day(programme.retainUntil),
            source: 'People without a post',
          },
        ]
      : []),
  ];
}

function policyFacts({ policy }: Programme): readonly Fact[] {
  return [
    {
      label: 'People without a post',
      value: `${plural(policy.unsuccessfulMonths, 'month')} after the decision`,
    },
    { label: 'Record of who did what', value: plural(policy.auditYears, 'year') },
    {
      label: 'This device',
      value: `Contact details are read only after ${plural(policy.readOnlyDays, 'day')} without sync`,
      source: `It locks after ${plural(policy.lockDays, 'day')}; the next sync unlocks it`,
    },
    {
      label: 'Register checks',
      value: `Marked as old after ${plural(policy.registerFreshDays, 'day')}`,
    },
  ];
}
