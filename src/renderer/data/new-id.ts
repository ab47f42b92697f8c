import type { RecordId } from '#contract/brands.ts';
import { newRecordId } from '#core/domain/ids.ts';

/** Makes the id of a record this recruiter creates: UUIDv7, so that they sort by time. */
export function newId(): RecordId {
  return newRecordId(
    { nowMs: () => Date.now(), monotonicMs: () => performance.now() },
    {
      next: () => Math.random(),
      bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    },
  );
}
