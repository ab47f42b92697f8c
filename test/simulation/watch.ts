import { type CandidateId, POOL, type StreamId } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { CursorRow, Op } from '#renderer/worker/cache/cache.ts';
import { FOR_EVER } from '#renderer/worker/replica/work-page.ts';
import type { ShownWork } from '#renderer/worker/shown-work.ts';
import type { Centre } from './centre.ts';
import type { Stream } from './feed.ts';
import type { Laptop } from './laptop.ts';
import type { Watcher } from './laptop-parts.ts';
import { peopleOn } from './pool-on-disk.ts';
import { namesIn } from './presence.ts';
import { grantsOf } from './push.ts';
import { WatchOrders } from './watch-orders.ts';
import type { Worker } from './worker.ts';
import type { World } from './world.ts';

/** How long acknowledged work is kept for a restore. */
const KEPT_MS = 30 * 86_400_000;

/** A change that was said to be saved. */
export interface Saved {
  readonly laptop: Laptop;
  readonly entry: JournalEntry;
  readonly atMs: number;
}

/**
 * Watches every commit and every screen while the world runs (sync.md 6.1).
 *
 * The end of a seed is looked at in `judge.ts`.
 */
export class Watch implements Watcher {
  readonly saves = new Map<string, Saved>();
  /** Grants that were taken away at some time: `recruiter stream`. */
  readonly revoked = new Set<string>();
  /** People whose erasure a laptop has applied: `laptop person`. */
  readonly forgotten = new Set<string>();
  /** Acknowledged changes that nobody keeps any more: access ended, or the disk was damaged. */
  readonly forgone = new Set<string>();
  /** Changes that a laptop was told are refused: their place is given up. */
  readonly toldRefused = new Set<string>();
  /** Their copy may be wrong until it was compared. */
  readonly rotten = new Set<Laptop>();
  readonly orders: WatchOrders;
  readonly #seen = new Map<string, Map<string, number>>();
  readonly #contacts = new Map<string, string>();
  readonly #hasShown = new WeakSet<Worker>();
  /** Work behind the list that was looked at once. */
  readonly #echoesShown = new Set<string>();
  readonly #world: World;
  readonly #centre: Centre;

  constructor(world: World, centre: Centre) {
    this.#world = world;
    this.#centre = centre;
    this.orders = new WatchOrders({ world, centre, watch: this });
  }

  saved(laptop: Laptop, entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      this.saves.set(entry.id, { laptop, entry, atMs: this.#world.nowMs });
      this.#world.note(`${laptop.name} saved ${entry.n} ${entry.mutation.kind}`);
      this.orders.saved(laptop, entry);
    }
  }

  /** What only the lost part of a journal held is lost with it; the recruiter is told. */
  damaged(laptop: Laptop, lost: ReadonlySet<string>): void {
    for (const [id, saved] of this.saves) {
      if (saved.laptop !== laptop || !lost.has(id)) continue;
      const known = this.#centre.memory.ledger.get(id);
      // Acknowledged, so the centre has it; but nobody keeps it for a restore any more.
      this.forgone.add(id);
      if (known && known.outcome !== 'rejected') continue;
      this.saves.delete(id);
      this.#world.count('saved work lost with a damaged disk');
    }
  }

  /** Acknowledged work is kept for a restore, unless the recruiter may not read its stream. */
  left(laptop: Laptop, { id, mutation }: JournalEntry): void {
    if (mutation.kind === 'noop') return;
    this.forgone.add(id);
    if (this.revoked.has(`${laptop.recruiter.actor.id} ${mutation.stream}`)) return;
    const ageMs = this.#world.nowMs - (this.saves.get(id)?.atMs ?? 0);
    if (ageMs > KEPT_MS) return;
    this.#fail('I2', laptop, `${mutation.kind} was forgotten, and nobody had ended the access`);
  }

  refused(id: string): void {
    this.toldRefused.add(id);
  }

  rolledBack(laptop: Laptop, told: readonly JournalEntry[]): void {
    // A copy of a machine takes back what it knows, not what its recruiter was told.
    for (const { id } of told) this.saves.delete(id);
    this.#seen.delete(laptop.name);
    this.orders.lostPart(laptop);
    for (const mark of this.forgotten) {
      if (mark.startsWith(`${laptop.name} `)) this.forgotten.delete(mark);
    }
    const here = new Set([...laptop.entries(), ...laptop.kept()].map(({ id }) => id as string));
    this.damaged(laptop, new Set([...this.saves.keys()].filter((id) => !here.has(id))));
  }

  lost(laptop: Laptop): void {
    this.#world.count('cache begun anew');
    this.#seen.delete(laptop.name);
  }

  written(laptop: Laptop, ops: readonly Op[]): void {
    const isRotten = this.rotten.has(laptop);
    if (!isRotten) this.#checkRows(laptop, ops);
    for (const op of ops) {
      // Whoever only left the pool may be erased later, before this laptop hears of it.
      if (op.table === 'gone' && 'put' in op && op.put.seq === FOR_EVER) {
        this.forgotten.add(`${laptop.name} ${op.put.id}`);
        this.#checkTold(laptop, op.put.id);
      }
      if (op.table !== 'cursor') continue;
      if (!('put' in op)) this.#forget(laptop, op.remove, ops);
      else if (!isRotten) this.#checkPage(laptop, op.put.stream);
    }
    if (isRotten) return;
    // A kill after this commit would leave what it left: a cursor may not outlive its people.
    if (ops.some((op) => op.table === 'bucket' && !('put' in op))) this.#checkPage(laptop, POOL);
    if (ops.some(({ table }) => table === 'bucket' || table === 'poolDelta'))
      this.#checkPool(laptop);
  }

  /** Nothing any council told of somebody erased outlives the news of it (I7). */
  #checkTold(laptop: Laptop, person: CandidateId): void {
    if (!this.#centre.erased.has(person)) return;
    this.#world.looked('I7');
    const told = laptop.disk.rows('row').find(({ doc }) => namesIn(doc).includes(person));
    if (told) this.#fail('I7', laptop, `${told.stream} still names ${person}`);
  }

  /** Reading never goes back within one history (I4), and a contact never changes (I13). */
  #checkRows(laptop: Laptop, ops: readonly Op[]): void {
    const seen = this.#seenBy(laptop);
    for (const op of ops) {
      if (op.table !== 'row') continue;
      if (!('put' in op)) {
        const key = op.remove.join(' ');
        // It comes back only as something newer.
        for (const [known, seq] of seen) if (known.endsWith(`| ${key}`)) seen.set(known, seq + 0.5);
        continue;
      }
      const { stream, kind, id, epoch, seq, doc } = op.put;
      const key = `${epoch} | ${stream} ${kind} ${id}`;
      const before = seen.get(key) ?? 0;
      this.#world.looked('I4');
      if (seq < before) this.#fail('I4', laptop, `${key} from ${before} to ${seq}`);
      seen.set(key, seq);
      if (kind !== 'contact') continue;
      this.#world.looked('I13');
      const text = JSON.stringify(doc);
      const first = this.#contacts.get(id) ?? text;
      if (first !== text) this.#fail('I13', laptop, `contact ${id} changed`);
      this.#contacts.set(id, first);
    }
  }

  /** Where a cursor stands, every row up to it is here as the centre has it (I6). */
  #checkPage(laptop: Laptop, name: StreamId): void {
    const cursor = laptop.disk.rows('cursor').find(({ stream }) => stream === name);
    const stream = this.#centre.memory.streams.get(name);
    if (!cursor || !stream || cursor.snapAt !== null || cursor.epoch !== stream.epoch) return;
    // A comparison has still to say what is too much here or missing.
    if (cursor.owed) return;
    this.#world.looked('I6');
    if (cursor.seq > stream.head) this.#fail('I6', laptop, `${name} ahead of the centre`);
    if (name === POOL) this.#checkPoolPage(laptop, cursor.seq);
    else this.#checkWorkPage(laptop, stream, cursor);
  }

  #checkWorkPage(laptop: Laptop, { name, items }: Stream, cursor: CursorRow): void {
    const held = new Map(
      laptop.disk
        .rows('row')
        .filter((row) => row.stream === name)
        .map((row) => [`${row.kind} ${row.id}`, row]),
    );
    for (const [key, item] of items) {
      if (item.seq > cursor.seq) continue;
      const row = held.get(key);
      if (item.op !== 'u') {
        if (row) this.#fail('I6', laptop, `${name} ${key} was removed at ${item.seq}`);
      } else if (row?.seq !== item.seq || row.epoch !== cursor.epoch) {
        this.#fail('I6', laptop, `${name} ${key} is ${row?.seq}, not ${item.seq}`);
      }
    }
  }

  #checkPoolPage(laptop: Laptop, seq: number): void {
    const held = peopleOn(laptop.disk);
    for (const item of this.#centre.stream(POOL).items.values()) {
      if (item.seq > seq) continue;
      const person = held.get(item.id as CandidateId);
      if (item.op !== 'u') {
        if (person) this.#fail('I6', laptop, `${item.id} left at ${item.seq}`);
      } else if (versionOf(person?.doc.summary) < item.seq) {
        this.#fail('I6', laptop, `${item.id} is ${person?.doc.summary}, not ${item.seq}`);
      }
    }
  }

  /** A person never becomes an older version of themselves within one history (I4). */
  #checkPool(laptop: Laptop): void {
    const seen = this.#seenBy(laptop);
    for (const [id, { epoch, doc }] of peopleOn(laptop.disk)) {
      const key = `${epoch} | ${POOL} ${id}`;
      const version = versionOf(doc.summary);
      const before = seen.get(key) ?? 0;
      if (version < before) this.#fail('I4', laptop, `${key} from ${before} to ${version}`);
      seen.set(key, version);
    }
  }

  /** A stream went: its key went first, and only because it was taken away (I8). */
  #forget(laptop: Laptop, stream: string, ops: readonly Op[]): void {
    this.#unsee(laptop, stream);
    // The pool was cut anew, and is read from its beginning: it did not go.
    if (ops.some(({ table }) => table === 'meta')) return;
    const isGranted = this.#isGranted(laptop, stream);
    if (!isGranted && laptop.keys.has(stream)) this.#fail('I8', laptop, `${stream} before its key`);
  }

  /** Should it be granted again, it is read from its beginning. */
  #unsee(laptop: Laptop, stream: string): void {
    const seen = this.#seenBy(laptop);
    for (const key of seen.keys()) if (key.includes(`| ${stream} `)) seen.delete(key);
  }

  keyDestroyed(laptop: Laptop, stream: StreamId): void {
    this.#world.count('key destroyed');
    this.#world.looked('I8', 'I16');
    this.#unsee(laptop, stream);
    this.orders.keyDestroyed(laptop, stream);
    if (this.revoked.has(`${laptop.recruiter.actor.id} ${stream}`)) return;
    this.#fail('I16', laptop, `the key of ${stream} was destroyed, and nobody had said so`);
  }

  #isGranted({ recruiter }: Laptop, stream: string): boolean {
    const grants: readonly string[] = grantsOf(this.#centre.memory, recruiter.actor.id);
    return grants.includes(stream);
  }

  /** What a recruiter has logged stays on their screen (I5). */
  shown(laptop: Laptop, worker: Worker): void {
    const contacts = laptop.entries().filter(({ mutation }) => mutation.kind === 'contact.log');
    const isFirst = !this.#hasShown.has(worker);
    const echoed = laptop.kept().filter(({ id }) => !this.#echoesShown.has(id));
    const isToLook = isFirst || contacts.length > 0 || echoed.length > 0;
    const shown = isToLook ? worker.shown() : null;
    if (!shown || this.rotten.has(laptop)) return;
    this.#world.looked('I5');
    const { context } = shown;
    const known = new Map(shown.entries.map((entry) => [entry.id, entry]));
    if (isFirst) this.#showsFirst(laptop, known);
    const toDo = laptop.ordersDisk.read().pending;
    const isWiping = toDo.some(({ order }) => order.kind === 'wipe' && order.left === 'all');
    // Where the orders could not be written, the laptop is emptied all the same.
    if (isFirst && isWiping && laptop.keys.ids().size > 0) {
      this.#fail('I8', laptop, 'what is to be emptied is shown after a start');
    }
    this.#hasShown.add(worker);
    this.#showsEchoes(laptop, worker.cursors, { shown, echoed });
    for (const { id, mutation } of contacts) {
      const state = known.get(id)?.state;
      if (mutation.kind !== 'contact.log' || !state || state.is === 'refused') continue;
      if (mutation.stream !== `council:${context.councilId}`) continue;
      if (shown.get('contact', mutation.args.id)) continue;
      const { candidateId } = mutation.args;
      const isClosed = context.programme === 'closed';
      const isBlocked = shown.get('do-not-contact', candidateId) !== null;
      const mayBeRefused =
        context.role === 'viewer' || isClosed || isBlocked || !context.personHeld(candidateId);
      // A cache that is being built anew may lack what the work stands on.
      const cursor = laptop.disk.rows('cursor').find(({ stream }) => stream === mutation.stream);
      const isBuilding = !cursor || cursor.snapAt !== null;
      if ((state.is === 'waiting' || isBuilding) && mayBeRefused) continue;
      this.#fail('I5', laptop, `contact ${id} (${state.is}) is not on the screen`);
    }
  }

  /** What has left the list because its echo is here stands on the screen from then on (I5). */
  #showsEchoes(
    laptop: Laptop,
    cursors: Worker['cursors'],
    { shown, echoed }: { readonly shown: ShownWork; readonly echoed: readonly JournalEntry[] },
  ): void {
    const { entries, get, context } = shown;
    const listed = new Set(entries.map(({ id }) => id));
    for (const { id, mutation, state } of echoed) {
      if (listed.has(id)) continue;
      this.#echoesShown.add(id);
      if (mutation.kind !== 'contact.log' || state.is !== 'sent') continue;
      if (get('contact', mutation.args.id)) continue;
      if (mutation.stream !== `council:${context.councilId}`) continue;
      const cursor = cursors().find(({ stream }) => stream === mutation.stream);
      // A cache begun anew, or of another history, reads it again.
      if (!cursor || cursor.snapAt !== undefined || cursor.epoch !== state.epoch) continue;
      // Nothing is shown of somebody who has gone, or is not here yet.
      const { candidateId } = mutation.args;
      if (this.#centre.erased.has(candidateId) || !context.personHeld(candidateId)) continue;
      this.#fail('I5', laptop, `contact ${id} left the list and is not on the screen`);
    }
  }

  /** The first screen of a window has all that was not sent when the window opened (I5). */
  #showsFirst(laptop: Laptop, known: ReadonlyMap<string, JournalEntry>): void {
    const now = new Set(laptop.entries().map(({ id }) => id));
    const missing = laptop.openedWith.find(({ id }) => now.has(id) && !known.has(id));
    if (missing) this.#fail('I5', laptop, `change ${missing.n} is not in the first answer`);
  }

  /** Who is signed out asks nothing and opens nothing, whatever answer comes late (SY7). */
  told(laptop: Laptop): void {
    const { is = 'signed-out' } = laptop.engine?.readState().mode ?? {};
    if (laptop.isSignedIn || is === 'signed-out') return;
    this.#fail('SY7', laptop, `signed out, and ${is} all the same`);
  }

  #seenBy(laptop: Laptop): Map<string, number> {
    const seen = this.#seen.get(laptop.name) ?? new Map<string, number>();
    this.#seen.set(laptop.name, seen);
    return seen;
  }

  #fail(rule: string, laptop: Laptop, what: string): void {
    this.#world.fail(rule, `${laptop.name}: ${what}`);
  }
}

function versionOf(summary: string | undefined): number {
  return summary === undefined ? -1 : Number(summary.slice('version '.length));
}
