import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { bringChromium } from '../commands/chromium.ts';

/** An empty page of Chromium, of an origin of its own, beside which bundled workers run. */
export interface WorkerPage {
  readonly page: Page;
  /** Opens one more, in a process of its own: what ends that takes nothing else with it. */
  another(): Promise<Page>;
  close(): Promise<void>;
}

/** Timers are exact to 5 microseconds, and memory can be measured, only where these are sent. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const FLAGS = ['--enable-blink-features=ForceEagerMeasureMemory', '--js-flags=--expose-gc'];

/**
 * Bundles a worker of this folder, serves it as `/worker.js`, and opens a page beside it.
 *
 * `files` are served by their names as they lie on the disk.
 */
export async function openWorkerPage(
  entry: string,
  files: Readonly<Record<string, string>> = {},
): Promise<WorkerPage> {
  const folder = await mkdtemp(join(tmpdir(), 'swt-worker-'));
  const served = new Map(Object.entries(files).map(([name, path]) => [`/${name}`, path]));
  served.set('/worker.js', await bundle(entry, folder));
  const server = createServer(({ url = '/' }, response) => {
    const path = served.get(url);
    const isWasm = url.endsWith('.wasm');
    const type = path ? (isWasm ? 'application/wasm' : 'text/javascript') : 'text/html';
    response.writeHead(200, { ...ISOLATED, 'content-type': type });
    response.end(path ? readFileSync(path) : '<!doctype html><title>Bench</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: bringChromium(),
    args: isRoot ? ['--no-sandbox', ...FLAGS] : FLAGS,
  });
  const another = async () => {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${address.port}/`);
    return page;
  };
  return {
    page: await another(),
    another,
    async close() {
      await context.close();
      server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Asks a worker of its own, which ends with its answer. */
export function askOnce<Answer>(page: Page, message: unknown): Promise<Answer> {
  return page.evaluate(
    (asked) =>
      new Promise<Answer>((resolve, reject) => {
        const worker = new Worker('/worker.js', { type: 'module' });
        worker.onerror = ({ message: words }) => reject(new Error(words));
        worker.onmessage = ({ data }) => {
          worker.terminate();
          resolve(data);
        };
        worker.postMessage(asked);
      }),
    message,
  );
}

async function bundle(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, entry),
        formats: ['es'],
        fileName: () => 'worker.js',
      },
    },
  });
  return join(folder, 'worker.js');
}
