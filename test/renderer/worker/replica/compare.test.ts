import { describe, expect, it } from 'vitest';
import { POOL, type StreamId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { createGroupSums, type DigestedRow, digestRow, groupOf } from '#core/codec/digest.ts';
import { aCandidate, anId, aVacancy } from '#test/builders/records.ts';
import {
  aLaptop,
  aSession,
  COUNCIL,
  everybody,
  fill,
  left,
  opening,
  page,
  person,
  row,
} from '../centre.ts';

const named = (number: number, givenName: string): Candidate =>
  aCandidate({ id: person(number), givenName, familyName: 'Test' });

const ANA = named(1, 'Ana');
const BO = named(2, 'Bo');
const CY = named(3, 'Cy');
const STRANGE = named(2, 'Strange');
const ONE = { of: 1, group: 0 };
const DESK = aVacancy({ id: anId(0x10), ref: 'SW-1', title: 'Front desk' });
const DOOR = { ...DESK, title: 'Front door' };
const DUTY = aVacancy({ id: anId(0x20), ref: 'SW-2', title: 'Duty' });

/** What the centre would say of these rows. */
function digestsOf(stream: StreamId, rows: readonly DigestedRow[], of: number): string[] {
  const sums = createGroupSums(of);
  for (const one of rows) sums.toggle(one.id, digestRow(stream, one));
  return sums.texts();
}
const asRows = (people: readonly Candidate[]) =>
  people.map((doc) => ({ kind: 'candidate', id: doc.id, seq: 0, doc }));

async function ready(people: readonly Candidate[] = [ANA, BO], bucketCount?: number) {
  const laptop = aLaptop();
  const session = aSession();
  await session.calls.open(opening(laptop));
  await fill(session, people, bucketCount === undefined ? {} : { bucketCount });
  const rows = [row('vacancy', 4, DESK), row('vacancy', 5, DUTY)];
  await session.calls.page({ bytes: page(COUNCIL, rows), snapshot: 'first' });
  const { calls, queries } = session;
  /** The answer of the centre for one group: every living row of it. */
  const group = (bytes: Uint8Array<ArrayBuffer>, cut = ONE) => calls.group({ bytes, ...cut });
  const people_ = (items: readonly unknown[], to = 100) => page(POOL, items, { to });
  const vacancies = async () => {
    const all = await queries['vacancies.read']({});
    return all.map(({ vacancy: { record } }) => `${record.ref} ${record.title}`).sort();
  };
  const reopen = async () => {
    await calls.lock({});
    const state = await calls.open(opening(laptop));
    return state.cursors;
  };
  return { calls, queries, group, page: people_, vacancies, reopen };
}

describe('[SY53] the digest of what is held', () => {
  it('is that of the centre, whatever lies in a bucket and whatever is newer beside it', async () => {
    const { calls } = await ready();
    const renamed = { ...BO, givenName: 'Bobbie' };
    const newer = [row('candidate', 101, renamed), row('candidate', 102, CY)];
    await calls.page({ bytes: page(POOL, newer, { after: 100 }), snapshot: 'none' });
    const { digests, next } = await calls.digest({ stream: POOL, of: 4, from: 0 });
    expect(next).toBeNull();
    expect(digests).toEqual(digestsOf(POOL, asRows([ANA, renamed, CY]), 4));
  });

  it('comes in parts that add up to the whole', async () => {
    const many = Array.from({ length: 90 }, (_, n) => named(n, `P${n}`));
    const { calls } = await ready(many, 64);
    const sums = createGroupSums(8);
    const parts: number[] = [];
    for (let from: number | null = 0; from !== null; ) {
      parts.push(from);
      const part: Awaited<ReturnType<typeof calls.digest>> = await calls.digest({
        ...{ stream: POOL, of: 8, from },
      });
      sums.join(part.digests);
      from = part.next;
    }
    expect(parts).toEqual([0, 32]);
    expect(sums.texts()).toEqual(digestsOf(POOL, asRows(many), 8));
  });

  it('feels the sequence of a row beside the pool', async () => {
    const { calls } = await ready();
    const { digests } = await calls.digest({ stream: COUNCIL, of: 2, from: 0 });
    const held = [
      { kind: 'vacancy', id: DESK.id, seq: 4, doc: DESK },
      { kind: 'vacancy', id: DUTY.id, seq: 5, doc: DUTY },
    ];
    expect(digests).toEqual(digestsOf(COUNCIL, held, 2));
    const moved = held.map((one) => ({ ...one, seq: one.seq + 1 }));
    expect(digests).not.toEqual(digestsOf(COUNCIL, moved, 2));
  });
});

describe('[SY53] a group of people that differs', () => {
  it('becomes what the centre says: the wrong put right, the missing found, the extra gone', async () => {
    const { group, page: answer, queries, reopen } = await ready();
    const right = { ...ANA, givenName: 'Anna' };
    const items = [row('candidate', 90, right), row('candidate', 91, CY)];
    expect(await group(answer(items))).toEqual({ changed: 3, setAside: 0 });
    expect(await everybody({ queries })).toEqual(['Anna Test', 'Cy Test']);
    // It is on the disk, and the cursor stands where it stood.
    const cursors = await reopen();
    expect(cursors.find(({ stream }) => stream === POOL)).toMatchObject({ seq: 100 });
    expect(await everybody({ queries })).toEqual(['Anna Test', 'Cy Test']);
  });

  it('that is the same changes nothing, and the other groups are left alone', async () => {
    const { group, page: answer, queries } = await ready();
    expect(await group(answer(asItems([ANA, BO])))).toEqual({ changed: 0, setAside: 0 });
    const mine = groupOf(ANA.id, 2);
    const cut = { of: 2, group: mine };
    expect(groupOf(BO.id, 2)).not.toBe(mine);
    expect(await group(answer([]), cut)).toEqual({ changed: 1, setAside: 0 });
    expect(await everybody({ queries })).toEqual(['Bo Test']);
  });

  it('is held against the newer copy of whoever lies in a bucket too', async () => {
    const { calls, group, page: answer, queries } = await ready();
    const renamed = { ...BO, givenName: 'Bobbie' };
    const newer = page(POOL, [row('candidate', 101, renamed)], { after: 100 });
    await calls.page({ bytes: newer, snapshot: 'none' });
    expect(await group(answer(asItems([ANA, renamed]), 101))).toEqual({ changed: 0, setAside: 0 });
    expect(await group(answer(asItems([ANA]), 101))).toEqual({ changed: 1, setAside: 0 });
    expect(await everybody({ queries })).toEqual(['Ana Test']);
  });

  it('tells nobody that who is not there any more has withdrawn, and lets them come back', async () => {
    const { calls, group, page: answer, queries } = await ready();
    await group(answer(asItems([ANA])));
    expect(await queries['person.read']({ id: BO.id })).toEqual({ is: 'not-held' });
    const back = page(POOL, [row('candidate', 101, BO)], { after: 100 });
    await calls.page({ bytes: back, snapshot: 'none' });
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test']);
  });

  it('brings nobody back who has gone since', async () => {
    const { calls, group, page: answer, queries } = await ready();
    const bytes = page(POOL, [left('candidate', 101, { id: BO.id, op: 'd' })], { after: 100 });
    await calls.page({ bytes, snapshot: 'none' });
    expect(await group(answer(asItems([ANA, BO]), 101))).toEqual({ changed: 0, setAside: 0 });
    expect(await everybody({ queries })).toEqual(['Ana Test']);
  });

  it('takes nobody for gone beside a row it cannot read', async () => {
    const { group, page: answer, queries } = await ready();
    const odd = { ...row('candidate', 91, BO), doc: { id: BO.id, givenName: 7 } };
    expect(await group(answer([row('candidate', 90, CY), odd]))).toEqual({
      ...{ changed: 1, setAside: 1 },
    });
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test', 'Cy Test']);
  });

  it('is refused where it is the answer to a question about another group', async () => {
    const { group, page: answer, queries } = await ready();
    const cut = { of: 2, group: groupOf(ANA.id, 2) };
    await expect(group(answer([row('candidate', 92, STRANGE)]), cut)).rejects.toThrow();
    await expect(group(answer([{ ...row('candidate', 92, ANA), op: 'd' }]), cut)).rejects.toThrow();
    expect(await everybody({ queries })).toEqual(['Ana Test', 'Bo Test']);
  });
});

describe('[SY53] a group of the council’s work that differs', () => {
  it('becomes what the centre says, also where only the sequence was wrong', async () => {
    const { calls, group, vacancies, reopen } = await ready();
    const added = aVacancy({ id: anId(0x30), ref: 'SW-3', title: 'Night' });
    const items = [row('vacancy', 3, DOOR), row('vacancy', 5, added)];
    expect(await group(page(COUNCIL, items))).toEqual({ changed: 3, setAside: 0 });
    expect(await vacancies()).toEqual(['SW-1 Front door', 'SW-3 Night']);
    await reopen();
    expect(await vacancies()).toEqual(['SW-1 Front door', 'SW-3 Night']);
    const again = items.map((item) => ({ ...item, seq: 5 }));
    expect(await group(page(COUNCIL, again))).toEqual({ changed: 1, setAside: 0 });
    const { digests } = await calls.digest({ stream: COUNCIL, of: 1, from: 0 });
    const docs = [
      { kind: 'vacancy', id: DESK.id, seq: 5, doc: DOOR },
      { kind: 'vacancy', id: added.id, seq: 5, doc: added },
    ];
    expect(digests).toEqual(digestsOf(COUNCIL, docs, 1));
  });

  it('keeps all that is held beside a row it cannot read', async () => {
    const { group, vacancies } = await ready();
    const odd = { ...row('vacancy', 5, DESK), doc: { id: DESK.id } };
    expect(await group(page(COUNCIL, [odd]))).toEqual({ changed: 0, setAside: 1 });
    expect(await vacancies()).toEqual(['SW-1 Front desk', 'SW-2 Duty']);
  });
});

describe('[SY53] an answer that does not fit', () => {
  it.each([
    ['is from before the cursor', { to: 4 }],
    ['is of another history', { to: 9, epoch: 'e2' }],
  ])('changes nothing when it %s', async (_why, over) => {
    const { group, vacancies } = await ready();
    await expect(group(page(COUNCIL, [], over))).rejects.toThrow();
    expect(await vacancies()).toEqual(['SW-1 Front desk', 'SW-2 Duty']);
  });

  it('changes nothing when it is no page at all', async () => {
    const { group, vacancies } = await ready();
    await expect(group(new TextEncoder().encode('<html>'))).rejects.toThrow();
    expect(await vacancies()).toEqual(['SW-1 Front desk', 'SW-2 Duty']);
  });
});

describe('[SY53] what was compared', () => {
  it('is noted with its day where the cursor stands, through a restart', async () => {
    const { calls, reopen } = await ready();
    const noted = { stream: COUNCIL, epoch: 'e1', seq: 5, checkedMs: 77 };
    expect(await calls.compared({ stream: COUNCIL, atMs: 77 })).toEqual(noted);
    expect(await reopen()).toContainEqual(noted);
  });

  it('[SY54] owes nothing any more, and is null where nothing is held', async () => {
    const { calls } = await ready();
    const repair = page(POOL, [], { after: 100, to: 120, epoch: 'e2' });
    const { cursor } = await calls.page({ bytes: repair, snapshot: 'repair' });
    expect(cursor).toMatchObject({ epoch: 'e2', seq: 120, owed: true });
    const noted = await calls.compared({ stream: POOL, atMs: 78 });
    expect(noted).toEqual({ stream: POOL, epoch: 'e2', seq: 120, checkedMs: 78 });
    expect(await calls.compared({ stream: 'council:else' as StreamId, atMs: 79 })).toBeNull();
  });
});

function asItems(people: readonly Candidate[]) {
  return people.map((one, n) => row('candidate', 50 + n, one));
}
