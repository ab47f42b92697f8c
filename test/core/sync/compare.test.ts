import { expect, test } from 'vitest';
import type { StreamId } from '#contract/brands.ts';
import { ok } from '#contract/errors.ts';
import { compareStream } from '#core/sync/compare.ts';
import type { Api, ReplicaStore } from '#core/sync/ports.ts';

const POOL = 'pool' as StreamId;
const GROUPS = 64;

/** A stream of 64 groups, of which some differ; `newer` have something after the cursor. */
function compareWith(
  different: readonly number[],
  newer: readonly number[],
  { owed = false, at = 4, answerAt = 9, answerEpoch = 'e' } = {},
) {
  const read: number[] = [];
  const calls: string[] = [];
  const digests = Array.from({ length: GROUPS }, (_, at) => (different.includes(at) ? 'b' : 'a'));
  const upTo = Array.from({ length: GROUPS }, (_, at) => (newer.includes(at) ? 9 : 4));
  const hex = (text: string) => text.repeat(16);
  const told = { stream: POOL, epoch: answerEpoch, seq: answerAt };
  const api = {
    digest: async () => ok({ ...told, of: GROUPS, digests: digests.map(hex), upTo }),
    group: async ({ group }: { readonly group: number }) => {
      read.push(group);
      return ok({ bytes: new Uint8Array() });
    },
  } as unknown as Api;
  const cursor = { stream: POOL, epoch: 'e', seq: at, ...(owed ? { owed } : {}) };
  const answers: Record<string, unknown> = {
    digest: { digests: digests.map(() => hex('a')), next: null },
    group: { changed: 1, setAside: 0 },
    compared: { ...cursor, checkedMs: 7 },
  };
  const replica = {
    call: async (name: string) => {
      calls.push(name);
      return ok(answers[name]);
    },
  } as unknown as ReplicaStore;
  const work = { api, replica, cursor, atMs: 7, isWanted: () => true };
  return { done: compareStream(work), read, calls };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test('[SY53] groups that are the same are left alone, and the stream is noted as compared', async () => {
  const { done, read } = compareWith([], [3]);
  expect(await done).toMatchObject({ ok: true, value: { changed: 0, isWhole: true } });
  expect(read).toEqual([]);
});

test('[SY53] what came anew is read too, for it may hide a loss; only what did not is a fault', async () => {
  const { done, read, calls } = compareWith([2, 5], [5]);
  expect(await done).toMatchObject({ ok: true, value: { changed: 1, isWhole: true } });
  expect(read).toEqual([2, 5]);
  expect(calls.at(-1)).toBe('compared');
});

test('[SY53] where much came anew the rest is compared, and the stream again later', async () => {
  const { done, read, calls } = compareWith(upTo(30), upTo(29));
  expect(await done).toMatchObject({ ok: true, value: { changed: 1, isWhole: false } });
  expect(read).toEqual([29]);
  expect(calls).not.toContain('compared');
});

test('[SY54] what a repair owes is read however much it is', async () => {
  const { done, read } = compareWith(upTo(30), upTo(29), { owed: true });
  expect(await done).toMatchObject({ ok: true, value: { changed: 1, isWhole: true } });
  expect(read).toEqual(upTo(30));
});

test('[SY53] a copy of an answer from before the cursor finds nothing and notes nothing', async () => {
  for (const answer of [{ answerAt: 3 }, { answerEpoch: 'before the restore' }]) {
    const { done, calls } = compareWith([], [], answer);
    expect(await done).toMatchObject({ ok: false, error: { code: 'SYNC_BAD_ANSWER' } });
    expect(calls).toEqual([]);
  }
});

test('[SY53] where nothing is held yet, what came anew is left to the next page', async () => {
  const { done, read } = compareWith([5], [5], { at: 0 });
  expect(await done).toMatchObject({ ok: true, value: { changed: 0, isWhole: true } });
  expect(read).toEqual([]);
});
