import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends a process and everything it started at once, as the battery pulled out.
 *
 * Only what descends from `root` is touched. Settles when none of it is left.
 */
export async function killTree(root: number | undefined): Promise<void> {
  // 0 would mean our own group, 1 everybody.
  if (root === undefined || root < 2) throw new RangeError('There is no such process of ours.');
  const tree = [root, ...descendants(root)];
  for (const pid of tree) sendKill(pid);
  const deadline = Date.now() + 10_000;
  while (tree.some(isThere)) {
    if (Date.now() > deadline) throw new Error('A killed process is still there.');
    await sleep(5);
  }
}

function sendKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself: the parent's end takes its children along.
  }
}

function descendants(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? readStat(pid)?.parent : undefined;
    if (parent === undefined) continue;
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = children.get(root) ?? [];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** A zombie has let go of everything and only waits to be counted. */
function isThere(pid: number): boolean {
  const state = readStat(pid)?.state;
  return state !== undefined && state !== 'Z';
}

function readStat(pid: number): { readonly state: string; readonly parent: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
