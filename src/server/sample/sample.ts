import type { RecordId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Programme, SuccessStory } from '#contract/records/programme.ts';
import { addDays, dayNumber } from '#core/domain/days.ts';
import { makeAwkward } from './awkward.ts';
import type { Case } from './case.ts';
import { chanceOf, uuidAt } from './chance.ts';
import { type CouncilWork, makeCouncilWork } from './council-work.ts';
import { makeHistory, PEOPLE_WITH_ROWS, WORKING_COUNCILS } from './history.ts';
import { makePerson, OPEN_FOR_DAYS, type Seeding } from './person.ts';
import { makeRecruiters, type SampleRecruiter } from './recruiters.ts';
import { makeStories } from './stories.ts';

/** How large a sample, from which seed, as of which day. */
export interface SampleRequest extends Seeding {
  readonly people: number;
}

/** Made-up people, recruiters and their work: every record passes its contract schema. */
export interface Sample {
  /** Makes the people one by one, the same each time it is called; hold no more than needed. */
  readonly candidates: () => Generator<Candidate, void, undefined>;
  /** Six councils' 24 recruiters, Rosa Boyd of Kent first, then one of the programme team. */
  readonly recruiters: readonly SampleRecruiter[];
  readonly work: readonly CouncilWork[];
  readonly programme: Programme;
  /** The published ones; submitted ones are in their council's work. */
  readonly stories: readonly SuccessStory[];
}

/**
 * Makes a sample by the distributions of domain.md section 10.
 *
 * The same request gives the same bytes. A larger sample of the same seed begins with the
 * same people; councils work, row by row, with the first 2,000 only.
 */
export function generateSample(request: SampleRequest): Sample {
  const { people, seed, today } = request;
  const seeding: Seeding = { seed, today };
  const recruiters = makeRecruiters(seed);
  const cases = Array.from({ length: Math.min(people, PEOPLE_WITH_ROWS) }, (_, index) =>
    makeCase(seeding, index),
  );
  return {
    *candidates() {
      for (let index = 0; index < people; index += 1) {
        yield candidateOf(cases[index] ?? makeCase(seeding, index));
      }
    },
    recruiters,
    work: WORKING_COUNCILS.map((councilId) =>
      makeCouncilWork(
        seeding,
        councilId,
        recruiters,
        cases.filter(({ history }) => history.councilId === councilId),
      ),
    ),
    programme: makeProgramme(seeding),
    stories: WORKING_COUNCILS.flatMap((councilId) =>
      makeStories(
        seeding,
        councilId,
        recruiters.filter(({ councilIds }) => councilIds.includes(councilId)).map(actorOf),
      ),
    ).filter(({ status }) => status === 'published'),
  };
}

const actorOf = ({ id, name }: SampleRecruiter) => ({ id, name });

function makeCase(seeding: Seeding, index: number): Case {
  const person = makeAwkward(makePerson(seeding, index), chanceOf(seeding.seed, 'awkward', index));
  return { index, person, history: makeHistory(seeding, index, person) };
}

function candidateOf({ person, history }: Case): Candidate {
  const { level, firstSpokenOn, lastTriedOn } = history;
  return {
    ...person,
    ...(level === 'placed' && { programmeState: 'placed' as const }),
    ...(firstSpokenOn && { firstSpokenOn }),
    ...(lastTriedOn && { lastTriedOn }),
  };
}

/** Open, with the policy of decision P4. */
function makeProgramme({ seed, today }: Seeding): Programme {
  const opensOn = addDays(today, -OPEN_FOR_DAYS);
  return {
    id: uuidAt(chanceOf(seed, 'programme'), dayNumber(opensOn) * 86_400_000) as RecordId,
    name: 'Social Work Together',
    status: 'open',
    opensOn,
    policy: {
      presenceDays: 21,
      unsuccessfulMonths: 6,
      auditYears: 6,
      staleDays: 1,
      readOnlyDays: 7,
      lockDays: 14,
      registerFreshDays: 30,
    },
  };
}
