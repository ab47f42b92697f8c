import { useCallback } from 'react';
import type { RecordId } from '#contract/brands.ts';
import type { Result } from '#contract/errors.ts';
import type { CommandDraft } from '#contract/queries.ts';
import { useDataSources } from './data-context.tsx';

/** Saves changes together; answers when they are durable: only then say "Saved". */
export type RunCommand = (
  drafts: readonly CommandDraft[],
) => Promise<Result<{ readonly saved: readonly RecordId[] }>>;

/** Gives the one way to change something. A refusal carries the reason in plain words. */
export function useCommand(): RunCommand {
  const { worker } = useDataSources();
  return useCallback<RunCommand>(
    async (drafts) => {
      const answer = await worker.ask('command', { drafts });
      return answer.ok ? answer.value : answer;
    },
    [worker],
  );
}
