import { useCallback } from 'react';
import { ok, type Result } from '#contract/errors.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { usePlatform } from './data-context.tsx';
import { useCommand } from './use-command.ts';

/** Saved on this device. */
export interface Saved {
  /** How many of the changes had to be written; the others were already so. */
  readonly written: number;
  /** Takes it back; what is sent already is reversed by a change of its own, or says why not. */
  readonly undo: () => Promise<Result<null>>;
}

/**
 * Saves changes together and gives a way back; only its `ok` may be called "Saved".
 *
 * `reverse` are the changes that undo what the centre has by then, one for each draft.
 */
export type Save = (
  drafts: readonly CommandDraft[],
  reverse?: readonly CommandDraft[],
) => Promise<Result<Saved>>;

export function useSave(): Save {
  const run = useCommand();
  const platform = usePlatform();
  return useCallback<Save>(
    async (drafts, reverse = []) => {
      const result = await run(drafts);
      if (!result.ok) return result;
      const { saved } = result.value;
      return ok({
        written: saved.length,
        async undo() {
          const back: CommandDraft[] = [];
          // Newest first: a later change may stand on an earlier one.
          for (const [index, id] of [...saved.entries()].toReversed()) {
            const discarded = await platform.request('journal.discard', { id });
            if (discarded.ok) continue;
            // With one entry for each draft, their places tell which is which.
            const change = saved.length === drafts.length ? reverse[index] : undefined;
            if (!change || discarded.error.code !== 'RULE_REFUSED') return discarded;
            back.push(change);
          }
          if (back.length === 0) return ok(null);
          const reversed = await run(back);
          return reversed.ok ? ok(null) : reversed;
        },
      });
    },
    [run, platform],
  );
}
