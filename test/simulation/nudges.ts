import type { Heads } from '#contract/http/streams.ts';
import type { Nudges } from '#core/sync/ports.ts';
import type { LaptopParts, Machine } from './laptop-parts.ts';
import type { Fault } from './weather.ts';

/** The run of an app that listens. */
export interface Listening {
  readonly isOver: boolean;
  heard: ((heads: Heads) => void) | null;
}

/** Nudges from the centre to one run of the app: some come late, twice or never. */
export function nudgesFor(
  laptop: Machine,
  { centre, world, chance, weather }: LaptopParts,
  runs: () => Listening | null,
): Nudges {
  function strikes(fault: Fault): boolean {
    const isStruck = weather.strikes(fault);
    if (isStruck) world.fault(fault);
    return isStruck;
  }

  return {
    listen(heard) {
      const run = runs();
      if (!run) return () => {};
      const hear = (delayMs: number) => {
        const heads = centre.headsFor(laptop.recruiter.actor.id);
        world.after(delayMs, () => {
          if (!run.isOver && !laptop.isOffline && !laptop.isHalfOpen) run.heard?.(heads);
        });
      };
      run.heard = heard;
      const stop = centre.subscribe(() => {
        if (run.isOver || strikes('nudge lost')) return;
        hear(strikes('nudge late') ? chance.int(60_000) : 20 + chance.int(80));
        if (strikes('nudge twice')) hear(chance.int(5_000));
      });
      return () => {
        run.heard = null;
        stop();
      };
    },
  };
}
