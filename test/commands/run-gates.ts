import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { add, type Count, NONE, runNode } from './run.ts';

const GATES = 'test/house/gates';
/** Cheapest first, so that a slip is told soon; a gate not named here comes last. */
const ORDER = ['supply', 'format', 'types', 'borders', 'unused', 'lint'];

/** Runs every gate, whatever the others said; each counts as one. */
export async function runGates(): Promise<Count> {
  const names = readdirSync(join(import.meta.dirname, '../../', GATES))
    .filter((file) => file.endsWith('.ts') && file !== 'gate.ts')
    .map((file) => file.slice(0, -'.ts'.length));
  const place = (name: string): number => ORDER.indexOf(name) + 1 || ORDER.length + 1;
  let count = NONE;
  for (const name of names.toSorted((a, b) => place(a) - place(b))) {
    const { code } = await runNode([`${GATES}/${name}.ts`]);
    const isGood = code === 0;
    count = add(count, { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 });
  }
  return count;
}
