import { createHash } from 'node:crypto';
import type { CouncilId, IsoInstant, RecordId, StreamId } from '#contract/brands.ts';
import { type ErrorCode, fail, ok, type Result } from '#contract/errors.ts';
import type { DirectiveKey, Receipt, SignedDirective } from '#contract/http/directives.ts';
import type { Obeyed, Session } from '#contract/http/session.ts';
import type { AccessEnded, Wiped } from '#contract/sync-state.ts';
import { COUNCIL_BY_ID } from '#core/data/councils.ts';
import type { Clock, Log } from '#core/ports.ts';
import type { Order, OrderNews, Orders } from '#core/sync/ports.ts';
import { instant } from '#core/sync/state.ts';
import type { VaultOrders } from '../keys/vault.ts';
import { type Judging, judgeDirective } from './check-directive.ts';
import { NO_ORDERS, type OrdersFile, type OrdersStore, type Pending } from './orders-file.ts';

/** The centre's directives on this device: checked, written down, finished after any kill. */
export interface Directives extends Orders, VaultOrders {
  /** What was obeyed under this device's name: an older copy of it says something else. */
  obeyed(): Obeyed;
  /** Since when it may hold anybody's records, by the centre's clock; null = it was never told. */
  since(): IsoInstant | null;
  /** What is left of emptying this laptop; null = nothing. */
  wipeLeft(): 'all' | 'caches' | null;
  /** Keys, journal and sign-in are gone; only what the worker keeps is left. */
  noteMainWiped(): void;
  /**
   * Keys, journal and caches are gone, by a wipe or a sign-out: what was pending is done.
   *
   * `isSure` false: the worker did not say so. A wipe then stays to be finished; anything
   * else has no key any more, and the centre is not told that it is done.
   */
  noteEmptied(isSure: boolean): void;
  /** A journal begins with nothing in it: what was ordered before it is over. */
  noteFresh(): void;
  /** The worker has removed what a wipe had left. */
  noteCachesGone(): void;
  /** What happened to this laptop, for the sign-in screen. */
  wiped(): Wiped | null;
  /** Somebody signed in: what happened before is told no more. */
  noteSignedIn(): void;
  /** What could not be sent because access ended, until it is read. */
  accessEnded(): readonly AccessEnded[];
  noteRead(id: RecordId): Result<null>;
}

/** What the directives of a device are made of. */
export interface DirectivesParts {
  readonly file: OrdersStore;
  /** The keys of the installation or of the first sign-in; null before any. */
  readonly pinned: () => readonly DirectiveKey[] | null;
  readonly device: () => string;
  /** Changes not sent, of one stream or of all. */
  readonly countNotSent: (stream: StreamId | null) => number;
  /** Whether this device has a key of a stream. */
  readonly holds: (stream: StreamId) => boolean;
  /** What is told of them has changed. */
  readonly changed: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** As many as are remembered, so that one told twice is not done twice. */
const MOST_DONE = 300;
const LONG_AGO = '1970-01-01T00:00:00.000Z' as IsoInstant;
/** As many receipts on their way as hello tells. */
const MOST_TOLD = 1000;
const NOT_WRITTEN = fail('SAVE_FAILED', 'What is to be removed could not be written down.');

/** What stands for a set of directives, at the centre as here. */
export function digestOfIds(ids: readonly RecordId[]): string {
  return createHash('sha256').update(ids.toSorted().join('')).digest('hex');
}

function nameOf(stream: StreamId): string {
  const id = stream.slice('council:'.length) as CouncilId;
  return COUNCIL_BY_ID.get(id)?.name ?? 'a council';
}

/** Opens what earlier runs left. */
export function openDirectives(parts: DirectivesParts): Directives {
  const { pinned, device, countNotSent, holds, clock, log } = parts;
  let file = parts.file.read();

  /**
   * Memory follows the disk; a wipe begins even where nothing can be written. Its end waits for
   * the disk: what is still ordered there would empty the next recruiter's laptop at a start.
   */
  function save(next: OrdersFile): boolean {
    if (next === file) return true;
    try {
      parts.file.write(next);
    } catch {
      log.warn('directives.not-written');
      const begins = next.pending.some(
        ({ order }) => order.kind === 'wipe' && order.left === 'all',
      );
      if (!begins) return false;
    }
    file = next;
    parts.changed();
    return true;
  }

  /** Of receipts, those of this device's present name. */
  const idsOf = (receipts: OrdersFile['receipts']) =>
    receipts.flatMap((one) => (one.device === device() ? [one.receipt.directive] : []));

  const acknowledgedIds = () =>
    file.acknowledged.device === device() ? file.acknowledged.ids : [];

  const isDone = (id: RecordId) => file.done.find(({ receipt }) => receipt.directive === id);

  function pendingOf(directive: SignedDirective, takenAt: IsoInstant): Pending | null {
    const { id, kind, stream, people } = directive;
    const rest = { id, device: device(), takenAt };
    if (kind === 'purge' && stream) {
      return { ...rest, order: { kind, stream }, notSent: countNotSent(stream) };
    }
    if (kind === 'erase' && people) return { ...rest, order: { kind, people }, notSent: 0 };
    if (kind !== 'wipe') return null;
    return { ...rest, order: { kind, left: 'all' }, notSent: countNotSent(null) };
  }

  function receiptOf({ id, device, notSent }: Pending): OrdersFile['receipts'][number] {
    const at = instant(clock.nowMs());
    return { device, receipt: { directive: id, at, done: { notSent } } };
  }

  function withReceipts(
    now: OrdersFile,
    receipts: readonly OrdersFile['receipts'][number][],
  ): OrdersFile {
    const queued = new Set(now.receipts.map(({ receipt }) => receipt.directive));
    const fresh = receipts.filter(({ receipt }) => !queued.has(receipt.directive));
    const known = new Set(now.done.map(({ receipt }) => receipt.directive));
    const done = [...now.done, ...receipts.filter(({ receipt }) => !known.has(receipt.directive))];
    return { ...now, receipts: [...now.receipts, ...fresh], done: done.slice(-MOST_DONE) };
  }

  /** What the file becomes by one directive that is to be obeyed. */
  function taken(now: OrdersFile, directive: SignedDirective, at: IsoInstant): OrdersFile {
    const before = isDone(directive.id);
    // Given back since, and then taken again by a centre that was restored: it is done again.
    const isBack = directive.kind === 'purge' && directive.stream && holds(directive.stream);
    // The centre has not heard of it: the receipt goes again, the work is not done again.
    if (before && !isBack) return withReceipts(now, [{ ...before, device: device() }]);
    if (now.pending.some(({ id }) => id === directive.id)) return now;
    const pending = pendingOf(directive, at);
    if (pending === null) {
      const receipt: Receipt = { directive: directive.id, at, done: { notSent: 0 } };
      const frozen = { ...now, frozenUntil: directive.until ?? null };
      return withReceipts(frozen, [{ device: device(), receipt }]);
    }
    const wiped =
      directive.kind === 'wipe'
        ? { at, why: directive.why ?? 'ordered', notSent: pending.notSent }
        : now.wiped;
    return { ...now, pending: [...now.pending, pending], wiped };
  }

  /** What it holds although it knows of no session, it may hold since any day. */
  const sinceOf = ({ grants, now }: Session) =>
    grants.some(({ stream }) => holds(stream)) ? LONG_AGO : now;

  function judge(session: Session): {
    readonly next: OrdersFile;
    readonly notices: readonly ErrorCode[];
  } {
    const keys = pinned() ?? session.directiveKeys ?? [];
    const isOther = session.directiveKeys?.every(
      (told) => !keys.some((key) => key.publicKey === told.publicKey && key.keyId === told.keyId),
    );
    const by: Judging = {
      keys,
      device: device(),
      centreNowMs: Date.parse(session.now),
      granted: session.grants.map(({ stream }) => stream),
    };
    const notices = new Set<ErrorCode>(isOther ? ['SYNC_KEY_CHANGED'] : []);
    const known = file.since === null ? { ...file, since: sinceOf(session) } : file;
    let next = session.forgotReceipts ? { ...known, acknowledged: NO_ORDERS.acknowledged } : known;
    for (const directive of session.directives ?? []) {
      const verdict = judgeDirective(directive, by);
      if (verdict === 'obey') next = taken(next, directive, session.now);
      else if (verdict !== 'not-now') {
        log.warn('directives.refused', { code: verdict });
        notices.add(isOther ? 'SYNC_KEY_CHANGED' : 'SYNC_DIRECTIVE_REFUSED');
      }
    }
    const isOpen = next.frozenUntil !== null && session.programme.status !== 'closed';
    return { next: isOpen ? { ...next, frozenUntil: null } : next, notices: [...notices] };
  }

  const pending = () =>
    file.pending.flatMap(({ id, order }): readonly Order[] =>
      order.kind === 'wipe' ? [] : [{ id, ...order }],
    );
  type WipePending = Pending & { readonly order: { readonly kind: 'wipe' } };
  const isWipe = (one: Pending): one is WipePending => one.order.kind === 'wipe';
  /** One that is not begun comes before one of before of which only the caches are left. */
  const wipe = () => {
    const wipes = file.pending.filter(isWipe);
    return wipes.find(({ order }) => order.left === 'all') ?? wipes[0];
  };

  return {
    take(session): Result<OrderNews> {
      const { next, notices } = judge(session);
      if (!save(next)) return NOT_WRITTEN;
      return ok({
        signedOnly: pinned() !== null || session.directiveKeys !== undefined,
        pending: pending(),
        receipts: file.receipts.length,
        more: session.moreDirectives ?? false,
        wipes: wipe()?.order.left === 'all',
        notices,
      });
    },
    pending,
    done(id) {
      const one = file.pending.find((each) => each.id === id);
      if (!one) return ok(null);
      const rest = file.pending.filter((each) => each !== one);
      const { order, takenAt, notSent } = one;
      const told =
        order.kind === 'purge'
          ? [
              ...file.told.filter((each) => each.id !== id),
              { id, stream: order.stream, at: takenAt, notSent },
            ]
          : file.told;
      const next = withReceipts({ ...file, pending: rest, told }, [receiptOf(one)]);
      return save(next) ? ok(null) : NOT_WRITTEN;
    },
    receipts: () => file.receipts,
    acknowledged(ids) {
      const isTaken = (one: OrdersFile['receipts'][number]) => ids.includes(one.receipt.directive);
      const left = file.receipts.filter((one) => !isTaken(one));
      const mine = idsOf(file.receipts.filter(isTaken));
      const known = new Set([...acknowledgedIds(), ...mine]);
      const acknowledged = { device: device(), ids: [...known] };
      return save({ ...file, receipts: left, acknowledged }) ? ok(null) : NOT_WRITTEN;
    },
    isSignedOnly: () => pinned() !== null,
    isFrozen: () => file.frozenUntil !== null,
    purging: () => pending().flatMap((order) => (order.kind === 'purge' ? [order.stream] : [])),
    since: () => file.since,
    obeyed: () => ({
      acknowledged: digestOfIds(acknowledgedIds()),
      unacknowledged: idsOf(file.receipts).slice(0, MOST_TOLD),
    }),
    wipeLeft() {
      return wipe()?.order.left ?? null;
    },
    noteMainWiped() {
      const one = wipe();
      if (!one) return;
      const rest = file.pending.filter((each) => each !== one);
      save({ ...file, pending: [...rest, { ...one, order: { kind: 'wipe', left: 'caches' } }] });
    },
    noteEmptied(isSure) {
      const last = wipe();
      const stays = !isSure && last ? [last] : [];
      const done = isSure ? file.pending.map(receiptOf) : [];
      const emptied = {
        ...file,
        pending: stays,
        done: [],
        told: [],
        since: null,
        frozenUntil: null,
      };
      save({ ...withReceipts(emptied, done), done: [], acknowledged: NO_ORDERS.acknowledged });
    },
    noteFresh() {
      const rest = file.pending.filter(({ order }) => order.kind === 'wipe');
      if (rest.length < file.pending.length) save({ ...file, pending: rest });
    },
    noteCachesGone() {
      const gone = file.pending.filter((one) => isWipe(one) && one.order.left === 'caches');
      const rest = file.pending.filter((one) => !gone.includes(one));
      if (gone.length > 0) save(withReceipts({ ...file, pending: rest }, gone.map(receiptOf)));
    },
    wiped: () => file.wiped,
    noteSignedIn() {
      if (file.wiped !== null) save({ ...file, wiped: null });
    },
    accessEnded: () =>
      file.told.map(({ stream, ...fact }) => ({ ...fact, council: nameOf(stream) })),
    noteRead(id) {
      const told = file.told.filter((each) => each.id !== id);
      return save({ ...file, told }) ? ok(null) : NOT_WRITTEN;
    },
  };
}
