import type { CandidateId, RecordId, StreamId } from '#contract/brands.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { OrdersFile } from '#main/directives/orders-file.ts';
import type { Centre } from './centre.ts';
import { traceOf } from './judge-erasure.ts';
import type { Machine, OrdersWatcher } from './laptop-parts.ts';
import { grantsOf } from './push.ts';
import type { World } from './world.ts';

interface Saves {
  /** Changes that were said to be saved, by id. */
  readonly saves: Map<string, { readonly laptop: Machine; readonly entry: JournalEntry }>;
  /** Acknowledged ones that nobody keeps any more. */
  readonly forgone: Set<string>;
}

interface Watched {
  readonly world: World;
  readonly centre: Centre;
  readonly watch: Saves;
}

/** No answer is on its way for so long. */
const LATE_MS = 5 * 60_000;

/** What a laptop was when it was told to be emptied. */
interface Before {
  readonly keys: ReadonlySet<string>;
  readonly emptied: number;
}

/**
 * Watches what laptops remove because they were told to: only what was ordered of them
 * (I16), key first (I8), and no receipt before all of it is gone (I7, I8).
 */
export class WatchOrders implements OrdersWatcher {
  readonly #stage: Watched;
  readonly #wipes = new Map<RecordId, Before>();
  /** People a journal was scrubbed of, and remembers. */
  readonly #forgotten = new Map<Machine, Set<CandidateId>>();

  constructor(stage: Watched) {
    this.#stage = stage;
  }

  /** A centre of protocol 1 orders nothing. */
  get #isSigned(): boolean {
    return this.#stage.centre.protocol >= 2;
  }

  #wasOrdered(laptop: Machine, kind: 'purge' | 'wipe', stream?: StreamId): boolean {
    const { orders } = this.#stage.centre;
    return [...laptop.names].some((name) => orders.wasOrdered(name, kind, stream));
  }

  /** A key is destroyed: somebody ordered it, or, of a centre that signs nothing, it was gone. */
  keyDestroyed(laptop: Machine, stream: StreamId): void {
    if (!this.#isSigned || this.#wasOrdered(laptop, 'purge', stream)) return;
    this.#fail('I16', laptop, `the key of ${stream} was destroyed, and nobody had ordered it`);
  }

  keysDestroyed(laptop: Machine): void {
    if (this.#wasOrdered(laptop, 'wipe')) return;
    this.#fail('I16', laptop, 'all keys were destroyed, and nobody had ordered it');
  }

  /** The journal of a wiped laptop goes, and all work with it; the recruiter is told how much. */
  journalRemoved(laptop: Machine): void {
    if (laptop.keys.ids().size > 0) this.#fail('I8', laptop, 'the work went before the keys');
    this.lostPart(laptop);
    this.#forgo([...this.#stage.watch.saves.values()].filter((saved) => saved.laptop === laptop));
  }

  /** Work for a stream goes with the access to it. */
  accessEnded(laptop: Machine, stream: StreamId): void {
    if (!this.#wasOrdered(laptop, 'purge', stream)) {
      this.#fail('I16', laptop, `work for ${stream} was removed, and nobody had ordered it`);
    }
    if (laptop.keys.has(stream)) this.#fail('I8', laptop, `the work for ${stream} before its key`);
    const mine = [...this.#stage.watch.saves.values()].filter(
      (saved) => saved.laptop === laptop && saved.entry.mutation.stream === stream,
    );
    this.#forgo(mine);
  }

  #forgo(gone: readonly { readonly entry: JournalEntry }[]): void {
    const { watch, centre, world } = this.#stage;
    for (const { entry } of gone) {
      watch.forgone.add(entry.id);
      const known = centre.memory.ledger.get(entry.id);
      if (known && known.outcome !== 'rejected') continue;
      watch.saves.delete(entry.id);
      world.count('work not sent that went with its access');
    }
  }

  scrubbed(laptop: Machine, people: readonly CandidateId[]): void {
    const other = people.find((id) => !this.#stage.centre.erased.has(id));
    if (other) this.#fail('I16', laptop, `${other} was scrubbed, and had not asked for it`);
  }

  willForget(laptop: Machine, people: readonly CandidateId[]): void {
    const known = this.#forgotten.get(laptop) ?? [];
    this.#forgotten.set(laptop, new Set([...known, ...people]));
  }

  lostPart(laptop: Machine): void {
    this.#forgotten.delete(laptop);
  }

  /** Whatever the page still shows: taking a line off a list says no more than the line. */
  saved(laptop: Machine, { mutation }: JournalEntry): void {
    const forgotten = this.#forgotten.get(laptop);
    if (!forgotten || mutation.kind === 'shortlist.remove') return;
    this.#stage.world.looked('I7');
    const text = JSON.stringify(mutation);
    const about = [...forgotten].find((person) => text.includes(person));
    if (about) this.#fail('I7', laptop, `work about ${about} was saved after they were scrubbed`);
  }

  /** What a laptop knows of directives is on its disk. */
  written(laptop: Machine, before: OrdersFile, after: OrdersFile): void {
    const isWiped = after.pending.some(({ order }) => order.kind === 'wipe');
    for (const { id, order } of after.pending) {
      const isNew = !before.pending.some((one) => one.id === id);
      // What is to be emptied is granted nothing.
      if (isNew && !isWiped && order.kind === 'purge') this.#isWanted(laptop, id, order.stream);
      if (order.kind !== 'wipe' || this.#wipes.has(id)) continue;
      this.#wipes.set(id, { keys: laptop.keys.ids(), emptied: laptop.disk.emptied });
    }
    const known = new Set(before.receipts.map(({ receipt }) => receipt.directive));
    const again = new Set(before.done.map(({ receipt }) => receipt.directive));
    for (const { receipt } of after.receipts) {
      const { directive } = receipt;
      if (!known.has(directive) && !again.has(directive)) this.#receipted(laptop, directive);
    }
  }

  /** An order that was taken back long ago is played again: what is granted stays (I16). */
  #isWanted(laptop: Machine, id: RecordId, stream: StreamId): void {
    const { centre } = this.#stage;
    if (!grantsOf(centre.memory, laptop.recruiter.actor.id).includes(stream)) return;
    const sinceMs = centre.nowMs() - LATE_MS;
    const names = [...laptop.names];
    if (!centre.orders.wasEndedBefore(id, sinceMs)) return;
    if (names.some((name) => centre.orders.wasOrdered(name, 'purge', stream, sinceMs))) return;
    this.#fail('I16', laptop, `${stream} is granted, and an order taken back is obeyed`);
  }

  #receipted(laptop: Machine, id: RecordId): void {
    const { centre, world } = this.#stage;
    const directive = centre.orders.issued.get(id);
    if (!directive) {
      this.#fail('I16', laptop, `${id} was obeyed, and nobody had ordered it`);
      return;
    }
    const { kind, stream, people = [] } = directive;
    world.count(`obeyed ${kind}`);
    world.looked('I8', 'I16');
    if (kind === 'purge' && stream) this.#isPurged(laptop, stream);
    for (const person of kind === 'erase' ? people : []) {
      const trace = traceOf(laptop, person);
      if (trace) this.#fail('I7', laptop, `${trace}, and its receipt is written`);
    }
    const wipe = this.#wipes.get(id);
    if (!wipe) return;
    const key = [...laptop.keys.ids()].find((each) => wipe.keys.has(each));
    if (key) this.#fail('I8', laptop, `emptied, and ${key} is still there`);
    // It may have been empty before: what no key opens goes at a start.
    if (laptop.disk.emptied === wipe.emptied && !laptop.disk.isEmpty)
      this.#fail('I8', laptop, 'emptied, but for the cache');
  }

  /** What lies on a disk that would not open can be read by nobody: its key is gone. */
  #isPurged(laptop: Machine, stream: StreamId): void {
    const hasKey = laptop.keys.has(stream);
    const hasWork = laptop.entries().some(({ mutation }) => mutation.stream === stream);
    if (!hasKey && !hasWork) return;
    const what = hasKey ? 'its key' : 'its work';
    this.#fail('I8', laptop, `${stream} is said to be gone, and ${what} is here`);
  }

  #fail(rule: string, laptop: Machine, what: string): void {
    this.#stage.world.fail(rule, `${laptop.name}: ${what}`);
  }
}
