import { runHere } from './run-seeds.ts';
import { type LeftOut, NOTHING, writeLeftOut } from './setting.ts';
import { isFaultName } from './weather.ts';

/** A failing seed with as much left out as can be. */
export interface Shrunk {
  readonly leftOut: LeftOut;
  /** The promise that does not hold, in its last words. */
  readonly message: string;
  readonly runs: number;
}

const LAPTOPS = ['laptop 0', 'laptop 1', 'laptop 2', 'laptop 3'];

/**
 * Leaves out of a failing seed what is not needed for it to fail: laptops, then steps in
 * halves and smaller parts, then faults, and again while that helps (after Zeller's ddmin).
 *
 * Null when the seed does not fail. What must stay the same is the promise that breaks.
 */
export async function shrink(
  seed: number,
  told: (line: string) => void,
  begin: LeftOut = NOTHING,
): Promise<Shrunk | null> {
  const first = await runHere(seed, { leftOut: begin });
  if (first.violation === null) return null;
  const ruleOf = (message: string) => message.split(':')[0] ?? message;
  const rule = ruleOf(first.violation.message);
  let best = { leftOut: begin, message: first.violation.message };
  let runs = 1;

  async function tryWithout(parts: readonly string[]): Promise<boolean> {
    const leftOut = new Set([...best.leftOut, ...parts]);
    if (leftOut.size === best.leftOut.size) return false;
    runs += 1;
    const { violation } = await runHere(seed, { leftOut });
    if (violation === null || ruleOf(violation.message) !== rule) return false;
    best = { leftOut, message: violation.message };
    told(`${runs} runs, without ${writeLeftOut(leftOut)}`);
    return true;
  }

  async function leaveOut(parts: readonly string[]): Promise<void> {
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < parts.length; at += size) await tryWithout(parts.slice(at, at + size));
    }
  }

  const steps = Array.from({ length: first.counts.get('steps') ?? 0 }, (_, n) => `step ${n}`);
  const faults = [...first.counts.keys()].filter(isFaultName);
  for (let before = -1; before < best.leftOut.size; ) {
    before = best.leftOut.size;
    for (const laptop of LAPTOPS) await tryWithout([laptop]);
    await leaveOut(steps);
    await leaveOut(faults);
  }
  return { ...best, runs };
}
