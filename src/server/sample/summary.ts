import type { Candidate } from '#contract/records/candidate.ts';
import { SPECIALISM_BY_ID } from '#core/data/specialisms.ts';
import type { Chance } from './chance.ts';
import { TASKS } from './tasks.ts';

const ROLE_WORDS: Readonly<Record<Candidate['roleGroup'], string>> = {
  nqsw: 'Newly qualified social worker',
  social_worker: 'Social worker',
  senior_social_worker: 'Senior social worker',
  advanced_practitioner: 'Advanced practitioner',
  team_manager: 'Team manager',
  iro_cp_chair: 'Independent reviewing officer',
  service_manager: 'Service manager',
  senior_manager: 'Head of service',
  specialist: 'Specialist practitioner',
};

const STRENGTHS = [
  'I write clearly and keep my recordings up to date.',
  'I am used to working to court timetables.',
  'I build good relationships with families who are wary of services.',
  'I am confident with risk and do not escalate for the sake of it.',
  'Direct work with children is what I enjoy most.',
  'I value regular, reflective supervision.',
  'I have worked with health, police and schools for most of my career.',
  'I am happy to take on students and newly qualified colleagues.',
  'My last supervisor and a service manager have agreed to give references.',
  'I can hold a full caseload after a short induction.',
  'I would like a protected caseload for the first weeks.',
  'I kept up my CPD while I was away from practice.',
  'I have worked in good and in inadequate authorities and know what helps a team.',
  'I would also consider project work, audits or a backlog of assessments.',
  'Hybrid working suits me, with visits and team days in person.',
  'I am calm on duty and good on the telephone.',
  'I have my own laptop and a quiet place to work from.',
  'I am looking for a team that sticks together.',
];

const RETURNING = [
  'I have been out of statutory work for a while and would like to come back.',
  'I retired early and miss the work.',
  'I left the council for the voluntary sector and am ready to return.',
  'I took a career break and am keen to use my experience again.',
  'I moved area and have not worked locally yet.',
];

const MODEL_WORDS = ['Trained in', 'My practice model is', 'I have used', 'I am steeped in'];

/** Acronyms as they are mistyped on forms, so that search has something to forgive. */
const MISTYPED: readonly (readonly [right: RegExp, wrong: string])[] = [
  [/\bAMHP\b/, 'AHMP'],
  [/\bDoLS\b/, 'DOLS'],
  [/\bMASH\b/, 'MAHS'],
  [/\bForm F\b/, 'FormF'],
  [/\bSGO\b/, 'SOG'],
  [/\bsection 47\b/, 's 47'],
  [/\bCIN\b/, 'CiN'],
  [/\bUASC\b/, 'USAC'],
  [/\bLAC\b/, 'L.A.C'],
  [/\bCMHT\b/, 'CHMT'],
  [/\bEDT\b/, 'ETD'],
];

const EMPTY_SHARE = 0.06;
const CAPITALS_SHARE = 0.03;
/** Of all texts; about two thirds of them have an acronym of the list in them. */
const MISTYPED_SHARE = 0.03;
/** The contract's limit is 1,200 signs; the longest sentence is well under the rest. */
const MOST_SIGNS = 1100;

type Facts = Pick<
  Candidate,
  | 'roleGroup'
  | 'specialisms'
  | 'annotations'
  | 'caseSystems'
  | 'models'
  | 'practiceEducator'
  | 'employmentTypes'
> & { readonly town: string | undefined; readonly years: number; readonly monthsAway: number };

/**
 * Writes what a person says about themselves, from what is known about them.
 *
 * 40 to 160 words; absent for 6 %, in capitals for 3 %, an acronym mistyped for 2 %.
 */
export function writeSummary(facts: Facts, chance: Chance): string | undefined {
  if (chance.one(EMPTY_SHARE)) return undefined;
  const target = 40 + Math.floor(105 * chance.next() ** 2);
  const sentences = sentencesOf(facts, chance);
  let text = '';
  for (const sentence of sentences) {
    if (text.length + sentence.length > MOST_SIGNS) break;
    text += text === '' ? sentence : ` ${sentence}`;
    if (wordCount(text) >= target) break;
  }
  if (chance.one(CAPITALS_SHARE)) return text.toUpperCase();
  return chance.one(MISTYPED_SHARE) ? mistype(text) : text;
}

const wordCount = (text: string) => text.split(' ').length;

function sentencesOf(facts: Facts, chance: Chance): string[] {
  const [first = 'cin_cp', ...others] = facts.specialisms;
  const opening = [opener(facts, chance), tasksSentence(first, chance)];
  const rest: string[] = others.map((area) => beforeThat(area, chance));
  if (facts.monthsAway > 6) rest.push(chance.pick(RETURNING));
  if (facts.annotations.includes('AMHP')) {
    rest.push('I am warranted as an AMHP and happy to join the AMHP rota.');
  }
  if (facts.annotations.includes('BIA')) rest.push('I am a qualified BIA and can take DoLS work.');
  if (facts.caseSystems.length > 0) rest.push(`I know ${facts.caseSystems.join(' and ')} well.`);
  if (facts.models.length > 0) {
    rest.push(`${chance.pick(MODEL_WORDS)} ${facts.models.join(' and ')}.`);
  }
  if (facts.practiceEducator !== 'none') {
    rest.push(`I am a practice educator (${facts.practiceEducator}).`);
  }
  if (facts.town) rest.push(`I live near ${facts.town} and know the area.`);
  if (facts.employmentTypes.includes('agency_locum')) {
    rest.push('I have worked as a locum and settle quickly.');
  }
  return [
    ...opening,
    ...chance.some(rest, rest.length),
    ...chance.some(STRENGTHS, STRENGTHS.length),
  ];
}

function opener(facts: Facts, chance: Chance): string {
  const role = ROLE_WORDS[facts.roleGroup];
  const area = SPECIALISM_BY_ID.get(facts.specialisms[0] ?? 'cin_cp')?.label ?? '';
  const years = `${facts.years} ${facts.years === 1 ? 'year' : 'years'}`;
  return chance.pick([
    `${role} with ${years} of experience, most of it in ${area}.`,
    `${role}, ${years} qualified. My main area is ${area}.`,
    `I am ${/^[AI]/.test(role) ? 'an' : 'a'} ${role.toLowerCase()} and have worked in ${area} for most of my ${years}.`,
  ]);
}

function tasksSentence(area: Candidate['primarySpecialism'], chance: Chance): string {
  const [one = '', two, three] = chance.some(TASKS[area], chance.whole(2, 3));
  if (!two) return `I have ${one}.`;
  return three ? `I have ${one}, ${two} and ${three}.` : `I have ${one} and ${two}.`;
}

const beforeThat = (area: Candidate['primarySpecialism'], chance: Chance) =>
  `${chance.pick(['Before that I had', 'I have also', 'In earlier posts I had'])} ${chance.pick(TASKS[area])}.`;

function mistype(text: string): string {
  const found = MISTYPED.find(([right]) => right.test(text));
  return found ? text.replace(...found) : text;
}
