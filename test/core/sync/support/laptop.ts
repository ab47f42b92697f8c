import type { CouncilId, RecordId, RecruiterId, StreamId } from '#contract/brands.ts';
import { fail, ok, type Result } from '#contract/errors.ts';
import type { Heads } from '#contract/http/streams.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { EngineStatus } from '#contract/sync-state.ts';
import { newRecordId } from '#core/domain/ids.ts';
import { type SyncEngine, startSyncEngine } from '#core/sync/engine.ts';
import { type Journal, openJournal } from '#main/journal/journal.ts';
import { createHttpApi } from '#main/sync/http-api.ts';
import { NO_NEWS, noOrders } from '#test/builders/orders.ts';
import { COUNCIL, type FakeCentre } from './fake-centre.ts';
import { MemoryReplica } from './memory-replica.ts';
import type { World } from './world.ts';

/** A laptop with the real engine, the real HTTP end and the real journal. */
export interface Laptop {
  readonly journal: Journal;
  readonly replica: MemoryReplica;
  readonly statuses: EngineStatus[];
  readonly destroyedKeys: StreamId[];
  /** How many answers to hello were looked at for orders. */
  hellosTaken: number;
  engine(): SyncEngine;
  status(): EngineStatus;
  /** Saves a change and gives its id. */
  save(stream?: StreamId): RecordId;
  nudge(heads: Heads): void;
  /** The engine is lost with all it knows; journal and cache are what the disk has. */
  crash(): void;
  /** As at the start of the app. */
  start(): void;
  token: Result<string>;
  /** A change of keys is under way. */
  isRotating: boolean;
}

/** Builds a change that any council accepts. */
export function draft(id: RecordId, stream = COUNCIL): MutationDraft {
  return { kind: 'audit.record', stream, entity: id, base: 0, args: { action: 'view' } };
}

export function openLaptop(world: World, centre: FakeCentre): Laptop {
  const { clock, random, timer, log } = world;
  const key = { keyId: 'k1', raw: random.bytes(32) };
  const opened = openJournal({ path: null, key, clock, random, log });
  if (!opened.ok) throw new Error(opened.error.message);
  const { journal } = opened.value;
  const replica = new MemoryReplica();
  const statuses: EngineStatus[] = [];
  const destroyedKeys: StreamId[] = [];
  let heard: ((heads: Heads) => void) | null = null;
  let known: readonly StreamId[] | null = null;
  let engine: SyncEngine | null = null;
  const laptop: Laptop = {
    journal,
    replica,
    statuses,
    destroyedKeys,
    hellosTaken: 0,
    token: ok('token'),
    isRotating: false,
    engine: () => engine ?? start(),
    status: () => laptop.engine().readStatus(),
    save(stream = COUNCIL) {
      const saved = journal.append([draft(newRecordId(clock, random), stream)]);
      if (!saved.ok || saved.value[0] === undefined) throw new Error('not saved');
      return saved.value[0].id;
    },
    nudge: (heads) => heard?.(heads),
    crash() {
      engine?.stop();
      engine = null;
      replica.isOpen = false;
    },
    start: () => void start(),
  };

  function start(): SyncEngine {
    const api = createHttpApi({
      fetch: centre.fetch,
      apiUrl: 'http://centre.example.org',
      tokens: { accessToken: async () => laptop.token, refuse: () => {} },
      device: journal.device,
      appVersion: '0.1.0',
      platform: 'linux',
    });
    engine = startSyncEngine({
      api,
      replica,
      journal,
      orders: {
        ...noOrders(),
        take() {
          laptop.hellosTaken += 1;
          return ok(NO_NEWS);
        },
      },
      clock,
      random,
      timer,
      log,
      nudges: {
        listen(listener) {
          heard = listener;
          return () => {
            heard = null;
          };
        },
      },
      vault: {
        async opening(asked) {
          const streams = asked ?? known;
          if (streams === null) return fail('AUTH_SIGN_IN_AGAIN', 'nobody yet');
          const council = { id: 'kent' as CouncilId, name: 'Kent', region: '', lat: 0, lon: 0 };
          const recruiterId = '01900000-0000-7000-8000-000000000001' as RecruiterId;
          const standing = { role: 'recruiter' as const, isFrozen: false };
          const owner = { recruiterId, recruiterName: 'Asha Verma', council, streams, standing };
          return ok({ owner, keys: [], generation: 'g1', persist: true });
        },
        beginRotation: async () => ok(null),
        nextKeys: async () => ok(laptop.isRotating ? [] : null),
        async endRotation() {
          laptop.isRotating = false;
          return ok(null);
        },
        async destroyKey(stream) {
          destroyedKeys.push(stream);
          return ok(null);
        },
        standing: () => null,
      },
      listener: {
        status: (status) => void statuses.push(status),
        async session(session) {
          known = session.grants.map(({ stream }) => stream);
        },
        wipe: () => {},
      },
    });
    engine.signal('signed-in');
    engine.signal('replica-up');
    return engine;
  }
  return laptop;
}
