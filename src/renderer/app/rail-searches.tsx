import { useQuery } from '#renderer/data/use-query.ts';
import { formatCount } from '#renderer/ui/dates.ts';
import { addressOf } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import styles from './rail.module.css';

/** The saved searches, each with how many it finds and how many are new since the last look. */
export function RailSearches({ current }: { readonly current: string | undefined }) {
  const searches = useQuery('searches.read', {}, ['people', 'work']).value?.searches ?? [];
  if (searches.length === 0) return null;
  return (
    <div>
      <h2>Saved searches</h2>
      <ul>
        {searches.map(({ search: { record }, total, fresh }) => (
          <li key={record.id}>
            <a
              className={styles.link}
              href={addressOf('/find', { search: record.id })}
              aria-current={current === record.id ? 'page' : undefined}
            >
              <span className={text.cut}>{record.name}</span>
              <span className={styles.count}>
                {total === null ? (
                  <>
                    <span aria-hidden="true">–</span>
                    <span className={text.unseen}>not counted until you open it</span>
                  </>
                ) : (
                  formatCount(total)
                )}
              </span>
              {fresh > 0 ? (
                <span className={styles.fresh}>
                  <span className={text.unseen}>new </span>+{formatCount(fresh)}
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
