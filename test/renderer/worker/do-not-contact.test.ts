import { expect, it } from 'vitest';
import type { FollowUp } from '#contract/records/council-work.ts';
import { aCandidate, anId, ROSA } from '#test/builders/records.ts';
import { aLaptop, aSession, at, COUNCIL, fill, opening, page, person, row } from './centre.ts';

const ANA = aCandidate({ id: person(1), givenName: 'Ana', familyName: 'Test' });

it('Today does not tell anyone to ring a person who asked to be left alone', async () => {
  const laptop = aLaptop();
  const session = aSession();
  await session.calls.open(opening(laptop));
  await fill(session, [ANA]);
  const promised = {
    id: anId<FollowUp['id']>(0x7101),
    candidateId: ANA.id,
    what: 'Ring back as agreed',
    dueOn: '2026-06-08',
    promise: true,
    owner: { id: laptop.recruiterId, name: ROSA.name },
    createdAt: at('07:00'),
  };
  await session.calls.page({
    bytes: page(COUNCIL, [row('follow-up', 1, promised)]),
    snapshot: 'first',
  });
  expect((await session.queries['today.read']({})).followUps).toHaveLength(1);
  await session.queries.command({
    drafts: [
      { kind: 'do-not-contact.set', args: { candidateId: ANA.id, reason: 'Asked by letter' } },
    ],
  });
  expect((await session.queries['today.read']({})).followUps).toEqual([]);
});
