import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { get } from 'node:http';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { POOL, userStream } from '#contract/brands.ts';
import type { ChangesPage } from '#contract/http/streams.ts';
import { KENT_STREAM, STAFF, SURREY_STREAM } from '../../staff.ts';
import { onEachEngine } from '../../test-centre.ts';
import { expectProblem } from '../../test-client.ts';

onEachEngine((centre) => {
  describe('changes', () => {
    it('hands out all of a stream in dense pages', async () => {
      const rosa = await centre().as('rosa');
      const seqs: number[] = [];
      let after = 0;
      let page: ChangesPage;
      do {
        page = await rosa.changes(POOL, after, { limit: 70 });
        expect(page.after).toBe(after);
        seqs.push(...page.items.map((item) => item.seq));
        after = page.to;
      } while (page.more);
      expect(seqs).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
      expect(after).toBe(page.head);
    });

    it('says the same page compressed as plain', async () => {
      const rosa = await centre().as('rosa');
      const url = `/v1/sync/streams/pool/changes?epoch=${await rosa.epoch(POOL)}&after=0`;
      const plain = (await rosa.get(url)).body;
      const zipped = await rosa.get(url, { 'accept-encoding': 'gzip, deflate' });
      const zstd = await rosa.get(url, { 'accept-encoding': 'gzip, deflate, br, zstd' });
      expect(zipped.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain);
      expect(zstd.headers['content-encoding']).toBe('zstd');
      expect(zstdDecompressSync(zstd.rawPayload).toString()).toBe(plain);
    });

    it('[I16] every answer says the digest of its bytes, packed or not, refused or not', async () => {
      const rosa = await centre().as('rosa');
      const url = `/v1/sync/streams/pool/changes?epoch=${await rosa.epoch(POOL)}&after=0`;
      const digest = (bytes: Buffer | string) =>
        `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
      const body = { device: rosa.device, appVersion: '0.1.0' };
      const answers = [
        await rosa.get(url),
        await rosa.get(url, { 'accept-encoding': 'zstd' }),
        await rosa.get('/v1/sync/heads'),
        await rosa.get('/v1/sync/pool/manifest'),
        await rosa.get('/v1/sync/pool/buckets/0'),
        await rosa.post('/v1/sync/session', body),
        await rosa.get(`${url}&limit=-1`),
      ];
      for (const { headers, rawPayload } of answers) {
        expect(headers['content-digest']).toBe(digest(rawPayload));
      }
      const [plain, packed] = answers;
      expect(packed?.headers['unencoded-digest']).toBe(digest(plain?.rawPayload ?? ''));
      expect(plain?.headers['unencoded-digest']).toBeUndefined();
    });

    it('answers 410 for another epoch, a cursor ahead of the head and one below the floor', async () => {
      const rosa = await centre().as('rosa');
      const epoch = await rosa.epoch(POOL);
      const url = (query: string) => `/v1/sync/streams/pool/changes?${query}`;
      const other = '00000000-0000-4000-8000-000000000000';
      expectProblem(await rosa.get(url(`epoch=${other}&after=1`)), 410, 'epoch-changed');
      expectProblem(await rosa.get(url(`epoch=${epoch}&after=999999`)), 410, 'cursor-expired');
      await sql`update sync_stream set floor = 200 where stream = 'pool'`.execute(
        centre().database.sql,
      );
      expectProblem(await rosa.get(url(`epoch=${epoch}&after=100&limit=9`)), 410, 'cursor-expired');
      // A snapshot that is being read may be below the floor: it began after it.
      const page = await rosa.changes(POOL, 100, { limit: 9, snapAt: 300 });
      expect(page.items).toHaveLength(9);
      await sql`update sync_stream set floor = 0 where stream = 'pool'`.execute(
        centre().database.sql,
      );
    });

    it('shows a recruiter of another council nothing of this one', async () => {
      const una = await centre().as('una');
      const rosa = await centre().as('rosa');
      const epoch = await rosa.epoch(KENT_STREAM);
      const answer = await una.get(
        `/v1/sync/streams/${KENT_STREAM}/changes?epoch=${epoch}&after=0`,
      );
      expectProblem(answer, 403, 'stream-not-granted');
      const heads = (await una.get('/v1/sync/heads')).json().heads;
      const own = userStream(STAFF.una.id);
      expect(Object.keys(heads)).toEqual(['pool', 'programme', SURREY_STREAM, 'presence', own]);
    });

    it('takes grants away within a second or so, and says so in every answer', async () => {
      const tom = await centre().as('tom');
      const before = (await tom.get('/v1/sync/heads')).json();
      expect(before.heads).toHaveProperty([KENT_STREAM]);
      const set = (councils: string[]) =>
        sql`update recruiter set councils = ${councils}::text[] where name = 'Tom Adeyemi'`.execute(
          centre().database.sql,
        );
      await set([]);
      await expect
        .poll(async () => (await tom.get('/v1/sync/heads')).json().grantsRev, { timeout: 3_000 })
        .toBeGreaterThan(before.grantsRev);
      const epoch = before.heads[KENT_STREAM].epoch;
      const answer = await tom.get(
        `/v1/sync/streams/${KENT_STREAM}/changes?epoch=${epoch}&after=0`,
      );
      expectProblem(answer, 403, 'stream-not-granted');
      await set(['kent']);
    });
  });

  describe('events', () => {
    it('nudge a colleague with heads only, and another council not at all', async () => {
      const url = await centre().app.listen({ port: 0, host: '127.0.0.1' });
      const open = async (who: 'vera' | 'una') => {
        const request = get(`${url}/v1/sync/events`, { headers: (await centre().as(who)).headers });
        const [answer] = await once(request, 'response');
        expect(answer.headers['content-type']).toMatch(/^text\/event-stream/);
        let text = '';
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        await expect.poll(() => text).toContain('event: heads');
        return { read: () => text, end: () => request.destroy() };
      };
      const vera = await open('vera');
      const una = await open('una');
      const told = una.read();
      const rosa = await centre().as('rosa', 'device-events');
      await rosa.push(
        rosa.change('vacancy.create', {
          id: '0190a000-0000-7000-8000-000000000001' as never,
          ref: 'SW-9',
          title: 'Front door team',
          roleGroup: 'social_worker',
          specialisms: ['court'],
          posts: 1,
          employmentTypes: [],
        }),
      );
      await expect.poll(() => vera.read().split('event: heads').length).toBe(3);
      expect(vera.read()).not.toContain('Front door');
      expect(una.read()).toBe(told);
      vera.end();
      una.end();
    });
  });
});
