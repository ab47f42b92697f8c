import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readLines } from './centre-process.ts';

const root = join(import.meta.dirname, '../..');

/** How many checks said yes, no, and nothing. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Count = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** `N passed, N failed`, and what was skipped where something was. */
export function words({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** Runs a script or tool with this Node, its output passed on as it comes. */
export function runNode(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  readLines(child.stdout, (line) => {
    lines.push(line);
    console.log(line);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code: code ?? 1, lines }));
  });
}
