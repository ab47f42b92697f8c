import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

const root = join(import.meta.dirname, '../..');
const NEXT = 'out/next';

/**
 * Builds the application of a later version beside that of today, and gives its folder.
 *
 * It differs in one thing: its cache has one step more. So the way up is walked by the
 * product's own bundles, and the way back is what a laptop does whose update is undone.
 */
export async function buildNext(): Promise<string> {
  const to = join(root, NEXT);
  const today = join(root, 'out/main/index.js');
  const marker = join(to, 'package.json');
  if (existsSync(marker) && statSync(marker).mtimeMs > statSync(today).mtimeMs) return NEXT;
  mkdirSync(to, { recursive: true });
  for (const part of ['main', 'preload']) {
    cpSync(join(root, 'out', part), join(to, part), { recursive: true });
  }
  await build({
    configFile: false,
    root: join(root, 'src/renderer'),
    base: './',
    logLevel: 'error',
    plugins: [react(), withNextStep],
    worker: { format: 'es', plugins: () => [withNextStep] },
    build: {
      outDir: join(to, 'renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  const { productName, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    productName: string;
    version: string;
  };
  // Last: its presence vouches for the rest.
  const manifest = { productName, version, type: 'module', main: 'main/index.js' };
  writeFileSync(marker, JSON.stringify(manifest));
  return NEXT;
}

const withNextStep: Plugin = {
  name: 'next-step',
  resolveId: (source, importer) =>
    source === './steps.ts' && importer?.includes('/worker/cache/')
      ? join(root, 'test/kill-loop/next-steps.ts')
      : null,
};
