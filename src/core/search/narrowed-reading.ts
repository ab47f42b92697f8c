import type { FindQuery } from '#contract/find-query.ts';
import type { Choice } from './asks.ts';
import type { Reading } from './reading.ts';

/** The reading without what the recruiter has switched off: close spellings, synonyms. Q36. */
export function narrowed(
  reading: Reading,
  { closeSpellings = true, notAlso = [] }: Pick<FindQuery, 'closeSpellings' | 'notAlso'>,
): Reading {
  if (closeSpellings && notAlso.length === 0) return reading;
  const off = new Set(notAlso);
  const narrow = (choice: Choice): Choice => {
    if (choice.is === 'group') {
      return {
        ...choice,
        asks: choice.asks.map(({ choices }) => ({ choices: choices.map(narrow) })),
      };
    }
    if (choice.is !== 'words') return choice;
    const also = choice.meaning?.also.filter(({ label }) => !off.has(label)) ?? [];
    return {
      ...choice,
      mayBeMistyped: choice.mayBeMistyped && closeSpellings,
      meaning: choice.meaning && { ...choice.meaning, also },
    };
  };
  return {
    ...reading,
    asks: reading.asks.map(({ choices }) => ({ choices: choices.map(narrow) })),
  };
}
