import type { BrowserWindow, Event } from 'electron';

/** What a window asks before it takes work with it. */
export interface CloseGuard {
  /** Changes that are not sent and that the disk does not have; zero lets it close. */
  readonly countLost: () => number;
  /** Asks the recruiter; true when they would rather lose them. */
  readonly ask: (lost: number) => Promise<boolean>;
}

/**
 * Keeps a window open whose work would end with it, until the recruiter has chosen (S6).
 *
 * Holds for quitting as well, because that closes the windows first.
 */
export function guardClose(
  window: Pick<BrowserWindow, 'on' | 'close' | 'isDestroyed'>,
  { countLost, ask }: CloseGuard,
): void {
  let mayClose = false;
  let isAsking = false;
  window.on('close', (event: Event) => {
    const lost = mayClose ? 0 : countLost();
    if (lost === 0) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void ask(lost).then((isChosen) => {
      isAsking = false;
      if (!isChosen || window.isDestroyed()) return;
      mayClose = true;
      window.close();
    });
  });
}
