import { expect, it, vi } from 'vitest';
import { type Cache, emptyMeta } from '#renderer/worker/cache/cache.ts';
import type { Files } from '#renderer/worker/cache/files.ts';
import { heardCache, heardFiles } from '#renderer/worker/cache/heard.ts';
import { createMemoryCache } from '#renderer/worker/cache/memory-cache.ts';

it('hears each answer of a cache once, and passes it on', async () => {
  const heard = vi.fn();
  const cache = heardCache(createMemoryCache(), heard);
  const meta = emptyMeta('g1');
  await cache.write([{ table: 'meta', put: meta }]);
  expect(await cache.get('meta', 'meta')).toEqual(meta);
  expect(await cache.getMany('meta', ['meta'])).toEqual([meta]);
  expect(await cache.all('meta')).toEqual([meta]);
  expect(await cache.keys('meta')).toEqual(['meta']);
  expect(await cache.keysLeft('meta')).toEqual(['meta']);
  await cache.reseal();
  expect(heard).toHaveBeenCalledTimes(7);
});

it('hears a failure too, and nothing of an answer that does not come', async () => {
  const heard = vi.fn();
  const bad: Cache = {
    ...createMemoryCache(),
    get: () => Promise.reject(new Error('bad block')),
    keys: () => new Promise(() => {}),
  };
  const cache = heardCache(bad, heard);
  await expect(cache.get('meta', 'meta')).rejects.toThrow('bad block');
  void cache.keys('bucket');
  await Promise.resolve();
  expect(heard).toHaveBeenCalledOnce();
});

it('hears each file that was read, or was not there', async () => {
  const heard = vi.fn();
  const bytes = new Uint8Array([1]);
  const files: Files = {
    names: async () => [],
    read: async (name) => {
      if (name !== 'a') throw new DOMException('', 'NotFoundError');
      return bytes;
    },
    write: async () => {},
    remove: async () => {},
  };
  expect(await heardFiles(files, heard).read('a')).toBe(bytes);
  await expect(heardFiles(files, heard).read('b')).rejects.toThrow();
  expect(heard).toHaveBeenCalledTimes(2);
});
