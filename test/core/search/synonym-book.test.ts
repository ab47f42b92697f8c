import { expect, test } from 'vitest';
import { SYNONYMS } from '#core/data/synonyms.ts';
import { meaningOf } from '#core/search/synonym-book.ts';
import { wordsOf } from '#core/search/words.ts';

const also = (words: string) => meaningOf(words)?.also.map(({ label }) => label) ?? [];

test('[Q7] a term written out also finds its letters, in one number and in many', () => {
  expect(also('approved mental health professional')).toContain('AMHP');
  expect(also('looked after child')).toContain('LAC');
  expect(also('looked after children')).toEqual(expect.arrayContaining(['LAC', 'CLA']));
});

test('[Q7] letters with another meaning are not searched for what is written out', () => {
  expect(also('child protection')).toEqual(expect.arrayContaining(['section 47', 's47']));
  expect(also('child protection')).not.toContain('CP');
  expect(also('senior social worker')).not.toContain('SSW');
});

test('[Q7] nothing is said to be searched beside itself', () => {
  for (const { term, expansion } of SYNONYMS) {
    for (const words of [term, expansion].map((each) => wordsOf(each).join(' '))) {
      const beside = meaningOf(words)?.also.map((each) => each.words.join(' ')) ?? [];
      expect(beside).not.toContain(words);
    }
  }
});
