import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe } from 'vitest';
import type { CandidateId, CouncilId, IsoDate, RecordId } from '#contract/brands.ts';
import type { Candidate } from '#contract/records/candidate.ts';
import type { Programme } from '#contract/records/programme.ts';
import { type AppDeps, buildApp } from '#server/app.ts';
import type { App } from '#server/app-type.ts';
import type { Database } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { tokenChecker } from '#server/plugins/tokens.ts';
import { fill, type Seed } from '#server/seed.ts';
import { aCandidate, anId } from '#test/builders/records.ts';
import { ENGINES, type Engine } from './engines.ts';
import { KENT, STAFF, type StaffName, SURREY } from './staff.ts';
import { TestClient } from './test-client.ts';

const PROGRAMME: Programme = {
  id: anId<RecordId>(0xf1),
  name: 'A programme of tests',
  status: 'open',
  opensOn: '2026-01-05' as IsoDate,
  policy: {
    presenceDays: 21,
    unsuccessfulMonths: 6,
    auditYears: 6,
    staleDays: 1,
    readOnlyDays: 7,
    lockDays: 14,
    registerFreshDays: 1,
  },
};

/** Builds what an empty centre is filled with; `people` made-up people. */
export function aSeed(people = 300): Seed {
  const council = (id: CouncilId, name: string, lat: number, lon: number) => ({
    id,
    name,
    region: 'South East',
    lat,
    lon,
  });
  const everybody = Array.from(
    { length: people },
    (_, number): Candidate =>
      aCandidate({ id: anId<CandidateId>(0x1000 + number), familyName: `Madeup${number}` }),
  );
  return {
    label: `${people} for a test`,
    councils: [council(KENT, 'Kent', 51.27, 0.52), council(SURREY, 'Surrey', 51.24, -0.57)],
    recruiters: Object.values(STAFF),
    programme: PROGRAMME,
    peopleCount: people,
    people: () => everybody,
    work: [],
  };
}

const ISSUER = 'https://issuer.example.org/v2.0';
const AUDIENCE = 'api://swt-test';

/** Makes tokens as an issuer would, and the check that accepts them. */
async function testIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' };
  const check = tokenChecker([
    { issuer: ISSUER, audience: [AUDIENCE], keys: createLocalJWKSet({ keys: [jwk] }) },
  ]);
  const sign = (claims: JWTPayload, key = privateKey) =>
    new SignJWT({ tid: 'tenant', scp: 'sync.read sync.write', ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(claims.iss ?? ISSUER)
      .setAudience(claims.aud ?? AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? '10m')
      .sign(key);
  return { check, sign };
}

/** A centre of the real parts, asked without a network. */
export interface TestCentre {
  readonly app: App;
  readonly database: Database;
  readonly people: readonly Candidate[];
  /** Moves the wall clock; it stands still otherwise. */
  readonly clock: { nowMs: number };
  readonly sign: Awaited<ReturnType<typeof testIssuer>>['sign'];
  /** Lines of the log. */
  readonly log: string[];
  as(who: StaffName, device?: string): Promise<TestClient>;
  close(): Promise<void>;
}

/** The centre's own parts: today's, or those of an earlier version (`test/skew`). */
export interface CentreCode {
  readonly buildApp: typeof buildApp;
  readonly migrate: typeof migrate;
  readonly fill: typeof fill;
}

/** Opens a filled centre on an engine; `over` replaces parts of it. */
export function openTestCentre(
  engine: Engine,
  over: Partial<AppDeps> = {},
  seed: Seed = aSeed(),
): Promise<TestCentre> {
  return openCentreOf({ buildApp, migrate, fill }, { engine, over, seed });
}

/** Opens a filled centre of some version. */
export async function openCentreOf(
  { buildApp, migrate, fill }: CentreCode,
  parts: { readonly engine: Engine; readonly over?: Partial<AppDeps>; readonly seed: Seed },
): Promise<TestCentre> {
  const { engine, over = {}, seed } = parts;
  const database = over.database ?? (await engine.open());
  await migrate(database.sql);
  const seeded = await fill(database.sql, seed, () => {});
  const { check, sign } = await testIssuer();
  const clock = { nowMs: Date.parse('2026-06-09T09:00:00.000Z') };
  const log: string[] = [];
  const app = await buildApp({
    database,
    clock: { nowMs: () => clock.nowMs, monotonicMs: () => performance.now() },
    checkToken: check,
    signIn: { issuer: ISSUER, clientId: 'c', scope: 's', programmeName: 'p', madeUpAccounts: [] },
    log: { level: 'info', write: (line) => log.push(line) },
    seeded,
    ...over,
  });
  return {
    app,
    database,
    people: [...seed.people()],
    clock,
    sign,
    log,
    as: async (who, device = `device-${who}-1`) =>
      new TestClient(app, await sign({ oid: STAFF[who].id }), device),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

/** Runs tests on every engine that is here; says why one is left out. */
export function onEachEngine(tests: (centre: () => TestCentre) => void, engines = ENGINES): void {
  for (const engine of engines) {
    const name = engine.missing ? `${engine.name} (skipped: ${engine.missing})` : engine.name;
    describe.skipIf(engine.missing !== null)(`on ${name}`, () => {
      let centre: TestCentre;
      beforeAll(async () => {
        centre = await openTestCentre(engine);
      });
      afterAll(() => centre.close());
      tests(() => centre);
    });
  }
}
