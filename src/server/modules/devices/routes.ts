import { Type } from 'typebox';
import { RecruiterId } from '#contract/brands.ts';
import { Access, Device, Devices } from '#contract/http/devices.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import type { App } from '#server/app-type.ts';
import { type Database, inTransaction } from '#server/db/database.ts';
import { orderWipe } from '#server/modules/directives/repository.ts';
import type { Heads } from '#server/modules/streams/heads.ts';
import { callerOf, requireProgrammeTeam } from '#server/plugins/callers.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { moveAccess } from './move-access.ts';
import { readDevices, type Scope } from './repository.ts';

/** What the device routes work with. */
export interface DeviceParts {
  readonly database: Database;
  readonly heads: Heads;
}

/** Laptops and access: who has which, emptying a lost one, and what a recruiter may do. */
export function deviceRoutes(app: App, { database, heads }: DeviceParts): void {
  app.get(
    ENDPOINTS.devices,
    {
      schema: {
        summary: 'Laptops in use, of all councils or of the caller’s own',
        response: { 200: Devices },
      },
    },
    async (request) => ({ devices: [...(await readDevices(database.sql, scopeOf(request)))] }),
  );

  app.post(
    ENDPOINTS.wipeDevice,
    {
      schema: {
        summary: 'Empty a laptop that was lost; asking twice is the same',
        params: Type.Object({ device: Type.String({ minLength: 8, maxLength: 64 }) }),
        response: { 200: Device },
      },
    },
    async (request) => {
      const scope = scopeOf(request);
      const { device } = request.params;
      return inTransaction(database.sql, async (transaction) => {
        const [known] = await readDevices(transaction, scope, device);
        if (!known) throw new Refusal('not-found', 'There is no such laptop.');
        await orderWipe(transaction, device, callerOf(request).recruiter.id);
        return (await readDevices(transaction, scope, device))[0] ?? known;
      });
    },
  );

  app.post(
    ENDPOINTS.access,
    {
      schema: {
        summary: 'Change the councils and the role of a recruiter; laptops follow',
        params: Type.Object({ id: RecruiterId }),
        body: Access,
        response: { 204: Type.Null({ description: 'Changed' }) },
      },
    },
    async (request, reply) => {
      requireProgrammeTeam(request);
      const { id } = request.params;
      await inTransaction(database.sql, (transaction) => moveAccess(transaction, id, request.body));
      await heads.look();
      return reply.status(204).send(null);
    },
  );
}

function scopeOf(request: Parameters<typeof callerOf>[0]): Scope {
  const { recruiter } = callerOf(request);
  if (recruiter.role === 'programme_admin') return 'all';
  if (recruiter.role === 'council_admin') return recruiter.councils;
  throw new Refusal('not-allowed', 'Only the programme team and council leads can do this.');
}
