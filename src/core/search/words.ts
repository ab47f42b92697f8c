const PLAIN = /^[\u0020-\u007e\s]*$/;
const PLAIN_WORD = /[a-z0-9]+(?:&[a-z0-9]+)*/g;
const ANY_WORD = /[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu;
const APOSTROPHE = /['\u2018\u2019\u02bc`\u00b4]/g;

/** Letters that no Unicode decomposition turns into plain ones. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/**
 * Folds text to the form in which words are compared.
 *
 * Lower case, no diacritics, no apostrophes ("O’Brien" is "obrien"). Rule Q2.
 */
export function fold(text: string): string {
  const bare = text.toLowerCase().replace(APOSTROPHE, '');
  if (PLAIN.test(bare)) return bare;
  return bare
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(APOSTROPHE, '');
}

/** Splits text into folded words; `&` inside a word holds it together ("r&a"). Rule Q2. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return folded.match(PLAIN.test(folded) ? PLAIN_WORD : ANY_WORD) ?? [];
}
