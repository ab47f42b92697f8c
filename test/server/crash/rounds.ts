import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CandidateId, POOL } from '#contract/brands.ts';
import type { Session } from '#contract/http/session.ts';
import type { SignInInfo } from '#contract/http/sign-in.ts';
import type { ChangesPage } from '#contract/http/streams.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import type { Database } from '#server/db/database.ts';
import { openPglite } from '#server/db/pglite.ts';
import { openPostgres } from '#server/db/postgres.ts';
import { type Chance, createChance } from '../../simulation/chance.ts';
import { type Cluster, startCluster } from '../postgres-cluster.ts';
import { walkSignIn } from '../walk-sign-in.ts';
import { KillableCentre } from './killable-centre.ts';
import { Sender } from './sender.ts';
import { countAll, type Verdict } from './verdict.ts';

/** How many times what is ended. */
export interface RoundsOptions {
  readonly engine: 'postgres' | 'pglite';
  readonly rounds: number;
  readonly seed: number;
}

/** What the rounds came to. */
export interface Rounds extends Verdict {
  readonly engine: RoundsOptions['engine'];
  readonly apiKills: number;
  readonly postgresKills: number;
  /** Pushes that were under way when something was ended. */
  readonly cut: number;
}

const SENDERS = 4;

/**
 * Ends the centre's API and its database by SIGKILL while laptops push, again and again, and
 * then counts: what was acknowledged and is not there, and what is there twice.
 */
export async function crashRounds({ engine, rounds, seed }: RoundsOptions): Promise<Rounds> {
  const chance = createChance(seed);
  const folder = mkdtempSync(join(tmpdir(), 'swt-crash-'));
  const cluster = engine === 'postgres' ? await startCluster({ isDurable: true }) : null;
  const data = join(folder, 'data');
  const centre = new KillableCentre(data, cluster?.url ?? '');
  const open = () => (cluster ? openPostgres({ url: cluster.url }) : openPglite(data));
  try {
    await centre.start();
    const who = await signIn(centre);
    const senders = Array.from(
      { length: SENDERS },
      () => new Sender({ ...who, url: () => centre.url, chance: chance.fork() }),
    );
    const kills = { api: 0, postgres: 0 };
    let isOver = false;
    const sending = Promise.all(senders.map((sender) => sender.runUntil(() => isOver)));
    const killing = (async () => {
      for (let round = 0; round < rounds; round++) {
        await untilBusy(senders);
        await sleep(chance.int(400));
        await killOnce({ centre, cluster, chance, kills });
      }
      await untilBusy(senders);
    })().finally(() => {
      isOver = true;
    });
    await Promise.all([sending, killing]);
    await centre.kill();
    const database: Database = await open();
    const verdict = await countAll(database, who.council, senders).finally(() => database.close());
    return {
      engine,
      apiKills: kills.api,
      postgresKills: kills.postgres,
      cut: senders.reduce((sum, sender) => sum + sender.cut, 0),
      ...verdict,
    };
  } finally {
    await centre.kill();
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Scene {
  readonly centre: KillableCentre;
  readonly cluster: Cluster | null;
  readonly chance: Chance;
  readonly kills: { api: number; postgres: number };
}

/** The API, its database, or both at the same moment; what was ended is started again. */
async function killOnce({ centre, cluster, chance, kills }: Scene): Promise<void> {
  const what = cluster ? chance.pick(['api', 'postgres', 'both'] as const) : 'api';
  const ends: Promise<void>[] = [];
  if (cluster && what !== 'api') {
    kills.postgres += 1;
    ends.push(cluster.kill());
  }
  if (what !== 'postgres') {
    kills.api += 1;
    ends.push(centre.kill());
  }
  await Promise.all(ends);
  if (what !== 'api') await cluster?.start();
  if (what !== 'postgres') await centre.start();
}

/** Waits until everybody has had another answer, and somebody's push is under way. */
async function untilBusy(senders: readonly Sender[]): Promise<void> {
  const before = senders.map(({ acknowledged }) => acknowledged.size);
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const isMoving = senders.every(({ acknowledged }, at) => acknowledged.size > (before[at] ?? 0));
    if (isMoving && senders.some(({ inFlight }) => inFlight > 0)) return;
    await sleep(2);
  }
  throw new Error('Nothing is taken any more.');
}

async function signIn({ url, issuer }: KillableCentre) {
  const info = (await (await fetch(`${url}/v1/sign-in`)).json()) as SignInInfo;
  const hint = info.madeUpAccounts.find(({ role }) => role === 'recruiter')?.login ?? '';
  const { access_token: token } = await walkSignIn(issuer, { hint });
  const headers = { authorization: `Bearer ${token}`, 'swt-protocol': String(PROTOCOL_VERSION) };
  const hello = await fetch(`${url}/v1/sync/session`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ device: 'crash-rounds', appVersion: '0.1.0' }),
  });
  const { grants } = (await hello.json()) as Session;
  const council = grants.find(({ stream }) => stream.startsWith('council:'))?.stream;
  const pool = grants.find(({ stream }) => stream === POOL);
  if (!council || !pool) throw new Error('No council, or no pool.');
  const path = `${url}/v1/sync/streams/pool/changes?epoch=${pool.epoch}&after=0&limit=50`;
  const { items } = (await (await fetch(path, { headers })).json()) as ChangesPage;
  const people = items.map(({ id }) => id as CandidateId);
  return { token, council, people };
}
