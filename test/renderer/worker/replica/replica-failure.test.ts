import { expect, test } from 'vitest';
import { fail } from '#contract/errors.ts';
import { SealBroken } from '#core/crypto/seal.ts';
import { RowsLost } from '#renderer/worker/cache/cache.ts';
import { isDamage, ReplicaFailure, toFailure } from '#renderer/worker/replica/replica-failure.ts';

const named = (name: string, more: object = {}) =>
  Object.assign(new Error(name), { name, ...more });

test('an expected failure goes to main as it is', () => {
  const expected = fail('SYNC_BAD_ANSWER', 'A page of changes is not one.');
  expect(toFailure(new ReplicaFailure(expected))).toEqual(expected.error);
});

test('[SY8] a seal that is broken, rows that are lost and a database that fails are damage', () => {
  const harmed = [new SealBroken(), new RowsLost(), named('UnknownError'), named('DataError')];
  for (const fault of harmed) {
    expect([isDamage(fault), toFailure(fault).code]).toEqual([true, 'STORE_REBUILT']);
  }
});

test('a full disk is no damage, also where Dexie wraps what it was told', () => {
  const full = [
    named('QuotaExceededError'),
    named('AbortError', { inner: named('QuotaExceededError') }),
  ];
  for (const fault of full) {
    expect([isDamage(fault), toFailure(fault).code]).toEqual([false, 'STORE_DISK_FULL']);
  }
});

test('anything else is a fault of ours, whatever was thrown', () => {
  for (const fault of [new TypeError('x'), null, 'words']) {
    expect([isDamage(fault), toFailure(fault).code]).toEqual([false, 'INTERNAL_FAULT']);
  }
});
