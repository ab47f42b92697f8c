import { Type } from 'typebox';
import { PROGRAMME, RecordId } from '#contract/brands.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { ProgrammeChange, Published, Withdrawal } from '#contract/http/programme.ts';
import { Programme } from '#contract/records/programme.ts';
import { londonDay } from '#core/domain/days.ts';
import type { Clock } from '#core/ports.ts';
import type { App } from '#server/app-type.ts';
import { type Database, inTransaction, type Sql } from '#server/db/database.ts';
import { orderFreeze } from '#server/modules/directives/repository.ts';
import type { PoolBuckets } from '#server/modules/pool/buckets.ts';
import type { PresenceUpkeep } from '#server/modules/presence/upkeep.ts';
import { publish } from '#server/modules/streams/feed.ts';
import type { Heads } from '#server/modules/streams/heads.ts';
import type { Pages } from '#server/modules/streams/pages.ts';
import { requireProgrammeTeam } from '#server/plugins/callers.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { changedProgramme } from './change-programme.ts';
import { findStory, isPublished, readProgramme } from './repository.ts';
import { withdraw } from './withdraw.ts';

/** What the programme routes work with. */
export interface ProgrammeParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly heads: Heads;
  readonly pages: Pages;
  readonly buckets: PoolBuckets;
  readonly presence: PresenceUpkeep;
}

/** What only the programme team does: open and close, remove a person, publish a story. */
export function programmeRoutes(app: App, parts: ProgrammeParts): void {
  const { database, clock, heads } = parts;

  app.post(
    ENDPOINTS.programmeStatus,
    {
      schema: {
        summary: 'Open, close or reopen the programme',
        body: ProgrammeChange,
        response: { 200: Programme },
      },
    },
    async (request) => {
      requireProgrammeTeam(request);
      const programme = await inTransaction(database.sql, async (transaction) => {
        const now = await readProgramme(transaction);
        const doc = changedProgramme(now, request.body, londonDay(clock.nowMs()));
        const isClosed = doc.status === 'closed';
        await orderFreeze(transaction, isClosed ? (doc.retainUntil ?? null) : null);
        await publish(transaction, [
          { stream: PROGRAMME, kind: 'programme', id: doc.id, op: 'u', doc, isNew: false },
        ]);
        return doc;
      });
      await parts.presence.tidy();
      await heads.look();
      return programme;
    },
  );

  app.post(
    ENDPOINTS.withdrawals,
    {
      schema: {
        summary: 'Remove a person who asked for it, everywhere and for good',
        body: Withdrawal,
        response: { 204: Type.Null({ description: 'Removed' }) },
      },
    },
    async (request, reply) => {
      const { recruiter } = requireProgrammeTeam(request);
      const { candidateId } = request.body;
      const actor = { id: recruiter.id, name: 'The programme team' };
      await inTransaction(database.sql, (transaction) =>
        withdraw(transaction, candidateId, { actor, nowMs: clock.nowMs() }),
      );
      parts.pages.forget();
      await parts.buckets.dropErased();
      await heads.look();
      return reply.status(204).send(null);
    },
  );

  app.post(
    ENDPOINTS.publishStory,
    {
      schema: {
        summary: 'Publish a submitted story to every council',
        params: Type.Object({ id: RecordId }),
        response: { 200: Published },
      },
    },
    async (request) => {
      requireProgrammeTeam(request);
      await inTransaction(database.sql, (sql) => publishStory(sql, request.params.id));
      await heads.look();
      return { published: true };
    },
  );
}

async function publishStory(transaction: Sql, id: RecordId): Promise<void> {
  const story = await findStory(transaction, id);
  if (!story) throw new Refusal('not-found', 'There is no such story.');
  if (!story.record.permissionGiven || story.record.status === 'withdrawn') {
    throw new Refusal('rule', 'A story needs the agreement of the person it is about.');
  }
  const doc = { ...story.record, status: 'published' as const };
  const isNew = !(await isPublished(transaction, id));
  const change = { kind: 'story' as const, id, op: 'u' as const, doc };
  await publish(transaction, [
    { ...change, stream: story.stream, isNew: false },
    { ...change, stream: PROGRAMME, isNew },
  ]);
}
