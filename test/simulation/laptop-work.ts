import type { StreamId } from '#contract/brands.ts';
import { fail, type Result } from '#contract/errors.ts';
import type { JournalEntry } from '#contract/journal.ts';
import type { MutationDraft } from '#contract/mutations.ts';
import type { Log } from '#core/ports.ts';
import type { JournalPort, Orders } from '#core/sync/ports.ts';
import { type Directives, openDirectives } from '#main/directives/directives.ts';
import { type EmptyingParts, finishEmptying } from '#main/directives/empty-laptop.ts';
import { finishOrders } from '#main/directives/finish-orders.ts';
import { type Journal, openJournal } from '#main/journal/journal.ts';
import type { JournalFiles } from '#main/journal/journal-file.ts';
import type { Keyring } from '#main/keys/keyring.ts';
import type { KeptSession } from '#main/session/kept-session.ts';
import type { CommitFate } from './journal-disk.ts';
import type { LaptopParts, Machine } from './laptop-parts.ts';
import type { OrdersFate } from './orders-disk.ts';
import type { Fault } from './weather.ts';
import { Killed } from './world.ts';

/** A run of the app from its first moment, before there is an engine. */
export interface Life {
  isOver(): boolean;
  end(): void;
  strikes(fault: Fault): boolean;
  /** Does something durable, unless the process ends before it, or ends with it. */
  orDie(fault: Fault, act: () => void): void;
}

/** Whose laptop it is. */
export interface Person {
  kept(): KeptSession | null;
  forget(): void;
}

/** What is open while the app runs: as `main/work.ts` puts it together. */
export interface LaptopWork {
  readonly journal: Journal;
  /** Saves what a window says. */
  append(drafts: readonly MutationDraft[]): Result<readonly JournalEntry[]>;
  /** The journal as the engine has it. */
  readonly port: JournalPort;
  readonly keyring: Keyring;
  readonly directives: Directives;
  /** The directives as the engine has them. */
  readonly orders: Orders;
  readonly emptying: EmptyingParts;
}

/** Binds what is kept of this laptop; not a secret of anyone. */
const JOURNAL_KEY = { keyId: 'j', raw: new Uint8Array(32) };

/** Opens what is on the disk, and finishes first what a kill cut short; null = it cannot be. */
export function openLaptopWork(
  laptop: Machine,
  { chance, watcher, recruiter }: LaptopParts,
  { life, person, log }: { readonly life: Life; readonly person: Person; readonly log: Log },
): LaptopWork | null {
  const { clock } = laptop;
  const watch = watcher.orders;
  const cut = () => {
    life.end();
    throw new Killed();
  };
  const mayGoOn = () => {
    if (life.isOver()) throw new Killed();
  };

  function commitFate(): CommitFate {
    mayGoOn();
    if (life.strikes('journal full')) return 'full';
    if (life.strikes('journal not synced')) return 'not synced';
    if (!life.strikes('crash at journal')) return 'done';
    return chance.may(0.5) ? 'cut before' : 'cut after';
  }

  function ordersFate(): OrdersFate {
    mayGoOn();
    if (life.strikes('orders full')) return 'full';
    if (!life.strikes('crash at orders')) return 'done';
    return chance.may(0.5) ? 'cut before' : 'cut after';
  }

  const files = laptop.journalDisk.mount({
    ...{ fate: commitFate, cut, mayRemove: mayGoOn },
    removed: () => watch.journalRemoved(laptop),
  });
  const keyring = laptop.keys.mount({
    commit: (act) => life.orDie('crash at keys', act),
    destroyed: (stream) => watcher.keyDestroyed(laptop, stream),
    allDestroyed: () => watch.keysDestroyed(laptop),
  });
  let journal: Journal | null = null;
  const countNotSent = (stream: StreamId | null) =>
    (journal?.list() ?? []).filter(
      ({ state, mutation }) =>
        (state.is === 'waiting' || state.is === 'refused') &&
        mutation.kind !== 'noop' &&
        (stream === null || mutation.stream === stream),
    ).length;
  const directives = openDirectives({
    file: laptop.ordersDisk.mount({
      ...{ fate: ordersFate, cut },
      written: (before, after) => watch.written(laptop, before, after),
    }),
    pinned: () => person.kept()?.directiveKeys ?? null,
    device: () => journal?.device() ?? '',
    holds: (stream) => keyring.names().includes(stream),
    ...{ countNotSent, changed: () => {}, clock, log },
  });
  const forgetPerson = () => {
    mayGoOn();
    person.forget();
  };
  const emptying = {
    ...{ directives, keyring, forgetPerson },
    destroyJournal: () => (journal ? journal.destroy() : files.remove('')),
  };
  finishEmptying(emptying);
  journal = open(files);
  if (journal === null) return null;
  if (journal.wasDamaged) watch.lostPart(laptop);
  const opened = journal;
  const port = watched(opened);
  finishOrders(directives, { keyring, journal: port, log });

  /** A journal of nobody's becomes this recruiter's. */
  function claim(): void {
    laptop.names.add(opened.device());
    if (opened.owner() !== null) return;
    directives.noteFresh();
    opened.claim(recruiter.actor.id);
  }

  if (person.kept()) claim();
  const orders: Orders = {
    ...directives,
    take(session) {
      claim();
      return directives.take(session);
    },
  };
  function append(drafts: readonly MutationDraft[]): Result<readonly JournalEntry[]> {
    const dead = directives.purging();
    if (drafts.some(({ stream }) => dead.includes(stream))) {
      return fail('RULE_REFUSED', 'Your access has ended, so this was not saved.');
    }
    const saved = opened.append(drafts);
    if (saved.ok) watcher.saved(laptop, saved.value);
    return saved;
  }

  return { journal, append, port, keyring, directives, orders, emptying };

  function open(from: JournalFiles): Journal | null {
    const key = { ...JOURNAL_KEY, raw: JOURNAL_KEY.raw.slice() };
    const found = openJournal({ path: '', key, clock, random: chance, log, files: from });
    if (found.ok) return found.value.journal;
    // It does not start, and the recruiter tries again.
    if (!life.isOver()) life.end();
    return null;
  }

  /** What leaves because its echo is here, or because it was ordered, is looked at. */
  function watched(whole: Journal): JournalPort {
    return {
      ...whole,
      settle(changes) {
        const gone = new Set(changes.flatMap(({ to, id }) => (to === 'gone' ? [id] : [])));
        for (const entry of [...whole.list(), ...whole.kept().map((kept) => kept.entry)]) {
          if (gone.has(entry.id)) watcher.left(laptop, entry);
        }
        for (const { to, id } of changes) if (to === 'refused') watcher.refused(id);
        return whole.settle(changes);
      },
      endAccess(stream) {
        watch.accessEnded(laptop, stream);
        return whole.endAccess(stream);
      },
      scrub(people) {
        watch.scrubbed(laptop, people);
        const scrubbed = whole.scrub(people);
        if (scrubbed.ok) watch.willForget(laptop, people);
        return scrubbed;
      },
    };
  }
}
