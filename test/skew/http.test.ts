import { afterEach, describe, expect, test } from 'vitest';
import type { CandidateId, IsoDate, RecordId } from '#contract/brands.ts';
import { isoInstant } from '#core/domain/days.ts';
import { newRecordId } from '#core/domain/ids.ts';
import { buildApp } from '#server/app.ts';
import { migrate } from '#server/db/migrate.ts';
import { fill } from '#server/seed.ts';
import type { RealLaptop } from '../server/two-recruiters/laptop.ts';
import { createChance } from '../simulation/chance.ts';
import { FROZEN_PROTOCOLS, loadFrozen, loadFrozenApp } from './frozen.ts';
import { type HttpMeeting, meetOverHttp } from './http-meeting.ts';

const MINUTE = 60_000;
const TODAYS = { buildApp, migrate, fill };

let meeting: HttpMeeting | null = null;
afterEach(async () => {
  await meeting?.end();
  meeting = null;
});

async function meet(code = TODAYS): Promise<HttpMeeting> {
  meeting = await meetOverHttp(code);
  return meeting;
}

const chance = createChance(7);

/** What recruiters do, as their screens ask for it. */
function acts({ time, centre }: HttpMeeting) {
  const newId = () => newRecordId(time.clock, chance);
  const person = (n: number) => centre.people[n]?.id as CandidateId;
  const must = async (laptop: RealLaptop, draft: Parameters<RealLaptop['do']>[0]) => {
    const done = await laptop.do(draft);
    if (!done.ok) throw new Error(done.error.message);
  };
  return {
    person,
    async vacancy(laptop: RealLaptop): Promise<RecordId> {
      const id = newId();
      const rest = { specialisms: ['assessment' as const], posts: 1, employmentTypes: [] };
      const args = { id, ref: 'SW-9', title: 'Duty team', roleGroup: 'social_worker', ...rest };
      await must(laptop, { kind: 'vacancy.create', args } as never);
      return id;
    },
    async contact(laptop: RealLaptop, candidateId: CandidateId, note: string) {
      const at = isoInstant(time.clock.nowMs());
      const how = { channel: 'phone', direction: 'out', outcome: 'spoke_interested' } as const;
      const args = { id: newId(), candidateId, at, ...how, note };
      await must(laptop, { kind: 'contact.log', args });
    },
    async promise(laptop: RealLaptop, candidateId: CandidateId) {
      const dueOn = '2026-06-12' as IsoDate;
      const args = { id: newId(), candidateId, what: 'Ring back', dueOn, promise: true };
      await must(laptop, { kind: 'follow-up.set', args });
    },
    add: (laptop: RealLaptop, vacancyId: RecordId, candidateId: CandidateId) =>
      must(laptop, { kind: 'shortlist.add', args: { vacancyId, candidateId } }),
    move: (
      laptop: RealLaptop,
      on: { readonly vacancyId: RecordId; readonly candidateId: CandidateId },
      to: 'contacted' | 'interested' | 'shortlisted',
    ) => must(laptop, { kind: 'shortlist.move', args: { ...on, to } }),
  };
}

async function heldBy(laptop: RealLaptop, id: CandidateId) {
  const view = await laptop.ask['person.read']({ id });
  if (view.is !== 'held') throw new Error(`${view.is}: nothing of this person is here`);
  return view;
}

const notesOf = async (laptop: RealLaptop, id: CandidateId) =>
  (await heldBy(laptop, id)).contacts.map(({ record }) => record.note).toSorted();

const refusals = (laptop: RealLaptop) =>
  laptop.work.list().flatMap(({ state }) => (state.is === 'refused' ? [state.reason] : []));

/** Both work with no network on the same people; then everything meets. */
async function workApart(at: HttpMeeting, rosa: RealLaptop, tom: RealLaptop) {
  const { person, vacancy, contact, promise, add, move } = acts(at);
  const vacancyId = await vacancy(rosa);
  await add(rosa, vacancyId, person(0));
  await at.time.pass(2 * MINUTE);
  for (const laptop of [rosa, tom]) laptop.link.isOffline = true;
  await contact(rosa, person(0), 'Rosa rang');
  await promise(rosa, person(0));
  await move(rosa, { vacancyId, candidateId: person(0) }, 'interested');
  await contact(tom, person(0), 'Tom rang');
  await at.time.pass(30 * MINUTE);
  await move(tom, { vacancyId, candidateId: person(0) }, 'shortlisted');
  tom.link.isOffline = false;
  tom.work.signal('network-up');
  await at.time.pass(5 * MINUTE);
  rosa.link.isOffline = false;
  rosa.work.signal('network-up');
  await at.time.pass(5 * MINUTE);
  return { person: person(0), vacancyId };
}

describe.each(FROZEN_PROTOCOLS)('over HTTP, protocol %i', { timeout: 120_000 }, (protocol) => {
  test('an app of then works with the centre of today, beside apps of today', async () => {
    const old = await loadFrozenApp(protocol);
    const at = await meet();
    const rosa = await at.open('rosa', old);
    const tom = await at.open('tom');
    const una = await at.open('una');
    await at.time.pass(5 * MINUTE);
    const { person } = await workApart(at, rosa, tom);

    for (const laptop of [rosa, tom]) {
      expect(await notesOf(laptop, person)).toEqual(['Rosa rang', 'Tom rang']);
      expect((await heldBy(laptop, person)).onLists[0]?.entry.record.stage).toBe('shortlisted');
    }
    // The move that came second is told to its author, never laid over the first.
    expect(refusals(rosa)).toHaveLength(1);
    expect(refusals(tom)).toEqual([]);
    const { streams, setAside } = await rosa.ask['store.read']({});
    expect(streams.map(({ stream }) => stream).toSorted()).toEqual([
      'council:kent',
      'pool',
      'programme',
    ]);
    expect(setAside).toBe(0);
    // What an old app sends tells the other councils as much as what a new one sends.
    expect((await heldBy(una, person)).elsewhere?.contacts).toMatchObject([
      { council: 'Kent', was: 'promised' },
    ]);

    expect(await at.post('pat', '/v1/programme/withdrawals', { candidateId: person })).toBe(204);
    await at.time.pass(5 * MINUTE);
    for (const laptop of [rosa, tom, una]) {
      expect((await laptop.ask['person.read']({ id: person })).is).toBe('withdrawn');
      expect(JSON.stringify(laptop.work.list())).not.toContain(person);
    }
    expect(await at.post('pat', '/v1/programme/status', { status: 'closed' })).toBe(200);
    await at.time.pass(5 * MINUTE);
    const late = acts(at).contact(rosa, acts(at).person(1), 'Too late');
    await expect(late).rejects.toThrow('The programme is closed');
  });

  test('an app of today works with the centre of then, and does without what that lacks', async () => {
    const at = await meet(await loadFrozen(protocol, 'server'));
    const [rosa, tom, una] = [await at.open('rosa'), await at.open('tom'), await at.open('una')];
    await at.time.pass(5 * MINUTE);
    const { person } = await workApart(at, rosa, tom);

    for (const laptop of [rosa, tom]) {
      expect(await notesOf(laptop, person)).toEqual(['Rosa rang', 'Tom rang']);
      expect((await heldBy(laptop, person)).onLists[0]?.entry.record.stage).toBe('shortlisted');
      expect(laptop.work.countNotSent()).toBe(refusals(laptop).length);
    }
    expect(refusals(rosa)).toHaveLength(1);
    // That centre tells councils nothing of each other, so nothing is said, not "no contact".
    expect((await heldBy(una, person)).elsewhere).toBeNull();
    expect((await rosa.ask['today.read']({})).overlaps).toEqual([]);

    expect(await at.post('pat', '/v1/programme/withdrawals', { candidateId: person })).toBe(204);
    await at.time.pass(5 * MINUTE);
    for (const laptop of [rosa, tom, una]) {
      expect((await laptop.ask['person.read']({ id: person })).is).toBe('withdrawn');
      expect(JSON.stringify(laptop.work.list())).not.toContain(person);
    }
  });
});
