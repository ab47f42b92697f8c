import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '#contract/brands.ts';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import type { SavedSearch } from '#contract/records/finding.ts';
import { addedTo, composeSearch, isSameQuestion } from '#core/domain/compose-search.ts';
import { anId, ROSA, TUESDAY } from '#test/builders/records.ts';
import { randomQuery } from '../search/random.ts';

const id = (n: number) => anId<RecordId>(0x500 + n);
const aSearch = (n: number, query: Partial<FindQuery>, buildsOn?: number): SavedSearch => ({
  ...{ id: id(n), name: `${n}`, query: { ...EVERYBODY, ...query }, shared: true },
  ...{ by: ROSA, at: TUESDAY },
  ...(buildsOn === undefined ? {} : { buildsOn: id(buildsOn) }),
});
const among = (searches: readonly SavedSearch[]) => (wanted: string) =>
  searches.find((each) => each.id === wanted) ?? null;

describe('a search that builds on another', () => {
  test('[Q44] joins words and demands, and its own choice in a facet counts', () => {
    const base = aSearch(1, {
      text: 'amhp or bia',
      facets: { availability: ['now'], role: ['social_worker'] },
      mustNot: { seen: ['yes'] },
    });
    const over = aSearch(
      2,
      { text: 'kent', facets: { availability: ['30_days'] }, mustNot: { ours: ['spoken'] } },
      1,
    );
    const { query, isBroken } = composeSearch(over, among([base, over]));
    expect(isBroken).toBe(false);
    expect(query).toMatchObject({
      text: '(amhp or bia) kent',
      facets: { availability: ['30_days'], role: ['social_worker'] },
      mustNot: { seen: ['yes'], ours: ['spoken'] },
    });
  });

  test('[Q44] changes with what it builds on, and says when that is gone', () => {
    const over = aSearch(2, { text: 'kent' }, 1);
    expect(composeSearch(over, among([aSearch(1, { text: 'court' })])).query.text).toBe(
      'court kent',
    );
    expect(composeSearch(over, among([aSearch(1, { text: 'mash' })])).query.text).toBe('mash kent');
    const gone = { ...aSearch(1, { text: 'mash' }), removed: true };
    expect(composeSearch(over, among([gone]))).toEqual({
      query: over.query,
      base: null,
      isBroken: true,
    });
  });

  test('[Q44] a circle that two laptops made ends, and is said', () => {
    const all = [aSearch(1, { text: 'a' }, 2), aSearch(2, { text: 'b' }, 3), aSearch(3, {}, 1)];
    for (const search of all) expect(composeSearch(search, among(all)).isBroken).toBe(true);
  });

  test('what is added joins to the same question again, or is said to stand by itself', () => {
    let joined = 0;
    fc.assert(
      fc.property(randomQuery, randomQuery, (base, other) => {
        const over: FindQuery = { ...base, ...other, text: `${base.text} ${other.text}`.trim() };
        const added = addedTo(base, over);
        if (!added) return;
        joined += 1;
        const top = aSearch(2, added, 1);
        const { query } = composeSearch(top, among([aSearch(1, base)]));
        expect(isSameQuestion(query, over)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(joined).toBeGreaterThan(20);
  });

  test('what takes something away stands by itself', () => {
    const base = { ...EVERYBODY, mustNot: { seen: ['yes'] } };
    expect(addedTo(base, EVERYBODY)).toBeNull();
    expect(addedTo(base, { ...base, text: 'amhp' })).toMatchObject({ text: 'amhp' });
  });
});
