import type { CandidateId, RecordId } from '#contract/brands.ts';
import { isChoice } from '#core/domain/is-choice.ts';
import type { ShownWork } from '../shown-work.ts';
import { type DecisionContext, readDecisions } from './decisions.ts';

/** Whom and what an unsettled conflict is about, with the decision that settles it. */
export interface TwoEdits {
  readonly people: ReadonlyMap<CandidateId, string>;
  /** Vacancies whose own values were crossed. */
  readonly vacancies: ReadonlyMap<RecordId, string>;
}

/** Read once for each state of the work: lists ask for every row. */
const known = new WeakMap<ShownWork, TwoEdits>();

/** Finds who carries the tag "Two edits"; with several conflicts it leads to the oldest. */
export function twoEditsIn(context: DecisionContext): TwoEdits {
  const before = known.get(context.shown);
  if (before) return before;
  const people = new Map<CandidateId, string>();
  const vacancies = new Map<RecordId, string>();
  for (const decision of readDecisions(context).filter(isChoice)) {
    const { id, candidateId, vacancyId } = decision;
    if (candidateId !== null) {
      if (!people.has(candidateId)) people.set(candidateId, id);
    } else if (vacancyId !== null && !vacancies.has(vacancyId)) vacancies.set(vacancyId, id);
  }
  const found = { people, vacancies };
  known.set(context.shown, found);
  return found;
}
