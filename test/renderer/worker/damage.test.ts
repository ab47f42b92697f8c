import { afterEach, expect, it } from 'vitest';
import { ok } from '#contract/errors.ts';
import { aCandidate, anId, aVacancy } from '#test/builders/records.ts';
import { aLaptop, at, COUNCIL, cut, type Laptop, opening, page, person, row } from './centre.ts';
import { type FakeMain, startFakeMain } from './fake-main.ts';
import { openRaw } from './raw-database.ts';

const ANA = aCandidate({ id: person(1), givenName: 'Ana' });

let main: FakeMain;
afterEach(() => main.client.stop());

/** A worker over a real port that holds Ana and one vacancy, and its database from outside. */
async function ready(laptop: Laptop = aLaptop()) {
  main = startFakeMain(async () => ok([]));
  await main.call('open', opening(laptop));
  const { manifest, buckets } = await cut([ANA]);
  await main.call('manifest', manifest);
  await main.call('buckets', { epoch: manifest.epoch, buckets });
  await main.call('buckets-done', { epoch: 'e1', upTo: 100 });
  const other = aVacancy({ id: anId(0x72), ref: 'V2' });
  const work = page(COUNCIL, [row('vacancy', 1, aVacancy()), row('vacancy', 2, other)]);
  await main.call('page', { bytes: work, snapshot: 'first' });
  await main.call('caught-up', { at: at('08:31') });
  const raw = await openRaw(`swt-${laptop.recruiterId}`);
  return { raw, laptop };
}

it('[SY8] rows that go while the app is open are told to main, once until it opens again', async () => {
  const { raw, laptop } = await ready();
  await raw.clear('bucket');
  for (let n = 0; n < 2; n++) {
    await expect(main.ask('person.read', { id: ANA.id })).rejects.toThrow(/could not be read/);
  }
  raw.close();
  await expect.poll(() => main.damages()).toBe(1);
  // What main does about it: the rest is kept, and what is gone is known to be.
  const state = await main.call('open', opening(laptop));
  expect(state).toMatchObject({ rebuilt: 'damaged', people: 0, cursors: [] });
  expect(await main.ask('person.read', { id: ANA.id })).toMatchObject({ is: 'not-held' });
  expect(await main.ask('vacancies.read', {})).toHaveLength(2);
});

it('[SY8] a page applied after rows went does not count their loss away', async () => {
  const { raw, laptop } = await ready();
  await raw.clear('row');
  raw.close();
  const more = page(COUNCIL, [row('vacancy', 3, aVacancy({ ref: 'V3' }))], { after: 2 });
  await main.call('page', { bytes: more, snapshot: 'none' });
  expect(await main.call('open', opening(laptop))).toMatchObject({ rebuilt: 'damaged', people: 1 });
});
