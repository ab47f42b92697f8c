import type { CandidateId } from '#contract/brands.ts';
import type { Card } from '#contract/find-answer.ts';
import type { FindQuery } from '#contract/find-query.ts';
import type { DecisionContext } from './decisions.ts';
import { twoEditsIn } from './two-edits.ts';

/** A person as a list shows them, with distances from a base; null when not held. */
export function cardOf(context: DecisionContext, id: CandidateId, query: FindQuery): Card | null {
  const card = context.people.card(id, query);
  const notSentYet = context.shown.peopleNotSent.has(id);
  return card && { ...card, notSentYet, twoEdits: twoEditsIn(context).people.get(id) ?? null };
}
