import { FACET_IDS, type FindQuery } from '#contract/find-query.ts';
import type { SavedSearch } from '#contract/records/finding.ts';

/** What a saved search comes to with all it builds on. */
export interface ComposedSearch {
  readonly query: FindQuery;
  /** What all it builds on comes to; null when it stands by itself. */
  readonly base: FindQuery | null;
  /** A search it builds on was taken away or goes round in a circle: that part is left out. */
  readonly isBroken: boolean;
}

/**
 * Lays a saved search over those it builds on, as they are now. Rule Q44.
 *
 * Words and demands are joined, so it narrows; where both choose in one facet, or both name
 * a place, what builds on counts. Ends for any records, also a circle made on two laptops.
 */
export function composeSearch(
  search: Pick<SavedSearch, 'id' | 'query' | 'buildsOn'>,
  find: (id: string) => SavedSearch | null,
): ComposedSearch {
  const known = new Set<string>([search.id]);
  let base: FindQuery | null = null;
  let isBroken = false;
  let below = search.buildsOn;
  while (below !== undefined) {
    const lower = known.has(below) ? null : find(below);
    isBroken = !lower || lower.removed === true;
    if (!lower || isBroken) break;
    known.add(below);
    base = base ? joined(lower.query, base) : lower.query;
    below = lower.buildsOn;
  }
  return { query: base ? joined(base, search.query) : search.query, base, isBroken };
}

function joined(base: FindQuery, over: FindQuery): FindQuery {
  const notAlso = [...new Set([...(base.notAlso ?? []), ...(over.notAlso ?? [])])];
  return {
    ...base,
    ...over,
    // Brackets, so that "or" in one does not take the other apart.
    text: [base.text, over.text]
      .filter((text) => text.trim() !== '')
      .map(bracketed)
      .join(' '),
    facets: { ...base.facets, ...over.facets },
    ...together('must', base.must, over.must),
    ...together('mustNot', base.mustNot, over.mustNot),
    ...(notAlso.length > 0 ? { notAlso } : {}),
    includeHidden: base.includeHidden || over.includeHidden,
  };
}

function bracketed(text: string, _index: number, all: readonly string[]): string {
  return all.length > 1 && /\bor\b/i.test(text) ? `(${text.trim()})` : text.trim();
}

function together(
  name: 'must' | 'mustNot',
  base: FindQuery['must'] = {},
  over: FindQuery['must'] = {},
) {
  const both = FACET_IDS.flatMap((facet) => {
    const values = [...new Set([...(base[facet] ?? []), ...(over[facet] ?? [])])];
    return values.length > 0 ? [[facet, values] as const] : [];
  });
  return both.length > 0 ? { [name]: Object.fromEntries(both) } : {};
}

/**
 * What a question adds to the search it builds on; null when it takes something of it away,
 * so that it stands by itself. Joined again they ask exactly the same.
 */
export function addedTo(base: FindQuery, query: FindQuery): FindQuery | null {
  const { must: _must, mustNot: _mustNot, notAlso: _notAlso, ...rest } = query;
  const start = bracketed(base.text, 0, [base.text, query.text]);
  const added: FindQuery = {
    ...rest,
    text: query.text === base.text ? '' : query.text.replace(start, '').trim(),
    facets: differing(base.facets, query.facets),
    ...beyond('must', base.must, query.must),
    ...beyond('mustNot', base.mustNot, query.mustNot),
  };
  const isSame = canonical(joined(base, added)) === canonical(query);
  return isSame ? added : null;
}

function differing(base: FindQuery['facets'], over: FindQuery['facets']): FindQuery['facets'] {
  return Object.fromEntries(
    Object.entries(over).filter(
      ([facet, values]) => values?.join() !== base[facet as keyof typeof base]?.join(),
    ),
  );
}

function beyond(
  name: 'must' | 'mustNot',
  base: FindQuery['must'] = {},
  over: FindQuery['must'] = {},
) {
  const more = FACET_IDS.flatMap((facet) => {
    const values = (over[facet] ?? []).filter((value) => !base[facet]?.includes(value));
    return values.length > 0 ? [[facet, values] as const] : [];
  });
  return more.length > 0 ? { [name]: Object.fromEntries(more) } : {};
}

/** Whether two questions ask the same. */
export function isSameQuestion(a: FindQuery, b: FindQuery): boolean {
  return canonical(a) === canonical(b);
}

/** The same question always in the same letters, whatever order it was put together in. */
function canonical(query: FindQuery): string {
  return JSON.stringify(query, (_key, value: unknown) => {
    if (Array.isArray(value))
      return value.every((each) => typeof each === 'string') ? value.toSorted() : value;
    if (typeof value !== 'object' || value === null) return value;
    const said = Object.entries(value).filter(([, each]) => !isNothing(each));
    return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** An empty list or object asks for nothing. */
function isNothing(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
