import { expect, test } from 'vitest';
import { EVERYBODY, type FindQuery } from '#contract/find-query.ts';
import { understand } from '#core/search/find.ts';
import { otherReadings } from '#core/search/other-readings.ts';
import { createPlaces } from '#core/search/places.ts';

const places = createPlaces();
const ask = (text: string, over: Partial<FindQuery> = {}, count = () => 7) =>
  otherReadings(understand({ ...EVERYBODY, text, ...over }, places), places, count);

test('[Q45] an acronym with two meanings is offered as the other, never searched as it', () => {
  expect(ask('cp kent 20 miles')).toMatchObject([
    { words: '“cp” as care plan', query: { text: 'care plan kent 20 miles' }, total: 7 },
  ]);
  const both = ask('ssw court').map(({ query }) => query.text);
  expect(both).toEqual(['Supervising Social Worker court', 'Senior Social Worker court']);
});

test('[Q45] an acronym with two letters swapped is offered, never searched by itself', () => {
  expect(ask('amph')).toMatchObject([{ words: '“amph” as AMHP', query: { text: 'AMHP' } }]);
  expect(ask('ahmp thanet')[0]?.query.text).toBe('AMHP thanet');
  for (const text of ['amhp', 'court', '-amph', 'name:amph', 'pc']) {
    expect(ask(text).filter(({ words }) => words.includes(' as '))).toEqual([]);
  }
});

test('[Q21] [Q45] other places of the same name are offered, and can be read', () => {
  const hampshire = { words: 'within 20 miles of Hythe, Hampshire', total: 7 };
  const home = { label: 'Kent', lat: 51.2, lon: 0.7 };
  const read = (text: string) => understand({ ...EVERYBODY, text }, places, { home });
  const offers = otherReadings(read('amhp 20mi of hythe'), places, () => 7);
  expect(offers).toMatchObject([hampshire]);
  const { near } = read(offers[0]?.query.text ?? '');
  expect(near).toMatchObject({ label: 'Hythe, Hampshire', radiusMiles: 20 });
  expect(otherReadings(read('amhp hythe'), places, () => 7)).toMatchObject([
    { words: 'within 20 miles of Hythe, Kent' },
    hampshire,
  ]);
});

test('[Q45] a place is offered to search around, and taken out of the words', () => {
  const [offer] = ask('amhp margate');
  expect(offer).toMatchObject({
    words: 'within 20 miles of Margate, Kent',
    query: { text: 'amhp', near: { radiusMiles: 20, withinTheirLimit: false } },
  });
  expect(ask('milton keynes court')[0]?.query).toMatchObject({ text: 'court' });
});

test('[Q45] no place is offered where one counts already, is left out, or is a name', () => {
  expect(ask('court 20 miles of leeds')).toEqual([]);
  expect(ask('margate', { near: { label: 'x', lat: 51, lon: 1, withinTheirLimit: true } })).toEqual(
    [],
  );
  expect(ask('court -margate')).toEqual([]);
  expect(ask('name:margate')).toEqual([]);
  expect(ask('south east')).toEqual([]);
  expect(ask('london')).toEqual([]);
});

test('[Q45] what would find nobody is not offered', () => {
  expect(ask('amhp margate', {}, () => 0)).toEqual([]);
});
