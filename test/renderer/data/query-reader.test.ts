import { describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '#contract/errors.ts';
import { createQueryReader } from '#renderer/data/query-reader.ts';
import type { WorkerClient } from '#renderer/data/worker-client.ts';

type Suggestions = readonly {
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
}[];
const place = (label: string): Suggestions => [{ label, lat: 0, lon: 0 }];

/** A worker that answers when and in what order the test says. */
function aSlowWorker() {
  const asked: { readonly text: string; readonly answer: (result: Result<Suggestions>) => void }[] =
    [];
  const ask = ((_name: string, { text }: { readonly text: string }) =>
    new Promise((resolve) => {
      asked.push({ text, answer: resolve });
    })) as WorkerClient['ask'];
  const reader = createQueryReader({ ask }, 'places.suggest');
  return {
    reader,
    asked,
    async answer(index: number, result: Result<Suggestions>) {
      asked[index]?.answer(result);
      await Promise.resolve();
      await Promise.resolve();
      return reader.state.read();
    },
  };
}

describe('reading one query over and over', () => {
  it('lets the newest input win, whatever order answers come in', async () => {
    const { reader, answer } = aSlowWorker();
    reader.read({ text: 'a' });
    reader.read({ text: 'ab' });
    expect(await answer(1, ok(place('new')))).toMatchObject({
      value: place('new'),
      to: { text: 'ab' },
    });
    expect(await answer(0, ok(place('old')))).toMatchObject({ value: place('new') });
  });

  it('never takes away what it holds: not while reading again, not when that fails', async () => {
    const { reader, answer } = aSlowWorker();
    reader.read({ text: 'a' });
    expect(reader.state.read()).toMatchObject({ state: 'loading' });
    await answer(0, ok(place('held')));
    reader.readAgain();
    expect(reader.state.read()).toMatchObject({ state: 'ready', value: place('held') });
    const failure = fail('INTERNAL_FAULT', 'No');
    expect(await answer(1, failure)).toMatchObject({
      state: 'ready',
      value: place('held'),
      error: { code: 'INTERNAL_FAULT' },
    });
  });

  it('says that a held value answers an earlier input', async () => {
    const { reader, answer } = aSlowWorker();
    reader.read({ text: 'a' });
    await answer(0, ok(place('for a')));
    reader.read({ text: 'b' });
    expect(reader.state.read()).toMatchObject({ value: place('for a'), to: { text: 'a' } });
    expect(await answer(1, ok(place('for b')))).toMatchObject({ to: { text: 'b' } });
  });

  it('changes with an answer only, so that a question draws nothing', async () => {
    const { reader, answer } = aSlowWorker();
    reader.read({ text: 'a' });
    await answer(0, ok(place('one')));
    let changes = 0;
    reader.state.watch(() => {
      changes += 1;
    });
    reader.read({ text: 'b' });
    expect(changes).toBe(0);
    await answer(1, ok(place('two')));
    expect(changes).toBe(1);
  });

  it('fails plainly when it holds nothing', async () => {
    const { reader, answer } = aSlowWorker();
    reader.read({ text: 'a' });
    expect(await answer(0, fail('INTERNAL_FAULT', 'No'))).toMatchObject({ state: 'failed' });
  });

  it('makes one more reading of many changes during one', async () => {
    const { reader, asked, answer } = aSlowWorker();
    reader.read({ text: 'a' });
    for (let n = 0; n < 5; n += 1) reader.readAgain();
    expect(asked).toHaveLength(1);
    await answer(0, ok(place('one')));
    expect(asked).toHaveLength(2);
    await answer(1, ok(place('two')));
    expect(asked).toHaveLength(2);
  });

  it('lets changes of the data wait while inputs follow each other, as when somebody types', async () => {
    vi.useFakeTimers();
    try {
      const { reader, asked, answer } = aSlowWorker();
      reader.read({ text: 'a' });
      await answer(0, ok(place('one')));
      reader.readAgain();
      expect(asked).toHaveLength(2);
      reader.read({ text: 'ab' });
      reader.readAgain();
      await answer(2, ok(place('two')));
      reader.readAgain();
      expect(asked.map(({ text }) => text)).toEqual(['a', 'a', 'ab']);
      reader.read({ text: 'abc' });
      await answer(3, ok(place('three')));
      vi.advanceTimersByTime(1000);
      expect(asked.map(({ text }) => text)).toEqual(['a', 'a', 'ab', 'abc']);
      reader.read({ text: 'abcd' });
      reader.readAgain();
      await answer(4, ok(place('four')));
      vi.advanceTimersByTime(1000);
      expect(asked.map(({ text }) => text)).toEqual(['a', 'a', 'ab', 'abc', 'abcd', 'abcd']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('asks nothing for no input, and drops what was under way', async () => {
    const { reader, asked, answer } = aSlowWorker();
    reader.read({ text: 'a' });
    reader.read(null);
    reader.readAgain();
    expect(asked).toHaveLength(1);
    expect(await answer(0, ok(place('late')))).toMatchObject({ state: 'loading' });
  });
});
