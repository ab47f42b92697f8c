import type { IsoInstant } from '#contract/brands.ts';
import type { Programme } from '#contract/records/programme.ts';
import type { OfflineLease } from '#contract/sync-state.ts';
import { readOfflineLease } from '#core/domain/offline-lease.ts';
import type { Clock, Timer } from '#core/ports.ts';
import { instant } from '#core/sync/state.ts';

const LOOK_EVERY_MS = 60_000;

/** What the lease is read from. */
export interface LeaseParts {
  readonly lastSyncAt: () => IsoInstant | null;
  /** Null while nobody is signed in: then nothing is held. */
  readonly policy: () => Programme['policy'] | null;
  /** Another day, or another word for it. */
  readonly changed: (lease: OfflineLease) => void;
  readonly clock: Clock;
  readonly timer: Timer;
}

/** What this device may still do with what it holds, watched while the app runs. */
export interface LeaseWatch {
  read(): OfflineLease;
  /** The centre was heard and grants what is held: that unlocks it, before all is read. */
  noteHeard(): void;
  /** Looks now: the laptop woke up, perhaps days later. */
  look(): void;
  stop(): void;
}

/** Watches the offline lease (decision P4, rule DM30). */
export function watchLease({ lastSyncAt, policy, changed, clock, timer }: LeaseParts): LeaseWatch {
  let heardAt: IsoInstant | null = null;
  const read = (): OfflineLease => {
    const rules = policy();
    if (rules === null) return { is: 'fresh', days: 0 };
    const synced = lastSyncAt();
    const isNewer = synced !== null && heardAt !== null && heardAt > synced;
    return readOfflineLease(isNewer ? heardAt : synced, clock.nowMs(), rules);
  };
  let before = read();
  let cancel = () => {};
  const look = () => {
    const now = read();
    const isOther = now.is !== before.is || now.days !== before.days;
    before = now;
    if (isOther) changed(now);
  };
  const lookAgain = () => {
    look();
    cancel = timer.after(LOOK_EVERY_MS, lookAgain);
  };
  cancel = timer.after(LOOK_EVERY_MS, lookAgain);
  return {
    read,
    noteHeard() {
      heardAt = instant(clock.nowMs());
      look();
    },
    look,
    stop: () => cancel(),
  };
}
