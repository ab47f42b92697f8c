import { expect, test } from 'vitest';
import { ERROR_CODES } from '#contract/errors.ts';
import { errorWords, failureWords, sentence } from '#renderer/ui/error-words.ts';

test.each(ERROR_CODES)('%s says what happened, what it means and what to do', (code) => {
  const words = errorWords(code);
  for (const part of [words.happened, words.means, words.todo]) {
    expect(part).toMatch(/^[A-Z].{8,}\.$/);
    // Plain words: no codes, no exclamation marks, nothing of the workshop (features.md 4.4).
    expect(part).not.toMatch(
      /!|[A-Z]{2,}_|\bplease\b|HTTP|\b4\d\d\b|\b5\d\d\b|cache|cursor|token/i,
    );
  }
});

test('what was not saved is never called saved', () => {
  for (const code of ['SAVE_DISK_FULL', 'SAVE_FAILED'] as const)
    expect(sentence(errorWords(code))).toMatch(/^This was not saved/);
});

test('a rule of the trade speaks for itself', () => {
  const message = 'This person has asked this council not to contact them.';
  expect(failureWords({ code: 'RULE_REFUSED', message })).toBe(message);
});
