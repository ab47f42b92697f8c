import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { bringChromium } from '../commands/chromium.ts';

const READS = 3;

/**
 * How long a start would take that reads people from rows of IndexedDB and builds the index:
 * the same engine in the same browser, the best of several workers that have just started.
 */
export async function rebuildFromRows(size: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'swt-rows-'));
  const script = await bundle(folder);
  const server = createServer((request, response) => {
    const isScript = request.url === '/worker.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>Rows</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: bringChromium(),
    args: isRoot ? ['--no-sandbox'] : [],
  });
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${address.port}/`);
    await ask(page, { fill: size });
    const times: number[] = [];
    for (let i = 0; i < READS; i += 1) times.push(await ask(page, {}));
    return Math.min(...times);
  } finally {
    await context.close();
    server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Asks a worker of its own, which ends with its answer. */
function ask(page: Page, message: { readonly fill?: number }): Promise<number> {
  return page.evaluate(
    (asked) =>
      new Promise<number>((resolve, reject) => {
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

async function bundle(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, 'rows-worker.ts'),
        formats: ['es'],
        fileName: () => 'worker.js',
      },
    },
  });
  return readFile(join(folder, 'worker.js'), 'utf8');
}
