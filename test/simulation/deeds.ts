import { type CandidateId, type IsoDate, PRESENCE, type RecordId } from '#contract/brands.ts';
import { ok, type Result } from '#contract/errors.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { CommandDraft } from '#contract/queries.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { isoInstant } from '#core/domain/days.ts';
import { lossesIn } from '#core/domain/decide-settle.ts';
import { newRecordId } from '#core/domain/ids.ts';
import type { Journal } from '#main/journal/journal.ts';
import type { Chance } from './chance.ts';
import type { Laptop } from './laptop.ts';
import { COUNCILS } from './people.ts';
import type { Worker } from './worker.ts';

const STAGES: readonly Stage[] = [
  ...(['new', 'contacted', 'interested', 'shortlisted', 'interviewed', 'placed'] as const),
];

/** What a recruiter does next, with what is on their screen; null = nothing to do it with. */
export function chooseDeed(chance: Chance, laptop: Laptop, worker: Worker): CommandDraft | null {
  const shown = worker.shown();
  if (!shown) return null;
  const now = [...worker.people().keys()];
  const ids = now.length > 0 && chance.may(0.9) ? now : [...worker.everShown()];
  if (ids.length === 0) return null;
  const candidateId = chance.pick(ids);
  const newId = () => newRecordId(laptop.clock, chance);
  const vacancies = shown.all('vacancy');
  const vacancyId = vacancies.length > 0 ? chance.pick(vacancies).record.id : null;
  const entries = shown.all('shortlist-entry').filter(({ record }) => !record.removed);
  const followUps = shown.all('follow-up');
  const drawn = chance.int(100);
  if (drawn < 34) return contact(chance, newId(), candidateId, laptop.clock.nowMs());
  if (drawn < 48 && vacancyId) return { kind: 'shortlist.add', args: { vacancyId, candidateId } };
  if (drawn < 66 && entries.length > 0) {
    const { record } = chance.pick(entries);
    const to = chance.pick(STAGES);
    const { vacancyId: on, candidateId: who } = record;
    return { kind: 'shortlist.move', args: { vacancyId: on, candidateId: who, to } };
  }
  if (drawn < 70 && entries.length > 0) {
    const { vacancyId: on, candidateId: who } = chance.pick(entries).record;
    const args = { vacancyId: on, candidateId: who, reason: 'Changed our mind' };
    return { kind: 'shortlist.remove', args };
  }
  if (drawn < 80) {
    const dueOn = '2026-06-12' as IsoDate;
    if (followUps.length > 0 && chance.may(0.45)) {
      const { id, candidateId: who, promise } = chance.pick(followUps).record;
      const args = { id, candidateId: who, what: `Ring ${chance.int(9)}`, dueOn, promise };
      return { kind: 'follow-up.set', args };
    }
    const args = { id: newId(), candidateId, what: 'Ring back', dueOn, promise: chance.may(0.5) };
    return { kind: 'follow-up.set', args };
  }
  if (drawn < 86 && followUps.length > 0) {
    const { id, done } = chance.pick(followUps).record;
    return { kind: done ? 'follow-up.reopen' : 'follow-up.done', args: { followUpId: id } };
  }
  if (drawn < 92 && vacancyId) {
    const fields = { title: `Team ${chance.int(100)}` };
    return { kind: 'vacancy.edit', args: { vacancyId, fields } };
  }
  const settled = chance.may(0.35) ? settleLoss(shown) : null;
  if (settled) return settled;
  if (drawn < 94) return { kind: 'vacancy.create', args: aVacancyDraft(newId()) };
  if (drawn < 95) {
    return { kind: 'do-not-contact.set', args: { candidateId, reason: 'They said so' } };
  }
  // Where councils do not let each other know, there is no overlap on any screen.
  if (drawn < 97 && laptop.engine?.readState().places[PRESENCE]) {
    const { id: councilId } = chance.pick(COUNCILS);
    const on = `2026-06-0${1 + chance.int(9)}` as IsoDate;
    return { kind: 'overlap.settle', args: { candidateId, councilId, on } };
  }
  if (drawn < 98 && laptop.engine?.readState().places[PRESENCE]) {
    return lookAround(chance, { id: newId(), candidateId }, shown);
  }
  return { kind: 'audit.record', args: { action: 'view', candidateId } };
}

/** Marks somebody as seen or left out, or keeps, changes or takes away a search. */
function lookAround(
  chance: Chance,
  { id: freshId, candidateId }: { readonly id: RecordId; readonly candidateId: CandidateId },
  shown: NonNullable<ReturnType<Worker['shown']>>,
): CommandDraft {
  const vacancies = shown.all('vacancy');
  const mine = shown
    .all('saved-search')
    .filter(({ record }) => record.by.id === shown.context.actor.id);
  const drawn = chance.int(4);
  if (drawn === 0) return { kind: 'person.see', args: { candidateId, seen: chance.may(0.7) } };
  if (drawn === 1 && vacancies.length > 0) {
    const { id: vacancyId } = chance.pick(vacancies).record;
    return { kind: 'person.dismiss', args: { vacancyId, candidateId, dismissed: chance.may(0.7) } };
  }
  if (drawn === 2 && mine.length > 0) {
    const { id: searchId, shared } = chance.pick(mine).record;
    return { kind: 'search.remove', args: { searchId, shared } };
  }
  const held = mine.length > 0 && chance.may(0.5) ? chance.pick(mine).record : null;
  const { id, shared } = held ?? { id: freshId, shared: chance.may(0.5) };
  const name = `Search ${chance.int(9)}`;
  return { kind: 'search.save', args: { id, name, query: EVERYBODY, shared } };
}

/** Reads a loss and lets the colleague's value stand. */
function settleLoss(shown: NonNullable<ReturnType<Worker['shown']>>): CommandDraft | null {
  for (const record of ['vacancy', 'shortlist-entry', 'follow-up'] as const) {
    for (const { record: held } of shown.all(record)) {
      const loss = lossesIn(held, shown.context.actor.id)[0];
      if (!loss) continue;
      const { field, at } = loss;
      return { kind: 'conflict.settle', args: { record, id: held.id, field, at } };
    }
  }
  return null;
}

function contact(
  chance: Chance,
  id: RecordId,
  candidateId: CandidateId,
  nowMs: number,
): CommandDraft {
  const outcome = chance.may(0.03)
    ? 'asked_not_to_be_contacted'
    : chance.pick(['no_answer', 'spoke_interested', 'voicemail_left'] as const);
  const at = isoInstant(nowMs);
  const args = { id, candidateId, at, channel: 'phone', direction: 'out', outcome } as const;
  // Now and then ten times as long as what people mostly write.
  const note = `Said ${id} `.repeat(chance.may(0.05) ? 20 : 1).trim();
  return { kind: 'contact.log', args: { ...args, note } };
}

function aVacancyDraft(id: RecordId) {
  return {
    id,
    ref: `SW-${id.slice(-4)}`,
    title: 'Duty team',
    roleGroup: 'social_worker' as const,
    specialisms: ['assessment' as const],
    posts: 1,
    employmentTypes: ['permanent' as const],
  };
}

/** Something settled by hand. */
export interface ByHand {
  readonly id: RecordId;
  readonly act: () => Result<null>;
}

/** Chooses what to settle: a refused change is sent again or dropped, a new one taken back. */
export function chooseByHand(chance: Chance, journal: Journal): ByHand | null {
  const entries = journal.list().filter(({ state }) => state.is !== 'sent');
  const refused = entries.filter(({ state }) => state.is === 'refused' || state.is === 'told');
  const from = refused.length > 0 ? refused : entries;
  if (from.length === 0) return null;
  const { id, state, mutation } = chance.pick(from);
  const isAgain = state.is === 'refused' && chance.may(0.5);
  const again = () => {
    const done = journal.append([mutation], id);
    return done.ok ? ok(null) : done;
  };
  const drop = () => (state.is === 'told' ? journal.letGo(id) : journal.discard(id));
  return { id, act: isAgain ? again : drop };
}
