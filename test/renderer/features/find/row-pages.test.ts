import { expect, test, vi } from 'vitest';
import type { CandidateId } from '#contract/brands.ts';
import { ok } from '#contract/errors.ts';
import type { Card, FindAnswer } from '#contract/find-answer.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { WorkerClient } from '#renderer/data/worker-client.ts';
import { createRowPages, PAGE } from '#renderer/features/find/row-pages.ts';

const TOTAL = 1000;
const cardOf = (resultId: number, index: number) =>
  ({ id: `${index}` as CandidateId, name: `${index} of ${resultId}` }) as Card;
const cards = (resultId: number, from: number) =>
  Array.from({ length: PAGE }, (_, n) => cardOf(resultId, from + n));
const answerOf = (resultId: number) =>
  ({ resultId, total: TOTAL, rows: cards(resultId, 0) }) as unknown as FindAnswer;

/** A worker whose pages come when the test says so. */
function aWorker() {
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  const ask = (_name: string, input: { readonly resultId: number; readonly from: number }) => {
    asked.push(input.from);
    return new Promise((resolve) => {
      waiting.push(() => resolve(ok(cards(input.resultId, input.from))));
    });
  };
  const answerAll = async () => {
    for (const answer of waiting.splice(0)) answer();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { worker: { ask } as unknown as Pick<WorkerClient, 'ask'>, asked, answerAll };
}

test('pages are asked for once, when they come into view, and the neighbours once those are there', async () => {
  const { worker, asked, answerAll } = aWorker();
  const rows = createRowPages(worker).of(answerOf(1), EVERYBODY);
  let told = 0;
  rows.watch(() => (told += 1));
  rows.see({ from: 490, to: 520 });
  rows.see({ from: 491, to: 521 });
  expect(asked).toEqual([450, 500, 400, 550]);
  expect(rows.rowAt(495)).toBeUndefined();
  await answerAll();
  expect(rows.rowAt(495)?.name).toBe('495 of 1');
  expect(rows.indexOf('519')).toBe(519);
  expect(told).toBe(4);
});

test('what lies around is read once a result has stood a moment, and not for each key', async () => {
  vi.useFakeTimers();
  try {
    const { worker, asked } = aWorker();
    const maker = createRowPages(worker);
    maker.of(answerOf(1), EVERYBODY).see({ from: 0, to: 30 });
    vi.advanceTimersByTime(100);
    const rows = maker.of(answerOf(2), { ...EVERYBODY, text: 'a' });
    rows.see({ from: 0, to: 30 });
    rows.see({ from: 0, to: 30 });
    vi.advanceTimersByTime(100);
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(asked).toEqual([50]);
  } finally {
    vi.useRealTimers();
  }
});

test('the same question answered anew leaves its rows on the screen until the newer ones come', async () => {
  const { worker, answerAll } = aWorker();
  const maker = createRowPages(worker);
  const before = maker.of(answerOf(1), EVERYBODY);
  before.see({ from: 490, to: 500 });
  await answerAll();
  const after = maker.of(answerOf(2), EVERYBODY);
  expect(after.rowAt(495)?.name).toBe('495 of 1');
  after.see({ from: 490, to: 500 });
  await answerAll();
  expect(after.rowAt(495)?.name).toBe('495 of 2');
  // What nobody looked at since is not kept from the older result.
  after.see({ from: 0, to: 30 });
  expect(after.rowAt(455)?.name).toBe('455 of 2');
  expect(maker.of(answerOf(3), { ...EVERYBODY, text: 'amhp' }).rowAt(495)).toBeUndefined();
});
