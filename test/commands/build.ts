import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const stamp = join(root, 'out/built-at.txt');
const SOURCES = [
  ...['contract', 'core', 'main', 'preload', 'renderer'].map((name) => join('src', name)),
  ...['resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'],
];

/** Builds the application where a source is newer than what was built. Fails with a sentence. */
export async function buildIfStale(): Promise<void> {
  const startedAt = Date.now();
  const builtAt = existsSync(stamp) ? Number(readFileSync(stamp, 'utf8')) : 0;
  const parts = ['main/index.js', 'preload/index.cjs', 'renderer/index.html'];
  const isWhole = parts.every((part) => existsSync(join(root, 'out', part)));
  if (isWhole && SOURCES.every((source) => changedAt(join(root, source)) < builtAt)) return;
  console.error('Building the application ...');
  const script = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const child = spawn(process.execPath, [script, 'build'], { cwd: root, stdio: 'pipe' });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  }
  const [code] = await once(child, 'close');
  if (code !== 0) {
    console.error(said.join(''));
    throw new Error('The application could not be built: what the build said is above.');
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, String(startedAt));
}

/** When the file, or the newest file in the folder, last changed; 0 where there is none. */
function changedAt(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  // The folder's own time tells of files taken away.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}
