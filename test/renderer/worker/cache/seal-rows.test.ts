import { expect, it } from 'vitest';
import { POOL } from '#contract/brands.ts';
import type { Op } from '#renderer/worker/cache/cache.ts';
import { openDexieCache } from '#renderer/worker/cache/dexie-cache.ts';
import { createRowKeys, type RowKeys } from '#renderer/worker/cache/row-keys.ts';
import { aCandidate } from '#test/builders/records.ts';
import { person, random } from '../centre.ts';
import { openRaw } from '../raw-database.ts';

let names = 0;
const key = (n: number) => ({ stream: POOL, keyId: `pool ${n}`, raw: random.bytes(32) });

function keysWith(first: ReturnType<typeof key>): RowKeys {
  const keys = createRowKeys(
    (keyId) => keyId,
    random,
    () => new Error('No key.'),
  );
  keys.add([first]);
  return keys;
}

const people = (count: number): readonly Op[] =>
  Array.from({ length: count }, (_, n) => {
    const doc = aCandidate({ id: person(n + 1) });
    return { table: 'poolDelta', put: { id: doc.id, seq: n + 1, epoch: 'e', doc } };
  });

it('a row is sealed once, before the transaction that takes it', async () => {
  const keys = keysWith(key(1));
  let sealed = 0;
  let isInside = false;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...row) {
    isInside = true;
    return put.apply(this, row);
  };
  const noting = {
    sealerOf: (...of: Parameters<RowKeys['sealerOf']>) => {
      const sealer = keys.sealerOf(...of);
      return {
        ...sealer,
        sealJson(...what: Parameters<typeof sealer.sealJson>) {
          expect(isInside).toBe(false);
          sealed += 1;
          return sealer.sealJson(...what);
        },
      };
    },
  };
  const name = `swt-seals-${Date.now()}-${names++}`;
  const { cache } = await openDexieCache({ name, generation: 'g', keys: noting });
  isInside = false;
  try {
    await cache.write(people(100));
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(isInside).toBe(true);
  expect(sealed).toBe(100);
  expect(await cache.all('poolDelta')).toHaveLength(100);
  cache.close();
});

it('a row that was sealed before the keys changed lies under the newer one', async () => {
  const keys = keysWith(key(1));
  const name = `swt-seals-${Date.now()}-${names++}`;
  const { cache } = await openDexieCache({ name, generation: 'g', keys });
  let asked = 0;
  const { sealerOf } = keys;
  const changing: RowKeys = {
    ...keys,
    sealerOf(...of) {
      asked += 1;
      // Between the sealing of the first rows and their being put.
      if (asked === 30) keys.add([key(2)]);
      return sealerOf(...of);
    },
  };
  cache.close();
  const again = await openDexieCache({ name, generation: 'g', keys: changing });
  await again.cache.write(people(30));
  keys.settle();
  expect(await again.cache.all('poolDelta')).toHaveLength(30);
  again.cache.close();
  const raw = await openRaw(name);
  const rows = (await raw.dump()).filter(({ table }) => table === 'poolDelta');
  raw.close();
  const values = rows.map(({ value }) => value);
  expect(values).toEqual(values.map(() => expect.objectContaining({ k: 'pool 2' })));
});
