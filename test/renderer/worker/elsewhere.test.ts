import { expect, it } from 'vitest';
import {
  type CandidateId,
  type CouncilId,
  type IsoDate,
  POOL,
  PRESENCE,
  PROGRAMME,
  type RecordId,
  userStream,
} from '#contract/brands.ts';
import type { ContactLog } from '#contract/records/council-work.ts';
import type { ContactClass, Presence } from '#contract/records/presence.ts';
import type { Programme } from '#contract/records/programme.ts';
import { overlapSettledId } from '#core/domain/ids.ts';
import { withToken } from '#core/domain/presence.ts';
import { aCandidate, anId, KENT, ROSA } from '#test/builders/records.ts';
import {
  aLaptop,
  aSession,
  at,
  COUNCIL,
  fill,
  left,
  opening,
  page,
  person,
  row,
} from './centre.ts';

const ANA = aCandidate({ id: person(1), givenName: 'Ana', familyName: 'Test' });
const BO = aCandidate({ id: person(2), givenName: 'Bo', familyName: 'Test' });
const MEDWAY = 'medway' as CouncilId;
const TODAY = '2026-06-09' as IsoDate;

const programme = (presenceDays: number, status: Programme['status'] = 'open'): Programme => ({
  id: anId<RecordId>(0xf1),
  name: 'A programme of tests',
  status,
  opensOn: '2026-01-05' as IsoDate,
  policy: {
    presenceDays,
    unsuccessfulMonths: 6,
    auditYears: 6,
    staleDays: 1,
    readOnlyDays: 7,
    lockDays: 14,
    registerFreshDays: 30,
  },
});

function told(
  councilId: CouncilId,
  on: string,
  half: 'am' | 'pm',
  people: Readonly<Record<CandidateId, ContactClass>>,
): Presence {
  const made = Object.entries(people).reduce<Presence | null>((held, [id, was]) => {
    const token = { candidateId: id as CandidateId, was, on: on as IsoDate, half };
    return withToken(held, councilId, token) ?? held;
  }, null);
  if (!made) throw new Error('name somebody');
  return made;
}

/** A laptop of Kent with Ana and Bo, Rosa's call with Ana this morning, and these rows. */
async function laptopWith(rows: readonly Presence[], presenceDays = 21) {
  const laptop = aLaptop();
  const session = aSession();
  await session.calls.open(opening(laptop));
  await fill(session, [ANA, BO]);
  const calls: ContactLog = {
    id: anId(0x7001),
    candidateId: ANA.id,
    by: { id: laptop.recruiterId, name: ROSA.name },
    at: at('08:00'),
    channel: 'phone',
    direction: 'out',
    outcome: 'no_answer',
  };
  const due = {
    id: anId<RecordId>(0x7002),
    candidateId: ANA.id,
    what: 'Ring again',
    dueOn: TODAY,
    promise: false,
    owner: calls.by,
    createdAt: at('07:00'),
  };
  const work = [row('contact', 1, calls), row('follow-up', 2, due)];
  await session.calls.page({ bytes: page(COUNCIL, work), snapshot: 'first' });
  const record = row('programme', 1, programme(presenceDays));
  await session.calls.page({ bytes: page(PROGRAMME, [record]), snapshot: 'first' });
  const items = rows.map((each, n) => row('presence', n + 1, each));
  await session.calls.page({ bytes: page(PRESENCE, items), snapshot: 'first' });
  const own = userStream(laptop.recruiterId);
  await session.calls.page({ bytes: page(own, []), snapshot: 'first' });
  const elsewhere = async (id: CandidateId) => {
    const view = await session.queries['person.read']({ id });
    return view.is === 'held' ? view.elsewhere : null;
  };
  const today = () => session.queries['today.read']({});
  return { ...session, laptop, own, elsewhere, today };
}

it('says which other councils were in touch, never our own', async () => {
  const { elsewhere, today } = await laptopWith([
    told(KENT, '2026-06-09', 'am', { [ANA.id]: 'tried' }),
    told(MEDWAY, '2026-06-08', 'pm', { [ANA.id]: 'reached', [BO.id]: 'tried' }),
  ]);
  const medway = { councilId: 'medway', council: 'Medway', on: '2026-06-08', half: 'pm' };
  expect(await elsewhere(ANA.id)).toEqual({
    contacts: [{ ...medway, was: 'reached' }],
    days: 21,
    pattern: null,
  });
  expect((await elsewhere(BO.id))?.contacts).toEqual([{ ...medway, was: 'tried' }]);
  expect((await today()).followUps[0]?.elsewhere).toEqual({ ...medway, was: 'reached' });
});

it('says nothing where councils do not let each other know, and nothing that is past', async () => {
  const rows = [told(MEDWAY, '2026-06-08', 'pm', { [ANA.id]: 'reached' })];
  expect(await (await laptopWith(rows, 0)).elsewhere(ANA.id)).toBeNull();
  const old = await laptopWith([told(MEDWAY, '2026-05-19', 'am', { [ANA.id]: 'reached' })]);
  expect((await old.elsewhere(ANA.id))?.contacts).toEqual([]);
});

it('[DM17] lists an overlap once, until it is marked settled, on the disk and at the centre', async () => {
  const { queries, calls, today, own, laptop } = await laptopWith([
    told(KENT, '2026-06-09', 'am', { [ANA.id]: 'tried' }),
    told(MEDWAY, '2026-06-08', 'pm', { [ANA.id]: 'reached' }),
    told(MEDWAY, '2026-06-09', 'am', { [BO.id]: 'reached' }),
  ]);
  expect((await today()).overlaps).toMatchObject([
    {
      name: 'Ana Test',
      ours: { on: '2026-06-09', was: 'tried' },
      theirs: { council: 'Medway', on: '2026-06-08' },
      on: '2026-06-09',
    },
  ]);
  const args = { candidateId: ANA.id, councilId: MEDWAY, on: TODAY };
  const saved = await queries.command({ drafts: [{ kind: 'overlap.settle', args }] });
  expect(saved.ok).toBe(true);
  expect((await today()).overlaps).toEqual([]);
  expect((await today()).notSent.map(({ words }) => words)).toEqual([
    'Marked as settled with another council: Ana Test',
  ]);
  // The centre's echo takes the journal's place.
  const id = overlapSettledId(ANA.id, MEDWAY);
  await calls.page({
    bytes: page(own, [row('overlap-settled', 1, { ...args, id, at: at('09:00') } as never)]),
    snapshot: 'none',
  });
  await calls.journal({ entries: [] });
  expect((await today()).overlaps).toEqual([]);
  expect(laptop.keys.has(own)).toBe(true);
});

it('takes a person who is erased out of what councils told, and leaves the others', async () => {
  const { calls, elsewhere } = await laptopWith([
    told(MEDWAY, '2026-06-08', 'pm', { [ANA.id]: 'reached', [BO.id]: 'reached' }),
  ]);
  const erased = left('candidate', 101, { id: ANA.id, op: 'e' });
  await calls.page({ bytes: page(POOL, [erased], { after: 100 }), snapshot: 'none' });
  expect((await elsewhere(BO.id))?.contacts).toHaveLength(1);
  // Whoever was erased comes back with no later row, and inherits nothing either.
  const again = row('candidate', 102, ANA);
  await calls.page({ bytes: page(POOL, [again], { after: 101 }), snapshot: 'none' });
  expect((await elsewhere(ANA.id))?.contacts ?? []).toEqual([]);
});
