import { readFileSync } from 'node:fs';
import { report } from './gate.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly hasInstallScript?: boolean;
}

/** The lock file: every package by content hash, exact versions, only known install scripts. */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const reasons = readFileSync('src/decisions/0002-dependencies.md', 'utf8');
const problems: string[] = [];
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
for (const [path, locked] of entries) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (!locked.integrity?.startsWith('sha512-') && !isForAnotherSystem(locked))
    problems.push(`${path}: no sha512 in the lock file`);
  if (locked.hasInstallScript && !manifest.allowScripts[name] && name !== 'fsevents') {
    problems.push(`${path}: has an install script that package.json does not allow by name`);
  }
}
for (const [name, version] of Object.entries(manifest.devDependencies)) {
  if (!/^\d+\.\d+\.\d+$/.test(version))
    problems.push(`${name}: ${version} is not one exact version`);
  if (!reasons.includes(`\`${name}\``)) {
    problems.push(`${name}: give its reason in src/decisions/0002-dependencies.md`);
  }
}
report('supply', { saw: entries.length, problems });

/**
 * Optional, and never installed where the product is built. A registry that lacks such a
 * package gives no hash, but `npm ci` of npm 11 refuses a lock file that does not name it.
 */
function isForAnotherSystem({ optional, os, cpu, libc }: Locked): boolean {
  const isBuiltOn = os?.includes('linux') && cpu?.includes('x64') && !libc?.includes('musl');
  return optional === true && os !== undefined && !isBuiltOn;
}
