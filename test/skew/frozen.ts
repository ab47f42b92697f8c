import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CentreCode } from '../server/test-centre.ts';
import type { AppCode } from '../server/two-recruiters/laptop.ts';
import type { answer } from '../simulation/answers.ts';
import type { Centre } from '../simulation/centre.ts';
import type { World } from '../simulation/world.ts';

const FOLDER = join(import.meta.dirname, 'frozen');

/** The protocols kept as they were, the oldest first. */
export const FROZEN_PROTOCOLS: readonly number[] = readdirSync(FOLDER)
  .map((name) => Number(name.replace('protocol-', '')))
  .sort((a, b) => a - b);

/** What each frozen file offers; typed as today's code, which it was once. */
export interface Frozen {
  readonly app: AppCode;
  readonly server: CentreCode;
  /** The whole simulated world, with a place for another centre. */
  readonly simulation: {
    readonly answer: typeof answer;
    readonly Centre: new (world: World) => Centre;
    readonly installPlatform: () => void;
    readonly Killed: new () => Error;
    /** The world whose turn it is. */
    readonly current: World | null;
    readonly runSeed: (seed: number) => Promise<FrozenOutcome>;
    /** Null = the centre it was written with. */
    readonly seam: { create: ((world: World) => Centre) | null; answer: typeof answer | null };
  };
}

/** What came of a seed. */
export interface FrozenOutcome {
  readonly violation: Error | null;
}

/** Loads a part of an earlier version as it was; see `freeze.ts`. */
export async function loadFrozen<Part extends keyof Frozen>(
  protocol: number,
  part: Part,
): Promise<Frozen[Part]> {
  const path = join(FOLDER, `protocol-${protocol}`, `${part}.js`);
  return (await import(pathToFileURL(path).href)) as Frozen[Part];
}

/** The app of an earlier protocol, for whoever puts an app together as it is done today. */
export async function loadFrozenApp(protocol: number): Promise<AppCode> {
  const app = await loadFrozen(protocol, 'app');
  if (protocol > 1) return app;
  return {
    ...app,
    // It knew no directives yet, and took its vault ready made.
    openWork: (parts) =>
      app.openWork({ ...parts, vault: parts.vault(undefined as never) as never }),
  };
}
