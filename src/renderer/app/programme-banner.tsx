import type { Programme } from '#contract/records/programme.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { formatDay } from '#renderer/ui/dates.ts';
import styles from './programme-banner.module.css';

/** What the life of the programme means today; null while it is simply open. */
export function programmeWords(programme: Programme): string | null {
  switch (programme.status) {
    case 'open':
      return programme.banner ?? null;
    case 'planned':
      return `The programme opens on ${formatDay(programme.opensOn)}. You can read; nothing can be started yet.`;
    case 'closing':
      return programme.closesOn
        ? `The programme closes on ${formatDay(programme.closesOn)}. Finish what you have begun.`
        : 'The programme is closing. Finish what you have begun.';
    case 'reopened':
      return 'The programme has opened again. People who stayed can be contacted.';
    case 'closed':
      return programme.retainUntil
        ? `The programme is closed. You can read, but not start anything new. Records of people without a post are removed on ${formatDay(programme.retainUntil)}.`
        : 'The programme is closed. You can read, but not start anything new.';
  }
}

/** The one line under the header while the programme is not simply open. */
export function ProgrammeBanner({ confirmed }: { readonly confirmed: Programme }) {
  const read = useQuery('programme.read', {}, ['programme']);
  const words = programmeWords(read.value ?? confirmed);
  return words ? (
    <p className={styles.banner} role="note">
      {words}
    </p>
  ) : null;
}
