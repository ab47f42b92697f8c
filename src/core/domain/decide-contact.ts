import type { MutationArgs } from '#contract/mutations.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { ContactLog } from '#contract/records/council-work.ts';
import { type Outcome, SPOKEN_OUTCOMES } from '#contract/vocabulary.ts';
import { refuseLeftAlone } from './conflicts.ts';
import { londonDay } from './days.ts';
import { type Deciding, type RowChange, type Rows, refuse, type Verdict } from './verdict.ts';

/** What someone may say that means: leave me alone. Who asks to be removed asks that too. */
const WISHES: Partial<Readonly<Record<Outcome, string>>> = {
  asked_not_to_be_contacted: 'Asked not to be contacted',
  asked_to_be_removed: 'Asked to be removed',
};

/**
 * Records a contact. Append only: the same id merges, a correction is a new row (DM8).
 *
 * An outbound contact with someone who asked not to be contacted is refused unless it
 * only records that wish again (DM9). "Do not contact" takes effect in the same change.
 */
export function decideContact(
  args: MutationArgs['contact.log'],
  rows: Rows,
  context: Deciding,
): Verdict {
  if (rows.get('contact', args.id)) return { outcome: 'merged' };
  if (!context.personHeld(args.candidateId)) {
    return refuse('rule', 'This person has withdrawn from the programme.');
  }
  if (args.correctionOf && !rows.get('contact', args.correctionOf)) {
    return refuse('not-found', 'The contact this corrects is not there any more.');
  }
  const blocked = rows.get('do-not-contact', args.candidateId);
  const wish = WISHES[args.outcome];
  // That a contact did not happen can be said of anybody.
  const isContact = args.direction === 'out' && !wish && !args.undone;
  if (blocked && isContact && !context.wasTaken && args.at > blocked.record.at) {
    return refuseLeftAlone(blocked.record);
  }
  const record: ContactLog = { ...args, by: context.actor };
  const changes: RowChange[] = [{ kind: 'contact', id: args.id, record }];
  if (wish && !blocked) {
    const { candidateId } = args;
    changes.push({
      kind: 'do-not-contact',
      id: candidateId,
      record: {
        id: candidateId,
        candidateId,
        reason: wish,
        at: args.at,
        by: context.actor,
      },
    });
  }
  return { outcome: 'applied', changes };
}

/** Whether someone was really spoken to, or rang or wrote to us. */
export function wasSpoken(contact: Pick<ContactLog, 'outcome' | 'direction'>): boolean {
  return contact.direction === 'in' || SPOKEN_OUTCOMES.includes(contact.outcome);
}

/**
 * Returns the person as the pool knows them after a contact, or null when unchanged.
 *
 * Only days go to the pool, never who or what: other councils learn that someone has
 * been in touch, and nothing else (decision P4). Rule DM10.
 */
export function heardAfter(
  candidate: Candidate,
  contact: Pick<ContactLog, 'outcome' | 'direction' | 'at'>,
): Candidate | null {
  const day = londonDay(contact.at);
  const spoken = wasSpoken(contact);
  const first = candidate.firstSpokenOn;
  const last = candidate.lastTriedOn;
  const firstSpokenOn = spoken && (!first || day < first) ? day : first;
  const lastTriedOn = !last || day > last ? day : last;
  if (firstSpokenOn === first && lastTriedOn === last) return null;
  return {
    ...candidate,
    ...(firstSpokenOn ? { firstSpokenOn } : {}),
    ...(lastTriedOn ? { lastTriedOn } : {}),
  };
}
