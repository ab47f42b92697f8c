import type { CandidateId, StreamId } from '#contract/brands.ts';
import { POOL } from '#contract/brands.ts';
import { type Failure, fail, ok, type Result } from '#contract/errors.ts';
import type { Mutation } from '#contract/mutations.ts';
import { PROTOCOL_VERSION } from '#contract/protocol-version.ts';
import { newRecordId } from '../domain/ids.ts';
import { compareStream } from './compare.ts';
import { fetchBuckets } from './fetch-buckets.ts';
import type { Effect, SyncEvent } from './messages.ts';
import type { EnginePorts } from './ports.ts';
import { assertNever, instant } from './state.ts';

/** Effects that end in an answer. */
export type AskingEffect = Extract<
  Effect,
  {
    do:
      | 'hello'
      | 'heads'
      | 'open'
      | 'pull'
      | 'apply'
      | 'check'
      | 'read-manifest'
      | 'fetch-buckets'
      | 'push'
      | 'purge'
      | 'obey'
      | 'send-receipts';
  }
>;
/** The most receipts one call carries. */
export const MOST_RECEIPTS = 100;

type Of<Name extends AskingEffect['do']> = Extract<AskingEffect, { do: Name }>;

/** What asking needs from the loop that asks. */
export interface Asking {
  /** False once answers of this run of the reading lane would be late. */
  readonly isWanted: (run: number) => boolean;
  readonly tell: (event: SyncEvent) => void;
}

/** Makes the part that carries an asking effect out and says what came of it. */
export function createAsk(
  ports: EnginePorts,
  { isWanted, tell }: Asking,
): (effect: AskingEffect) => Promise<SyncEvent | null> {
  const { api, replica, vault, journal, orders, listener, clock, random } = ports;

  /** What changes keys runs one at a time: the end of one must not be the end of another. */
  let lastTurn: Promise<unknown> = Promise.resolve();
  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const turn = lastTurn.then(act);
    lastTurn = turn.catch(() => undefined);
    return turn;
  }

  let hellos = 0;
  let lastAnswered = 0;
  async function hello() {
    hellos += 1;
    const mine = hellos;
    const session = await api.session();
    if (!session.ok) return session;
    // Signed out and in again, this answer may come after that to a later question.
    if (mine < lastAnswered) return null;
    lastAnswered = mine;
    // Before anything else: what is to be removed must not be forgotten by a kill.
    const news = orders.take(session.value);
    if (!news.ok) return news;
    if (!news.value.wipes) await listener.session(session.value);
    return ok({ session: session.value, orders: news.value });
  }

  /** In turn: what erases must find the same cache from its first step to its last. */
  async function open({ streams }: Of<'open'>) {
    const input = await vault.opening(streams);
    if (!input.ok) return input;
    const held = await replica.call('open', { ...input.value, entries: journal.list() });
    if (held.ok && held.value.rebuilt !== null) {
      ports.log.info('cache.rebuilt', { why: held.value.rebuilt });
    }
    // A change of keys that was cut short is finished; if not now, after the next look.
    if (held.ok) await rotate();
    return held.ok ? ok({ held: held.value, streams: input.value.owner.streams }) : held;
  }

  function apply({ page, snapshot }: Of<'apply'>) {
    const { erased } = page.facts;
    const give = () => replica.call('page', { bytes: page.bytes, snapshot });
    return erased.length === 0 ? give() : inTurn(() => erasing(erased, give));
  }

  /** Erases people from journal and cache, and leaves no key that opens what held them. */
  async function erasing<Value>(
    people: readonly CandidateId[],
    fromCache: () => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const begun = await beginErasure();
    if (!begun.ok) return begun;
    // First the journal: after a crash between the two it is asked for again.
    const scrubbed = journal.scrub(people);
    if (!scrubbed.ok) return scrubbed;
    const erased = await fromCache();
    if (!erased.ok) return erased;
    const rotated = await rotate();
    return rotated.ok ? erased : rotated;
  }

  /** What lies on the disk lies under older keys than those that are begun here (SY17). */
  async function beginErasure(): Promise<Result<null>> {
    const finished = await rotate();
    return finished.ok ? vault.beginRotation() : finished;
  }

  /** Lays all under the next keys, and has the older ones destroyed; nothing without a change. */
  async function rotate(): Promise<Result<null>> {
    const next = await vault.nextKeys();
    if (!next.ok) return next;
    if (next.value === null) return ok(null);
    const resealed = await replica.call('reseal', { keys: next.value });
    return resealed.ok ? vault.endRotation() : resealed;
  }

  async function readManifest({ run }: Of<'read-manifest'>) {
    const manifest = await api.manifest();
    if (!manifest.ok) return manifest;
    // Late, it may be of another cut than the one whose buckets are being stored by now.
    if (!isWanted(run)) return null;
    const lacking = await replica.call('manifest', manifest.value);
    if (!lacking.ok) return lacking;
    return ok({ manifest: manifest.value, missing: lacking.value.missing });
  }

  function buckets({ run, manifest, missing }: Of<'fetch-buckets'>) {
    return fetchBuckets({
      api,
      replica,
      manifest,
      missing,
      isWanted: () => isWanted(run),
      stored: (people, setAside) => tell({ is: 'buckets', run, people, setAside }),
    });
  }

  async function push({ ids, holes, holeStream }: Of<'push'>) {
    const offered = journal.offer(ids);
    if (!offered.ok) return offered;
    // What could not be noted as waiting just now would be overtaken by what comes after it.
    if (offered.value.length < ids.length) return fail('SAVE_FAILED', 'This was not saved yet.');
    const fillers = holes.map((n): Mutation => {
      const id = newRecordId(clock, random);
      const at = instant(clock.nowMs());
      const rest = { schema: PROTOCOL_VERSION, at, ageMs: 0, base: 0, entity: id };
      return { id, n, kind: 'noop', stream: holeStream, args: {}, ...rest };
    });
    const batch = [...offered.value, ...fillers].toSorted((a, b) => a.n - b.n);
    if (batch.length === 0) return fail('INTERNAL_FAULT', 'There was nothing to send after all.');
    return api.push(batch);
  }

  async function purge({ stream }: Of<'purge'>) {
    const destroyed = await vault.destroyKey(stream);
    return destroyed.ok ? replica.call('purge', { stream }) : destroyed;
  }

  /** Key first, then what main keeps, then the rows, and only then the receipt (SY61). */
  async function obey({ order }: Of<'obey'>): Promise<Result<null>> {
    // Asked for twice, or done with another.
    if (!orders.pending().some(({ id }) => id === order.id)) return ok(null);
    if (order.kind === 'erase') return eraseAll();
    const destroyed = await vault.destroyKey(order.stream);
    if (!destroyed.ok) return destroyed;
    const ended = journal.endAccess(order.stream);
    if (!ended.ok) return ended;
    const gone = await replica.call('purge', { stream: order.stream });
    return gone.ok ? orders.done(order.id) : gone;
  }

  /** Every erasure that waits, with one change of keys: each costs a look at all that is held. */
  async function eraseAll(): Promise<Result<null>> {
    const all = orders.pending().filter((order) => order.kind === 'erase');
    const people = all.flatMap((order) => order.people);
    const erased = await erasing(people, () => replica.call('erase', { people }));
    for (const { id } of erased.ok ? all : []) {
      const done = orders.done(id);
      if (!done.ok) return done;
    }
    return erased;
  }

  /** One device at a time: a laptop that was wiped still has its own to send. */
  async function sendReceipts(): Promise<Result<number>> {
    const all = orders.receipts();
    const device = all[0]?.device;
    if (device === undefined) return ok(0);
    const mine = all.filter((each) => each.device === device).slice(0, MOST_RECEIPTS);
    const taken = await api.receipts(
      device,
      mine.map(({ receipt }) => receipt),
    );
    if (!taken.ok) return taken;
    const noted = orders.acknowledged(taken.value);
    return noted.ok ? ok(orders.receipts().length) : noted;
  }

  async function ask(effect: AskingEffect): Promise<SyncEvent | null> {
    switch (effect.do) {
      case 'hello': {
        const { run } = effect;
        const got = await hello();
        // With a clock that is wrong every look is a hello.
        void inTurn(rotate);
        if (got === null) return null;
        if (!got.ok) return failed(effect, got.error);
        return { is: 'session', run, ...got.value, nextN: journal.nextN() };
      }
      case 'heads': {
        const { run } = effect;
        const got = await api.heads();
        void inTurn(rotate);
        return got.ok ? { is: 'heads', run, heads: got.value } : failed(effect, got.error);
      }
      case 'open': {
        const { run } = effect;
        const got = await inTurn(() => open(effect));
        return got.ok ? { is: 'opened', run, ...got.value } : failed(effect, got.error);
      }
      case 'pull': {
        const got = await api.changes(effect.ask);
        if (!got.ok) return failed(effect, got.error);
        return { is: 'page', run: effect.run, ask: effect.ask, page: got.value };
      }
      case 'apply': {
        const { stream } = effect.page.facts;
        const got = await apply(effect);
        if (!got.ok) return failed(effect, got.error);
        return { is: 'applied', run: effect.run, stream, applied: got.value };
      }
      case 'check': {
        const { run, cursor } = effect;
        const got = await compareStream({
          ...{ api, replica, cursor },
          atMs: clock.nowMs(),
          isWanted: () => isWanted(run),
        });
        if (got === null) return null;
        if (!got.ok) return failed(effect, got.error);
        return { is: 'checked', run, stream: cursor.stream, comparison: got.value };
      }
      case 'read-manifest': {
        const got = await readManifest(effect);
        if (got === null) return null;
        if (!got.ok) return failed(effect, got.error);
        return { is: 'manifest', run: effect.run, ...got.value };
      }
      case 'fetch-buckets': {
        const got = await buckets(effect);
        if (got === null) return null;
        if (!got.ok) return failed(effect, got.error);
        return { is: 'pool-ready', run: effect.run, applied: got.value };
      }
      case 'push': {
        const { run } = effect;
        const got = await push(effect);
        return got.ok ? { is: 'pushed', run, response: got.value } : failed(effect, got.error);
      }
      case 'purge': {
        const got: Result<null> = await purge(effect);
        return got.ok ? { is: 'purged', stream: effect.stream } : failed(effect, got.error);
      }
      case 'obey': {
        const { order } = effect;
        const got = await inTurn(() => obey(effect));
        if (!got.ok) return failed(effect, got.error);
        return { is: 'obeyed', order, receipts: orders.receipts().length };
      }
      case 'send-receipts': {
        const got = await sendReceipts();
        return got.ok ? { is: 'receipts-sent', left: got.value } : failed(effect, got.error);
      }
      default:
        return assertNever(effect);
    }
  }

  return async (effect) => {
    try {
      return await ask(effect);
    } catch (fault) {
      // A port that throws is a fault in the program; the engine goes on regardless.
      ports.log.warn('sync.fault', { doing: effect.do, name: nameOf(fault) });
      return failed(effect, fail('INTERNAL_FAULT', 'Something in this program failed.').error);
    }
  };
}

function nameOf(fault: unknown): string {
  return fault instanceof Error ? fault.name : typeof fault;
}

function failed(effect: AskingEffect, failure: Failure): SyncEvent {
  switch (effect.do) {
    case 'push':
      return { is: 'push-failed', run: effect.run, failure };
    case 'open':
      return { is: 'open-failed', run: effect.run, failure };
    case 'purge':
      return { is: 'purge-failed', stream: effect.stream };
    case 'obey':
      return { is: 'obey-failed', order: effect.order };
    case 'send-receipts':
      return { is: 'receipts-failed', failure };
    case 'check':
      return { is: 'check-failed', run: effect.run, stream: effect.cursor.stream, failure };
    case 'hello':
    case 'heads':
    case 'pull':
    case 'apply':
    case 'read-manifest':
    case 'fetch-buckets':
      return { is: 'pull-failed', run: effect.run, stream: streamOf(effect), failure };
    default:
      return assertNever(effect);
  }
}

function streamOf(
  effect: Of<'hello' | 'heads' | 'pull' | 'apply' | 'read-manifest' | 'fetch-buckets'>,
): StreamId | null {
  switch (effect.do) {
    case 'pull':
      return effect.ask.stream;
    case 'apply':
      return effect.page.facts.stream;
    case 'read-manifest':
    case 'fetch-buckets':
      return POOL;
    case 'hello':
    case 'heads':
      return null;
    default:
      return assertNever(effect);
  }
}
