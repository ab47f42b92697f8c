import type { CandidateId } from '#contract/brands.ts';
import type { Heads } from '#contract/http/streams.ts';
import type { Centre } from './centre.ts';
import type { Chance } from './chance.ts';
import type { Memory } from './feed.ts';
import type { Laptop } from './laptop.ts';
import type { Watch } from './watch.ts';
import type { World } from './world.ts';

/** Everything of one seed: what happens works on it, and at the end it is judged. */
export interface Stage {
  readonly world: World;
  /** Of the step that is being taken: each has draws of its own. */
  chance: Chance;
  readonly centre: Centre;
  readonly watch: Watch;
  readonly laptops: readonly Laptop[];
  readonly everybody: CandidateId[];
  backup: { readonly memory: Memory } | null;
  olderHeads: Heads | null;
  /** So long nothing is done before the next step. */
  waitMs: number;
}
