import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';
import { PROCESS_FLAGS } from './process-flags.ts';

const ROOT = join(import.meta.dirname, '../..');
const NEEDED = ['package.json', 'src', 'test/simulation', 'test/builders', 'test/commands'];
/** Nothing was noticed in this time: on a busy machine that says nothing. */
const TIMEOUT_MS = 1_200_000;

interface Fate {
  readonly mutant: Mutant;
  readonly is: 'killed' | 'alive' | 'does not apply' | 'timed out' | 'HARNESS FAILED';
  readonly how: string;
}

/** Which mutants are hunted, and for how long. */
export interface Hunt {
  readonly seeds: number;
  readonly jobs: number;
  readonly mutants: readonly Mutant[];
}

/**
 * Puts one fault at a time into a copy of the tree and lets the simulation look for it.
 *
 * Answers whether every mutant was killed within `seeds` seeds; prints the table.
 */
export async function runMutants({ seeds, jobs, mutants }: Hunt): Promise<boolean> {
  const queue = [...mutants];
  const fates: Fate[] = [];
  const workers = Array.from({ length: jobs }, async () => {
    const copy = copyTree();
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const fate = await tryMutant(copy, next, seeds);
        fates.push(fate);
        console.log(`${fate.is.padEnd(14)}  ${fate.mutant.name.padEnd(66)}  ${fate.how}`);
      }
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
  await Promise.all(workers);
  const killed = fates.filter(({ is }) => is === 'killed').length;
  console.log(`${killed} of ${mutants.length} mutants killed within ${seeds} seeds`);
  return killed === mutants.length;
}

function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'swt-mutants-'));
  for (const part of NEEDED) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

async function tryMutant(copy: string, mutant: Mutant, seeds: number): Promise<Fate> {
  const before = new Map<string, string>();
  try {
    for (const [name, from, to] of mutant.patches) {
      const file = join(copy, name);
      const text = readFileSync(file, 'utf8');
      if (!before.has(file)) before.set(file, text);
      const parts = text.split(from);
      if (parts.length !== 2) return { mutant, is: 'does not apply', how: name };
      writeFileSync(file, parts.join(to));
    }
    return { mutant, ...(await simulate(copy, seeds)) };
  } finally {
    for (const [file, text] of before) writeFileSync(file, text);
  }
}

function simulate(copy: string, seeds: number): Promise<Pick<Fate, 'is' | 'how'>> {
  const args = ['test/simulation/run.ts', '--kept', '--seeds', String(seeds), '--jobs', '1'];
  const child = spawn(process.execPath, [...PROCESS_FLAGS, ...args], {
    cwd: copy,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL' ? { is: 'timed out', how: '' } : fateOf(code, said));
    });
  });
}

/**
 * What a simulation with a fault in it came to, by its exit code and what it said.
 *
 * Only a promise that a seed broke kills a mutant: a simulation that ends in any other way
 * has noticed nothing, and the fault is the harness's own.
 */
export function fateOf(code: number | null, said: string): Pick<Fate, 'is' | 'how'> {
  if (code === 0) return { is: 'alive', how: '' };
  const rule = /^VIOLATION (?:\w+: )?(.{1,60})/m.exec(said)?.[1];
  const seed = /^seed (\d+) commit/m.exec(said)?.[1];
  if (code === 1 && rule !== undefined && seed !== undefined) {
    return { is: 'killed', how: `seed ${seed}: ${rule}` };
  }
  const last = said.match(/^\S*Error\b.*/m)?.[0] ?? said.trim();
  return { is: 'HARNESS FAILED', how: `exit ${code}: ${last.replaceAll('\n', ' ').slice(0, 100)}` };
}
