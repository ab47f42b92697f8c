import { useCallback, useEffect, useRef, useState } from 'react';
import type { Keeping } from '#contract/sync-state.ts';
import { usePlatform } from './data-context.tsx';

const KEPT_WITHIN_MS = 700;

/** Whether what is shown is durable on this device. */
export type Kept = 'kept' | 'keeping' | 'not-kept';

const WORDS: Readonly<Record<Kept, string>> = {
  kept: 'Draft saved on this device',
  keeping: 'Saving the draft',
  'not-kept':
    'This draft is not saved: the disk refuses it. Keep this window open and free some space',
};

/** What to say of it below the field. */
export function draftWords(kept: Kept, keeping: Keeping): string {
  return kept === 'kept' && keeping === 'in-memory'
    ? 'Draft kept only while this app is open'
    : WORDS[kept];
}

/** A text being written. */
export interface Draft {
  /** Null until what was kept has been read. */
  readonly text: string | null;
  readonly kept: Kept;
  readonly write: (text: string) => void;
  /** Forgets it, once it has become something else. */
  readonly forget: () => Promise<void>;
}

/**
 * Keeps a text while it is written: durable within a second, there again after a crash.
 *
 * Never sent by itself (features.md C15). `key` names the place, e.g. `story`.
 */
export function useDraft(key: string): Draft {
  const platform = usePlatform();
  const [text, setText] = useState<string | null>(null);
  const [kept, setKept] = useState<Kept>('kept');
  const waiting = useRef<{ readonly timer: number; readonly text: string } | null>(null);

  const keep = useCallback(
    async (value: string) => {
      const result = await platform.request('draft.write', { key, text: value });
      // A newer text is on its way: what became of this one is no news.
      if (waiting.current === null) setKept(result.ok ? 'kept' : 'not-kept');
    },
    [platform, key],
  );

  useEffect(() => {
    let isHere = true;
    void platform.request('draft.read', { key }).then((result) => {
      if (isHere) setText((now) => now ?? (result.ok ? result.value : ''));
    });
    return () => {
      isHere = false;
      const last = waiting.current;
      waiting.current = null;
      if (!last) return;
      window.clearTimeout(last.timer);
      void keep(last.text);
    };
  }, [platform, key, keep]);

  const write = useCallback(
    (value: string) => {
      setText(value);
      setKept((now) => (now === 'kept' ? 'keeping' : now));
      // A timer under way is left to run, so that steady typing is kept too, not only a pause.
      const timer =
        waiting.current?.timer ??
        window.setTimeout(() => {
          const newest = waiting.current?.text ?? value;
          waiting.current = null;
          void keep(newest);
        }, KEPT_WITHIN_MS);
      waiting.current = { timer, text: value };
    },
    [keep],
  );

  const forget = useCallback(async () => {
    if (waiting.current) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
    setText('');
    await platform.request('draft.write', { key, text: '' });
    setKept('kept');
  }, [platform, key]);

  return { text, kept, write, forget };
}
