import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'vite';

/*
 * `node test/skew/freeze.ts COMMIT`: keeps the app, the centre and the simulated world of a
 * commit as they were, so that every later version can be tried against them.
 *
 * Our own code only, bundled from the commit and not minified, so that it can be read; packages
 * are those of today. Written once for each protocol and never edited by hand.
 */

const root = join(import.meta.dirname, '../..');

/** What each frozen file offers. The simulated world takes another centre through its seam. */
const ENTRIES: Readonly<Record<string, string>> = {
  app: `
    export { createDataSession } from '#renderer/worker/session.ts';
    export { createMainPort } from '#renderer/worker/serve-port.ts';
    export { buildVault } from '#main/keys/vault.ts';
    export { openKeyStore } from '#main/keys/key-store.ts';
    export { openKeyring } from '#main/keys/keyring.ts';
    export { readKeptSession } from '#main/session/kept-session.ts';
    export { openWork } from '#main/work.ts';
  `,
  server: `
    export { buildApp } from '#server/app.ts';
    export { migrate } from '#server/db/migrate.ts';
    export { fill } from '#server/seed.ts';
  `,
  simulation: `
    export { answer } from './test/simulation/answers.ts';
    export { Centre } from './test/simulation/centre.ts';
    export { installPlatform } from './test/simulation/platform.ts';
    export { current, runSeed } from './test/simulation/seed.ts';
    export { Killed } from './test/simulation/world.ts';
    export { seam } from './seam.ts';
  `,
};

/** Where the simulated world looks for its centre: the commit's own, until another is put in. */
const SEAM = `export const seam = { create: null, answer: null };`;

/** Lets another centre stand in for the one the frozen world was written with. */
const takeOtherCentre: Plugin = {
  name: 'take-other-centre',
  enforce: 'pre',
  resolveId(source, importer = '') {
    const isWanted = ['seed.ts', 'network.ts'].includes(basename(importer));
    if (!isWanted || !/^\.\/(centre|answers)\.ts$/.test(source)) return null;
    return join(importer, '..', source.replace('.ts', '.other.ts'));
  },
};

const OTHER: Readonly<Record<string, string>> = {
  'centre.other.ts': `
    import { seam } from '../../seam.ts';
    import { Centre as Own } from './centre.ts';
    export const Centre = function (world) {
      return seam.create ? seam.create(world) : new Own(world);
    };
  `,
  'answers.other.ts': `
    import { seam } from '../../seam.ts';
    import { answer as own } from './answers.ts';
    export * from './answers.ts';
    export const answer = (...asked) => (seam.answer ?? own)(...asked);
  `,
};

const [asked] = process.argv.slice(2);
if (!asked) throw new Error('Say which commit: node test/skew/freeze.ts COMMIT');
const commit = execFileSync('git', ['rev-parse', asked], { cwd: root, encoding: 'utf8' }).trim();
const tree = mkdtempSync(join(tmpdir(), 'swt-freeze-'));
try {
  await freeze();
} finally {
  rmSync(tree, { recursive: true, force: true });
}

async function freeze(): Promise<void> {
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['x', '-C', tree], { input: archive });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  writeFileSync(join(tree, 'seam.ts'), SEAM);
  for (const [name, text] of Object.entries(OTHER)) {
    writeFileSync(join(tree, 'test/simulation', name), text);
  }
  for (const [name, text] of Object.entries(ENTRIES)) writeFileSync(join(tree, `${name}.ts`), text);
  const version = readFileSync(join(tree, 'src/contract/protocol-version.ts'), 'utf8');
  const protocol = /PROTOCOL_VERSION = (\d+)/.exec(version)?.[1];
  if (!protocol) throw new Error('The commit names no protocol.');
  const target = join(import.meta.dirname, 'frozen', `protocol-${protocol}`);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await build({
    root: tree,
    configFile: false,
    logLevel: 'warn',
    plugins: [takeOtherCentre],
    build: {
      ssr: true,
      outDir: target,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        input: Object.fromEntries(
          Object.keys(ENTRIES).map((name) => [name, join(tree, `${name}.ts`)]),
        ),
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[name].js' },
      },
    },
  });
  cpSync(join(tree, 'src/server/db/migrations'), join(target, 'migrations'), { recursive: true });
  const facts = { protocol: Number(protocol), commit };
  writeFileSync(join(target, 'frozen.json'), `${JSON.stringify(facts)}\n`);
}
