import { type CandidateId, PRESENCE } from '#contract/brands.ts';
import type { Actor, ShortlistEntry } from '#contract/records/council-work.ts';
import type { Presence } from '#contract/records/presence.ts';
import { isoInstant } from '#core/domain/days.ts';
import { peopleIn, withoutPerson } from '#core/domain/presence.ts';
import type { Sql } from '#server/db/database.ts';
import { orderErasure } from '#server/modules/directives/repository.ts';
import { lockPresenceOf } from '#server/modules/presence/repository.ts';
import { type Change, publish } from '#server/modules/streams/feed.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { clearWordsAbout, lockEverythingAbout, type Placed, registerErased } from './repository.ts';

/**
 * Removes a person everywhere, because they asked; asking twice is the same.
 *
 * One transaction: the pool's row and every contact, follow-up and do-not-contact row of
 * every council become erasures; places on shortlists stay as "withdrawn" without a word
 * about the person; nobody is told any more that a council was in touch; the register keeps the id, so nothing brings them back (decision Y5).
 */
export async function withdraw(
  transaction: Sql,
  candidateId: CandidateId,
  by: { readonly actor: Actor; readonly nowMs: number },
): Promise<void> {
  const rows = await lockEverythingAbout(transaction, candidateId);
  const isFirst = await registerErased(transaction, candidateId);
  if (isFirst && !rows.some((row) => row.kind === 'candidate')) {
    throw new Refusal('not-found', 'There is no such person in the pool.');
  }
  await clearWordsAbout(transaction, candidateId);
  if (isFirst) await orderErasure(transaction, candidateId);
  const named = await lockPresenceOf(transaction, candidateId);
  await publish(transaction, [
    ...rows.flatMap((row) => changeFor(row, by)),
    ...named.flatMap((row) => unnamed(row, candidateId)),
  ]);
}

/** What another council let the others know goes too; the people beside them stay. */
function unnamed(row: Presence, candidateId: CandidateId): readonly Change[] {
  const doc = withoutPerson(row, candidateId);
  if (!doc) return [];
  const change = { stream: PRESENCE, kind: 'presence' as const, id: row.id, isNew: false };
  return [{ ...change, ...(peopleIn(doc).length > 0 ? { op: 'u', doc } : { op: 'd', doc: null }) }];
}

function changeFor(
  row: Placed,
  by: { readonly actor: Actor; readonly nowMs: number },
): readonly Change[] {
  const { stream, kind, id } = row;
  if (kind !== 'shortlist-entry') {
    return [{ stream, kind, id, op: 'e', doc: null, isNew: false }];
  }
  const entry = row.record as ShortlistEntry;
  if (entry.stage === 'withdrawn') return [];
  const doc: ShortlistEntry = {
    ...entry,
    stage: 'withdrawn',
    history: [
      ...entry.history.map(({ reason: _words, ...move }) => move),
      {
        at: isoInstant(by.nowMs),
        by: by.actor,
        from: entry.stage,
        to: 'withdrawn',
        reason: 'Withdrew from the programme',
      },
    ],
  };
  return [{ stream, kind, id, op: 'u', doc, isNew: false }];
}
