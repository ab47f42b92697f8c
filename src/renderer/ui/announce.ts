import { useEffect } from 'react';
import { create } from 'zustand';

/** What the one polite live region says; toasts speak for themselves. */
export const useSpoken = create<{ readonly words: string }>(() => ({ words: '' }));

/** Says it once, politely. */
export function announce(words: string): void {
  useSpoken.setState({ words });
}

const IDLE_MS = 500;

/** Says the words once they have stood still for half a second, never per keystroke. */
export function useAnnounced(words: string | null): void {
  useEffect(() => {
    if (words === null) return;
    const timer = setTimeout(() => announce(words), IDLE_MS);
    return () => clearTimeout(timer);
  }, [words]);
}
