import { type Failure, fail } from '#contract/errors.ts';
import { SealBroken } from '#core/crypto/seal.ts';
import { RowsLost } from '../cache/cache.ts';

/** An expected failure on its way to main. */
export class ReplicaFailure extends Error {
  readonly failure: Failure;
  constructor({ error }: { readonly error: Failure }) {
    super(error.message);
    this.failure = error;
  }
}

/** Says in the contract's words why something of the cache failed. */
export function toFailure(error: unknown): Failure {
  if (error instanceof ReplicaFailure) return error.failure;
  if (isDiskFull(error)) {
    return fail('STORE_DISK_FULL', 'The disk is full: what the centre sent was not kept.').error;
  }
  if (isDamage(error)) {
    return fail('STORE_REBUILT', 'The copy on this device is damaged and must be read again.')
      .error;
  }
  return fail('INTERNAL_FAULT', 'The copy on this device could not be changed.').error;
}

/** Whether the cache is not what it was: opened again, it is mended. */
export function isDamage(error: unknown): boolean {
  const { name } = (error ?? {}) as { readonly name?: string };
  if (error instanceof SealBroken || error instanceof RowsLost) return true;
  return name === 'DatabaseClosedError' || name === 'UnknownError' || name === 'DataError';
}

/** Whether there is no room; that is no damage. */
export function isDiskFull(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } };
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError';
}
