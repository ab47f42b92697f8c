import type { Vacancy } from '#contract/records/council-work.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { runAction } from '#renderer/ui/actions.ts';
import { cx } from '#renderer/ui/cx.ts';
import { formatCount } from '#renderer/ui/dates.ts';
import { addressOf } from '#renderer/ui/place.ts';
import text from '#renderer/ui/text.module.css';
import styles from './rail.module.css';
import { RailSearches } from './rail-searches.tsx';
import { ROUTES, type Route } from './routes.tsx';

const SHOWN_VACANCIES = 6;
const RAIL = ROUTES.filter((route) => route.railLabel && !route.isRailFoot);
const FOOT = ROUTES.filter((route) => route.isRailFoot);
const noCount = () => null;

/** Screens with their counts, then vacancies; below 900 px it opens from Menu. */
export function Rail(props: {
  readonly current: string;
  /** The address of the screen, which may be one of the vacancies. */
  readonly path: string;
  /** The saved search its address names. */
  readonly search: string | undefined;
  readonly isOpen: boolean;
}) {
  const vacancies = useOpenVacancies();
  const isOnVacancy = vacancies.some(({ id }) => props.path === vacancyPath(id));
  return (
    <nav
      className={cx(styles.rail, props.isOpen && styles.open)}
      aria-label="Main"
      data-region=""
      data-print="no"
    >
      <ul>
        {RAIL.map((route) => (
          <RailLink
            key={route.path}
            route={route}
            isCurrent={route.path === props.current && !isOnVacancy}
          />
        ))}
      </ul>
      <RailSearches current={props.current === '/find' ? props.search : undefined} />
      <Vacancies vacancies={vacancies} path={props.path} />
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

const vacancyPath = (id: string) => `/vacancies/${id}`;

function useOpenVacancies(): readonly Vacancy[] {
  const vacancies = useQuery('vacancies.read', {}, ['work']);
  return (vacancies.value ?? [])
    .map(({ vacancy }) => vacancy.record)
    .filter((each) => each.status === 'open')
    .slice(0, SHOWN_VACANCIES);
}

function Vacancies(props: { readonly vacancies: readonly Vacancy[]; readonly path: string }) {
  if (props.vacancies.length === 0) return null;
  return (
    <div>
      <h2>Vacancies</h2>
      <ul>
        {props.vacancies.map(({ id, ref, team, title }) => (
          <li key={id}>
            <a
              className={styles.link}
              href={addressOf(vacancyPath(id))}
              aria-current={props.path === vacancyPath(id) ? 'page' : undefined}
            >
              <span className={text.cut}>
                {ref} {team ?? title}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
