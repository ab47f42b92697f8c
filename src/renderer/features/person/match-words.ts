import type { MatchFlip, MatchLine } from '#contract/match.ts';
import { EMPLOYMENT_LABELS, ROLE_LABELS } from '#contract/vocabulary-labels.ts';
import { SPECIALISMS } from '#core/data/specialisms.ts';
import { formatDay, plural } from '#renderer/ui/dates.ts';

/** How a line stands, as a sign and in words: the sign alone says nothing to a listener. */
export const STATE_WORDS: Readonly<
  Record<MatchLine['state'], { readonly sign: string; readonly words: string }>
> = {
  met: { sign: '+', words: 'met' },
  'not-met': { sign: '−', words: 'not met' },
  'not-known': { sign: '?', words: 'not known, ask' },
};

const AREAS: ReadonlyMap<string, string> = new Map(SPECIALISMS.map(({ id, label }) => [id, label]));

/** The smallest change that would meet a line, as a sentence. */
export function flipWords(flip: MatchFlip): string {
  switch (flip.is) {
    case 'area':
      return `Would meet it if the post also took ${AREAS.get(flip.area) ?? flip.area}`;
    case 'role':
      return `Would meet it as a post for: ${ROLE_LABELS[flip.role].toLowerCase()}`;
    case 'registered':
      return 'Would meet it once they are registered';
    case 'contract':
      return `Would meet it if the post were also ${EMPLOYMENT_LABELS[flip.contract].toLowerCase()}`;
    case 'hours':
      return `Would meet it at ${plural(flip.hours, 'hour')} a week`;
    case 'travel':
      return `Would meet it if they travelled ${plural(flip.miles, 'mile')}`;
    case 'from':
      return `Would meet it from ${formatDay(flip.on)}`;
  }
}

/** "3 met, 1 to ask, 1 not met". */
export function sumWords(lines: readonly MatchLine[]): string {
  const count = (state: MatchLine['state']) => lines.filter((line) => line.state === state).length;
  const parts = [
    `${count('met')} met`,
    count('not-known') > 0 ? `${count('not-known')} to ask` : null,
    count('not-met') > 0 ? `${count('not-met')} not met` : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
