import { randomUUID } from 'node:crypto';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, { LogController } from 'fastify';
import { POOL } from '#contract/brands.ts';
import type { SignInInfo } from '#contract/http/sign-in.ts';
import type { Clock } from '#core/ports.ts';
import type { App } from './app-type.ts';
import type { Database } from './db/database.ts';
import { deviceRoutes } from './modules/devices/routes.ts';
import { digestRoutes } from './modules/digest/routes.ts';
import { receiptRoutes } from './modules/directives/routes.ts';
import { openSigner } from './modules/directives/signer.ts';
import { healthRoutes } from './modules/health/routes.ts';
import { PoolBuckets } from './modules/pool/buckets.ts';
import type { PeopleRead } from './modules/pool/repository.ts';
import { poolRoutes } from './modules/pool/routes.ts';
import { PresenceUpkeep } from './modules/presence/upkeep.ts';
import { programmeRoutes } from './modules/programme/routes.ts';
import { pushRoutes } from './modules/push/routes.ts';
import { recoveryRoutes } from './modules/recovery/routes.ts';
import { sessionRoutes } from './modules/session/routes.ts';
import { signInRoutes } from './modules/sign-in/routes.ts';
import type { OpenEvents } from './modules/streams/events.ts';
import { Heads } from './modules/streams/heads.ts';
import { Pages } from './modules/streams/pages.ts';
import { streamRoutes } from './modules/streams/routes.ts';
import { callerFinder, requireCaller } from './plugins/callers.ts';
import { digestAnswers } from './plugins/content-digest.ts';
import { measure } from './plugins/meters.ts';
import { openApiOptions, openApiRoute } from './plugins/open-api.ts';
import { answerWithProblems } from './plugins/problems.ts';
import { DEFAULT_LIMIT, type Limit, limitRequests } from './plugins/rate-limit.ts';
import { type LogOptions, loggerOptions, logRequests } from './plugins/request-log.ts';
import type { CheckToken } from './plugins/tokens.ts';

/** What the centre is built from. */
export interface AppDeps {
  /** Migrated and seeded. */
  readonly database: Database;
  readonly clock: Clock;
  readonly checkToken: CheckToken;
  readonly signIn: SignInInfo;
  readonly log: LogOptions;
  readonly limit?: Limit;
  /** What directives are signed with, as PEM; without one a key is kept in the database. */
  readonly directiveKey?: string;
  /** People who were just seeded, to spare reading them back. */
  readonly seeded?: PeopleRead;
}

/**
 * Builds the centre; it never listens by itself.
 *
 * `close()` ends the open event streams and timers, not the database.
 */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { database, clock } = deps;
  const app: App = Fastify({
    logger: loggerOptions(deps.log),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => requestId(request.headers['swt-request']),
    forceCloseConnections: true,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(TypeBoxValidatorCompiler as never);
  // Schemas describe answers; they must not silently drop a field of one.
  app.setSerializerCompiler(() => JSON.stringify);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('swt-request', request.id).header('x-content-type-options', 'nosniff');
  });

  const heads = new Heads(database);
  const pages = new Pages(database.sql);
  const buckets = new PoolBuckets(database, clock);
  const signer = await openSigner(database.sql, deps.directiveKey);
  const openEvents: OpenEvents = new Set();
  const presence = new PresenceUpkeep(database, clock, () => heads.look());
  const find = callerFinder(database);
  const meters = measure(app, {
    event_streams: { help: 'Open event streams', read: () => openEvents.size },
    pool_people: { help: 'People in the buckets', read: () => buckets.people },
  });

  answerWithProblems(app);
  digestAnswers(app);
  logRequests(app);
  await app.register(swagger, openApiOptions());
  healthRoutes(app, database, meters);
  openApiRoute(app);
  await app.register(async (open: App) => {
    await limitRequests(open, deps.limit ?? DEFAULT_LIMIT);
    signInRoutes(open, deps.signIn);
  });
  await app.register(async (signedIn: App) => {
    requireCaller(signedIn, deps.checkToken, find);
    await limitRequests(signedIn, deps.limit ?? DEFAULT_LIMIT);
    sessionRoutes(signedIn, { database, clock, heads, signer });
    receiptRoutes(signedIn, database);
    deviceRoutes(signedIn, { database, heads });
    streamRoutes(signedIn, { heads, pages, find, openEvents, presence });
    digestRoutes(signedIn, database.sql);
    poolRoutes(signedIn, heads, buckets);
    pushRoutes(signedIn, { database, clock, heads, meters });
    recoveryRoutes(signedIn, database);
    programmeRoutes(signedIn, { database, clock, heads, pages, buckets, presence });
  });

  await heads.start();
  presence.start();
  heads.onMove((moved) => {
    // Another process may have erased somebody; a failure is found again at the next move.
    if (moved.includes(POOL)) buckets.dropErased().catch(() => {});
  });
  if (deps.seeded) await buckets.build(deps.seeded);
  else buckets.warm();
  app.addHook('preClose', async () => {
    heads.stop();
    presence.stop();
    for (const end of openEvents) end();
  });
  return app;
}

/** A client names its request so that both logs can be read side by side. */
function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
