import { openDexieCache } from '#renderer/worker/cache/dexie-cache.ts';
import { CACHE_STEPS, type CacheStep } from '#renderer/worker/cache/steps.ts';
import { NEXT, testKeys } from './next-step.ts';

/** Opens a cache with a step that never ends, and says when it has moved everything. */
const endless: CacheStep = {
  ...NEXT,
  async move(tables) {
    await NEXT.move?.(tables);
    postMessage('in the middle');
    for (;;) await tables.table('meta').get('meta');
  },
};

self.onmessage = ({ data: name }: MessageEvent<string>) => {
  void openDexieCache({
    name,
    generation: 'g1',
    keys: testKeys(),
    steps: [...CACHE_STEPS, endless],
  });
};
