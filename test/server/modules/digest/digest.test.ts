import { sql } from 'kysely';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { type CandidateId, POOL, type RecordId, type StreamId } from '#contract/brands.ts';
import { ChangesPage, StreamDigest } from '#contract/http/streams.ts';
import { createGroupSums, digestRow, groupOf } from '#core/codec/digest.ts';
import { forgetOldRemovals } from '#server/modules/streams/repository.ts';
import { anId } from '#test/builders/records.ts';
import { KENT_STREAM, SURREY_STREAM } from '../../staff.ts';
import { onEachEngine, type TestCentre } from '../../test-centre.ts';
import { expectProblem, type TestClient } from '../../test-client.ts';

async function digestOf(client: TestClient, stream: StreamId, at = 0): Promise<StreamDigest> {
  const query = new URLSearchParams({ epoch: await client.epoch(stream), at: `${at}` });
  const answer = await client.get(`/v1/sync/streams/${stream}/digest?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  const digest = answer.json<StreamDigest>();
  expect(Check(StreamDigest, digest)).toBe(true);
  return digest;
}

/** Everything of a stream as a laptop has read it, to the last page. */
async function rowsOf(client: TestClient, stream: StreamId) {
  const items = new Map<string, ChangesPage['items'][number]>();
  for (let after = 0, more = true; more; ) {
    const page = await client.changes(stream, after, { limit: 90 });
    for (const item of page.items) {
      if (item.op === 'u') items.set(`${item.kind} ${item.id}`, item);
      else items.delete(`${item.kind} ${item.id}`);
    }
    after = page.to;
    more = page.more;
  }
  return [...items.values()];
}

/** What the rows of a laptop come to. */
function sumsOf(stream: StreamId, of: number, items: ChangesPage['items']) {
  const sums = createGroupSums(of);
  for (const { kind, id, seq, doc } of items)
    sums.toggle(id, digestRow(stream, { kind, id, seq, doc }));
  return sums.texts();
}

const aVacancy = (n: number) => ({
  ...{ id: anId<RecordId>(n), ref: `D-${n}`, title: 'Duty', roleGroup: 'social_worker' as const },
  ...{ specialisms: ['court' as const], posts: 1, employmentTypes: [] },
});

onEachEngine((centre: () => TestCentre) => {
  describe('[SY53] digests', () => {
    it('are those of what a laptop has read, at every head, after changes and removals', async () => {
      const rosa = await centre().as('rosa', 'device-digest');
      const pat = await centre().as('pat');
      for (let round = 0; round < 3; round += 1) {
        for (const stream of [POOL, KENT_STREAM]) {
          const { seq, of, digests, upTo } = await digestOf(rosa, stream);
          const items = await rowsOf(rosa, stream);
          expect(digests).toEqual(sumsOf(stream, of, items));
          expect(seq).toBe((await rosa.get('/v1/sync/heads')).json().heads[stream].seq);
          for (const { id, seq: at } of items)
            expect(upTo[groupOf(id, of)]).toBeGreaterThanOrEqual(at);
        }
        const candidateId = centre().people[round + 20]?.id as CandidateId;
        await rosa.push(
          rosa.change('vacancy.create', aVacancy(0xd100 + round)),
          rosa.change('contact.log', {
            ...{ id: anId(0xd200 + round), candidateId, at: '2026-06-09T08:30:00.000Z' as never },
            ...{ channel: 'phone', direction: 'out', outcome: 'spoke_interested' },
          }),
        );
        await pat.post('/v1/programme/withdrawals', { candidateId: centre().people[round]?.id });
      }
    });

    it('say of each group when it last changed, removals included', async () => {
      const rosa = await centre().as('rosa');
      const pat = await centre().as('pat');
      const before = await digestOf(rosa, POOL);
      const gone = centre().people[40]?.id ?? '';
      await pat.post('/v1/programme/withdrawals', { candidateId: gone });
      const after = await digestOf(rosa, POOL, before.seq);
      const group = groupOf(gone, after.of);
      expect(after.upTo[group]).toBe(after.seq);
      const changed = after.digests.flatMap((text, g) => (text === before.digests[g] ? [] : [g]));
      expect(changed).toEqual([group]);
    });

    it('give every living row of a group, of the sequence asked for or later', async () => {
      const rosa = await centre().as('rosa');
      const { epoch, seq } = await digestOf(rosa, POOL);
      const of = 8;
      const ids: string[] = [];
      for (let group = 0; group < of; group += 1) {
        const answer = await rosa.get(
          `/v1/sync/streams/pool/groups/${group}?epoch=${epoch}&at=${seq}&of=${of}`,
        );
        const page = answer.json<ChangesPage>();
        expect(Check(ChangesPage, page)).toBe(true);
        expect([page.after, page.to, page.more]).toEqual([0, seq, false]);
        for (const { id } of page.items) expect(groupOf(id, of)).toBe(group);
        ids.push(...page.items.map(({ id }) => id));
      }
      const all = (await rowsOf(rosa, POOL)).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(all.toSorted());
    });

    it('are refused for another history, for a sequence to come, and to another council', async () => {
      const rosa = await centre().as('rosa');
      const una = await centre().as('una');
      const { epoch, seq } = await digestOf(rosa, POOL);
      const pool = '/v1/sync/streams/pool';
      for (const path of ['digest', 'groups/0']) {
        const ask = (query: string) => rosa.get(`${pool}/${path}?of=4&${query}`);
        expectProblem(await ask(`epoch=${anId(1)}&at=0`), 410, 'epoch-changed');
        expectProblem(await ask(`epoch=${epoch}&at=${seq + 1}`), 410, 'cursor-expired');
        const theirs = `/v1/sync/streams/${KENT_STREAM}/${path}?epoch=${epoch}&at=0&of=4`;
        expectProblem(await una.get(theirs), 403, 'stream-not-granted');
      }
      expect((await digestOf(una, SURREY_STREAM)).of).toBe(16);
    });

    it('[SY54] repair reads on below the floor, where a cursor is not served any more', async () => {
      const rosa = await centre().as('rosa');
      const { sql: db } = centre().database;
      const epoch = await rosa.epoch(POOL);
      await sql`update sync_item set changed_at = now() - interval '100 days'`.execute(db);
      await forgetOldRemovals(db, 90);
      const url = `/v1/sync/streams/pool/changes?epoch=${epoch}&after=5&limit=50`;
      expectProblem(await rosa.get(url), 410, 'cursor-expired');
      const page = (await rosa.get(`${url}&mode=repair`)).json<ChangesPage>();
      expect(page.items).toHaveLength(50);
      expect(page.items.every(({ op }) => op === 'u')).toBe(true);
      expectProblem(
        await rosa.get(`${url.replace('after=5', 'after=99999')}&mode=repair`),
        410,
        'cursor-expired',
      );
    });
  });
});
