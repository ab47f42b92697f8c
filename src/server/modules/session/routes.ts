import type { RecruiterId } from '#contract/brands.ts';
import { ENDPOINTS } from '#contract/http/endpoints.ts';
import { Session, SessionRequest } from '#contract/http/session.ts';
import {
  DIRECTIVES_SINCE,
  OLDEST_SERVED_PROTOCOL,
  PROTOCOL_VERSION,
} from '#contract/protocol-version.ts';
import { isoInstant } from '#core/domain/days.ts';
import type { Clock } from '#core/ports.ts';
import type { App } from '#server/app-type.ts';
import { type Database, inTransaction } from '#server/db/database.ts';
import { readDirectives } from '#server/modules/directives/repository.ts';
import type { DirectiveSigner } from '#server/modules/directives/signer.ts';
import { readProgramme } from '#server/modules/programme/repository.ts';
import { PUSH_BYTES, PUSH_COUNT } from '#server/modules/push/routes.ts';
import { recoveryKeyOf } from '#server/modules/recovery/repository.ts';
import type { Heads } from '#server/modules/streams/heads.ts';
import { callerOf, grantsOf } from '#server/plugins/callers.ts';
import { Refusal } from '#server/plugins/problems.ts';
import { findRecruiter, greetDevice, readCouncils } from './repository.ts';

/** How often a client asks by itself; nudges make it quicker. */
const POLL_MS = 15_000;
/** How long laptops keep what was acknowledged, for a restore from a backup (sync.md 3.4). */
const JOURNAL_DAYS = 30;

/** What the session route works with. */
export interface SessionParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly heads: Heads;
  readonly signer: DirectiveSigner;
}

/** Hello: registers the device and says who is calling and what they may read. */
export function sessionRoutes(app: App, { database, clock, heads, signer }: SessionParts): void {
  app.post(
    ENDPOINTS.session,
    {
      schema: {
        summary: 'Who am I, what may I read, and where does this device stand',
        body: SessionRequest,
        response: { 200: Session },
      },
    },
    async (request): Promise<Session> => {
      const { device, appVersion, formerly, obeyed, since, holds } = request.body;
      const { protocol, recruiter: caller } = callerOf(request);
      const { id } = caller;
      const hears = protocol >= DIRECTIVES_SINCE;
      const greeting = { device, recruiter: id, appVersion, formerly, obeyed, since, holds };
      const { lastN, forgotReceipts } = await inTransaction(database.sql, (sql) =>
        greetDevice(sql, greeting),
      );
      const { recruiter, grantsRev, wiped, orders } = await readStanding(database, id, device);
      const { name, email, jobTitle, role } = recruiter;
      const grants = wiped.includes(device) ? [] : grantsOf({ recruiter, protocol });
      return {
        now: isoInstant(clock.nowMs()),
        protocol: { min: OLDEST_SERVED_PROTOCOL, max: PROTOCOL_VERSION },
        grantsRev,
        grants: grants.flatMap((grant) => {
          const state = heads.get(grant.stream);
          if (!state) return [];
          const { epoch, head, past } = state;
          return [{ ...grant, epoch, head, ...(past.length > 0 ? { past: [...past] } : {}) }];
        }),
        recruiter: { id, name, email, jobTitle, role },
        councils: [...(await readCouncils(database.sql, recruiter.councils))],
        programme: await readProgramme(database.sql),
        lastN,
        ...(hears
          ? {
              directives: orders.directives.map(signer.sign),
              moreDirectives: orders.isMore,
              directiveKeys: [...signer.keys],
              forgotReceipts,
            }
          : {}),
        limits: {
          pushCount: PUSH_COUNT,
          pushBytes: PUSH_BYTES,
          pollMs: POLL_MS,
          journalDays: JOURNAL_DAYS,
        },
        recovery: await recoveryKeyOf(database.sql, id),
      };
    },
  );
}

/** What may be read and what must go are of one moment: told apart, they could contradict. */
async function readStanding(database: Database, id: RecruiterId, device: string) {
  return database.sql
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const found = await findRecruiter(transaction, id);
      if (!found) throw new Refusal('not-allowed', 'This account is not enrolled.');
      return { ...found, orders: await readDirectives(transaction, device) };
    });
}
