import type { CandidateId } from '#contract/brands.ts';
import type { Actor, ShortlistEntry } from '#contract/records/council-work.ts';
import { isoInstant } from '#core/domain/days.ts';
import type { Sql } from '#server/db/database.ts';
import { orderErasure } from '#server/modules/directives/repository.ts';
import { type Change, publish } from '#server/modules/streams/feed.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { clearWordsAbout, lockEverythingAbout, type Placed, registerErased } from './repository.ts';

/**
 * Removes a person everywhere, because they asked; asking twice is the same.
 *
 * One transaction: the pool's row and every contact, follow-up and do-not-contact row of
 * every council become erasures; places on shortlists stay as "withdrawn" without a word
 * about the person; the register keeps the id, so nothing brings them back (decision Y5).
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
  await publish(
    transaction,
    rows.flatMap((row) => changeFor(row, by)),
  );
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
