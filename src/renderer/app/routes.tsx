import type { ComponentType } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { FindScreen } from '#renderer/features/find/index.ts';
import { InsightsScreen } from '#renderer/features/insights/index.ts';
import { CompareScreen, PersonScreen } from '#renderer/features/person/index.ts';
import { ProgrammeScreen } from '#renderer/features/programme/index.ts';
import { SettingsScreen } from '#renderer/features/settings/index.ts';
import { StoriesScreen } from '#renderer/features/stories/index.ts';
import { SyncRecordsScreen } from '#renderer/features/sync-records/index.ts';
import { TodayScreen, useTodayCount } from '#renderer/features/today/index.ts';
import {
  useVacancyCount,
  VacanciesScreen,
  VacancyScreen,
} from '#renderer/features/vacancies/index.ts';
import { matchPath, type Place, type ScreenProps } from '#renderer/ui/place.ts';

/** One screen: every state of it has an address below `path`. */
export interface Route {
  /** `/person/:id` */
  readonly path: string;
  readonly title: string;
  /** Its name in the rail; screens without one are reached from others. */
  readonly railLabel?: string;
  /** A hook: the number at the right of the rail; null shows none. */
  readonly railCount?: () => number | null;
  /** At the foot of the rail, with Keys. */
  readonly isRailFoot?: boolean;
  /** The rail entry that stays marked while this screen is open. */
  readonly under?: string;
  /** The action of `keys.ts` that goes here. */
  readonly action?: string;
  readonly Screen: ComponentType<ScreenProps>;
}

/** What waits here: to be sent, or for a decision. */
function useSyncCount(): number | null {
  const store = useQuery('store.read', {}, ['work', 'store']).value;
  return store && store.pending.length + store.decisions.length;
}

/** Every screen, in the order of the rail. */
export const ROUTES: readonly Route[] = [
  {
    path: '/today',
    title: 'Today',
    railLabel: 'Today',
    railCount: useTodayCount,
    action: 'go.today',
    Screen: TodayScreen,
  },
  { path: '/find', title: 'Find people', railLabel: 'Find', action: 'go.find', Screen: FindScreen },
  {
    path: '/vacancies',
    title: 'Vacancies',
    railLabel: 'Vacancies',
    railCount: useVacancyCount,
    action: 'go.vacancies',
    Screen: VacanciesScreen,
  },
  {
    path: '/insights',
    title: 'Insights',
    railLabel: 'Insights',
    action: 'go.insights',
    Screen: InsightsScreen,
  },
  {
    path: '/stories',
    title: 'Success stories',
    railLabel: 'Success stories',
    action: 'go.stories',
    Screen: StoriesScreen,
  },
  {
    path: '/programme',
    title: 'Programme',
    railLabel: 'Programme',
    action: 'go.programme',
    Screen: ProgrammeScreen,
  },
  {
    path: '/sync',
    title: 'Sync and records',
    railLabel: 'Sync and records',
    railCount: useSyncCount,
    action: 'go.sync',
    Screen: SyncRecordsScreen,
  },
  {
    path: '/settings',
    title: 'Settings',
    railLabel: 'Settings',
    isRailFoot: true,
    action: 'go.settings',
    Screen: SettingsScreen,
  },
  { path: '/vacancies/:id', title: 'Vacancy', under: '/vacancies', Screen: VacancyScreen },
  { path: '/compare', title: 'Compare people', under: '/find', Screen: CompareScreen },
  { path: '/person/:id', title: 'Person', under: '/find', Screen: PersonScreen },
];

/** The screen of a place and the named parts of its path; null when there is none. */
export function findRoute(
  place: Place,
  routes: readonly Route[] = ROUTES,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | null {
  for (const route of routes) {
    const params = matchPath(route.path, place.path);
    if (params) return { route, params };
  }
  return null;
}
