import type { CouncilId, IsoDate, IsoInstant } from '#contract/brands.ts';
import type { Channel, Outcome, RegistrationStatus, Stage } from '#contract/vocabulary.ts';
import { SPOKEN_OUTCOMES } from '#contract/vocabulary.ts';
import { COUNCIL_BY_ID } from '#core/data/councils.ts';
import { addDays, dayNumber, isoInstant, londonDay } from '#core/domain/days.ts';
import { type Chance, chanceOf, type Weights } from './chance.ts';
import type { Person, Seeding } from './person.ts';

/** How far a person has come with the council that works with them. */
export type Level =
  | 'never'
  | 'tried'
  | 'spoken'
  | 'interested'
  | 'shortlisted'
  | 'interview'
  | 'offer'
  | 'placed';

/** One contact, before it is known which recruiter made it. */
export interface Touch {
  readonly at: IsoInstant;
  readonly channel: Channel;
  readonly direction: 'out' | 'in';
  readonly outcome: Outcome;
}

/** What happened with one person since they came forward. */
export interface History {
  readonly level: Level;
  /** The made-up council that did it; absent when it was another one of the 153. */
  readonly councilId?: CouncilId;
  /** Oldest first; the rows of `councilId`, or of a council that is not in the sample. */
  readonly touches: readonly Touch[];
  /** The stage they have reached; absent for those on no list. */
  readonly stage?: Stage;
  readonly firstSpokenOn?: IsoDate;
  readonly lastTriedOn?: IsoDate;
}

/** The councils with recruiters in the sample, the first made-up recruiter's first. */
export const WORKING_COUNCILS = [
  'kent',
  'leeds',
  'lewisham',
  'cornwall',
  'birmingham',
  'rutland',
] as readonly string[] as readonly CouncilId[];

/** Contacts are written row by row for the first people only, whatever the sample's size. */
export const PEOPLE_WITH_ROWS = 2000;
/** Days of contacts in the sample. */
const CONTACT_DAYS = 90;

/** Domain.md section 10, demo pipeline; "contacted 30" is `tried` and `spoken` here. */
const LEVELS: Weights<Level> = [
  ['never', 45],
  ['tried', 13],
  ['spoken', 18],
  ['interested', 11],
  ['shortlisted', 6],
  ['interview', 3],
  ['offer', 2],
  ['placed', 2],
];

const TRIES: Weights<Outcome> = [
  ['no_answer', 33],
  ['voicemail_left', 27],
  ['email_sent', 33],
  ['engaged', 3],
  ['email_bounced', 2],
  ['wrong_number', 1.4],
  ['number_unobtainable', 0.6],
];

/** What people say in order, at each level; `interested` comes once and is acted on. */
const SAID: Readonly<Record<Level, Weights<readonly Outcome[]>>> = {
  never: [[[], 1]],
  tried: [[[], 1]],
  spoken: [
    [['spoke_maybe_later'], 33],
    [['spoke_needs_info', 'spoke_maybe_later'], 10],
    [['spoke_not_interested'], 23],
    [['spoke_maybe_later', 'spoke_not_interested'], 9],
    [['already_placed_elsewhere'], 16],
    [['callback_requested'], 3],
    [['asked_not_to_be_contacted'], 6],
  ],
  interested: [
    [['spoke_interested'], 50],
    [['spoke_needs_info', 'spoke_interested'], 27],
    [['spoke_maybe_later', 'spoke_interested'], 17],
    [['callback_requested', 'spoke_interested'], 6],
  ],
  shortlisted: [
    [['spoke_interested'], 50],
    [['spoke_needs_info', 'spoke_interested'], 28],
    [['spoke_interested', 'already_placed_elsewhere'], 8],
    [['spoke_maybe_later', 'spoke_interested'], 14],
  ],
  interview: [
    [['spoke_interested', 'replied'], 40],
    [['spoke_needs_info', 'spoke_interested'], 60],
  ],
  offer: [[['spoke_interested', 'spoke_interested'], 1]],
  placed: [[['spoke_interested', 'spoke_interested'], 1]],
};

/** Tries before the first answer and between answers. */
const TRIES_BEFORE: Weights<number> = [
  [0, 20],
  [1, 31],
  [2, 27],
  [3, 15],
  [4, 7],
];

const STAGES: Readonly<Partial<Record<Level, Weights<Stage | undefined>>>> = {
  never: [
    [undefined, 93],
    ['new', 4],
    ['long_listed', 3],
  ],
  tried: [
    [undefined, 60],
    ['contacted', 34],
    ['unreachable', 6],
  ],
  spoken: [
    [undefined, 55],
    ['contacted', 45],
  ],
  interested: [
    ['interested', 85],
    ['on_hold', 8],
    ['not_suitable', 7],
  ],
  shortlisted: [
    ['shortlisted', 90],
    ['withdrawn', 10],
  ],
  interview: [
    ['interview_arranged', 45],
    ['interviewed', 35],
    ['reserve', 20],
  ],
  offer: [
    ['offer_conditional', 25],
    ['checks', 45],
    ['cleared', 15],
    ['start_agreed', 15],
  ],
  placed: [['placed', 1]],
};

const NOT_TO_CALL: readonly RegistrationStatus[] = ['suspended', 'interim_suspended'];
/** Share of people whose nearest working council is the one that rang them. */
const NEAREST_SHARE = 0.45;
/** The others look further: Kent, the first one's, the furthest. */
const LOOKING_FAR: Weights<CouncilId> = WORKING_COUNCILS.map((id, place) => [
  id,
  [50, 17, 8, 13, 17, 5][place] ?? 1,
]);
const ELSEWHERE_SHARE = 0.06;

/** Makes what happened with person `index`; nothing before they came, nothing today. */
export function makeHistory(seeding: Seeding, index: number, person: Person): History {
  const chance = chanceOf(seeding.seed, 'history', index);
  const until = addDays(seeding.today, -1);
  const came = person.registeredInterestAt.slice(0, 10) as IsoDate;
  const firstDay = Math.max(dayNumber(came) + 1, dayNumber(until) - CONTACT_DAYS + 1);
  const days = dayNumber(until) - firstDay;
  const drawn = chance.weighted(LEVELS);
  const reachable = days >= 2 && !NOT_TO_CALL.includes(person.registrationStatus);
  const level = reachable ? drawn : 'never';
  const rows = index < PEOPLE_WITH_ROWS && !chance.one(ELSEWHERE_SHARE);
  const councilId = rows ? drawCouncil(chance, person) : undefined;
  const touches = drawTouches(chance, level, firstDay, days);
  const stage = rows ? stageAfter(chance, level, touches) : undefined;
  const spoken = touches.find(({ outcome }) => SPOKEN_OUTCOMES.includes(outcome));
  const last = touches.at(-1);
  return {
    level,
    ...(councilId && { councilId }),
    touches,
    ...(stage && { stage }),
    ...(spoken && { firstSpokenOn: londonDay(spoken.at) }),
    ...(last && { lastTriedOn: londonDay(last.at) }),
  };
}

function drawTouches(
  chance: Chance,
  level: Level,
  firstDay: number,
  days: number,
): readonly Touch[] {
  if (level === 'never') return [];
  const outcomes: Outcome[] = [];
  for (const said of chance.weighted(SAID[level])) {
    const tries = chance.weighted(TRIES_BEFORE);
    for (let count = 0; count < tries; count += 1) outcomes.push(chance.weighted(TRIES));
    outcomes.push(said);
  }
  if (level === 'tried') {
    const tries = chance.whole(1, 3);
    for (let count = 0; count < tries; count += 1) outcomes.push(chance.weighted(TRIES));
  }
  if (level === 'offer' || level === 'placed' || level === 'interview') outcomes.push('email_sent');
  const moments = outcomes
    .map(() => momentOf(chance, firstDay, firstDay + Math.floor(chance.next() * (days + 1))))
    .sort((a, b) => a - b);
  return outcomes.map((outcome, place) => ({
    at: isoInstant(moments[place] ?? 0),
    ...wayOf(chance, outcome),
    outcome,
  }));
}

/** Office hours; what would fall on a weekend is done on the Friday before, if there is one. */
function momentOf(chance: Chance, firstDay: number, day: number): number {
  const pastFriday = Math.max(0, ((day + 3) % 7) - 4);
  const worked = Math.max(firstDay, day - pastFriday);
  return worked * 86_400_000 + (495 + chance.whole(0, 540)) * 60_000 + chance.whole(0, 59) * 1000;
}

const TALKS: Weights<Channel> = [
  ['phone', 82],
  ['video', 12],
  ['in_person', 6],
];

function wayOf(chance: Chance, outcome: Outcome): Pick<Touch, 'channel' | 'direction'> {
  if (outcome === 'email_sent' || outcome === 'email_bounced') {
    return { channel: 'email', direction: 'out' };
  }
  if (outcome === 'replied') return { channel: chance.one(0.7) ? 'email' : 'sms', direction: 'in' };
  if (outcome === 'voicemail_left') {
    return { channel: chance.one(0.6) ? 'voicemail' : 'phone', direction: 'out' };
  }
  if (outcome === 'spoke_interested' || outcome === 'spoke_needs_info') {
    return { channel: chance.weighted(TALKS), direction: chance.one(0.12) ? 'in' : 'out' };
  }
  return { channel: 'phone', direction: 'out' };
}

/** The stage agrees with the last thing said: nobody who said no waits for an interview. */
function stageAfter(chance: Chance, level: Level, touches: readonly Touch[]): Stage | undefined {
  const said = touches.at(-1)?.outcome;
  if (said === 'asked_not_to_be_contacted') return undefined;
  if (said === 'spoke_not_interested') return chance.one(0.5) ? 'declined' : undefined;
  if (said === 'already_placed_elsewhere') return chance.one(0.7) ? 'placed_elsewhere' : undefined;
  return chance.weighted(STAGES[level] ?? [[undefined, 1]]);
}

function drawCouncil(chance: Chance, person: Person): CouncilId {
  const { lat, lon } = person;
  if (lat === undefined || lon === undefined || !chance.one(NEAREST_SHARE)) {
    return chance.weighted(LOOKING_FAR);
  }
  const away = (id: CouncilId) => {
    const council = COUNCIL_BY_ID.get(id);
    return council ? Math.hypot(council.lat - lat, (council.lon - lon) * 0.6) : 99;
  };
  return WORKING_COUNCILS.reduce((best, id) => (away(id) < away(best) ? id : best));
}
