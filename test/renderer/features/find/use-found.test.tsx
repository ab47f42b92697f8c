import { beforeEach, expect, test } from 'vitest';
import { ok, type Result } from '#contract/errors.ts';
import type { FindAnswer } from '#contract/find-answer.ts';
import { ask, forgetFind } from '#renderer/features/find/find-store.ts';
import { useFound } from '#renderer/features/find/use-found.ts';
import { madeUpWindow } from '#test/builders/made-up-window.ts';
import { draw } from '../../draw.tsx';

beforeEach(forgetFind);

function Drawn({ onDraw }: { readonly onDraw: (words: string) => void }) {
  const { found, query } = useFound();
  onDraw(`${query.text} ${query.includeHidden} ${found.value?.total ?? 'reading'}`);
  return null;
}

/** A window whose worker answers a find when the test says so, and what is drawn of it. */
async function aSlowFind() {
  const { sources } = madeUpWindow({ people: 0 });
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const drawn: string[] = [];
  const worker = {
    ...sources.worker,
    ask: (_name: string, { query }: { readonly query: { readonly text: string } }) => {
      asked.push(query.text);
      return new Promise<Result<never>>((resolve) => {
        answers.push(() => resolve(ok({ total: asked.length } as FindAnswer as never)));
      });
    },
  };
  const onDraw = (words: string) => void drawn.push(words);
  draw({ ...sources, worker: worker as typeof sources.worker }, <Drawn onDraw={onDraw} />);
  await expect.poll(() => asked).toEqual(['']);
  const answer = async (count: number) => {
    answers.shift()?.();
    await expect.poll(() => drawn.at(-1)).toMatch(new RegExp(` ${count}$`));
    return drawn.splice(0);
  };
  await answer(1);
  return { asked, drawn, answer };
}

test('a letter is asked at once and drawn with its answer, once', async () => {
  const { asked, drawn, answer } = await aSlowFind();
  ask({ text: 'a' });
  expect(asked).toEqual(['', 'a']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(drawn).toEqual([]);
  expect(await answer(2)).toEqual(['a false 2']);
});

test('a choice is drawn at once, with what was typed before it', async () => {
  const { drawn } = await aSlowFind();
  ask({ text: 'a' });
  ask({ includeHidden: true });
  await expect.poll(() => drawn.splice(0)).toEqual(['a true 1']);
});
