import { useCallback } from 'react';
import type { RecordId } from '#contract/brands.ts';
import { ok, type Result } from '#contract/errors.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { usePlatform } from './data-context.tsx';
import { useCommand } from './use-command.ts';

/** What undoing did: taken back before it was sent, or undone by a change of its own. */
export type Undone = 'taken-back' | 'undone';

/** Saved on this device. */
export interface Saved {
  /** How many of the changes had to be written; the others were already so. */
  readonly written: number;
  /** Takes it back; what is sent already is reversed by a change of its own, or says why not. */
  readonly undo: () => Promise<Result<Undone>>;
}

/**
 * Saves changes together and gives a way back; only its `ok` may be called "Saved".
 *
 * `instead` is a change that needed a decision and leaves the journal with the same commit.
 */
export type Save = (drafts: readonly CommandDraft[], instead?: RecordId) => Promise<Result<Saved>>;

export function useSave(): Save {
  const run = useCommand();
  const platform = usePlatform();
  return useCallback<Save>(
    async (drafts, instead) => {
      const result = await run(drafts, instead);
      if (!result.ok) return result;
      const { saved, reverse } = result.value;
      return ok({
        written: saved.length,
        async undo() {
          const back: CommandDraft[] = [];
          // Newest first: a later change may stand on an earlier one.
          for (const [index, id] of [...saved.entries()].toReversed()) {
            const discarded = await platform.request('journal.discard', {
              id,
              unlessOffered: true,
            });
            if (discarded.ok) continue;
            const change = reverse[index];
            if (!change || discarded.error.code !== 'RULE_REFUSED') return discarded;
            back.push(change);
          }
          const reversed = back.length === 0 ? null : await run(back);
          if (reversed && !reversed.ok) return reversed;
          // What it was saved instead of is to be decided again.
          if (instead !== undefined) await platform.request('journal.put-back', { id: instead });
          return ok(reversed ? 'undone' : 'taken-back');
        },
      });
    },
    [run, platform],
  );
}
