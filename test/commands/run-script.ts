import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** How a script ended, and all it said. */
export interface Ended {
  /** Null = a signal ended it. */
  readonly code: number | null;
  readonly said: string;
}

/** Runs a script of the project in a process of its own; a test that waits blocks nobody. */
export function runScript(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 2 ** 26 };
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, said: `${stdout}${stderr}` });
    });
  });
}
