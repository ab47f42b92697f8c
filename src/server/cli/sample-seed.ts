import type {
  CandidateId,
  CouncilId,
  IsoDate,
  IsoInstant,
  RecordId,
  RecruiterId,
} from '#contract/brands.ts';
import { councilStream } from '#contract/brands.ts';
import { COUNCILS } from '#core/data/councils.ts';
import type { Seed } from '#server/seed.ts';

/** Names the made-up contents of a centre. */
export function sampleLabel(people: number, seed: number): string {
  return `${people} made-up people (seed ${seed})`;
}

const NAMES = [
  'Amara Okafor',
  'Bethan Price',
  'Callum Reid',
  'Deepa Nair',
  'Eilidh Ross',
  'Farid Khan',
];

/** Makes the contents of a centre from a number of people and a seed. */
export function sampleSeed(people: number, seed: number): Seed {
  const councils = COUNCILS.slice(0, 6).map(({ id, name, region, lat, lon }) => ({
    id,
    name,
    region,
    lat,
    lon,
  }));
  const uuid = (group: number, n: number) =>
    `0190a000-${String(group).padStart(4, '0')}-7000-8000-${((n * 2654435761) % 2 ** 32).toString(16).padStart(12, '0')}`;
  const recruiters = councils.flatMap((council, c) =>
    [0, 1, 2, 3].map((r) => {
      const name = `${NAMES[(c + r) % 6]} ${'ABCDEF'[c]}${r}`;
      return {
        id: uuid(1, c * 4 + r + 1) as RecruiterId,
        login: `${name.toLowerCase().replaceAll(' ', '.')}`,
        name,
        email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
        jobTitle: 'Recruiter',
        role: (['recruiter', 'recruiter', 'hiring_manager', 'viewer'] as const)[r] ?? 'viewer',
        councils: [council.id] as CouncilId[],
      };
    }),
  );
  const admin = {
    id: uuid(1, 999) as RecruiterId,
    login: 'programme.team',
    name: 'Programme Team',
    email: 'programme.team@example.org',
    jobTitle: 'Programme manager',
    role: 'programme_admin' as const,
    councils: [] as CouncilId[],
  };
  return {
    label: sampleLabel(people, seed),
    councils,
    recruiters: [...recruiters, admin],
    programme: {
      id: uuid(2, 1) as RecordId,
      name: 'Social Work Together',
      status: 'open',
      opensOn: '2026-01-05' as IsoDate,
      policy: {
        presenceDays: 21,
        unsuccessfulMonths: 6,
        auditYears: 6,
        staleDays: 1,
        readOnlyDays: 7,
        lockDays: 14,
        registerFreshDays: 1,
      },
    },
    people: Array.from({ length: people }, (_, n) => ({
      id: uuid(3, n + 1) as CandidateId,
      ref: `SWT-${String(n).padStart(6, '0')}`,
      givenName: NAMES[n % 6]?.split(' ')[0] ?? 'A',
      familyName: `Madeup${n}`,
      email: `person${n}@example.org`,
      preferredContact: 'phone' as const,
      willRelocate: false,
      remoteOk: n % 3 === 0,
      canTravelForVisits: true,
      registrationNumber: `SW9${String(n % 1_000_000).padStart(6, '0')}`.slice(0, 9),
      registrationStatus: 'registered' as const,
      annotations: [],
      practiceEducator: 'none' as const,
      primarySpecialism: 'assessment' as const,
      specialisms: ['assessment' as const],
      roleGroup: 'social_worker' as const,
      caseSystems: [],
      models: [],
      languages: [],
      summary: `Child protection and court work for ${n % 20} years, looking for a team near home.`,
      employmentTypes: ['permanent' as const],
      hours: ['full_time' as const],
      programmeState: 'active' as const,
      registeredInterestAt: '2026-03-01T09:00:00.000Z' as IsoInstant,
      confirmedOn: '2026-05-01' as IsoDate,
    })),
    work: recruiters.map(({ id, name, jobTitle, role, councils: [council] }) => ({
      stream: councilStream(council as CouncilId),
      kind: 'colleague' as const,
      record: { id, name, jobTitle, role },
    })),
  };
}
