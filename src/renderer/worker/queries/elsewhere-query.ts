import { type CandidateId, PRESENCE } from '#contract/brands.ts';
import type { Elsewhere, ElsewhereContact, Overlap } from '#contract/queries.ts';
import type { Presence } from '#contract/records/presence.ts';
import { COUNCIL_BY_ID } from '#core/data/councils.ts';
import { daysBetween, londonDay } from '#core/domain/days.ts';
import {
  type Looking,
  latestOf,
  newestElsewhere,
  overlapsIn,
  pastPattern,
  type Told,
  toldOf,
} from '#core/domain/elsewhere.ts';
import { overlapSettledId } from '#core/domain/ids.ts';
import { presenceDays } from '#core/domain/presence.ts';
import type { ShownWork } from '../shown-work.ts';
import { nameOf, type QueryContext } from './query-context.ts';

/** What councils let each other know, as this device holds it. */
interface Known {
  readonly rows: readonly Presence[];
  readonly looking: Looking;
}

/** Null where councils do not let each other know, or this device has not been told yet. */
function knownIn({ owner, replica, shown, today }: QueryContext): Known | null {
  const programme = shown.all('programme')[0]?.record;
  const days = programme ? presenceDays(programme) : 0;
  if (days === 0 || !replica.holds(PRESENCE)) return null;
  const rows = replica.rows.all(PRESENCE).map(({ doc }) => doc as Presence);
  return { rows, looking: { own: owner.council.id, today, days } };
}

/** Counted once for what is shown: going from person to person costs no count each. */
const patterns = new WeakMap<ShownWork, Elsewhere['pattern']>();

/** Reads what other councils let us know about a person. */
export function readElsewhere(context: QueryContext, id: CandidateId): Elsewhere | null {
  const known = knownIn(context);
  if (!known) return null;
  const { rows, looking } = known;
  const told = toldOf(rows, new Set([id]), looking).get(id) ?? [];
  const { shown, replica } = context;
  const counted = patterns.get(shown);
  const syncedOn = replica.asAt ? londonDay(replica.asAt) : looking.today;
  const pattern = counted === undefined ? pastPattern(rows, looking, syncedOn) : counted;
  patterns.set(shown, pattern);
  const contacts = newestElsewhere(told, looking.own).map(withName);
  return { contacts, days: looking.days, pattern };
}

/** Reads the newest contact another council had with each of some people. */
export function readNewestElsewhere(
  context: QueryContext,
  people: readonly CandidateId[],
): ReadonlyMap<CandidateId, ElsewhereContact> {
  const known = people.length > 0 ? knownIn(context) : null;
  if (!known) return new Map();
  const { rows, looking } = known;
  return new Map(
    [...toldOf(rows, new Set(people), looking)].flatMap(([id, told]) => {
      const [newest] = newestElsewhere(told, looking.own);
      return newest ? [[id, withName(newest)] as const] : [];
    }),
  );
}

/** Reads this recruiter's contacts that met another council's and are not settled yet. */
export function readOverlaps(context: QueryContext): readonly Overlap[] {
  const { owner, shown } = context;
  const mine = shown
    .all('contact')
    .filter(({ record, seq }) => record.by.id === owner.recruiterId && seq > 0)
    .map(({ record }) => record);
  const known = mine.length > 0 ? knownIn(context) : null;
  if (!known) return [];
  const { rows, looking } = known;
  const told = toldOf(rows, new Set(mine.map(({ candidateId }) => candidateId)), looking);
  return [...told]
    .flatMap(([candidateId, all]) => {
      const name = nameOf(context, candidateId);
      if (name === null || shown.get('do-not-contact', candidateId)) return [];
      return overlapsIn(all, looking.own)
        .filter(({ ours, theirs }) => {
          const settled = shown.get(
            'overlap-settled',
            overlapSettledId(candidateId, theirs.councilId),
          );
          if (settled && settled.record.on >= latestOf({ ours, theirs }).on) return false;
          // A day of grace: the centre may have put right what this laptop's clock said.
          return mine.some(
            ({ candidateId: id, at }) =>
              id === candidateId && Math.abs(daysBetween(londonDay(at), ours.on)) <= 1,
          );
        })
        .map(({ ours, theirs }) => {
          const { on } = latestOf({ ours, theirs });
          return { candidateId, name, ours, theirs: withName(theirs), on };
        });
    })
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.name.localeCompare(b.name, 'en-GB'));
}

function withName(told: Told): ElsewhereContact {
  return { ...told, council: COUNCIL_BY_ID.get(told.councilId)?.name ?? 'Another council' };
}
