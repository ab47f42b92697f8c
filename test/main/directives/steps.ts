import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';

/**
 * Counts every durable step of this process and ends it at one of them: from there on no
 * file is written, renamed or removed any more and nothing is committed.
 *
 * Steps: a renaming (how small files are replaced), a removal, a commit of SQLite, the small
 * file that stands for IndexedDB. What follows a kill is looked at in a copy of the folder.
 */
export function countSteps(killBefore: number) {
  const real = {
    renameSync: fs.renameSync,
    rmSync: fs.rmSync,
    writeFileSync: fs.writeFileSync,
    openSync: fs.openSync,
    exec: DatabaseSync.prototype.exec,
  };
  const steps: string[] = [];
  let isDead = false;
  const die = (): never => {
    throw Object.assign(new Error('killed'), { code: 'EKILLED' });
  };
  const step = (name: string) => {
    if (isDead) die();
    steps.push(name);
    if (steps.length < killBefore) return;
    isDead = true;
    die();
  };
  fs.renameSync = (from, to) => {
    step(`rename ${String(to).split('/').at(-1)}`);
    real.renameSync(from, to);
  };
  fs.rmSync = (path, options) => {
    // Taking away what is not there is no step.
    if (isDead || fs.existsSync(path)) step(`remove ${String(path).split('/').at(-1)}`);
    real.rmSync(path, options);
  };
  fs.writeFileSync = ((path: string, ...rest: [string]) => {
    step(`write ${path.split('/').at(-1)}`);
    real.writeFileSync(path, ...rest);
  }) as typeof fs.writeFileSync;
  fs.openSync = (...args: Parameters<typeof fs.openSync>) => {
    if (isDead) die();
    return real.openSync(...args);
  };
  DatabaseSync.prototype.exec = function exec(this: DatabaseSync, text: string) {
    if (isDead) die();
    if (text === 'commit') step('commit');
    real.exec.call(this, text);
  };
  syncBuiltinESMExports();
  return {
    steps,
    get isDead() {
      return isDead;
    },
    stop() {
      Object.assign(fs, {
        renameSync: real.renameSync,
        rmSync: real.rmSync,
        writeFileSync: real.writeFileSync,
        openSync: real.openSync,
      });
      DatabaseSync.prototype.exec = real.exec;
      syncBuiltinESMExports();
    },
  };
}
