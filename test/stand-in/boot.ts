/** What `electron [options] <app>` does around the application's own code. */
import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, makeProfileFolder } from './app.ts';
import { closeAllWindows } from './browser-window.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { interceptRequests } from './custom-schemes.ts';
import { Chromium } from './devtools.ts';
import { answerParent } from './parent.ts';
import { startSession } from './session.ts';
import { attachTargets } from './targets.ts';

const require = createRequire(import.meta.url);
const { version } = require('electron/package.json') as { version: string };
const commandLine = parseCommandLine(process.argv.slice(2));
process.argv = [join(import.meta.dirname, 'electron'), ...process.argv.slice(2)];

/** Pages and profile are ours; the rest is for Chromium, which must know nothing of the two. */
const OWN_SWITCHES = new Set(['user-data-dir', 'no-sandbox', 'api-url', 'sign-in']);

registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/main)?$/.test(specifier)
      ? { url: import.meta.resolve('./index.ts'), format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

if (commandLine.entry === undefined) {
  console.log(`v${version} (stand-in). Usage: electron [options] <app>`);
  process.exit(commandLine.switches.has('version') ? 0 : 1);
}
console.error(
  "This is a stand-in for Electron's binary (test/stand-in/README.md). It protects no secrets: " +
    'use it with made-up people only.',
);
await run(commandLine.entry, commandLine);

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

async function run(entry: string, { preloads, inspectPort, switches }: CommandLine): Promise<void> {
  if (inspectPort !== undefined) inspector.open(inspectPort, '127.0.0.1');
  const path = resolve(entry);
  const isFolder = statSync(path).isDirectory();
  const manifest: Manifest = isFolder
    ? (JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest)
    : {};
  Object.assign(process.versions, { electron: version });
  Object.assign(process, { type: 'browser', defaultApp: true });
  app.prepare({
    folder: isFolder ? path : dirname(path),
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? version,
    switches,
    closeAllWindows,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => app.quit());
  answerParent();
  for (const file of preloads) require(file);
  const main = isFolder ? join(path, manifest.main ?? 'index.js') : path;
  await import(pathToFileURL(main).href);
  await startChromium(switches);
}

async function startChromium(switches: Map<string, string>): Promise<void> {
  const passed = [...switches]
    .filter(([name]) => !OWN_SWITCHES.has(name))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  const chromium = new Chromium(makeProfileFolder(), passed, (error) => {
    if (app.isQuitting) return;
    console.error(error?.message ?? 'Chromium ended, and the stand-in with it.');
    process.exit(1);
  });
  const { product } = await chromium.root.send('Browser.getVersion');
  Object.assign(process.versions, { chrome: product.split('/')[1] });
  app.endChromium = () => chromium.end();
  startSession(chromium);
  await interceptRequests(chromium);
  await attachTargets(chromium);
  app.becomeReady();
}
