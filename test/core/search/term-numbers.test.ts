import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTermNumbers } from '#core/search/term-numbers.ts';
import { wordsOf } from '#core/search/words.ts';

const RUNS = 3000;
/** What words are made of, and what lies between them. */
const PIECES =
  "a b é Zoë O’Brien ‘ ’ ' ` ´ ʼ & && R&A ß İ ﬁ e\u0301 s47 - . , / \t \u00a0 \u0001 \ud83d\ude00 Ελένη 16".split(
    ' ',
  );
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES, ' ', ' ') },
  fc.string({ maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 2 }),
  fc.constant('\ud800'),
);

test('[Q2] text read byte by byte has the words that fold gives', () => {
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 14 }), { maxLength: 4 }), (texts) => {
      const numbers = createTermNumbers();
      for (const text of texts.map((pieces) => pieces.join(''))) {
        const words = numbers.split(text).map((number) => numbers.words[number]);
        expect(words).toEqual(wordsOf(text));
      }
      expect(new Set(numbers.words).size).toBe(numbers.words.length);
    }),
    { numRuns: RUNS },
  );
});

test('[Q2] a word has one number, however it was met and however many there are', () => {
  const numbers = createTermNumbers();
  const first = Array.from({ length: 5000 }, (_, i) => numbers.of(`word${i}`));
  expect(first).toEqual(Array.from({ length: 5000 }, (_, i) => i));
  const text = Array.from({ length: 5000 }, (_, i) => `Word${i}`).join(' ');
  expect(numbers.split(text)).toEqual(first);
  expect(numbers.split(`${'x'.repeat(9000)} word7`)).toEqual([5000, 7]);
});
