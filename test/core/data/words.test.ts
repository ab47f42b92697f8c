import { describe, expect, it } from 'vitest';
import { SPECIALISM_IDS } from '#contract/vocabulary.ts';
import { EXPERTISE_GROUPS, SPECIALISMS } from '#core/data/specialisms.ts';
import { SYNONYMS } from '#core/data/synonyms.ts';

describe('the words of the trade', () => {
  it('tell all 30 areas of work in the order of the contract, weights adding to 100', () => {
    expect(SPECIALISMS.map(({ id }) => id)).toEqual([...SPECIALISM_IDS]);
    expect(SPECIALISMS.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 6);
  });

  it('put every area into exactly one of the chart’s 12 bars', () => {
    expect(EXPERTISE_GROUPS).toHaveLength(12);
    const placed = EXPERTISE_GROUPS.flatMap(({ specialisms }) => specialisms);
    expect(placed.toSorted()).toEqual([...SPECIALISM_IDS].toSorted());
  });

  it('give 136 terms, each with something to say, the ambiguous ones flagged', () => {
    expect(SYNONYMS).toHaveLength(136);
    expect(SYNONYMS.filter(({ term, expansion }) => term === '' || expansion === '')).toEqual([]);
    expect(SYNONYMS.flatMap(({ equivalents }) => equivalents)).not.toContain('');
    const ssw = SYNONYMS.filter(({ term }) => term === 'SSW');
    expect(ssw.map(({ ambiguousWith }) => ambiguousWith)).toEqual([
      'senior social worker',
      'supervising social worker',
    ]);
    expect(SYNONYMS.find(({ term }) => term === 'OT')?.note).toBe('different regulator (HCPC)');
  });
});
