import type { CandidateId } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { RealLaptop } from './laptop.ts';

/** Everything of a council's work and the pool that a laptop's screens show. */
export async function shownState({ ask }: RealLaptop, everybody: readonly CandidateId[]) {
  const people = Object.fromEntries(
    await Promise.all(everybody.map(async (id) => [id, await ask['person.read']({ id })] as const)),
  );
  const vacancies = await ask['vacancies.read']({});
  const lists = Object.fromEntries(
    await Promise.all(
      vacancies.map(
        async ({ vacancy: { record } }) =>
          [record.id, await ask['vacancy.read']({ id: record.id })] as const,
      ),
    ),
  );
  const query = { ...EVERYBODY, includeHidden: true };
  const { total, hidden, facets, rows } = await ask['find.run']({ query, first: 100 });
  const { people: held } = await ask['insights.read']({});
  return withoutOwn({
    people,
    vacancies,
    lists,
    found: { total, hidden, facets, rows },
    held,
    stories: await ask['stories.read']({}),
    colleagues: await ask['colleagues.read']({}),
    programme: await ask['programme.read']({}),
  });
}

/** What each recruiter has to settle is their own: only who lost a value is told of it. */
const OWN = new Set(['twoEdits']);

function withoutOwn<Shown>(shown: Shown): Shown {
  return JSON.parse(JSON.stringify(shown, (key, value) => (OWN.has(key) ? undefined : value)));
}
