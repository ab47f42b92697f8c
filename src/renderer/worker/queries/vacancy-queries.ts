import type { RecordId } from '#contract/brands.ts';
import type { ListedPerson, Shown, VacancySummary, VacancyView } from '#contract/queries.ts';
import type { ShortlistEntry, Vacancy } from '#contract/records/council-work.ts';
import { STAGES } from '#contract/vocabulary.ts';
import { daysBetween, londonDay } from '#core/domain/days.ts';
import { cardOf } from './card-of.ts';
import { councilBase, from, type QueryContext } from './query-context.ts';
import { twoEditsIn } from './two-edits.ts';

/** Reads the council's vacancies: open ones first, the newest first. */
export function readVacancies(context: QueryContext): readonly VacancySummary[] {
  const { shown } = context;
  const listed = Map.groupBy(
    shown.all('shortlist-entry').filter(({ record }) => !record.removed),
    ({ record }) => record.vacancyId,
  );
  return shown
    .all('vacancy')
    .map((vacancy) => {
      const entries = listed.get(vacancy.record.id) ?? [];
      return {
        vacancy,
        onList: entries.length,
        spokenTo: entries.filter(
          ({ record }) => shown.own.ours.get(record.candidateId) === 'spoken',
        ).length,
        placed: entries.filter(({ record }) => record.stage === 'placed').length,
        twoEdits: twoEditsIn(context).vacancies.get(vacancy.record.id) ?? null,
      };
    })
    .sort((a, b) => byStatusThenAge(a.vacancy, b.vacancy));
}

/** Reads one vacancy and the people on its list, by stage and then by how long they wait. */
export function readVacancy(context: QueryContext, id: RecordId): VacancyView | null {
  const vacancy = context.shown.get('vacancy', id);
  if (!vacancy) return null;
  const people = context.shown
    .all('shortlist-entry')
    .filter(({ record }) => record.vacancyId === id && !record.removed)
    .map((entry) => listedPerson(context, vacancy.record, entry))
    .sort((a, b) => stageRank(a) - stageRank(b) || b.daysHere - a.daysHere || byId(a, b));
  return { vacancy, people };
}

function listedPerson(
  context: QueryContext,
  { base }: Vacancy,
  entry: Shown<ShortlistEntry>,
): ListedPerson {
  const near = base ? { ...base, withinTheirLimit: true } : councilBase(context.owner);
  const since = entry.record.history.at(-1)?.at;
  return {
    entry,
    card: cardOf(context, entry.record.candidateId, from(near)),
    daysHere: since ? Math.max(0, daysBetween(londonDay(since), context.today)) : 0,
  };
}

const stageRank = ({ entry }: ListedPerson) => STAGES.indexOf(entry.record.stage);
const byId = (a: ListedPerson, b: ListedPerson) =>
  a.entry.record.id.localeCompare(b.entry.record.id);

function byStatusThenAge(a: Shown<Vacancy>, b: Shown<Vacancy>): number {
  if (a.record.status !== b.record.status) return a.record.status === 'open' ? -1 : 1;
  return (
    b.record.createdAt.localeCompare(a.record.createdAt) || a.record.id.localeCompare(b.record.id)
  );
}
