import type { CandidateId, IsoDate, RecordId } from '#contract/brands.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { Outcome, Stage } from '#contract/vocabulary.ts';
import { isoInstant } from '#core/domain/days.ts';
import { newRecordId } from '#core/domain/ids.ts';
import type { Clock } from '#core/ports.ts';
import type { Chance } from '../../simulation/chance.ts';
import type { RealLaptop } from './laptop.ts';

const STAGES: readonly Stage[] = [
  'new',
  'contacted',
  'interested',
  'shortlisted',
  'interviewed',
  'withdrawn',
];
const OUTCOMES: readonly Outcome[] = [
  'no_answer',
  'voicemail_left',
  'spoke_interested',
  'callback_requested',
  'email_sent',
];

/** Chooses by weight, so that what is done most is done most here. */
const WEIGHTS = [
  ['contact.log', 26],
  ['shortlist.add', 16],
  ['shortlist.move', 20],
  ['shortlist.remove', 6],
  ['follow-up.set', 10],
  ['follow-up.done', 7],
  ['vacancy.edit', 7],
  ['vacancy.create', 1],
  ['do-not-contact.set', 2],
  ['story.submit', 2],
  ['audit.record', 3],
] as const;

type Kind = (typeof WEIGHTS)[number][0];

/**
 * What a recruiter does next with what is on their own screen; null = nothing to do it with.
 *
 * Everybody works on the same few people, so that almost everything is touched by both.
 */
export async function chooseDeed(
  laptop: RealLaptop,
  people: readonly CandidateId[],
  { chance, clock }: { readonly chance: Chance; readonly clock: Clock },
): Promise<CommandDraft | null> {
  const candidateId = chance.pick(people);
  const id = newRecordId(clock, chance);
  const vacancies = await laptop.ask['vacancies.read']({});
  const vacancyId = vacancies.length > 0 ? chance.pick(vacancies).vacancy.record.id : null;
  const kind = chooseKind(chance);
  switch (kind) {
    case 'contact.log':
      return contact(laptop, { chance, clock }, { id, candidateId, vacancyId });
    case 'shortlist.add':
      return vacancyId && { kind, args: { vacancyId, candidateId } };
    case 'shortlist.move':
    case 'shortlist.remove': {
      const list = vacancyId ? await laptop.ask['vacancy.read']({ id: vacancyId }) : null;
      if (!list || list.people.length === 0) return null;
      const { vacancyId: on, candidateId: who } = chance.pick(list.people).entry.record;
      const args = { vacancyId: on, candidateId: who, reason: `Because of ${chance.int(1000)}` };
      if (kind === 'shortlist.remove') return { kind, args };
      return { kind, args: { ...args, to: chance.pick(STAGES) } };
    }
    case 'follow-up.set':
    case 'follow-up.done': {
      const known = await followUpOf(laptop, candidateId, chance);
      if (kind === 'follow-up.done') return known && { kind, args: { followUpId: known } };
      const dueOn = `2026-06-${10 + chance.int(15)}` as IsoDate;
      const what = `Ring back ${chance.int(1000)}`;
      // Half of the times somebody's own follow-up is changed.
      const which = chance.may(0.5) ? (known ?? id) : id;
      return { kind, args: { id: which, candidateId, what, dueOn, promise: chance.may(0.5) } };
    }
    case 'vacancy.edit': {
      if (!vacancyId) return null;
      const fields = {
        ...(chance.may(0.6) ? { title: `Duty team ${chance.int(1000)}` } : {}),
        ...(chance.may(0.4) ? { team: `Team ${chance.int(1000)}` } : {}),
        ...(chance.may(0.4) ? { posts: 1 + chance.int(9) } : {}),
        ...(chance.may(0.05) ? { status: chance.pick(['open', 'closed'] as const) } : {}),
      };
      return Object.keys(fields).length === 0 ? null : { kind, args: { vacancyId, fields } };
    }
    case 'vacancy.create':
      return aVacancy(id);
    case 'do-not-contact.set':
      return { kind, args: { candidateId, reason: `They said so ${chance.int(1000)}` } };
    case 'story.submit':
      return {
        kind,
        args: {
          id,
          title: `Story ${chance.int(1000)}`,
          body: 'It went well.',
          serviceArea: 'Duty',
          permissionGiven: true,
        },
      };
    case 'audit.record':
      return { kind, args: { action: 'view', candidateId } };
  }
}

/** A new vacancy, as both begin with. */
export function aVacancy(id: RecordId): CommandDraft {
  return {
    kind: 'vacancy.create',
    args: {
      id,
      ref: `SW-${id.slice(-4)}`,
      title: 'Duty team',
      roleGroup: 'social_worker',
      specialisms: ['assessment'],
      posts: 1,
      employmentTypes: ['permanent'],
    },
  };
}

async function contact(
  laptop: RealLaptop,
  { chance, clock }: { readonly chance: Chance; readonly clock: Clock },
  {
    id,
    candidateId,
    vacancyId,
  }: {
    readonly id: RecordId;
    readonly candidateId: CandidateId;
    readonly vacancyId: RecordId | null;
  },
): Promise<CommandDraft> {
  const view = await laptop.ask['person.read']({ id: candidateId });
  const earlier =
    view.is === 'held' && view.contacts.length > 0 ? chance.pick(view.contacts) : null;
  const isWish = chance.may(0.02);
  const isCorrection = earlier !== null && chance.may(0.1);
  return {
    kind: 'contact.log',
    args: {
      id,
      candidateId,
      at: isoInstant(clock.nowMs() - chance.int(120_000)),
      channel: chance.pick(['phone', 'email', 'sms'] as const),
      direction: chance.may(0.1) ? 'in' : 'out',
      outcome: isWish ? 'asked_not_to_be_contacted' : chance.pick(OUTCOMES),
      note: `Said ${id}`,
      ...(vacancyId && chance.may(0.3) ? { vacancyId } : {}),
      ...(isCorrection ? { correctionOf: earlier.record.id } : {}),
    },
  };
}

async function followUpOf(
  laptop: RealLaptop,
  id: CandidateId,
  chance: Chance,
): Promise<RecordId | null> {
  const view = await laptop.ask['person.read']({ id });
  if (view.is !== 'held' || view.followUps.length === 0) return null;
  return chance.pick(view.followUps).record.id;
}

function chooseKind(chance: Chance): Kind {
  let left = chance.int(WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [kind, weight] of WEIGHTS) {
    left -= weight;
    if (left < 0) return kind;
  }
  return 'contact.log';
}
