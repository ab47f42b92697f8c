import { useEffect, useRef } from 'react';
import type { ErrorCode } from '#contract/errors.ts';
import { useSync } from '#renderer/data/data-context.tsx';
import { useKeeping } from '#renderer/data/keeping.ts';
import { errorWords, sentence } from '#renderer/ui/error-words.ts';
import { showToast } from '#renderer/ui/toast.tsx';

/** Says each notice of sync once, wherever the recruiter is; Sync and records keeps showing it. */
export function useNotices(): void {
  const notices = useSync()?.notices;
  const keeping = useKeeping();
  const told = useRef<readonly ErrorCode[]>([]);
  useEffect(() => {
    if (!notices) return;
    for (const code of notices) {
      if (!told.current.includes(code)) showToast(sentence(errorWords(code, keeping)));
    }
    told.current = notices;
  }, [notices, keeping]);
}
