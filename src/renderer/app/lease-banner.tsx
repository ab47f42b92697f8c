import type { OfflineLease } from '#contract/sync-state.ts';
import { useSync } from '#renderer/data/data-context.tsx';
import { plural } from '#renderer/ui/dates.ts';
import styles from './programme-banner.module.css';

/** What not having synced for days means; null while it means nothing yet. */
export function leaseWords({ is, days }: OfflineLease): string | null {
  const ago = plural(days, 'day', 'days');
  switch (is) {
    case 'fresh':
      return null;
    case 'stale':
      return `This laptop last synced ${ago} ago. What others have done since is not here.`;
    case 'read-only':
    case 'locked':
      return `This laptop last synced ${ago} ago. You can read, but not start anything new until it syncs.`;
  }
}

/** The line under the header once the last sync is days ago. */
export function LeaseBanner() {
  const sync = useSync();
  const words = sync ? leaseWords(sync.lease) : null;
  return words ? (
    <p className={styles.banner} data-look="amber" role="note">
      {words}
    </p>
  ) : null;
}
