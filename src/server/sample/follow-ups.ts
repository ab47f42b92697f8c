import type { IsoInstant, RecordId } from '#contract/brands.ts';
import type { Actor, FollowUp } from '#contract/records/council-work.ts';
import { OUTCOMES_NEEDING_FOLLOW_UP } from '#contract/vocabulary.ts';
import { addDays } from '#core/domain/days.ts';
import type { Case } from './case.ts';
import { type Chance, uuidAt, type Weights } from './chance.ts';
import type { Seeding } from './person.ts';

const WHAT: readonly string[] = [
  'Ring about the post',
  'Ring back as agreed',
  'Send the role profile',
  'Ask about references',
  'Tell them about the interview day',
  'Check when they can start',
];

/** Days from today; what was done is always past. */
const DUE: Weights<readonly [from: number, to: number, done: boolean]> = [
  [[0, 0, false], 18],
  [[-12, -1, false], 17],
  [[1, 25, false], 45],
  [[-30, -1, true], 20],
];
const INTERESTED_SHARE = 0.35;
const PROMISE_SHARE = 0.4;

/** Draws what is to be done next about a person, if anything. */
export function drawFollowUp(
  seeding: Seeding,
  chance: Chance,
  { person, history }: Case,
  owner: Actor,
): FollowUp | undefined {
  const last = history.touches.at(-1);
  if (!last || history.level === 'placed') return undefined;
  const agreed = OUTCOMES_NEEDING_FOLLOW_UP.includes(last.outcome);
  const wanted = agreed || (last.outcome === 'spoke_interested' && chance.one(INTERESTED_SHARE));
  if (!wanted) return undefined;
  const [from, to, done] = chance.weighted(DUE);
  const dueOn = addDays(seeding.today, chance.whole(from, to));
  const promise = agreed && chance.one(PROMISE_SHARE);
  const doneAt = laterOf(last.at, `${dueOn}T10:20:00.000Z` as IsoInstant);
  return {
    id: uuidAt(chance, Date.parse(last.at)) as RecordId,
    candidateId: person.id,
    what: agreed ? 'Ring back as agreed' : chance.pick(WHAT),
    dueOn,
    ...(promise &&
      chance.one(0.5) && { dueTime: `${chance.whole(10, 17)}:${chance.pick(['00', '15', '30'])}` }),
    promise,
    owner,
    createdAt: last.at,
    ...(done && { done: { at: doneAt, by: owner } }),
  };
}

const laterOf = (a: IsoInstant, b: IsoInstant) => (a > b ? a : b);
