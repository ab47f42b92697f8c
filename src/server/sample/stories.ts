import type { CouncilId, RecordId } from '#contract/brands.ts';
import type { Actor } from '#contract/records/council-work.ts';
import type { SuccessStory } from '#contract/records/programme.ts';
import { dayNumber, isoInstant } from '#core/domain/days.ts';
import { chanceOf, uuidAt } from './chance.ts';
import { WORKING_COUNCILS } from './history.ts';
import type { Seeding } from './person.ts';

type Told = Pick<SuccessStory, 'title' | 'body' | 'serviceArea'> &
  Partial<Pick<SuccessStory, 'quote' | 'quoteBy'>>;

/** One for each working council, in its order; the last two wait for the programme team. */
const STORIES: readonly Told[] = [
  {
    title: 'Back on the front door after eight years',
    body: 'A social worker who had left for the voluntary sector came forward in the second week. We rang her the same afternoon. She joined our front door team for three days a week, with a protected caseload for the first month, and now supports two newly qualified colleagues.\n\nWhat helped: one call on the day, one named manager, and a start date agreed before the references were asked for.',
    quote: 'Somebody rang within hours. After that I never doubted that they wanted me.',
    quoteBy: 'Social worker, front door',
    serviceArea: 'Front door / MASH',
  },
  {
    title: 'A backlog of fostering assessments cleared',
    body: 'Fourteen Form F assessments were waiting. Two retired supervising social workers took seven each on a sessional contract and finished them in ten weeks. Nine families have been approved since.',
    serviceArea: 'Fostering and kinship',
  },
  {
    title: 'Two more on the AMHP rota',
    body: 'Two approved mental health professionals who had moved to London agreed to cover one night a week each. The rota has had no gap since.',
    quote: 'I missed the work, not the caseload. This gives me the one without the other.',
    quoteBy: 'AMHP, bank contract',
    serviceArea: 'Adult mental health',
  },
  {
    title: 'Part-time in the far west',
    body: 'Our hospital discharge team could not fill a full-time post for a year. Split between two people who each live within ten miles of the hospital, it was filled in a fortnight.',
    serviceArea: 'Hospital and discharge',
  },
  {
    title: 'From agency to permanent',
    body: 'A reviewing officer who came for three months of cover has taken a permanent post. The first conversation was about hours, and so was the last.',
    serviceArea: 'Reviewing and quality assurance',
  },
  {
    title: 'A small council, one good match',
    body: 'We only ever have one or two posts. We looked for people within twenty miles who wanted part-time work with older people, rang three, met two and appointed one.',
    serviceArea: 'Older people',
  },
];
const PUBLISHED = 4;

/** Makes the story of a council: published, or submitted and waiting. */
export function makeStories(
  seeding: Seeding,
  councilId: CouncilId,
  authors: readonly Actor[],
): readonly SuccessStory[] {
  const place = WORKING_COUNCILS.indexOf(councilId);
  const told = STORIES[place];
  const by = authors[0];
  if (!told || !by) return [];
  const daysAgo = 6 + (STORIES.length - place) * 9;
  const atMs = (dayNumber(seeding.today) - daysAgo) * 86_400_000 + 11 * 3_600_000;
  return [
    {
      id: uuidAt(chanceOf(seeding.seed, 'story', place), atMs) as RecordId,
      councilId,
      ...told,
      permissionGiven: true,
      status: place < PUBLISHED ? 'published' : 'submitted',
      by,
      at: isoInstant(atMs),
    },
  ];
}
