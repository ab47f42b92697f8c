import { useCallback } from 'react';
import { ok, type Result } from '#contract/errors.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { usePlatform } from './data-context.tsx';
import { useCommand } from './use-command.ts';

/** Saved on this device; `undo` takes it back while the centre has not acknowledged it. */
export interface Saved {
  readonly undo: () => Promise<Result<null>>;
}

/** Saves changes together and gives a way back; only its `ok` may be called "Saved". */
export function useSave(): (drafts: readonly CommandDraft[]) => Promise<Result<Saved>> {
  const run = useCommand();
  const platform = usePlatform();
  return useCallback(
    async (drafts) => {
      const result = await run(drafts);
      if (!result.ok) return result;
      const { saved } = result.value;
      return ok({
        async undo() {
          // Newest first: a later change may stand on an earlier one.
          for (const id of saved.toReversed()) {
            const discarded = await platform.request('journal.discard', { id });
            if (!discarded.ok) return discarded;
          }
          return ok(null);
        },
      });
    },
    [run, platform],
  );
}
