import { expect, test, vi } from 'vitest';
import type { CandidateId } from '#contract/brands.ts';
import { ok } from '#contract/errors.ts';
import type { Card, FindAnswer } from '#contract/find-answer.ts';
import { EVERYBODY } from '#contract/find-query.ts';
import type { WorkerClient } from '#renderer/data/worker-client.ts';
import { createRowPages, MOST_PAGES, PAGE } from '#renderer/features/find/row-pages.ts';

const TOTAL = 5000;
const cardOf = (resultId: number, index: number) =>
  ({ id: `${index}` as CandidateId, name: `${index} of ${resultId}` }) as Card;
const cards = (resultId: number, from: number) =>
  Array.from({ length: PAGE }, (_, n) => cardOf(resultId, from + n));
const answerOf = (resultId: number) =>
  ({ resultId, total: TOTAL, rows: cards(resultId, 0).slice(0, 30) }) as unknown as FindAnswer;

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
    expect(asked).toEqual([0, 50]);
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

test('of everybody scrolled by only the pages used last are kept, and the others are read again', async () => {
  const { worker, asked, answerAll } = aWorker();
  const rows = createRowPages(worker).of(answerOf(1), EVERYBODY);
  const look = async (from: number) => {
    rows.see({ from, to: from + PAGE });
    await answerAll();
    rows.rowAt(0);
    rows.rowAt(120); // the row that is worked on, wherever the list stands
  };
  for (let from = 100; from < TOTAL; from += PAGE) await look(from);
  expect(rows.rowAt(120)?.name).toBe('120 of 1');
  expect(rows.rowAt(TOTAL - 1)?.name).toBe(`${TOTAL - 1} of 1`);
  expect(rows.rowAt(TOTAL - (MOST_PAGES - 1) * PAGE)).toBeDefined();
  expect(rows.rowAt(TOTAL - (MOST_PAGES + 1) * PAGE)).toBeUndefined();
  expect(rows.indexOf('120')).toBe(120);
  expect(rows.indexOf('7')).toBe(7);
  expect(rows.indexOf('1000')).toBe(-1);
  const before = asked.length;
  await look(1000);
  expect(asked.slice(before)).toContain(1000);
  expect(rows.rowAt(1000)?.name).toBe('1000 of 1');
});

test('a page that could not be read is asked for again when it comes into view', async () => {
  const { worker, asked, answerAll } = aWorker();
  const refused = vi.fn().mockResolvedValueOnce({ ok: false });
  const ask = (...args: unknown[]) =>
    refused(...args) ?? worker.ask(...(args as Parameters<typeof worker.ask>));
  const rows = createRowPages({ ask } as never).of(answerOf(1), EVERYBODY);
  rows.see({ from: 500, to: 520 });
  await answerAll();
  expect(rows.rowAt(510)).toBeUndefined();
  rows.see({ from: 501, to: 521 });
  await answerAll();
  expect(asked).toContain(500);
  expect(rows.rowAt(510)?.name).toBe('510 of 1');
});

test('a row out of view is read when it is needed, once, and anew for the next result', async () => {
  const { worker, asked, answerAll } = aWorker();
  const maker = createRowPages(worker);
  const rows = maker.of(answerOf(1), EVERYBODY);
  rows.need(3);
  rows.need(1234);
  rows.need(1235);
  expect(asked).toEqual([1200]);
  await answerAll();
  expect(rows.rowAt(1234)?.name).toBe('1234 of 1');
  const next = maker.of(answerOf(2), EVERYBODY);
  next.need(1234);
  expect(next.rowAt(1234)?.name).toBe('1234 of 1');
  await answerAll();
  expect(next.rowAt(1234)?.name).toBe('1234 of 2');
  expect(asked).toEqual([1200, 1200]);
});
