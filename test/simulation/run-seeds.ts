import { createHash } from 'node:crypto';
import { installPlatform } from './platform.ts';
import { current, type How, type Outcome, runSeed } from './seed.ts';
import { readLeftOut } from './setting.ts';
import { Killed } from './world.ts';

/** Some seeds to run one after the other. */
export interface Range {
  readonly seeds: readonly number[];
  /** Each twice: the second time must leave the same trace. */
  readonly isTwice: boolean;
  /** Goes on after a broken promise. */
  readonly isSurvey: boolean;
  /** What is left out of each, as `writeLeftOut` writes it. */
  readonly without: string;
}

/** A promise that did not hold. */
export interface Broken {
  readonly seed: number;
  readonly trace: string;
  readonly message: string;
  readonly stack: string;
}

/** What came of a range; it can be sent from one process to another. */
export interface Report {
  readonly done: number;
  readonly virtualMs: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly broken: readonly Broken[];
  /** One hash of the traces of all seeds, in their order. */
  readonly traces: string;
}

let isInstalled = false;

/** Puts the simulated platform in place; a process of its own is needed for that. */
function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  process.env.TZ = 'UTC';
  process.on('unhandledRejection', (fault) => {
    if (!(fault instanceof Killed)) current?.caught(fault);
  });
  installPlatform();
}

/** Runs one seed in this process. */
export function runHere(seed: number, how: How = {}): Promise<Outcome> {
  install();
  return runSeed(seed, how);
}

/** Runs a range in this process, up to its first broken promise unless it is a survey. */
export async function runRange({ seeds, isTwice, isSurvey, without }: Range): Promise<Report> {
  const counts = new Map<string, number>();
  const broken: Broken[] = [];
  const traces = createHash('sha256');
  const how = { leftOut: readLeftOut(without) };
  let virtualMs = 0;
  let done = 0;
  for (const seed of seeds) {
    const outcome = await runHere(seed, how);
    done += 1;
    virtualMs += outcome.virtualMs;
    traces.update(outcome.hash);
    for (const [name, times] of outcome.counts) counts.set(name, (counts.get(name) ?? 0) + times);
    const found = brokenBy(outcome) ?? (isTwice ? await replay(outcome, how) : null);
    if (found) broken.push(found);
    if (found && !isSurvey) break;
  }
  return {
    done,
    virtualMs,
    counts: Object.fromEntries(counts),
    broken,
    traces: traces.digest('hex').slice(0, 16),
  };
}

function brokenBy({ seed, hash, violation }: Outcome): Broken | null {
  if (violation === null) return null;
  return { seed, trace: hash, message: violation.message, stack: violation.stack ?? '' };
}

async function replay({ seed, hash }: Outcome, how: How): Promise<Broken | null> {
  const again = await runHere(seed, how);
  if (again.hash === hash) return null;
  const message = `replayed to the trace ${again.hash}`;
  return { seed, trace: hash, message, stack: message };
}
