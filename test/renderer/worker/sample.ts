import { type IsoDate, PROGRAMME } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import { generateSample, type Sample } from '#server/sample/sample.ts';
import { KENT } from '#test/builders/records.ts';
import { aLaptop, aSession, COUNCIL, fill, opening, page, row } from './centre.ts';

/** A laptop of Kent that holds the whole sample. */
export async function sampleLaptop(people: number) {
  const sample: Sample = generateSample({ people, seed: 'worker', today: '2026-06-09' as IsoDate });
  const candidates: readonly Candidate[] = [...sample.candidates()];
  const kent = sample.work.find(({ councilId }) => councilId === KENT);
  const rosa = sample.recruiters[0];
  if (!kent || !rosa) throw new Error('The sample has no Kent.');
  const session = aSession();
  const laptop = { ...aLaptop(), recruiterId: rosa.id };
  await session.calls.open(opening(laptop, { persist: false }));
  await fill(session, candidates);
  let seq = 0;
  const rows = [
    ...kent.colleagues.map((each) => row('colleague', ++seq, each)),
    ...kent.vacancies.map((each) => row('vacancy', ++seq, each)),
    ...kent.entries.map((each) => row('shortlist-entry', ++seq, each)),
    ...kent.contacts.map((each) => row('contact', ++seq, each)),
    ...kent.followUps.map((each) => row('follow-up', ++seq, each)),
    ...kent.doNotContacts.map((each) => row('do-not-contact', ++seq, each)),
    ...kent.stories.map((each) => row('story', ++seq, each)),
  ];
  const applied = await session.calls.page({ bytes: page(COUNCIL, rows), snapshot: 'first' });
  const programme = [
    row('programme', 1, sample.programme),
    ...sample.stories.map((each, n) => row('story', 2 + n, each)),
  ];
  await session.calls.page({ bytes: page(PROGRAMME, programme), snapshot: 'first' });
  return { ...session, sample, candidates, kent, rosa, setAside: applied.setAside };
}
