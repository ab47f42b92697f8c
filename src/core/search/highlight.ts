import type { Span } from '#contract/find-answer.ts';
import type { Choice, Term } from './asks.ts';
import type { Reading } from './reading.ts';
import { beginsWithSlips } from './typo.ts';
import { wordsOf } from './words.ts';

/** Finds the words of a text that were asked for. Rule Q51. */
export interface Highlighter {
  /** What is marked in any text. */
  marked(text: string): readonly Span[];
  /** What is marked in a name, where "name:" counts too. */
  markedInName(name: string): readonly Span[];
  /** What is marked in the words that say why, where our own words are left out. */
  markedInWhy(why: string): readonly Span[];
}

/** Words side by side that are looked for. */
interface Run {
  readonly words: readonly string[];
  readonly lastIs: (word: string, wanted: string) => boolean;
  readonly inName: boolean;
}

const isSame = (word: string, wanted: string) => word === wanted;
const isBegun = (word: string, wanted: string) => word.startsWith(wanted);
const isNear = (slips: number) => (word: string, wanted: string) =>
  !/\d/.test(word) &&
  beginsWithSlips(wanted, { at: (i) => word.charCodeAt(i), length: word.length }, slips);

/** A word as it stands in a text: letters, digits, accents, and what may join them. */
const WRITTEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'\u2018\u2019\u02bc`\u00b4&]*/gu;

/** Text that lower case alone folds. */
const PLAIN = /^[\u0020-\u0026\u0028-\u005f\u0061-\u007e\s]*$/;
const AMPERSAND = /&/;

/** What a row says in our own words, not in those of the person. */
const OUR_WORDS = /^(name|reference|registration number|telephone number)$/i;
const OUR_NOTES = / in our notes$/;

/** Makes the highlighter of a reading; `slipsOf` says for which words close spellings stand in. */
export function highlighter(
  reading: Reading,
  slipsOf: (term: Term) => number | undefined,
): Highlighter {
  const runs = reading.asks.flatMap(({ choices }) =>
    choices.flatMap((choice) => runsOf(choice, slipsOf)),
  );
  const anywhere = runs.filter(({ inName }) => !inName);
  return {
    marked: (text) => marked(text, anywhere),
    markedInName: (name) => marked(name, runs),
    markedInWhy(why) {
      if (anywhere.length === 0) return [];
      const spans: Span[] = [];
      let from = 0;
      // The last part says when they are ready, which nobody asks for in the box.
      for (const reason of why.split(', ').slice(0, -1)) {
        if (!OUR_WORDS.test(reason)) {
          const theirs = marked(reason.replace(OUR_NOTES, ''), anywhere);
          spans.push(...theirs.map(({ at, length }) => ({ at: from + at, length })));
        }
        from += reason.length + ', '.length;
      }
      return spans;
    },
  };
}

function runsOf(choice: Choice, slipsOf: (term: Term) => number | undefined): readonly Run[] {
  const run = (words: readonly string[], lastIs = isSame): Run => ({
    words,
    lastIs,
    inName: false,
  });
  if (choice.is === 'group') {
    return choice.asks.flatMap((ask) => ask.choices.flatMap((each) => runsOf(each, slipsOf)));
  }
  if (choice.is === 'held') {
    return choice.labels.map((label) => run(wordsOf(label)));
  }
  if (choice.is !== 'words') return [];
  const slips = slipsOf(choice);
  const lastIs = slips !== undefined ? isNear(slips) : choice.isPrefix ? isBegun : isSame;
  const also = choice.meaning?.also ?? [];
  return [
    { ...run(choice.words, lastIs), inName: choice.inName },
    ...also.map(({ words }) => run(words)),
  ];
}

/** A word of a text, folded, and where it stands. */
interface Placed {
  readonly word: string;
  readonly at: number;
  readonly to: number;
}

/** Cuts a text; plain text, which nearly all is, is folded at once and not word by word. */
function placed(text: string): readonly Placed[] {
  const words: Placed[] = [];
  const isPlain = PLAIN.test(text);
  for (const { 0: written, index: at } of (isPlain ? text.toLowerCase() : text).matchAll(WRITTEN)) {
    const to = at + written.length;
    if (isPlain && !AMPERSAND.test(written)) words.push({ word: written, at, to });
    else for (const word of wordsOf(written)) words.push({ word, at, to });
  }
  return words;
}

function marked(text: string, runs: readonly Run[]): readonly Span[] {
  if (runs.length === 0) return [];
  const words = placed(text);
  const spans: { at: number; to: number }[] = [];
  for (const { words: wanted, lastIs } of runs) {
    const last = wanted.length - 1;
    if (last < 0) continue;
    for (let i = 0; i + last < words.length; i += 1) {
      const end = words[i + last] as Placed;
      if (!lastIs(end.word, wanted[last] as string)) continue;
      let k = 0;
      while (k < last && (words[i + k] as Placed).word === wanted[k]) k += 1;
      if (k === last) spans.push({ at: (words[i] as Placed).at, to: end.to });
    }
  }
  return joined(spans);
}

/** Spans in order, those that meet made one. */
function joined(spans: readonly { readonly at: number; readonly to: number }[]): readonly Span[] {
  if (spans.length === 0) return [];
  const apart: { at: number; to: number }[] = [];
  for (const { at, to } of [...spans].sort((a, b) => a.at - b.at)) {
    const before = apart.at(-1);
    if (before && at <= before.to) before.to = Math.max(before.to, to);
    else apart.push({ at, to });
  }
  return apart.map(({ at, to }) => ({ at, length: to - at }));
}
