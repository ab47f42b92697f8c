import type { IsoInstant } from '#contract/brands.ts';
import type { Actor, ShortlistEntry, StageMove, Vacancy } from '#contract/records/council-work.ts';
import { EXIT_STAGES, type Stage } from '#contract/vocabulary.ts';
import { dayNumber, isoInstant } from '#core/domain/days.ts';
import { shortlistEntryId } from '#core/domain/ids.ts';
import type { Case } from './case.ts';
import type { Chance } from './chance.ts';
import type { Seeding } from './person.ts';

/** The way through a shortlist; a person has passed every stage before the one they are in. */
const WAY: readonly Stage[] = [
  'new',
  'contacted',
  'interested',
  'shortlisted',
  'interview_arranged',
  'interviewed',
  'offer_conditional',
  'checks',
  'cleared',
  'start_agreed',
  'placed',
];

const LEFT_FROM: Readonly<Partial<Record<Stage, Stage>>> = {
  long_listed: 'new',
  reserve: 'interviewed',
  unreachable: 'contacted',
  declined: 'contacted',
  placed_elsewhere: 'contacted',
  on_hold: 'interested',
  not_suitable: 'interested',
  withdrawn: 'shortlisted',
};

const REASONS: Readonly<Partial<Record<Stage, readonly string[]>>> = {
  unreachable: ['No answer after several tries'],
  declined: ['Travel', 'Hours', 'Pay', 'Wants a permanent post'],
  placed_elsewhere: ['Found work with another council', 'Took an agency post'],
  on_hold: ['Waiting for a start date', 'Asked us to wait'],
  not_suitable: ['Experience is in another area', 'Out of practice too long for this post'],
  withdrawn: ['Accepted another offer', 'Changed their mind'],
};

interface Desk {
  readonly vacancies: readonly Vacancy[];
  readonly owner: Actor;
  readonly managers: readonly Actor[];
}

const HOUR_MS = 3_600_000;

/** Draws the place of a person on a shortlist, with every move that led to their stage. */
export function drawEntry(
  seeding: Seeding,
  chance: Chance,
  { person, history }: Case,
  desk: Desk,
): ShortlistEntry | undefined {
  const { stage } = history;
  if (!stage) return undefined;
  const vacancy = vacancyFor(chance, person.specialisms, desk.vacancies);
  const moves = WAY.slice(0, WAY.indexOf(LEFT_FROM[stage] ?? stage) + 1);
  if (stage in LEFT_FROM) moves.push(stage);

  const yesterdayEnd = dayNumber(seeding.today) * 24 * HOUR_MS - 6 * HOUR_MS;
  const came = Date.parse(history.touches[0]?.at ?? person.registeredInterestAt);
  const first = Math.min(
    Math.max(came, Date.parse(vacancy.createdAt) + HOUR_MS),
    yesterdayEnd - moves.length * HOUR_MS,
  );
  const times = moves
    .map((_, place) => (place === 0 ? first : first + chance.next() * (yesterdayEnd - first)))
    .sort((a, b) => a - b);
  const interviewed = WAY.indexOf('interview_arranged');
  return {
    id: shortlistEntryId(vacancy.id, person.id),
    vacancyId: vacancy.id,
    candidateId: person.id,
    stage,
    removed: false,
    history: moves.map((to, place): StageMove => {
      const from = moves[place - 1];
      const byManager = WAY.indexOf(to) > interviewed && desk.managers.length > 0;
      const reasons = EXIT_STAGES.includes(to) ? REASONS[to] : undefined;
      return {
        at: wholeSecond(times[place] ?? first),
        by: byManager ? chance.pick(desk.managers) : desk.owner,
        to,
        ...(from && { from }),
        ...(reasons && { reason: chance.pick(reasons) }),
      };
    }),
  };
}

const wholeSecond = (atMs: number): IsoInstant => isoInstant(Math.floor(atMs / 1000) * 1000);

/** Mostly the vacancy that shares most of their areas, sometimes just another. */
function vacancyFor(
  chance: Chance,
  specialisms: readonly string[],
  vacancies: readonly Vacancy[],
): Vacancy {
  const drawn = chance.pick(vacancies);
  if (chance.one(0.25)) return drawn;
  const shared = (vacancy: Vacancy) =>
    vacancy.specialisms.filter((area) => specialisms.includes(area)).length;
  return vacancies.reduce((best, one) => (shared(one) > shared(best) ? one : best), drawn);
}
