import type { SavedSearchView } from '#contract/queries.ts';
import type { SavedSearch } from '#contract/records/finding.ts';
import { composeSearch } from '#core/domain/compose-search.ts';
import { lookedId } from '#core/domain/ids.ts';
import { councilBase, type QueryContext } from './query-context.ts';

/** Reads the saved searches by name, each with how many it finds and how many are new. */
export function readSearches({
  shown,
  people,
  owner,
}: Pick<QueryContext, 'shown' | 'people' | 'owner'>): readonly SavedSearchView[] {
  const home = councilBase(owner);
  const find = (id: string): SavedSearch | null => shown.get('saved-search', id)?.record ?? null;
  return shown
    .all('saved-search')
    .filter(({ record }) => !record.removed)
    .map((search): SavedSearchView => {
      const { query, base, isBroken } = composeSearch(search.record, find);
      const lookedAt = shown.get('looked', lookedId(search.record.id))?.record.asAt ?? null;
      const since = lookedAt === null ? null : Date.parse(lookedAt) / 1000;
      const found = people.count(query, since, home);
      return {
        search,
        query,
        base,
        isBroken,
        isMine: search.record.by.id === owner.recruiterId,
        total: found.total,
        fresh: found.cameAfter,
        lookedAt,
      };
    })
    .sort(
      (a, b) =>
        a.search.record.name.localeCompare(b.search.record.name, 'en-GB') ||
        a.search.record.id.localeCompare(b.search.record.id),
    );
}
