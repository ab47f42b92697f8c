import type { CouncilId, RecordId } from '#contract/brands.ts';
import type {
  Actor,
  Colleague,
  ContactLog,
  DoNotContact,
  FollowUp,
  ShortlistEntry,
  Vacancy,
} from '#contract/records/council-work.ts';
import type { SuccessStory } from '#contract/records/programme.ts';
import { SPOKEN_OUTCOMES } from '#contract/vocabulary.ts';
import type { Case } from './case.ts';
import { type Chance, chanceOf, uuidAt } from './chance.ts';
import { drawFollowUp } from './follow-ups.ts';
import { drawNote } from './notes.ts';
import type { Seeding } from './person.ts';
import type { SampleRecruiter } from './recruiters.ts';
import { drawEntry } from './shortlist-entries.ts';
import { makeStories } from './stories.ts';
import { makeVacancies } from './vacancies.ts';

/** One council's own records. */
export interface CouncilWork {
  readonly councilId: CouncilId;
  readonly colleagues: readonly Colleague[];
  readonly vacancies: readonly Vacancy[];
  readonly entries: readonly ShortlistEntry[];
  readonly contacts: readonly ContactLog[];
  readonly followUps: readonly FollowUp[];
  readonly doNotContacts: readonly DoNotContact[];
  /** Submitted, not published. */
  readonly stories: readonly SuccessStory[];
}

/** Makes the records of one council from its people's histories. */
export function makeCouncilWork(
  seeding: Seeding,
  councilId: CouncilId,
  recruiters: readonly SampleRecruiter[],
  cases: readonly Case[],
): CouncilWork {
  const colleagues = recruiters.filter(({ councilIds }) => councilIds.includes(councilId));
  const callers = actorsOf(colleagues.filter(({ role }) => role === 'recruiter'));
  const managers = actorsOf(colleagues.filter(({ role }) => role === 'hiring_manager'));
  const vacancies = makeVacancies(seeding, councilId, callers);
  const contacts: ContactLog[] = [];
  const entries: ShortlistEntry[] = [];
  const followUps: FollowUp[] = [];
  const doNotContacts: DoNotContact[] = [];
  for (const one of cases) {
    const chance = chanceOf(seeding.seed, 'work', one.index);
    const owner = chance.pick(callers);
    const entry = drawEntry(seeding, chance, one, { vacancies, owner, managers });
    if (entry) entries.push(entry);
    const made = contactsOf(chance, one, owner, callers, entry);
    contacts.push(...made);
    const asked = made.find(({ outcome }) => outcome === 'asked_not_to_be_contacted');
    if (asked) {
      const { candidateId, at, by } = asked;
      doNotContacts.push({
        id: candidateId,
        candidateId,
        reason: 'Asked us not to contact them',
        at,
        by,
      });
      continue;
    }
    const followUp = drawFollowUp(seeding, chance, one, owner);
    if (followUp) followUps.push(followUp);
  }
  return {
    councilId,
    colleagues: colleagues.map(({ id, name, jobTitle, role }) => ({ id, name, jobTitle, role })),
    vacancies,
    entries,
    contacts,
    followUps,
    doNotContacts,
    stories: makeStories(seeding, councilId, callers).filter(
      ({ status }) => status === 'submitted',
    ),
  };
}

const actorsOf = (recruiters: readonly SampleRecruiter[]): readonly Actor[] =>
  recruiters.map(({ id, name }) => ({ id, name }));

function contactsOf(
  chance: Chance,
  { person, history }: Case,
  owner: Actor,
  callers: readonly Actor[],
  entry: ShortlistEntry | undefined,
): readonly ContactLog[] {
  return history.touches.map((touch) => {
    const note = drawNote(chance, touch.outcome);
    const spoken = SPOKEN_OUTCOMES.includes(touch.outcome);
    return {
      id: uuidAt(chance, Date.parse(touch.at)) as RecordId,
      candidateId: person.id,
      ...(entry && spoken && { vacancyId: entry.vacancyId }),
      by: chance.one(0.85) ? owner : chance.pick(callers),
      ...touch,
      ...(note !== undefined && { note }),
    };
  });
}
