import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PRESENCE, userStream } from '#contract/brands.ts';
import type { Actor } from '#contract/records/council-work.ts';
import { type Answer, answer } from '../simulation/answers.ts';
import { Centre } from '../simulation/centre.ts';
import type { CentreKind } from '../simulation/centre-kind.ts';
import { EMPTY_OFFICE } from '../simulation/directives-kept.ts';
import type { Memory } from '../simulation/feed.ts';
import { pack, unpack } from '../simulation/packing.ts';
import { RECRUITERS } from '../simulation/people.ts';
import { runHere } from '../simulation/run-seeds.ts';
import type { LeftOut } from '../simulation/setting.ts';
import type { World } from '../simulation/world.ts';
import type { Frozen } from './frozen.ts';

/** Runs one seed and says which promise was broken; null = none. */
export type RunSeed = (seed: number) => Promise<Error | null>;

/** What an old centre knows nothing of. */
const UNKNOWN: LeftOut = new Set(['role changes']);

/** The old world with its laptops, and today's centre in it. */
export function withOldLaptops(world: Frozen['simulation'], protocol: number): RunSeed {
  process.env.TZ = 'UTC';
  process.on('unhandledRejection', (fault) => {
    if (!(fault instanceof world.Killed)) world.current?.caught(fault);
  });
  world.installPlatform();
  world.seam.create = (at) => new TodaysCentre(at, protocol);
  world.seam.answer = (centre, request, diesAt) =>
    repacked(answer(centre, { ...request, protocol }, diesAt), (bytes) =>
      deflateRawSync(unpack(bytes), { level: 1 }),
    );
  return async (seed: number) => (await world.runSeed(seed)).violation;
}

/** Today's world with its laptops, and the old centre in it. */
export function withOldCentre(world: Frozen['simulation'], protocol: number): RunSeed {
  const centre: CentreKind = {
    // No role changed during a session in the simulation of protocol 1.
    create: (at) => Object.assign(new world.Centre(at), { protocol, turnRole: () => {} }),
    answer: (at, request, diesAt) =>
      repacked(world.answer(at, request, diesAt), (bytes) => pack(inflateRawSync(bytes))),
  };
  return async (seed: number) => (await runHere(seed, { centre, leftOut: UNKNOWN })).violation;
}

/** Today's centre with all its streams, told to laptops of the old protocol. */
class TodaysCentre extends Centre {
  readonly #spoken: number;

  constructor(world: World, spoken: number) {
    super(world);
    this.#spoken = spoken;
    this.addStream(PRESENCE);
    for (const { actor } of RECRUITERS) this.addStream(userStream(actor.id));
  }

  /** A backup made in the old world knows nothing of what came later. */
  override restore(backup: Memory, by: Actor): void {
    super.restore(
      { ...backup, readers: backup.readers ?? new Set(), office: backup.office ?? EMPTY_OFFICE },
      by,
    );
  }

  override headsFor(recruiter: string) {
    return super.headsFor(recruiter, this.#spoken);
  }
}

/** Buckets are really deflated in the old world, and only packed in today's. */
function repacked(said: Answer, change: (bytes: Uint8Array) => Uint8Array): Answer {
  if (said.type !== 'application/octet-stream' || typeof said.body === 'string') return said;
  return { ...said, body: new Uint8Array(change(said.body)) };
}
