import { expect, test } from 'vitest';
import { listWords, spanWords } from '#renderer/features/sync-records/sync-words.ts';
import { SIGNED_IN } from '#test/builders/made-up-window.ts';

const MINUTE = 60_000;

test.each([
  [1, '1 minute'],
  [47, '47 minutes'],
  [190, '3 hours'],
  [2_880, '2 days'],
  [525_600, '365 days'],
])('%i minutes are said as a person would', (minutes, words) => {
  expect(spanWords(minutes * MINUTE)).toBe(words);
});

test('the lists of the central service have names, not addresses', () => {
  const councils = SIGNED_IN.is === 'signed-in' ? SIGNED_IN.councils : [];
  const words = ['pool', 'programme', 'presence', 'user:abc', 'council:kent', 'council:medway'];
  expect(words.map((stream) => listWords(stream, councils))).toEqual([
    'People',
    'The programme',
    'Contacts by other councils',
    'Your own records',
    'Kent’s records',
    'Medway’s records',
  ]);
});
