import { expect, test } from 'vitest';
import { wordsOf } from '#core/search/words.ts';

test.each([
  ["O'Brien", ['obrien']],
  ['O’BRIEN', ['obrien']],
  ['Zoë Łukasz Müller', ['zoe', 'lukasz', 'muller']],
  ['Mary-Ann  Smith', ['mary', 'ann', 'smith']],
  ['R&A, s47/16+', ['r&a', 's47', '16']],
  ['duty & assessment', ['duty', 'assessment']],
  ['Straße', ['strasse']],
  ['  ', []],
  ['Ελένη', ['ελενη']],
])('[Q2] "%s" is the words %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});
