import { expect, test } from 'vitest';
import type { CandidateId, RecordId, StreamId } from '#contract/brands.ts';
import { ok } from '#contract/errors.ts';
import type { Order } from '#core/sync/ports.ts';
import { finishOrders } from '#main/directives/finish-orders.ts';
import { anId } from '#test/builders/records.ts';
import { keptLog } from '../temp-folder.ts';

const KENT = 'council:kent' as StreamId;
const PERSON = anId<CandidateId>(7);
const ORDERS: readonly Order[] = [
  { id: anId<RecordId>(1), kind: 'purge', stream: KENT },
  { id: anId<RecordId>(2), kind: 'erase', people: [PERSON] },
];

/** What is done, in order, at a start that finds both orders, on a disk that takes keys or not. */
function doneAtStart(isDiskFull: boolean) {
  const done: string[] = [];
  const log = keptLog();
  finishOrders(
    { pending: () => ORDERS },
    {
      keyring: {
        destroy(name) {
          if (isDiskFull) throw new Error('ENOSPC');
          done.push(`key of ${name}`);
        },
      },
      journal: {
        endAccess(stream) {
          done.push(`work for ${stream}`);
          return ok(null);
        },
        scrub(people) {
          done.push(`work about ${people.join()}`);
          return ok(null);
        },
      },
      log,
    },
  );
  return done;
}

test('[SY61] what a kill cut short is finished at the start, the key before the work', () => {
  expect(doneAtStart(false)).toEqual([
    `key of ${KENT}`,
    `work for ${KENT}`,
    `work about ${PERSON}`,
  ]);
});

test('[SY61] work stays as long as its key cannot be destroyed; other orders do not wait', () => {
  expect(doneAtStart(true)).toEqual([`work about ${PERSON}`]);
});
