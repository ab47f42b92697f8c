import { describe, expect, it } from 'vitest';
import type { WorkRow } from '#renderer/worker/cache/cache.ts';
import { openDexieCache } from '#renderer/worker/cache/dexie-cache.ts';
import { CACHE_STEPS, type CacheStep, newestOf } from '#renderer/worker/cache/steps.ts';
import { aVacancy } from '#test/builders/records.ts';
import { COUNCIL } from '../centre.ts';
import { openRaw } from '../raw-database.ts';
import { NEXT, testKeys, titlesIn } from './next-step.ts';

const STEPS_NEXT = [...CACHE_STEPS, NEXT];
let names = 0;

const open = (name: string, steps: readonly CacheStep[]) =>
  openDexieCache({
    name,
    generation: 'g1',
    keys: testKeys(),
    steps,
  });

/** A cache as the app of today leaves it behind, with twenty vacancies. */
async function leftByToday(): Promise<string> {
  const name = `swt-steps-${Date.now()}-${names++}`;
  const { cache } = await open(name, CACHE_STEPS);
  const rows = Array.from({ length: 20 }, (_, n): WorkRow => {
    const doc = aVacancy({ title: `Today’s ${n}` });
    return { stream: COUNCIL, kind: 'vacancy', id: `v${n}`, seq: n, epoch: 'e', gen: 1, doc };
  });
  await cache.write(rows.map((put) => ({ table: 'row', put })));
  cache.close();
  return name;
}

describe('a cache of an earlier app', () => {
  it('is moved as a whole: sealed rows too, and it knows its new form', async () => {
    const name = await leftByToday();
    const { cache, rebuilt } = await open(name, STEPS_NEXT);
    expect(rebuilt).toBeNull();
    expect(await titlesIn(cache)).toEqual(Array.from({ length: 19 }, (_, n) => `Moved ${n + 1}`));
    expect(await cache.get('meta', 'meta')).toMatchObject({
      schemaVersion: newestOf(STEPS_NEXT),
      counts: { row: 19 },
    });
    cache.close();
    const raw = await openRaw(name);
    expect((await raw.dump()).filter(({ table }) => table === 'row')[0]?.value).not.toHaveProperty(
      'doc',
    );
    raw.close();
    const again = await open(name, STEPS_NEXT);
    expect(again.rebuilt).toBeNull();
    again.cache.close();
  });

  it('is dropped when the step fails, and the fresh one is of the new form', async () => {
    const name = await leftByToday();
    const failing: CacheStep = {
      ...NEXT,
      async move(tables) {
        await NEXT.move?.(tables);
        throw new Error('A fault in the step.');
      },
    };
    const { cache, rebuilt } = await open(name, [...CACHE_STEPS, failing]);
    expect(rebuilt).toBe('damaged');
    expect(await cache.all('row')).toEqual([]);
    expect(await cache.get('meta', 'meta')).toMatchObject({ schemaVersion: NEXT.version });
    cache.close();
  });

  it('is as it was when the step was cut in the middle, and is then moved', async () => {
    const name = await leftByToday();
    const worker = new Worker(new URL('./cut-step.ts', import.meta.url), { type: 'module' });
    await new Promise((inTheMiddle) => {
      worker.onmessage = inTheMiddle;
      worker.postMessage(name);
    });
    worker.terminate();
    const { cache, rebuilt } = await open(name, STEPS_NEXT);
    expect(rebuilt).toBeNull();
    expect(await titlesIn(cache)).toEqual(Array.from({ length: 19 }, (_, n) => `Moved ${n + 1}`));
    cache.close();
  });

  it('that had lost a part before stays damaged: the step does not hide it', async () => {
    const name = await leftByToday();
    const raw = await openRaw(name);
    const [first] = (await raw.dump()).filter(({ table }) => table === 'row');
    await raw.clear('row');
    await raw.put('row', first?.value);
    raw.close();
    const { cache, rebuilt } = await open(name, STEPS_NEXT);
    expect(rebuilt).toBe('damaged');
    cache.close();
  });

  it('of a form before the first is dropped, for there is no step from it', async () => {
    const name = await leftByToday();
    const [first] = CACHE_STEPS;
    if (!first) throw new Error('There is no form at all.');
    const { cache, rebuilt } = await open(name, [{ ...first, version: NEXT.version }]);
    expect(rebuilt).toBe('older-version');
    expect(await cache.all('row')).toEqual([]);
    cache.close();
  });

  it('of a later app is not opened by this one', async () => {
    const name = await leftByToday();
    (await open(name, STEPS_NEXT)).cache.close();
    const { cache, rebuilt } = await open(name, CACHE_STEPS);
    expect(rebuilt).toBe('newer-version');
    expect(await cache.all('row')).toEqual([]);
    cache.close();
  });
});
