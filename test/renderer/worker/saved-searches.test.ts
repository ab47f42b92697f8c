import { describe, expect, it } from 'vitest';
import { type IsoInstant, POOL, type RecordId, userStream } from '#contract/brands.ts';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import type { SavedSearchView } from '#contract/queries.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Actor, Vacancy } from '#contract/records/council-work.ts';
import type { Looked, SavedSearch } from '#contract/records/finding.ts';
import { lookedId } from '#core/domain/ids.ts';
import { aCandidate, anId, aVacancy, ROSA, TOM, TUESDAY } from '#test/builders/records.ts';
import { aLaptop, aSession, COUNCIL, fill, opening, page, person, row } from './centre.ts';

const came = (n: number, on: string, over: Partial<Candidate> = {}) =>
  aCandidate({
    id: person(n),
    registeredInterestAt: `${on}.000Z` as IsoInstant,
    annotations: ['AMHP'],
    ...over,
  });
const PEOPLE = [
  came(1, '2026-06-01T09:00:00'),
  came(2, '2026-06-08T09:00:00'),
  came(3, '2026-06-08T09:00:01'),
  came(4, '2026-06-08T10:00:00', { annotations: [] }),
];
const ID = anId<RecordId>(0x501);
const AMHP: FindQuery = { ...EVERYBODY, facets: { annotation: ['AMHP'] } };

const aSearch = (over: Partial<SavedSearch> = {}): SavedSearch => ({
  ...{ id: ID, name: 'AMHPs', query: AMHP, shared: true, by: TOM, at: TUESDAY },
  ...over,
});

async function laptopWith(
  rows: readonly SavedSearch[] | ((me: Actor) => readonly SavedSearch[]),
  looked?: Looked,
  vacancies: readonly Vacancy[] = [],
) {
  const laptop = aLaptop();
  const own = userStream(laptop.recruiterId);
  const session = aSession();
  await session.calls.open(opening(laptop));
  await fill(session, PEOPLE);
  const searches = typeof rows === 'function' ? rows({ ...ROSA, id: laptop.recruiterId }) : rows;
  const items = [
    ...searches.map((search, i) => row('saved-search', i + 1, search)),
    ...vacancies.map((vacancy, i) => row('vacancy', searches.length + i + 1, vacancy)),
  ];
  await session.calls.page({ bytes: page(COUNCIL, items), snapshot: 'first' });
  if (looked) {
    const bytes = page(own, [row('looked', 1, looked)]);
    await session.calls.page({ bytes, snapshot: 'first' });
  }
  const read = async (): Promise<readonly SavedSearchView[]> =>
    (await session.queries['searches.read']({})).searches;
  return { ...session, read };
}

const lookedAt = (asAt: string): Looked => ({
  ...{ id: lookedId(ID), searchId: ID, asAt: asAt as IsoInstant },
});

describe('saved searches on this device', () => {
  it('[Q42] count whom they find, and who came forward after what was looked at last', async () => {
    const never = await laptopWith([aSearch()]);
    expect(await never.read()).toMatchObject([{ total: 3, fresh: 0, lookedAt: null }]);
    const looked = await laptopWith([aSearch()], lookedAt('2026-06-08T09:00:00.000Z'));
    expect(await looked.read()).toMatchObject([{ total: 3, fresh: 1, isMine: false }]);
    const [view] = await looked.read();
    const found = await looked.queries['find.run']({ query: view?.query ?? EVERYBODY, first: 9 });
    expect(found.total).toBe(view?.total);
  });

  it('[Q42] are counted again when somebody comes, and a look is undone by looking back', async () => {
    const { calls, queries, read } = await laptopWith(
      [aSearch()],
      lookedAt('2026-06-08T09:00:00.000Z'),
    );
    const items = [row('candidate', 101, came(5, '2026-06-09T07:00:00'))];
    await calls.page({ bytes: page(POOL, items, { after: 100 }), snapshot: 'none' });
    expect(await read()).toMatchObject([{ total: 4, fresh: 2 }]);
    const look = (asAt: string) =>
      queries.command({
        drafts: [
          { kind: 'search.look', args: { searchId: ID, asAt: `2026-06-${asAt}` as IsoInstant } },
        ],
      });
    const saved = await look('09T08:00:00.000Z');
    expect(await read()).toMatchObject([{ fresh: 0 }]);
    expect(saved).toMatchObject({ value: { reverse: [{ args: lookedArgs() }] } });
  });

  it('[Q44] build on others as these are now, and those taken away are not listed', async () => {
    const below = aSearch({ id: anId<RecordId>(0x502), name: 'Below', removed: true });
    const top = aSearch({ name: 'Top', buildsOn: below.id, query: EVERYBODY, by: ROSA });
    const { read } = await laptopWith([below, top]);
    expect(await read()).toMatchObject([{ isBroken: true, total: 4 }]);
    const whole = await laptopWith([{ ...below, removed: false }, top]);
    expect(await whole.read()).toMatchObject([
      { search: { record: { name: 'Below' } } },
      { isBroken: false, total: 3, base: AMHP },
    ]);
  });
});

describe('a saved search that needs a reason', () => {
  const WELSH: FindQuery = {
    ...EVERYBODY,
    languages: { anyOf: ['Welsh'], reason: 'The families speak Welsh' },
  };
  const speaker = came(9, '2026-06-08T09:00:00', { languages: ['Welsh'] });
  const YEARS: FindQuery = {
    ...EVERYBODY,
    minYears: { years: 2, reason: 'They supervise others' },
  };
  const counts = async (rows: (me: Actor) => readonly SavedSearch[]) => {
    const { read, calls } = await laptopWith(rows);
    const items = [row('candidate', 101, speaker)];
    await calls.page({ bytes: page(POOL, items, { after: 100 }), snapshot: 'none' });
    return (await read()).map(({ search, total }) => [search.record.name, total]);
  };
  const BELOW = anId<RecordId>(0x511);
  const over = (by: Actor) => aSearch({ name: 'Over', query: EVERYBODY, by, buildsOn: BELOW });
  const below = (by: Actor, query = WELSH) => aSearch({ id: BELOW, name: 'Below', query, by });

  it('[Q43] is counted for who gave the reason, and for nobody else', async () => {
    expect(await counts((me) => [below(me)])).toEqual([['Below', 1]]);
    expect(await counts(() => [below(TOM)])).toEqual([['Below', null]]);
    expect(await counts(() => [below(TOM, YEARS)])).toEqual([['Below', null]]);
    const kept = await counts((me) => [
      below(TOM),
      aSearch({ name: 'Kept', query: WELSH, by: me }),
    ]);
    expect(kept).toEqual([
      ['Below', 1],
      ['Kept', 1],
    ]);
  });

  it('[Q43] [Q44] gives its reason to what its own maker builds on it', async () => {
    expect(await counts((me) => [below(me), over(me)])).toEqual([
      ['Below', 1],
      ['Over', 1],
    ]);
    expect(await counts((me) => [below(TOM), over(me)])).toEqual([
      ['Below', null],
      ['Over', null],
    ]);
    const gone = await counts((me) => [
      { ...below(me), removed: true },
      aSearch({ name: 'Theirs', query: WELSH }),
    ]);
    expect(gone).toEqual([['Theirs', null]]);
  });
});

function lookedArgs() {
  return { searchId: ID, asAt: '2026-06-08T09:00:00.000Z' };
}

describe('seen and left out', () => {
  it('[Q47] are facets at once, count nowhere as work, and go out by the name of the vacancy', async () => {
    const vacancy = aVacancy();
    const { queries } = await laptopWith([], undefined, [vacancy]);
    const candidateId = person(1);
    await queries.command({
      drafts: [
        { kind: 'person.see', args: { candidateId, seen: true } },
        { kind: 'person.see', args: { candidateId: person(2), seen: true } },
        { kind: 'person.dismiss', args: { vacancyId: vacancy.id, candidateId, dismissed: true } },
      ],
    });
    const query = { ...EVERYBODY, mustNot: { dismissed: [vacancy.id] } };
    const all = await queries['find.run']({ query: EVERYBODY, first: 9 });
    expect(all.facets.seen).toMatchObject([
      { value: 'no', count: 2 },
      { value: 'yes', count: 2 },
    ]);
    // Who was only looked at has nothing that waits to be sent.
    expect(all.rows.flatMap(({ id, notSentYet }) => (notSentYet ? [id] : []))).toEqual([
      candidateId,
    ]);
    expect(all.facets.dismissed).toEqual([{ value: vacancy.id, label: vacancy.ref, count: 1 }]);
    const found = await queries['find.run']({ query, first: 9 });
    expect(found.total).toBe(3);
    expect(found.reading).toContain(`not left out for ${vacancy.ref}`);
    expect(found.facets.dismissed).toMatchObject([{ label: vacancy.ref, count: 0 }]);
    const typed = { ...EVERYBODY, text: `dismissed:${vacancy.ref.toLowerCase()}` };
    const left = await queries['find.run']({ query: typed, first: 9 });
    expect(left).toMatchObject({ total: 1, slips: [] });
    expect(left.reading).toBe(`People with left out for ${vacancy.ref}.`);
    expect(left.rows[0]?.why).toContain(`Left out for ${vacancy.ref}`);
    const others = { ...EVERYBODY, text: `-dismissed:${vacancy.ref}` };
    expect(await queries['find.run']({ query: others, first: 9 })).toMatchObject({ total: 3 });
    const wrong = { ...EVERYBODY, text: 'dismissed:zz-999' };
    expect((await queries['find.run']({ query: wrong, first: 9 })).slips).toHaveLength(1);
    const store = await queries['store.read']({});
    expect(store.pending.map(({ words }) => words)).toEqual([
      expect.stringContaining(`left out for ${vacancy.ref}`),
    ]);
    expect(store.marksNotSent).toBe(2);
  });
});
