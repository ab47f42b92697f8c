import type { Shown } from '#contract/queries.ts';
import type { Colleague } from '#contract/records/council-work.ts';
import type { Programme, SuccessStory } from '#contract/records/programme.ts';
import type { QueryContext } from './query-context.ts';

type Context = Pick<QueryContext, 'shown'>;

/** Reads the success stories, the newest first; withdrawn ones are gone. */
export function readStories({ shown }: Context): readonly Shown<SuccessStory>[] {
  return shown
    .all('story')
    .filter(({ record }) => record.status !== 'withdrawn')
    .sort(
      (a, b) => b.record.at.localeCompare(a.record.at) || a.record.id.localeCompare(b.record.id),
    );
}

/** Reads where the programme stands; null before the first sync. */
export function readProgramme({ shown }: Context): Programme | null {
  return shown.all('programme')[0]?.record ?? null;
}

/** Reads the people of our council who use this, by name. */
export function readColleagues({ shown }: Context): readonly Colleague[] {
  return shown
    .all('colleague')
    .map(({ record }) => record)
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.id.localeCompare(b.id));
}
