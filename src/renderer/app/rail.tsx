import { useQuery } from '#renderer/data/use-query.ts';
import { runAction } from '#renderer/ui/actions.ts';
import { cx } from '#renderer/ui/cx.ts';
import { formatCount } from '#renderer/ui/dates.ts';
import { addressOf } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import styles from './rail.module.css';
import { ROUTES, type Route } from './routes.tsx';

const SHOWN_VACANCIES = 6;
const RAIL = ROUTES.filter((route) => route.railLabel && !route.isRailFoot);
const FOOT = ROUTES.filter((route) => route.isRailFoot);
const noCount = () => null;

/** Screens with their counts, then vacancies; below 900 px it opens from Menu. */
export function Rail(props: { readonly current: string; readonly isOpen: boolean }) {
  return (
    <nav
      className={cx(styles.rail, props.isOpen && styles.open)}
      aria-label="Main"
      data-region=""
      data-print="no"
    >
      <ul>
        {RAIL.map((route) => (
          <RailLink key={route.path} route={route} isCurrent={route.path === props.current} />
        ))}
      </ul>
      <Vacancies />
      <ul className={styles.foot}>
        {FOOT.map((route) => (
          <RailLink key={route.path} route={route} isCurrent={route.path === props.current} />
        ))}
        <li>
          <button type="button" className={styles.link} onClick={() => runAction('palette.open')}>
            <span>Everything</span>
            <span className={styles.count}>Ctrl+K</span>
          </button>
        </li>
        <li>
          <button type="button" className={styles.link} onClick={() => runAction('keys.open')}>
            <span>Keys</span>
            <span className={styles.count}>?</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}

function RailLink({ route, isCurrent }: { readonly route: Route; readonly isCurrent: boolean }) {
  const useCount = route.railCount ?? noCount;
  const count = useCount();
  return (
    <li>
      <a
        className={styles.link}
        href={addressOf(route.path)}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <span>{route.railLabel}</span>
        {count ? <span className={styles.count}>{formatCount(count)}</span> : null}
      </a>
    </li>
  );
}

function Vacancies() {
  const vacancies = useQuery('vacancies.read', {}, ['work']);
  const open = (vacancies.value ?? []).filter((each) => each.vacancy.record.status === 'open');
  if (open.length === 0) return null;
  return (
    <div>
      <h2>Vacancies</h2>
      <ul>
        {open.slice(0, SHOWN_VACANCIES).map(({ vacancy: { record } }) => (
          <li key={record.id}>
            <a className={styles.link} href={addressOf(`/vacancies/${record.id}`)}>
              <span className={text.cut}>
                {record.ref} {record.team ?? record.title}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
