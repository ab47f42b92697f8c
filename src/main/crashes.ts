import type { WebContents } from 'electron';
import type { Log } from '#core/ports.ts';

/** What to do when a page's process is gone. */
export interface CrashPlan {
  readonly reload: () => void;
  /** Asks the recruiter; for when reloading by itself did not help. */
  readonly ask: () => Promise<void>;
  readonly log: Log;
}

/** Reloads a page whose process is gone, once; the next time it asks. */
export function watchCrashes(contents: Pick<WebContents, 'on'>, plan: CrashPlan): void {
  let hasReloaded = false;
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    plan.log.warn('window.gone', { reason, exitCode });
    if (reason === 'clean-exit') return;
    if (hasReloaded) void plan.ask();
    else plan.reload();
    hasReloaded = true;
  });
  contents.on('unresponsive', () => plan.log.warn('window.unresponsive'));
}
