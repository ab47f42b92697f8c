import { describe, expect, it } from 'vitest';
import { POOL } from '#contract/brands.ts';
import { TOPICS } from '#contract/queries.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { ContactLog, ShortlistEntry } from '#contract/records/council-work.ts';
import { aCandidate, anId, aVacancy, ROSA } from '#test/builders/records.ts';
import {
  aLaptop,
  aSession,
  at,
  COUNCIL,
  cut,
  everybody,
  fill,
  left,
  opening,
  page,
  person,
  row,
} from './centre.ts';

const named = (number: number, givenName: string): Candidate =>
  aCandidate({ id: person(number), givenName, familyName: 'Test' });

const ANA = named(1, 'Ana');
const BO = named(2, 'Bo');
const CY = named(3, 'Cy');

const contact = (number: number, candidate: Candidate, note = 'Rang'): ContactLog => ({
  id: anId(0x7000 + number),
  candidateId: candidate.id,
  by: ROSA,
  at: at('08:00'),
  channel: 'phone',
  direction: 'out',
  outcome: 'no_answer',
  note,
});

describe.each([
  ['on disk', true],
  ['in memory only', false],
])('the copy of what the centre has confirmed, %s', (_words, persist) => {
  async function ready(people: readonly Candidate[] = [ANA, BO]) {
    const laptop = aLaptop();
    const session = aSession();
    await session.calls.open(opening(laptop, { persist }));
    await fill(session, people);
    return { ...session, laptop };
  }

  it('finds the people of all buckets and then lacks none of them', async () => {
    const { calls, queries } = await ready();
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test']);
    const { manifest } = await cut([ANA, BO]);
    expect(await calls.manifest(manifest)).toEqual({ missing: [] });
    expect(await calls['caught-up']({ at: at('09:00') })).toEqual({ people: 2 });
  });

  it('asks for the buckets it lacks, also after a first sync that was cut short', async () => {
    const { calls } = aSession();
    await calls.open(opening(aLaptop(), { persist }));
    const { manifest, buckets } = await cut([ANA, BO, CY], { bucketCount: 4 });
    expect(await calls.manifest(manifest)).toEqual({ missing: [0, 1, 2, 3] });
    await calls.buckets({ epoch: manifest.epoch, buckets: buckets.slice(2, 3) });
    expect(await calls.manifest(manifest)).toEqual({ missing: [0, 1, 3] });
  });

  it('applies changes over the buckets and moves the cursor with them', async () => {
    const { calls, queries } = await ready();
    const renamed = { ...BO, givenName: 'Bobbie' };
    const applied = await calls.page({
      bytes: page(POOL, [row('candidate', 101, renamed), row('candidate', 102, CY)], {
        after: 100,
      }),
      snapshot: 'none',
    });
    expect(applied).toEqual({ cursor: { stream: POOL, epoch: 'e1', seq: 102 }, setAside: 0 });
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bobbie Test', 'Cy Test']);
    expect(await queries['person.read']({ id: BO.id })).toMatchObject({
      is: 'held',
      candidate: { givenName: 'Bobbie' },
    });
  });

  it('tells the page of people only where nobody went or came back and no record is bad', async () => {
    const { calls, told } = await ready();
    async function toldOf(items: readonly unknown[], after: number) {
      told.length = 0;
      await calls.page({ bytes: page(POOL, items, { after }), snapshot: 'none' });
      return told.flat();
    }
    const renamed = { ...BO, givenName: 'Bobbie' };
    const news = [row('candidate', 101, renamed), row('candidate', 102, CY)];
    expect(await toldOf(news, 100)).toEqual(['people']);
    const gone = left('candidate', 103, { id: BO.id, op: 'd' });
    expect(await toldOf([gone], 102)).toEqual([...TOPICS]);
    expect(await toldOf([row('candidate', 104, BO)], 103)).toEqual([...TOPICS]);
    const bad = { ...row('candidate', 105, CY), doc: { id: CY.id } };
    expect(await toldOf([bad], 104)).toEqual([...TOPICS]);
    expect(await toldOf([row('candidate', 106, CY)], 105)).toEqual([...TOPICS]);
    expect(await toldOf([row('candidate', 107, CY)], 106)).toEqual(['people']);
  });

  it('drops a page that does not begin where the cursor stands, or is of another epoch', async () => {
    const { calls, queries } = await ready();
    const late = { ...ANA, givenName: 'Late' };
    for (const over of [{ after: 99 }, { after: 101 }, { after: 100, epoch: 'e0' }]) {
      const bytes = page(POOL, [row('candidate', 105, late)], over);
      const { cursor } = await calls.page({ bytes, snapshot: 'none' });
      expect(cursor).toMatchObject({ seq: 100, epoch: 'e1' });
    }
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test']);
  });

  it('does not bring back whoever left after a bucket was cut, not even while all is read again', async () => {
    const { calls, queries } = await ready();
    const gone = left('candidate', 102, { id: BO.id, op: 'd' });
    await calls.page({ bytes: page(POOL, [gone], { after: 100 }), snapshot: 'none' });
    await fill({ calls }, [ANA, BO], { upTo: 101, tag: 'v2' });
    expect(await everybody({ queries })).toEqual(['Ana Test']);
    expect(await queries['person.read']({ id: BO.id })).not.toMatchObject({ is: 'held' });
    await fill({ calls }, [ANA, BO], { upTo: 103, tag: 'v3' });
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test']);
  });

  it('does not take up whoever was erased from an answer older than that', async () => {
    const { calls, queries } = await ready();
    await calls.erase({ people: [BO.id] });
    const older = { ...BO, givenName: 'Late' };
    const bytes = page(POOL, [row('candidate', 100, older)], { after: 90 });
    await calls.page({ bytes, snapshot: 'repair' });
    const rows = [row('contact', 3, contact(1, BO)), row('contact', 4, contact(2, ANA))];
    await calls.page({ bytes: page(COUNCIL, rows), snapshot: 'first' });
    expect(await everybody({ queries })).toEqual(['Ana Test']);
    const about = async (id: Candidate['id']) =>
      JSON.stringify(await queries['person.read']({ id })).includes('Rang');
    expect(await about(BO.id)).toBe(false);
    expect(await about(ANA.id)).toBe(true);
  });

  it('loses whoever came and went between two cuts, though their bucket has not changed', async () => {
    const { calls, queries } = await ready();
    const came = row('candidate', 101, CY);
    await calls.page({ bytes: page(POOL, [came], { after: 100 }), snapshot: 'none' });
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test', 'Cy Test']);
    await fill({ calls }, [ANA, BO], { upTo: 103 });
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test']);
  });

  it('never lays an older row over a newer one, and takes the same page twice as once', async () => {
    const { calls, queries } = await ready();
    const rows = [row('vacancy', 5, aVacancy({ title: 'New title' }))];
    await calls.page({ bytes: page(COUNCIL, rows), snapshot: 'first' });
    await calls.page({ bytes: page(COUNCIL, rows), snapshot: 'first' });
    const older = row('vacancy', 4, aVacancy({ title: 'Old title' }));
    await calls.page({ bytes: page(COUNCIL, [older], { after: 5, to: 6 }), snapshot: 'none' });
    const vacancies = await queries['vacancies.read']({});
    expect(vacancies.map(({ vacancy }) => vacancy.record.title)).toEqual(['New title']);
    expect(vacancies[0]?.vacancy.seq).toBe(5);
  });

  it('reads a stream again by marking, and sweeps only with the last page', async () => {
    const { calls, queries } = await ready();
    const rows = [1, 2, 3].map((n) => row('vacancy', n, aVacancy({ id: anId(n), ref: `V${n}` })));
    await calls.page({ bytes: page(COUNCIL, rows), snapshot: 'first' });
    const refs = async () =>
      (await queries['vacancies.read']({})).map(({ vacancy }) => vacancy.record.ref).sort();
    const epoch = 'e2';
    const first = await calls.page({
      bytes: page(COUNCIL, [rows[0]], { epoch, head: 9, more: true }),
      snapshot: 'first',
    });
    expect(first.cursor).toEqual({ stream: COUNCIL, epoch, seq: 1, snapAt: 9 });
    expect(await refs()).toEqual(['V1', 'V2', 'V3']);
    const last = await calls.page({
      // Of another history, so its lower number says nothing about age.
      bytes: page(COUNCIL, [row('vacancy', 2, aVacancy({ id: anId(3), ref: 'V3b' }))], {
        epoch,
        after: 1,
        to: 9,
      }),
      snapshot: 'more',
    });
    expect(last.cursor).toEqual({ stream: COUNCIL, epoch, seq: 9 });
    expect(await refs()).toEqual(['V1', 'V3b']);
  });

  it('sets a record of the wrong form aside, counts it and applies the rest', async () => {
    const { calls, queries } = await ready();
    const bad = { ...CY, roleGroup: 'astronaut' };
    const applied = await calls.page({
      bytes: page(
        POOL,
        [row('candidate', 101, bad), { nonsense: true }, row('candidate', 103, named(4, 'Di'))],
        { after: 100, to: 103 },
      ),
      snapshot: 'none',
    });
    expect(applied).toMatchObject({ setAside: 2, cursor: { seq: 103 } });
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test', 'Di Test']);
    expect((await queries['store.read']({})).setAside).toBe(2);
    await calls.page({
      bytes: page(POOL, [row('candidate', 104, CY)], { after: 103 }),
      snapshot: 'none',
    });
    expect((await queries['store.read']({})).setAside).toBe(1);
  });

  it('sets a person of the wrong form in a bucket aside and finds the others', async () => {
    const bad = { ...BO, roleGroup: 'astronaut' } as unknown as Candidate;
    const { queries } = await ready([ANA, bad]);
    expect(await everybody({ queries })).toEqual(['Ana Test']);
    expect((await queries['store.read']({})).setAside).toBe(1);
  });

  it('takes a person who left out of every list, their bucket and what is theirs', async () => {
    const { calls, queries } = await ready();
    const entry: ShortlistEntry = {
      id: anId(0x7100),
      vacancyId: aVacancy().id,
      candidateId: BO.id,
      stage: 'new',
      removed: false,
      history: [{ at: at('08:00'), by: ROSA, to: 'new' }],
    };
    const rows = [
      row('vacancy', 1, aVacancy()),
      row('contact', 2, contact(1, BO)),
      row('contact', 3, contact(2, ANA)),
      row('shortlist-entry', 4, entry),
    ];
    await calls.page({ bytes: page(COUNCIL, rows), snapshot: 'first' });
    expect(await queries['person.read']({ id: BO.id })).toMatchObject({ is: 'held' });
    await calls.page({
      bytes: page(POOL, [left('candidate', 101, { id: BO.id, op: 'e' })], { after: 100 }),
      snapshot: 'none',
    });
    expect(await everybody({ queries })).toEqual(['Ana Test']);
    expect(await queries['person.read']({ id: BO.id })).toEqual({ is: 'withdrawn', on: null });
    expect((await queries['vacancy.read']({ id: aVacancy().id }))?.people).toEqual([]);
    const ana = await queries['person.read']({ id: ANA.id });
    expect(ana).toMatchObject({ contacts: [{ record: { candidateId: ANA.id } }] });
  });

  it('has no cursor once buckets were dropped, so that a restart does not read on past them', async () => {
    const { calls, laptop } = await ready();
    const recut = await cut([ANA, BO], { bucketCount: 2, tag: 'v2' });
    await calls.manifest(recut.manifest);
    if (!persist) return;
    const state = await aSession().calls.open(opening(laptop, { persist }));
    expect(state.cursors.map(({ stream }) => stream)).not.toContain(POOL);
  });

  it('keeps people on screen while the pool is cut anew, and sweeps those who are in none', async () => {
    const { calls, queries } = await ready([ANA, BO, CY]);
    const { manifest, buckets } = await cut([ANA, CY], {
      bucketCount: 8,
      epoch: 'e2',
      upTo: 50,
      tag: 'v2',
    });
    const { missing } = await calls.manifest(manifest);
    expect(missing).toHaveLength(8);
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test', 'Cy Test']);
    for (const each of buckets) await calls.buckets({ epoch: manifest.epoch, buckets: [each] });
    const done = await calls['buckets-done']({ epoch: 'e2', upTo: 50 });
    expect(done.cursor).toEqual({ stream: POOL, epoch: 'e2', seq: 50 });
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Cy Test']);
  });

  it('lets a fresh bucket take away who is not in it, but not who came later', async () => {
    const { calls, queries } = await ready([ANA, BO]);
    await calls.page({
      bytes: page(POOL, [row('candidate', 140, CY)], { after: 100 }),
      snapshot: 'none',
    });
    const older = { ...CY, givenName: 'Older' };
    await fill({ calls }, [ANA, older], { upTo: 120, tag: 'v2' });
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Cy Test']);
  });

  it('moves many newer people into their buckets in idle time and loses nobody', async () => {
    const { calls, queries, tidy, laptop } = await ready([ANA]);
    const many = Array.from({ length: 40 }, (_, n) => named(100 + n, `N${n}`));
    const items = many.map((each, n) => row('candidate', 101 + n, each));
    await calls.page({ bytes: page(POOL, items, { after: 100 }), snapshot: 'none' });
    const before = await everybody({ queries });
    await tidy();
    expect(await everybody({ queries })).toEqual(before);
    const last = await queries['person.read']({ id: person(139) });
    expect(last).toMatchObject({ is: 'held', candidate: { givenName: 'N39' } });
    if (!persist) return;
    await calls.lock({});
    const again = aSession();
    expect(await again.calls.open(opening(laptop))).toMatchObject({ people: 41, rebuilt: null });
    expect(await everybody(again)).toEqual(before);
  });

  it('[SY14] takes nobody back to an older cut of a bucket, nor to an older change', async () => {
    const { calls, queries, tidy } = await ready([ANA]);
    const many = Array.from({ length: 40 }, (_, n) => named(100 + n, `N${n}`));
    const items = many.map((each, n) => row('candidate', 101 + n, each));
    await calls.page({ bytes: page(POOL, items, { after: 100 }), snapshot: 'none' });
    const now = () => queries['person.read']({ id: person(139) });
    const older = [row('candidate', 121, named(139, 'Older'))];
    const readAnew = async (upTo: number) => {
      await calls['buckets-done']({ epoch: 'e1', upTo });
      await tidy();
      await calls.page({ bytes: page(POOL, older, { after: upTo }), snapshot: 'none' });
    };
    // Beside their bucket they are newer than where the reading begins anew.
    await readAnew(100);
    expect(await now()).toMatchObject({ candidate: { givenName: 'N39' } });
    await calls.page({ bytes: page(POOL, items, { after: 121 }), snapshot: 'none' });
    await tidy();
    const { manifest } = await cut([ANA, named(139, 'Older')], { upTo: 120, tag: 'older' });
    expect(await calls.manifest(manifest)).toEqual({ missing: [] });
    await readAnew(120);
    expect(await now()).toMatchObject({ candidate: { givenName: 'N39' } });
  });

  it('forgets a stream and nothing else when it is purged', async () => {
    const { calls, queries } = await ready();
    await calls.page({ bytes: page(COUNCIL, [row('vacancy', 1, aVacancy())]), snapshot: 'first' });
    await calls.purge({ stream: COUNCIL });
    expect(await queries['vacancies.read']({})).toEqual([]);
    expect(await everybody({ queries })).toHaveLength(2);
    await calls.purge({ stream: POOL });
    expect(await everybody({ queries })).toEqual([]);
  });

  it('answers what was asked before anything was open, once it is', async () => {
    const { calls, queries } = aSession();
    const early = Promise.all([everybody({ queries }), queries['store.read']({})]);
    await calls.open(opening(aLaptop(), { persist }));
    await fill({ calls }, [ANA]);
    expect(await early).toMatchObject([[], { people: 0 }]);
    expect(await everybody({ queries })).toEqual(['Ana Test']);
  });

  it('shows nothing to the next recruiter of what the one before them held', async () => {
    const { calls, queries } = await ready();
    await calls.page({ bytes: page(COUNCIL, [row('vacancy', 1, aVacancy())]), snapshot: 'first' });
    await calls.open(opening(aLaptop(), { persist }));
    expect(await everybody({ queries })).toEqual([]);
    expect(await queries['vacancies.read']({})).toEqual([]);
    expect(await queries['person.read']({ id: ANA.id })).toEqual({ is: 'not-held' });
  });

  it('refuses bytes that are not a page', async () => {
    const { calls } = await ready();
    const bytes = new TextEncoder().encode('<html>Sign in to the hotel</html>');
    await expect(calls.page({ bytes, snapshot: 'none' })).rejects.toMatchObject({
      failure: { code: 'SYNC_BAD_ANSWER' },
    });
  });
});
