import type { IsoDate } from '#contract/brands.ts';
import { councilStream, PRESENCE, PROGRAMME } from '#contract/brands.ts';
import type { Presence } from '#contract/records/presence.ts';
import type { Programme } from '#contract/records/programme.ts';
import { COUNCIL_BY_ID } from '#core/data/councils.ts';
import { londonHalfDay } from '#core/domain/days.ts';
import { presenceId } from '#core/domain/ids.ts';
import { classOf, isPast, presenceDays, withToken } from '#core/domain/presence.ts';
import type { CouncilWork } from '#server/sample/council-work.ts';
import type { SampleRecruiter } from '#server/sample/recruiters.ts';
import { generateSample } from '#server/sample/sample.ts';
import type { Seed, SeedRecord } from '#server/seed.ts';

/** What a sample is made from. */
export interface SampleOptions {
  readonly people: number;
  readonly seed: string;
  readonly today: IsoDate;
}

/** Names the made-up contents of a centre. */
export function sampleLabel({ people, seed }: Pick<SampleOptions, 'people' | 'seed'>): string {
  return `${people} made-up people (seed ${seed})`;
}

/** Makes the contents of a centre: people, recruiters of six councils, and their work. */
export function sampleSeed(options: SampleOptions): Seed {
  const sample = generateSample(options);
  return {
    label: sampleLabel(options),
    councils: sample.work.flatMap(({ councilId }) => {
      const council = COUNCIL_BY_ID.get(councilId);
      if (!council) return [];
      const { id, name, region, lat, lon } = council;
      return [{ id, name, region, lat, lon }];
    }),
    recruiters: sample.recruiters.map(recruiterOf),
    programme: sample.programme,
    peopleCount: options.people,
    people: sample.candidates,
    work: [
      ...sample.stories.map((record): SeedRecord => ({ stream: PROGRAMME, kind: 'story', record })),
      ...sample.work.flatMap(recordsOf),
      ...sample.work.flatMap((work) => toldBy(work, sample.programme, options.today)),
    ],
  };
}

/** The address is the login, as it is with Microsoft Entra ID. */
function recruiterOf({ councilIds, ...recruiter }: SampleRecruiter): Seed['recruiters'][number] {
  return { ...recruiter, login: recruiter.email, councils: councilIds };
}

/** What the contacts of a council have let the others know, as pushing them would have. */
function toldBy(
  { councilId, contacts }: CouncilWork,
  programme: Programme,
  today: IsoDate,
): readonly SeedRecord[] {
  const rows = new Map<string, Presence>();
  for (const { candidateId, at, outcome, direction } of contacts) {
    const half = londonHalfDay(Date.parse(at));
    if (isPast(half.on, today, presenceDays(programme))) continue;
    const id = presenceId(councilId, half);
    const token = { candidateId, was: classOf({ outcome, direction }), ...half };
    const row = withToken(rows.get(id) ?? null, councilId, token);
    if (row) rows.set(id, row);
  }
  return [...rows.values()].map((record) => ({ stream: PRESENCE, kind: 'presence', record }));
}

function recordsOf(work: CouncilWork): readonly SeedRecord[] {
  const stream = councilStream(work.councilId);
  return [
    ...work.colleagues.map((record) => ({ stream, kind: 'colleague' as const, record })),
    ...work.vacancies.map((record) => ({ stream, kind: 'vacancy' as const, record })),
    ...work.entries.map((record) => ({ stream, kind: 'shortlist-entry' as const, record })),
    ...work.contacts.map((record) => ({ stream, kind: 'contact' as const, record })),
    ...work.followUps.map((record) => ({ stream, kind: 'follow-up' as const, record })),
    ...work.doNotContacts.map((record) => ({ stream, kind: 'do-not-contact' as const, record })),
    ...work.stories.map((record) => ({ stream, kind: 'story' as const, record })),
  ];
}
