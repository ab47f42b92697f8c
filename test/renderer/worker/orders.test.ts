import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { PROGRAMME } from '#contract/brands.ts';
import { aCandidate, anId, aVacancy, ROSA } from '#test/builders/records.ts';
import {
  aLaptop,
  aSession,
  at,
  COUNCIL,
  cut,
  everybody,
  fill,
  opening,
  page,
  person,
  row,
} from './centre.ts';

const ANA = aCandidate({ id: person(1), givenName: 'Ana', familyName: 'Test' });
const BO = aCandidate({ id: person(2), givenName: 'Bo', familyName: 'Test' });

const contact = {
  id: anId(0x7001),
  candidateId: ANA.id,
  by: ROSA,
  at: at('08:00'),
  channel: 'phone',
  direction: 'out',
  outcome: 'no_answer',
  note: 'Rang',
};

async function ready() {
  const laptop = aLaptop();
  const session = aSession();
  await session.calls.open(opening(laptop));
  await fill(session, [ANA, BO]);
  const items = [row('vacancy', 1, aVacancy()), row('contact', 2, contact)];
  await session.calls.page({ bytes: page(COUNCIL, items), snapshot: 'first' });
  return { laptop, session };
}

it('[SY61] the erased leave list, index and every row about them, and no older bucket brings them back', async () => {
  const { laptop, session } = await ready();
  await session.calls.erase({ people: [ANA.id] });
  expect(await everybody(session)).toEqual(['Bo Test']);
  expect(await session.queries['person.read']({ id: ANA.id })).toMatchObject({ is: 'withdrawn' });
  const { buckets, manifest } = await cut([ANA, BO]);
  await session.calls.buckets({ epoch: manifest.epoch, buckets });
  expect(await everybody(session)).toEqual(['Bo Test']);
  await session.calls.erase({ people: [ANA.id] });
  // What lies on the disk says the same.
  const next = aSession();
  await next.calls.open(opening(laptop));
  expect(await everybody(next)).toEqual(['Bo Test']);
  expect((await next.queries['vacancies.read']({})).length).toBe(1);
});

it('[SY64] a wipe deletes every database, whether one is open or not', async () => {
  const { session } = await ready();
  const ours = async () =>
    (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('swt-'));
  expect(await ours()).not.toEqual([]);
  await session.calls.wipe({});
  expect(await ours()).toEqual([]);
  await session.calls.wipe({});
  const { session: other } = await ready();
  expect(await everybody(other)).toEqual(['Ana Test', 'Bo Test']);
  await aSession().calls.wipe({});
});

it('[DM1] what the session says of the role counts at once, before any row of it arrives', async () => {
  const { session } = await ready();
  const wish = { kind: 'do-not-contact.set', args: { candidateId: BO.id, reason: 'x' } } as const;
  await session.calls.standing({ role: 'viewer', isFrozen: false });
  expect(await session.queries.command({ drafts: [wish] })).toMatchObject({
    error: { code: 'AUTH_NOT_ALLOWED' },
  });
  await session.calls.standing({ role: 'recruiter', isFrozen: false });
  expect((await session.queries.command({ drafts: [wish] })).ok).toBe(true);
});

it('[DM2] a freeze stops new work at once, though the programme on this device still says open', async () => {
  const { session } = await ready();
  const open = { id: anId(0xc1), name: 'P', status: 'open' };
  await session.calls.page({
    bytes: page(PROGRAMME, [row('programme', 1, open)]),
    snapshot: 'first',
  });
  await session.calls.standing({ role: 'recruiter', isFrozen: true });
  const add = {
    kind: 'shortlist.add',
    args: { vacancyId: aVacancy().id, candidateId: BO.id },
  } as const;
  expect(await session.queries.command({ drafts: [add] })).toMatchObject({
    error: { message: expect.stringContaining('closed') },
  });
  const wish = { kind: 'do-not-contact.set', args: { candidateId: BO.id, reason: 'x' } } as const;
  expect((await session.queries.command({ drafts: [wish] })).ok).toBe(true);
});
