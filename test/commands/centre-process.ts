import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const root = join(import.meta.dirname, '../..');
const END_TIMEOUT_MS = 10_000;

/** The central service as a child of this process. */
export interface CentreProcess {
  readonly url: string;
  readonly pid: number;
  /** Fulfilled when it ends, asked or not, with its exit code. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

interface Ready {
  readonly ready?: boolean;
  readonly url?: string;
}

/**
 * Starts the centre and waits until it answers.
 *
 * What it says of its progress goes to stderr. When it ends before it is ready, the error's
 * message is the last thing it said: the centre's own plain sentence.
 */
export async function startCentre(
  args: readonly string[],
  say: (line: string) => void = (line) => console.error(line),
): Promise<CentreProcess> {
  const serve = join(root, 'src/server/cli/serve.ts');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', serve, '--json', '--with-parent', ...args],
    { cwd: root, stdio: ['pipe', 'pipe', 'pipe'], detached: true },
  );
  // Detached: Ctrl+C must find it there until the application has quit. It holds the other end of
  // its stdin, and ends when this process is gone.
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : 1));
  let last = '';
  readLines(child.stderr, (line) => {
    last = line.trim() === '' ? last : line;
    say(line);
  });
  const url = await Promise.race([
    readUrl(child),
    ended.then(() => Promise.reject(new Error(last || 'The central service ended at once.'))),
  ]);
  return {
    url,
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), END_TIMEOUT_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

function readUrl({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    readLines(stdout, (line) => {
      if (!line.startsWith('{')) return;
      const { ready, url } = JSON.parse(line) as Ready;
      if (ready === true && url !== undefined) resolve(url);
    });
  });
}

/** Tells each line of what a child says. */
export function readLines(from: Readable | null, onLine: (line: string) => void): void {
  if (from) createInterface({ input: from }).on('line', onLine);
}
