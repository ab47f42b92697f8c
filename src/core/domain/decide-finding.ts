import type { RecordId } from '#contract/brands.ts';
import type { MutationArgs } from '#contract/mutations.ts';
import type { Dismissal, Looked, SavedSearch, Seen } from '#contract/records/finding.ts';
import { dismissalId, lookedId, seenId } from './ids.ts';
import { type Deciding, type Rows, refuse, type Verdict } from './verdict.ts';

/** How many searches may stand on each other; the last one is whole. */
export const MOST_BUILT_ON = 5;

/** Keeps a search under a name; only its maker changes it. Rules DM31, DM32. */
export function decideSearchSave(
  args: MutationArgs['search.save'],
  rows: Rows,
  context: Deciding,
): Verdict {
  const held = rows.get('saved-search', args.id)?.record;
  if (held && held.by.id !== context.actor.id) return NOT_ITS_MAKER;
  if (standsOnItself(args, rows)) {
    return refuse('rule', 'A search cannot build on itself, nor on more than five others.');
  }
  const record: SavedSearch = { ...args, by: context.actor, at: context.at };
  const isSame =
    held && !held.removed && JSON.stringify(told(held)) === JSON.stringify(told(record));
  if (isSame) return { outcome: 'merged' };
  return { outcome: 'applied', changes: [{ kind: 'saved-search', id: args.id, record }] };
}

/** Takes a saved search away; what builds on it keeps what it adds. Rule DM31. */
export function decideSearchRemove(
  { searchId }: MutationArgs['search.remove'],
  rows: Rows,
  context: Deciding,
): Verdict {
  const held = rows.get('saved-search', searchId)?.record;
  if (!held || held.removed) return { outcome: 'merged' };
  if (held.by.id !== context.actor.id) return NOT_ITS_MAKER;
  const record: SavedSearch = { ...held, at: context.at, removed: true };
  return { outcome: 'applied', changes: [{ kind: 'saved-search', id: searchId, record }] };
}

/** Notes how far somebody has looked; going back is allowed, it undoes a look. Rule DM33. */
export function decideSearchLook(
  { searchId, asAt }: MutationArgs['search.look'],
  rows: Rows,
): Verdict {
  const id = lookedId(searchId);
  if (rows.get('looked', id)?.record.asAt === asAt) return { outcome: 'merged' };
  const record: Looked = { id, searchId, asAt };
  return { outcome: 'applied', changes: [{ kind: 'looked', id, record }] };
}

/** Notes that somebody has seen a person, or wants to see them as new. Rule DM34. */
export function decideSeen(
  { candidateId, seen }: MutationArgs['person.see'],
  rows: Rows,
  context: Deciding,
): Verdict {
  const id = seenId(candidateId);
  const held = rows.get('seen', id)?.record;
  if ((held?.seen ?? false) === seen) return { outcome: 'merged' };
  // Nobody is told that a mark about somebody who withdrew came to nothing: it was never work.
  if (!context.personHeld(candidateId)) return { outcome: 'merged' };
  const record: Seen = { id, candidateId, seen, at: context.at };
  return { outcome: 'applied', changes: [{ kind: 'seen', id, record }] };
}

/** Leaves a person out of the views for one vacancy, or brings them back. Rule DM35. */
export function decideDismiss(
  { vacancyId, candidateId, dismissed, reason }: MutationArgs['person.dismiss'],
  rows: Rows,
  context: Deciding,
): Verdict {
  const id = dismissalId(vacancyId, candidateId);
  const held = rows.get('dismissal', id)?.record;
  if ((held?.dismissed ?? false) === dismissed) return { outcome: 'merged' };
  if (!rows.get('vacancy', vacancyId)) return refuse('rule', 'This vacancy is not there any more.');
  if (!context.personHeld(candidateId)) return HAS_WITHDRAWN;
  const { actor: by, at } = context;
  const why = reason ? { reason } : {};
  const record: Dismissal = { id, vacancyId, candidateId, dismissed, ...why, by, at };
  return { outcome: 'applied', changes: [{ kind: 'dismissal', id, record }] };
}

const NOT_ITS_MAKER = refuse(
  'not-allowed',
  'Only who made this search can change it. Keep a copy of your own, or build on it.',
);
const HAS_WITHDRAWN = refuse('rule', 'This person has withdrawn from the programme.');

/** What a search says, without when. */
function told({ name, query, buildsOn, shared }: SavedSearch) {
  return { name, query, shared, ...(buildsOn ? { buildsOn } : {}) };
}

/** Only as far as can be seen here: `composeSearch` goes round no circle two laptops made. */
function standsOnItself({ id, buildsOn }: MutationArgs['search.save'], rows: Rows): boolean {
  let below: RecordId | undefined = buildsOn;
  for (let depth = 0; below !== undefined; depth += 1) {
    if (below === id || depth === MOST_BUILT_ON) return true;
    const base: SavedSearch | undefined = rows.get('saved-search', below)?.record;
    below = base?.buildsOn;
  }
  return false;
}
