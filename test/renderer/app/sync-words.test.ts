import { expect, test } from 'vitest';
import type { IsoInstant } from '#contract/brands.ts';
import { syncWords } from '#renderer/app/sync-words.ts';

const at = '2026-06-09T08:12:00.000Z' as IsoInstant;
const nowMs = Date.parse('2026-06-09T08:40:00Z');
const twoDaysOn = nowMs + 2 * 86_400_000;

test('the six words, as the design has them', () => {
  expect(syncWords({ is: 'all-sent', at }, nowMs).words).toBe('All sent 9:12am');
  expect(syncWords({ is: 'sending', done: 2, of: 5 }, nowMs).words).toBe('Sending 2 of 5');
  expect(syncWords({ is: 'not-sent', count: 3, oldestAt: at }, nowMs).words).toBe('3 not sent yet');
  expect(syncWords({ is: 'offline', notSent: 3, oldestAt: at }, nowMs).words).toBe(
    'Offline, 3 not sent yet',
  );
  expect(syncWords({ is: 'needs-decision', count: 1 }, nowMs).words).toBe('1 needs a decision');
  expect(syncWords({ is: 'cannot-send', why: 'sign-in-again', notSent: 3 }, nowMs).words).toBe(
    'Cannot send: sign in again',
  );
});

test('nobody says that all is sent while a file lies aside', () => {
  expect(syncWords({ is: 'all-sent', at }, nowMs, true).words).toBe('All else sent 9:12am');
});

test('past a day the age is said', () => {
  expect(syncWords({ is: 'not-sent', count: 3, oldestAt: at }, twoDaysOn).words).toBe(
    '3 not sent, oldest 2 days',
  );
});

test('offline with nothing to send promises nothing', () => {
  expect(syncWords({ is: 'offline', notSent: 0, oldestAt: null }, nowMs).words).toBe('Offline');
});
