import { type CandidateId, type CouncilId, PRESENCE } from '#contract/brands.ts';
import type { Mutation } from '#contract/mutations.ts';
import { CONTACT_CLASSES, type Presence } from '#contract/records/presence.ts';
import type { Programme } from '#contract/records/programme.ts';
import { presenceId } from '#core/domain/ids.ts';
import { peopleIn, tokenToTell, withoutPerson, withToken } from '#core/domain/presence.ts';
import { type Change, type Memory, rowsOf } from './feed.ts';

/** What a change lets the other councils know: the same rules as at the real centre. */
export function toldBy(
  memory: Memory,
  mutation: Mutation,
  by: {
    readonly councilId: CouncilId;
    readonly programme: Programme;
    readonly nowMs: number;
  },
): readonly Change[] {
  const { councilId } = by;
  const stream = memory.streams.get(PRESENCE);
  const token = stream ? tokenToTell(mutation, by.programme, by.nowMs) : null;
  if (!token) return [];
  const own = rowsOf(memory.streams.get(mutation.stream));
  const { kind, args } = mutation;
  if (kind === 'follow-up.set' && own.get('follow-up', args.id)) return [];
  const id = presenceId(councilId, token);
  const doc = withToken(rowsOf(stream).get('presence', id)?.record ?? null, councilId, token);
  return doc ? [{ stream: PRESENCE, kind: 'presence', id, op: 'u', doc }] : [];
}

/** The rows the centre holds now. */
export function livingRows(memory: Memory): readonly Presence[] {
  return [...(memory.streams.get(PRESENCE)?.items.values() ?? [])].flatMap(({ op, doc }) =>
    op === 'u' ? [doc as Presence] : [],
  );
}

/** The rows that name somebody, without them. */
export function withoutPresenceOf(memory: Memory, person: string): readonly Change[] {
  return livingRows(memory).flatMap((row): readonly Change[] => {
    const doc = withoutPerson(row, person as CandidateId);
    if (!doc) return [];
    const change = { stream: PRESENCE, kind: 'presence' as const, id: row.id };
    return peopleIn(doc).length > 0
      ? [{ ...change, op: 'u', doc }]
      : [{ ...change, op: 'd', doc: null }];
  });
}

/** All that was told, as removals. */
export function presenceGone(memory: Memory): readonly Change[] {
  return livingRows(memory).map(({ id }) => {
    return { stream: PRESENCE, kind: 'presence', id, op: 'd', doc: null };
  });
}

/** The people a row of any kind names in lists: only what councils tell each other has such. */
export function namesIn(doc: object): readonly string[] {
  const row = doc as Partial<Presence>;
  return CONTACT_CLASSES.flatMap((each) => row[each] ?? []);
}
