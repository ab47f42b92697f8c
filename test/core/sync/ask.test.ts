import { expect, test } from 'vitest';
import type { CandidateId, RecordId } from '#contract/brands.ts';
import { ok } from '#contract/errors.ts';
import { createAsk } from '#core/sync/ask.ts';
import type { EnginePorts, Order } from '#core/sync/ports.ts';
import { held, POOL } from './support/states.ts';

const PERSON = 'p' as CandidateId;
const ERASE: Order = { id: '1' as RecordId, kind: 'erase', people: [PERSON] };

/** Asks with ports that answer at once, but for the cache: it answers when it is told to. */
function asking() {
  const calls: string[] = [];
  const answers: (() => void)[] = [];
  const replica = {
    call: (name: string) => {
      calls.push(name);
      return new Promise((resolve) => {
        answers.push(() => resolve(ok(name === 'open' ? held : null)));
      });
    },
  };
  const vault = {
    opening: async () => ok({ owner: { streams: [POOL] } }),
    beginRotation: async () => ok(null),
    // There is always a change of keys to finish.
    nextKeys: async () => ok([]),
    endRotation: async () => ok(null),
  };
  const journal = { list: () => [], scrub: () => ok(null) };
  const orders = { pending: () => [ERASE], done: () => ok(null), receipts: () => [] };
  const log = { info: () => {}, warn: () => {} };
  const api = { manifest: async () => ok({ epoch: 'e', bucketCount: 2, buckets: [] }) };
  const ports = { api, replica, vault, journal, orders, log } as unknown as EnginePorts;
  const ask = createAsk(ports, { isWanted: (run) => run === 1, tell: () => {} });
  const answerAll = async () => {
    for (let n = 0; n < 10; n++) {
      await new Promise((resolve) => setTimeout(resolve));
      answers.shift()?.();
    }
  };
  return { ask, calls, answerAll };
}

test('[SY17] no cache is opened between the first step of an erasure and its last', async () => {
  const { ask, calls, answerAll } = asking();
  const erased = ask({ do: 'obey', order: ERASE });
  const opened = ask({ do: 'open', run: 1, streams: [POOL] });
  await answerAll();
  expect(calls).toEqual(['reseal', 'erase', 'reseal', 'open', 'reseal']);
  expect([(await erased)?.is, (await opened)?.is]).toEqual(['obeyed', 'opened']);
});

test('[SY14] a manifest that comes late does not reach the cache: its cut may be another', async () => {
  const { ask, calls, answerAll } = asking();
  expect(await ask({ do: 'read-manifest', run: 0 })).toBeNull();
  expect(calls).toEqual([]);
  const asked = ask({ do: 'read-manifest', run: 1 });
  await answerAll();
  expect(calls).toEqual(['manifest']);
  await asked;
});
