import { inflateRawSync } from 'node:zlib';
import { sql } from 'kysely';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { CandidateId } from '#contract/brands.ts';
import { POOL } from '#contract/brands.ts';
import { PoolManifest } from '#contract/http/streams.ts';
import { bucketOf, decodeBucket } from '#core/codec/bucket.ts';
import { inTransaction } from '#server/db/database.ts';
import { publish } from '#server/modules/streams/feed.ts';
import { aCandidate, anId } from '#test/builders/records.ts';
import { onEachEngine } from '../../test-centre.ts';
import { expectProblem } from '../../test-client.ts';

onEachEngine((centre) => {
  const manifest = async (): Promise<PoolManifest> => {
    const answer = await (await centre().as('rosa')).get('/v1/sync/pool/manifest');
    const body = answer.json<PoolManifest>();
    expect(Check(PoolManifest, body)).toBe(true);
    return body;
  };
  const bucket = async (b: number, etag?: string) =>
    (await centre().as('rosa')).get(
      `/v1/sync/pool/buckets/${b}`,
      etag ? { 'if-none-match': etag } : {},
    );

  describe('the pool in buckets', () => {
    it('holds everybody once, each in the bucket of their id', async () => {
      const { bucketCount, buckets } = await manifest();
      const held: string[] = [];
      for (const { b, people, bytes, etag } of buckets) {
        const answer = await bucket(b);
        expect(answer.headers.etag).toBe(etag);
        expect(answer.rawPayload).toHaveLength(bytes);
        const rows = decodeBucket(inflateRawSync(answer.rawPayload)) as { id: CandidateId }[];
        expect(rows).toHaveLength(people);
        for (const { id } of rows) expect(bucketOf(id, bucketCount)).toBe(b);
        held.push(...rows.map(({ id }) => id));
      }
      expect(held.sort()).toEqual(
        centre()
          .people.map(({ id }) => id)
          .sort(),
      );
      expect(Math.log2(bucketCount) % 1).toBe(0);
    });

    it('answers 304 for a bucket that is held already, and 404 for none', async () => {
      const { buckets } = await manifest();
      const etag = buckets[1]?.etag ?? '';
      expect((await bucket(1, etag)).statusCode).toBe(304);
      expect((await bucket(1, '"other"')).statusCode).toBe(200);
      expectProblem(await bucket(9_999), 404, 'not-found');
    });

    it('stays as it is for few changes and is built again for many', async () => {
      const before = await manifest();
      const add = (from: number, count: number) =>
        inTransaction(centre().database.sql, (transaction) =>
          publish(
            transaction,
            Array.from({ length: count }, (_, index) => {
              const doc = aCandidate({ id: anId<CandidateId>(from + index) });
              return { stream: POOL, kind: 'candidate', id: doc.id, op: 'u', doc, isNew: true };
            }),
          ),
        );
      const rosa = await centre().as('rosa', 'device-heads');
      const people = (found: PoolManifest) =>
        found.buckets.reduce((sum, { people }) => sum + people, 0);
      const look = async () => {
        // A push looks at the counters: another process would be noticed within a second.
        await rosa.push(rosa.change('noop', {}));
        return manifest();
      };
      await add(0x9000, 3);
      expect(await look()).toEqual(before);
      await add(0x9100, 30);
      const after = await look();
      expect(people(after)).toBe(333);
      expect(after.buckets.every(({ upTo }) => upTo === 333)).toBe(true);
    });

    it('drops an erased person at once, from one bucket and no other', async () => {
      const before = await manifest();
      const { id } = centre().people[7] as { id: CandidateId };
      const b = bucketOf(id, before.bucketCount);
      const pat = await centre().as('pat');
      const answer = await pat.post('/v1/programme/withdrawals', { candidateId: id });
      expect(answer.statusCode).toBe(204);
      const after = await manifest();
      const changed = after.buckets.filter(
        (now, index) => now.etag !== before.buckets[index]?.etag,
      );
      expect(changed.map((found) => found.b)).toEqual([b]);
      const rows = decodeBucket(inflateRawSync((await bucket(b)).rawPayload)) as { id: string }[];
      expect(rows.map((row) => row.id)).not.toContain(id);
      // What was there before `upTo` is all the bucket may promise.
      expect(changed[0]?.upTo).toBe(before.buckets[b]?.upTo);
      const left = await sql`select 1 from sync_body where about = ${id}`.execute(
        centre().database.sql,
      );
      expect(left.rows).toEqual([]);
    });
  });
});
