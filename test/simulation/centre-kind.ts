import { answer } from './answers.ts';
import { Centre } from './centre.ts';
import type { World } from './world.ts';

/** Which centre a world has: that of today, or one of an earlier protocol (`test/skew`). */
export interface CentreKind {
  readonly create: (world: World) => Centre;
  readonly answer: typeof answer;
}

export const TODAYS: CentreKind = { create: (world) => new Centre(world), answer };
