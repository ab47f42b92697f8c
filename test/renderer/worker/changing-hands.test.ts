import Dexie from 'dexie';
import { expect, it } from 'vitest';
import type { RecordId } from '#contract/brands.ts';
import { fail } from '#contract/errors.ts';
import { aCandidate, anId, aVacancy } from '#test/builders/records.ts';
import {
  aLaptop,
  aSession,
  COUNCIL,
  fill,
  journalEntry,
  opening,
  page,
  person,
  row,
} from './centre.ts';

const ANA = aCandidate({ id: person(1), givenName: 'Ana', familyName: 'Test' });
const noWish = {
  kind: 'do-not-contact.set',
  args: { candidateId: ANA.id, reason: 'Asked by letter' },
} as const;

async function filled() {
  const laptop = aLaptop();
  const session = aSession();
  await session.calls.open(opening(laptop));
  await fill(session, [ANA]);
  await session.calls.page({
    bytes: page(COUNCIL, [row('vacancy', 1, aVacancy())]),
    snapshot: 'first',
  });
  return { laptop, ...session };
}

it('what one recruiter was still saving is never saved in the name of the next', async () => {
  const session = await filled();
  await session.calls.lock({});
  const saving = Promise.resolve(session.queries.command({ drafts: [noWish] }));
  await session.calls.open(opening(aLaptop()));
  expect(await saving).toMatchObject({ ok: false, error: { code: 'AUTH_SIGN_IN_AGAIN' } });
  expect((await session.queries['today.read']({})).notSent).toEqual([]);
});

it('what waits for the cache to open is refused when someone signs out first', async () => {
  const session = aSession();
  const saving = session.queries.command({ drafts: [noWish] });
  await session.calls.lock({});
  await session.calls.open(opening(aLaptop()));
  expect(await saving).toMatchObject({ ok: false });
});

it('two saves at once are judged one after the other', async () => {
  const session = await filled();
  const add = {
    kind: 'shortlist.add',
    args: { vacancyId: aVacancy().id, candidateId: ANA.id },
  } as const;
  const [wish, added] = await Promise.all([
    session.queries.command({ drafts: [noWish] }),
    session.queries.command({ drafts: [add] }),
  ]);
  expect(wish.ok).toBe(true);
  expect(added).toMatchObject(
    fail('RULE_REFUSED', 'This person has asked this council not to contact them.'),
  );
});

it('S30 the copy of whoever was here before is off the disk once the next one opens theirs', async () => {
  const first = await filled();
  await first.calls.lock({});
  const name = `swt-${first.laptop.recruiterId}`;
  expect(await Dexie.getDatabaseNames()).toContain(name);
  const next = aLaptop();
  const session = aSession();
  await session.calls.open(opening(next));
  expect(await Dexie.getDatabaseNames()).not.toContain(name);
  await session.calls.lock({});
  // Where nothing may be kept, nothing that was kept stays (decision S6).
  await session.calls.open(opening(aLaptop(), { persist: false }));
  expect(await Dexie.getDatabaseNames()).not.toContain(`swt-${next.recruiterId}`);
});

it('[SY4] answers the first question after a reload with what is not sent', async () => {
  const { calls, queries } = aSession();
  const asked = queries['store.read']({});
  const draft = { kind: 'follow-up.done', args: { followUpId: anId<RecordId>(0x6001) } } as const;
  const entry = journalEntry({ ...draft, stream: COUNCIL, entity: anId(0x6001), base: 0 }, 1);
  await calls.open(opening(aLaptop(), { persist: false, entries: [entry] }));
  expect((await asked).pending).toMatchObject([{ id: entry.id, words: 'Follow-up done' }]);
});
