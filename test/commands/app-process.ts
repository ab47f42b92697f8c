import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { PicturesTaken, PicturesWanted } from '../stand-in/parent.ts';
import { readLines } from './centre-process.ts';
import type { ElectronBinary } from './electron-binary.ts';

const root = join(import.meta.dirname, '../..');
const END_TIMEOUT_MS = 15_000;

/** The application as a child of this process. */
export interface AppProcess {
  /** Fulfilled with its exit code when it ends, asked or not. */
  readonly ended: Promise<number>;
  stop(): void;
  /** Has the stand-in write a picture of each window; answers with their paths. */
  takePictures(): Promise<readonly string[]>;
}

/** Starts the application; what it says on stdout is passed on, and told line by line. */
export function startApp(
  { path, env, isStandIn }: ElectronBinary,
  args: readonly string[],
  onLine: (line: string) => void,
): AppProcess {
  const isRoot = process.getuid?.() === 0;
  const own = isRoot && process.platform === 'linux' && !isStandIn ? ['--no-sandbox'] : [];
  const child = spawn(path, ['.', ...own, ...args], {
    cwd: root,
    env,
    stdio: isStandIn ? ['ignore', 'pipe', 'inherit', 'ipc'] : ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGTERM'));
  readLines(child.stdout, (line) => {
    console.log(line);
    onLine(line);
  });
  const ended = new Promise<number>((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  return {
    ended,
    stop() {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), END_TIMEOUT_MS).unref();
    },
    async takePictures() {
      const answer = once(child, 'message');
      child.send({ kind: 'pictures' } satisfies PicturesWanted);
      const [{ paths }] = (await answer) as [PicturesTaken];
      return paths;
    },
  };
}
