import { expect, test } from 'vitest';
import { POOL } from '#contract/brands.ts';
import type { Steps } from '#core/search/steps.ts';
import { breathe, standBack } from '#renderer/worker/breathe.ts';
import { inParts } from '#renderer/worker/in-parts.ts';
import { openReplica } from '#renderer/worker/replica/replica.ts';
import { aCandidate } from '#test/builders/records.ts';
import { aLaptop, cut, opening, page, person, random, row } from './centre.ts';

test('a question that was asked meanwhile goes before the next part of long work', async () => {
  const done: string[] = [];
  const work = breathe().then(() => done.push('part'));
  const question = scheduler.postTask(() => done.push('question'), { priority: 'user-blocking' });
  await Promise.all([work, question]);
  expect(done).toEqual(['question', 'part']);
});

test('long work stands back until a key press is drawn, but not for ever', async () => {
  const done: string[] = [];
  standBack();
  setTimeout(() => done.push('drawn'), 30);
  await breathe();
  expect(done).toEqual(['drawn']);
  // Where key follows key, faster than any of them is drawn.
  const typing = setInterval(standBack, 10);
  standBack();
  await breathe();
  clearInterval(typing);
});

test('long work is left every few milliseconds, and a question asked meanwhile is answered', async () => {
  const done: string[] = [];
  function* work(): Steps<string> {
    for (let step = 0; step < 40; step += 1) {
      const untilMs = performance.now() + 1;
      while (performance.now() < untilMs);
      done.push('step');
      yield;
    }
    return 'all of it';
  }
  const question = scheduler.postTask(() => done.push('question'), { priority: 'user-blocking' });
  expect(await inParts(work())).toBe('all of it');
  await question;
  expect(done.length).toBe(41);
  expect(done.indexOf('question')).toBeLessThan(20);
});

/** A replica whose index says how many people come at a time, and what may come between. */
async function aNotingReplica() {
  const happened: string[] = [];
  const sink = {
    put: (people: readonly unknown[]) => void happened.push(`${people.length} put`),
    *take(people: readonly unknown[]): Steps<void> {
      void scheduler.postTask(() => happened.push('question'));
      const untilMs = performance.now() + 20;
      while (performance.now() < untilMs) yield;
      happened.push(`${people.length} taken`);
    },
    ...{ remove: () => {}, clear: () => {}, count: () => 0 },
  };
  const replica = await openReplica(opening(aLaptop()), { sink, random, onProgress: () => {} });
  return { happened, replica };
}

test('a page of a thousand people is indexed in parts, with questions answered between', async () => {
  const { happened, replica } = await aNotingReplica();
  const { manifest, buckets } = await cut([]);
  await replica.manifest(manifest);
  await replica.buckets({ epoch: manifest.epoch, buckets });
  await replica.finishBuckets({ epoch: manifest.epoch, upTo: 100 });
  happened.length = 0;
  const people = Array.from({ length: 150 }, (_, n) => aCandidate({ id: person(n + 1) }));
  const rows = people.map((each, n) => row('candidate', 101 + n, each));
  await replica.page({ bytes: page(POOL, rows, { after: 100 }), snapshot: 'none' });
  expect(happened).toEqual(['question', '150 taken']);
  replica.close();
});

test('a bucket that was held before is indexed in parts, a first one at once', async () => {
  const { happened, replica } = await aNotingReplica();
  const people = Array.from({ length: 100 }, (_, n) => aCandidate({ id: person(n + 1) }));
  const take = async (tag: string) => {
    happened.length = 0;
    const { manifest, buckets } = await cut(people, { bucketCount: 1, tag });
    await replica.manifest(manifest);
    await replica.buckets({ epoch: manifest.epoch, buckets });
    return [...happened];
  };
  expect(await take('v1')).toEqual(['100 put']);
  expect(await take('v2')).toEqual(['question', '100 taken']);
  replica.close();
});
