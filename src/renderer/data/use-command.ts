import { useCallback } from 'react';
import type { RecordId } from '#contract/brands.ts';
import type { Result } from '#contract/errors.ts';
import type { CommandDraft, SavedChanges } from '#contract/queries.ts';
import { useDataSources } from './data-context.tsx';

/** Saves changes together; answers when they are durable: only then say "Saved". */
export type RunCommand = (
  drafts: readonly CommandDraft[],
  /** A change that needed a decision and leaves the journal in the same commit. */
  instead?: RecordId,
) => Promise<Result<SavedChanges>>;

/** Gives the one way to change something. A refusal carries the reason in plain words. */
export function useCommand(): RunCommand {
  const { worker } = useDataSources();
  return useCallback<RunCommand>(
    async (drafts, instead) => {
      const input = instead === undefined ? { drafts } : { drafts, instead };
      const answer = await worker.ask('command', input);
      return answer.ok ? answer.value : answer;
    },
    [worker],
  );
}
