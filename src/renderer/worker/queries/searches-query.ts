import type { FindQuery } from '#contract/find-query.ts';
import type { SavedSearchView } from '#contract/queries.ts';
import type { SavedSearch } from '#contract/records/finding.ts';
import { composeSearch } from '#core/domain/compose-search.ts';
import { lookedId } from '#core/domain/ids.ts';
import { councilBase, type QueryContext } from './query-context.ts';

/**
 * Reads the saved searches by name, each with how many it finds and how many are new.
 *
 * One that asks for what needs a reason is counted only where this recruiter gave it:
 * nobody's languages are looked at for a reason a colleague had (decision 0025). Rule Q43.
 */
export function readSearches({
  shown,
  people,
  owner,
}: Pick<QueryContext, 'shown' | 'people' | 'owner'>): readonly SavedSearchView[] {
  const home = councilBase(owner);
  const find = (id: string): SavedSearch | null => shown.get('saved-search', id)?.record ?? null;
  const searches = shown.all('saved-search').filter(({ record }) => !record.removed);
  const isMine = ({ by }: SavedSearch) => by.id === owner.recruiterId;
  const given = new Set(
    searches.flatMap(({ record }) => (isMine(record) ? reasonedOf(record.query) : [])),
  );
  return searches
    .map((search): SavedSearchView => {
      const { query, base, isBroken } = composeSearch(search.record, find);
      const lookedAt = shown.get('looked', lookedId(search.record.id))?.record.asAt ?? null;
      const since = lookedAt === null ? null : Date.parse(lookedAt) / 1000;
      const mayCount = reasonedOf(query).every((each) => given.has(each));
      const found = mayCount ? people.count(query, since, home) : null;
      return {
        search,
        query,
        base,
        isBroken,
        isMine: isMine(search.record),
        total: found?.total ?? null,
        fresh: found?.cameAfter ?? 0,
        lookedAt,
      };
    })
    .sort(
      (a, b) =>
        a.search.record.name.localeCompare(b.search.record.name, 'en-GB') ||
        a.search.record.id.localeCompare(b.search.record.id),
    );
}

/** What a query asks for with a reason, each with the reason, to be compared. */
function reasonedOf({ minYears, languages }: FindQuery): readonly string[] {
  return [minYears, languages].flatMap((each) => (each ? JSON.stringify(each) : []));
}
