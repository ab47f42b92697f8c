import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { type IsoInstant, type RecordId, userStream } from '#contract/brands.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { Vacancy } from '#contract/records/council-work.ts';
import { aVacancy } from '#test/builders/records.ts';
import { KENT_STREAM, STAFF } from '../../staff.ts';
import { onEachEngine } from '../../test-centre.ts';

const newId = () => randomUUID() as RecordId;

onEachEngine((centre) => {
  const rosa = () => centre().as('rosa', `device-${newId()}`);
  const own = userStream(STAFF.rosa.id);

  it('[DM31] a saved search is where its maker said: with them, or with the council', async () => {
    const client = await rosa();
    const save = (shared: boolean) => ({
      ...{ id: newId(), name: 'AMHPs near us', query: { ...EVERYBODY, text: 'amhp' }, shared },
    });
    const { results } = await client.push(
      client.change('search.save', save(false), { stream: own }),
      client.change('search.save', save(true), { stream: KENT_STREAM }),
      client.change('search.save', save(false), { stream: KENT_STREAM }),
      client.change('search.save', save(true), { stream: own }),
      client.change(
        'search.look',
        { searchId: newId(), asAt: '2026-06-09T08:00:00.000Z' as IsoInstant },
        { stream: own },
      ),
    );
    const outcomes = ['applied', 'applied', 'rejected', 'rejected', 'applied'];
    expect(results.map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it('[DM34] [DM35] what was seen or left out goes with the person', async () => {
    const [person] = centre().people;
    if (!person) throw new Error('the sample has no people');
    const client = await rosa();
    const vacancy: Vacancy = aVacancy({ id: newId() });
    const { councilId: _c, createdBy: _b, createdAt: _a, status: _s, ...asked } = vacancy;
    const about = { candidateId: person.id };
    const { results } = await client.push(
      client.change('vacancy.create', asked, { stream: KENT_STREAM }),
      client.change('person.see', { ...about, seen: true }, { stream: own }),
      client.change(
        'person.dismiss',
        { ...about, vacancyId: vacancy.id, dismissed: true },
        { stream: KENT_STREAM },
      ),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
    const naming = async (stream: typeof own) => {
      const { items } = await client.changes(stream, 0);
      return items.filter(({ doc }) => JSON.stringify(doc ?? null).includes(person.id)).length;
    };
    expect([await naming(own), await naming(KENT_STREAM)]).toEqual([1, 1]);
    const pat = await centre().as('pat');
    const gone = await pat.post('/v1/programme/withdrawals', { candidateId: person.id });
    expect(gone.statusCode).toBe(204);
    expect([await naming(own), await naming(KENT_STREAM)]).toEqual([0, 0]);
  });
});
