import { expect, test } from 'vitest';
import type { Decision, Side } from '#contract/decision.ts';
import { isChoice } from '#core/domain/is-choice.ts';
import { TODAY } from '#test/builders/made-up-window.ts';

const MOVED = TODAY.decisions[0] as Decision;
const SIDE = MOVED.sides[0] as Side;

test('two values of one field can be chosen from', () => {
  expect(isChoice(MOVED)).toBe(true);
  expect(isChoice({ ...MOVED, is: 'lost', change: null })).toBe(true);
});

test('a refusal without a second value leaves nothing to choose', () => {
  expect(isChoice({ ...MOVED, sides: [] })).toBe(false);
});

test.each(['do-not-contact', 'vacancy'])(
  'what stands against it may be another matter: %s',
  (kind) => {
    const decision: Decision = { ...MOVED, sides: [{ ...SIDE, kind }] };
    expect(isChoice(decision)).toBe(false);
    // It was taken, and a value of theirs was replaced.
    expect(isChoice({ ...decision, is: 'told', change: null })).toBe(true);
  },
);

test('a refused edit of a vacancy stands against a value of that vacancy', () => {
  const change = { kind: 'vacancy.edit', args: { vacancyId: 'v', fields: { posts: 2 } } };
  const sides = [{ ...SIDE, kind: 'vacancy', field: 'posts' }];
  expect(isChoice({ ...MOVED, sides, change: change as unknown as Decision['change'] })).toBe(true);
});
