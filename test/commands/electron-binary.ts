import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'node_modules/.bin');
const electronPackage = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const FETCH_TIMEOUT_MS = 300_000;

/** What starts the application: Electron's own binary, or the stand-in for it. */
export interface ElectronBinary {
  readonly isStandIn: boolean;
  readonly path: string;
  /** The environment in which every tool that looks for Electron finds this one. */
  readonly env: NodeJS.ProcessEnv;
}

/** Finds Electron's binary, or has Electron's package fetch it, or else takes the stand-in. */
export function chooseElectron(): ElectronBinary {
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
  const forced = process.env.SWT_STAND_IN === '1';
  const own = forced ? undefined : (findOwn() ?? fetchOwn());
  if (own !== undefined) return { isStandIn: false, path: own, env };
  if (!forced)
    console.error('Electron’s own binary cannot be fetched here: the stand-in takes over.');
  const folder = join(root, 'test/stand-in');
  const path = join(folder, 'electron');
  const found = {
    ELECTRON_OVERRIDE_DIST_PATH: folder, // read by Electron's package, and so by Playwright
    ELECTRON_EXEC_PATH: path, // read by electron-vite
  };
  return { isStandIn: true, path, env: { ...env, ...found } };
}

function findOwn(): string | undefined {
  const note = join(electronPackage, 'path.txt');
  if (!existsSync(note)) return undefined;
  const path = join(electronPackage, 'dist', readFileSync(note, 'utf8'));
  return existsSync(path) ? path : undefined;
}

function fetchOwn(): string | undefined {
  console.error('Asking for Electron’s own binary ...');
  const script = join(electronPackage, 'install.js');
  spawnSync(process.execPath, [script], { stdio: 'ignore', timeout: FETCH_TIMEOUT_MS });
  return findOwn();
}
