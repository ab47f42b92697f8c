import type { AccessEnded } from '#contract/sync-state.ts';
import { usePlatform, useSync } from '#renderer/data/data-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { formatDay, londonParts, plural } from '#renderer/ui/dates.ts';
import styles from './programme-banner.module.css';

/** What happened to somebody's work for a council they may not work for any more. */
export function accessEndedWords({ council, at, notSent }: AccessEnded): string {
  const day = formatDay(londonParts(Date.parse(at))[0]);
  const ended = `Your access to ${council} ended on ${day}. Its records are removed from this laptop.`;
  if (notSent === 0) return ended;
  return `${plural(notSent, 'change')} could not be sent: your access to ${council} ended on ${day}. Its records are removed from this laptop.`;
}

/** One line for each council, until the recruiter has read it. */
export function AccessEndedBanner() {
  const platform = usePlatform();
  const sync = useSync();
  return sync?.accessEnded.map((fact) => (
    <p key={fact.id} className={styles.banner} data-look="amber" role="note">
      {accessEndedWords(fact)}{' '}
      <Button
        look="quiet"
        small
        onPress={() => void platform.request('sync.note-read', { id: fact.id })}
      >
        I have read this
      </Button>
    </p>
  ));
}
